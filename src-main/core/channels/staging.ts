import type { ReadingProgress, StagedFile } from '../../../src-shared/channels/channels.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { TooHeavy } from '../apart.ts'
import type { Doors } from '../database/open.ts'
import type { Outside } from '../outside.ts'
import { packParts } from '../packed-parts.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { LIMITS } from '../spreadsheet/limits.ts'
import { bytesOf, refuseTooLarge, tooComplex } from '../spreadsheet/refuse.ts'
import { withProgress } from '../with-progress.ts'
import { takingOf } from './contents.ts'
import { knownMappings, taughtBy } from './file-mappings.repository.ts'
import { channelOf } from './files/kind-facts.ts'
import { makingOf } from './files/making.ts'
import { shownProblems } from './files/reading/problem-list.ts'
import { fileOf } from './files/unpacked-file.ts'
import { importedBefore, importProblems, runById } from './import-runs.repository.ts'
import { createOpenArchives } from './open-archives.ts'
import type { EveryProblem } from './problems-file.ts'
import { documentBytes } from './raw-documents.ts'
import { shops } from './shops.repository.ts'
import { createStagedFiles, type WaitingFile } from './staged-files.ts'
import { suggestedAccount } from './suggested-account.ts'

/** A file as a door hands it over, or one of an archive that waits here. */
export type FileInHand =
  | {
      file: File
      /** When it was last changed, as far as the door knows. */
      modifiedAt: Instant | null
    }
  | { archiveId: string; entry: string }

interface StagingNeeds extends Pick<Doors, 'read'> {
  outside: Outside
  now: () => Instant
}

/** Files are read, shown, and wait here for what shall be done with them. */
export function createStaging({ read, outside, now }: StagingNeeds) {
  const staged = createStagedFiles(outside.scheduler)
  const archives = createOpenArchives(outside.scheduler)

  /** @throws IMPORT_NOT_FOUND, NOTHING_TO_IMPORT */
  const waiting = (importId: string): WaitingFile => {
    const file = staged.get(importId)
    if (!file) throw new DomainError('IMPORT_NOT_FOUND', { importId })
    const { problemCount } = file.file.said
    if (file.file.count === 0) throw new DomainError('NOTHING_TO_IMPORT', { problems: problemCount })
    return file
  }

  /** @throws FILE_TOO_LARGE, ARCHIVE_NOT_FOUND, and what speaks against the archive. */
  const taken = async (given: FileInHand): Promise<{ name: string; bytes: Uint8Array; modifiedAt: Instant | null }> => {
    if ('file' in given)
      return { name: given.file.name, bytes: await bytesOf(given.file), modifiedAt: given.modifiedAt }
    const { archiveId, entry } = given
    const archive = archives.get(archiveId)
    if (!archive) throw new DomainError('ARCHIVE_NOT_FOUND', { archiveId })
    const name = entry.split('/').at(-1)!.slice(0, 255)
    const unpacked = await outside.doApart('archive entry', { ...archive, entry }).catch(tooComplex(name))
    refuseTooLarge({ name, size: unpacked.bytes.byteLength }, LIMITS.csvMegabytes)
    return { name, ...unpacked }
  }

  /** @throws the refusals of files.refusals.ts; nothing is written either way. */
  const stage = async (
    given: FileInHand,
    signal: AbortSignal | undefined,
    onProgress?: (done: number, total: number | null) => void,
  ): Promise<StagedFile> => {
    const { name, bytes, modifiedAt } = await taken(given)
    const { zone } = await settingsOf(read)
    const madeAt = makingOf(modifiedAt, now())
    const file = await outside
      .doApart(
        'channel file',
        { name, bytes, zone, modifiedAt: madeAt, taught: await knownMappings(read) },
        { onProgress, signal },
      )
      .catch(tooComplex(name))
    signal?.throwIfAborted()
    const importId = newId(now())
    staged.add(importId, { name, bytes, file, modifiedAt: madeAt })
    const channel = channelOf(file.said)
    const fitting = (await shops(read)).filter((shop) => shop.channel === channel)
    const taking = takingOf(file.said.kind)
    const spokenOf = async () => (channel !== null ? taking.shopSpokenOf(read, await fileOf(file), channel) : null)
    return {
      importId,
      fileName: name,
      sha256: file.sha256,
      kilobytes: Math.ceil(bytes.length / 1024),
      channel,
      modifiedAt: madeAt,
      ...file.shown,
      // of several shops of a channel only the file itself can tell which
      records: file.count,
      suggestedShopId: fitting.length > 1 ? await spokenOf() : (fitting[0]?.id ?? null),
      suggestedAccount: file.shown.about === 'bank' ? await suggestedAccount(read, file.shown) : null,
      importedBefore: await importedBefore(read, file.sha256),
    }
  }

  const problemsOf = async (importId: string) =>
    staged.get(importId)?.file.shown.problems ?? shownProblems(await importProblems(read, importId))

  /**
   * All the problems of a file, packed. Of one that was taken in the first are kept; the others are read from its bytes again, as
   * long as those are kept.
   * @throws IMPORT_NOT_FOUND
   */
  const everyProblem = async (importId: string): Promise<EveryProblem> => {
    const waits = staged.get(importId)
    if (waits)
      return { fileName: waits.name, problems: waits.file.problems, problemCount: waits.file.said.problemCount }
    const run = await runById(read, importId)
    if (!run) throw new DomainError('IMPORT_NOT_FOUND', { importId })
    const { fileName, sha256, modifiedAt, problemCount, mappingId } = run
    const kept = await importProblems(read, importId)
    const first = { fileName, problems: packParts(kept), problemCount }
    const bytes = problemCount > kept.length ? await documentBytes(read, sha256) : null
    if (!bytes) return first
    const { zone } = await settingsOf(read)
    const again = { name: fileName, bytes, zone, modifiedAt, taught: await taughtBy(read, mappingId) }
    return outside.doApart('channel file', again).then(
      ({ problems, said }) => ({ fileName, problems, problemCount: said.problemCount }),
      (problem) => {
        // a mended reader may turn away what came in once
        if (problem instanceof DomainError || problem instanceof TooHeavy) return first
        throw problem
      },
    )
  }

  return {
    waits: (importId: string): boolean => staged.get(importId) !== undefined,
    waiting,
    remove: (importId: string) => staged.remove(importId),
    async openArchive(file: File) {
      const archive = { name: file.name, bytes: await bytesOf(file) }
      if (archive.bytes.byteLength === 0) throw new DomainError('FILE_EMPTY', { name: archive.name })
      const contents = await outside.doApart('archive list', archive).catch(tooComplex(file.name))
      const archiveId = newId(now())
      archives.add(archiveId, archive)
      return { archiveId, ...contents }
    },

    stage,

    async *read(file: FileInHand, signal: AbortSignal | undefined): AsyncGenerator<ReadingProgress> {
      let unheard: string | null = null
      try {
        for await (const news of withProgress<StagedFile, number | null>(signal, (onProgress, signal) =>
          stage(file, signal, onProgress),
        )) {
          if (news.type === 'result') unheard = news.outcome.importId
          yield news
        }
        unheard = null
      } finally {
        // whoever asked has left; nobody knows the id it waits under
        if (unheard !== null) staged.remove(unheard)
      }
    },
    problemsOf,
    everyProblem,
  }
}
