import { isBankWallet } from '../../../src-shared/bank/bank.ts'
import type { OrderStatements, SettlementStatements } from '../../../src-shared/channels/channel-file.ts'
import type {
  ImportEnd,
  ImportOutcome,
  ImportProgress,
  PreviewProgress,
  ReadingProgress,
  Shop,
  StagedFile,
  WithdrawalProgress,
} from '../../../src-shared/channels/channels.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { EVERYDAY } from '../../../src-shared/ledger/account-name.ts'
import type { Channel, OrderSnapshot } from '../../../src-shared/orders/order.ts'
import type { SettlementStatement } from '../../../src-shared/settlements/settlement-file.ts'
import { TooHeavy } from '../apart.ts'
import type { Reader, Tx } from '../database/open.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import type { Outside } from '../outside.ts'
import { packParts } from '../packed-parts.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { LIMITS } from '../spreadsheet/limits.ts'
import { bytesOf, refuseTooLarge, tooComplex } from '../spreadsheet/refuse.ts'
import { withProgress } from '../with-progress.ts'
import type { LongWork } from '../work/long-work.ts'
import { allAtOnce } from '../work/stepwise.ts'
import type { ImportPlace } from './content-kind.ts'
import { orderStatementBytes, settlementStatementBytes } from './content-of.ts'
import { takingOf } from './contents.ts'
import { knownMappings, taughtBy } from './file-mappings.repository.ts'
import { channelOf } from './files/kind-facts.ts'
import { makingOf } from './files/making.ts'
import { shownProblems } from './files/reading/problem-list.ts'
import { fileOf } from './files/unpacked-file.ts'
import { foretold } from './foretold.ts'
import { type RunToTakeIn, type Settling, takeRunIn } from './import-run.ts'
import { importedBefore, importProblems, importRuns, runById } from './import-runs.repository.ts'
import { createImporting, endOf } from './importing.ts'
import { createOpenArchives } from './open-archives.ts'
import { asStatements } from './orders-in.ts'
import { type EveryProblem, problemsFile } from './problems-file.ts'
import { documentBytes, packed } from './raw-documents.ts'
import { asSettlements } from './settlements-in.ts'
import { requireShopFor } from './shop-of-channel.ts'
import { saveShop, shops } from './shops.repository.ts'
import { createStagedFiles, type WaitingFile } from './staged-files.ts'
import { suggestedAccount } from './suggested-account.ts'
import { TOUCHED_BY_IMPORTS } from './touched.ts'
import { runToWithdraw, takingRunBack, withdrawnBefore } from './withdraw-run.ts'
import { createWithdrawing } from './withdrawing.ts'

/** A file as a door hands it over, or one of an archive that waits here. */
export type FileInHand =
  | {
      file: File
      /** When it was last changed, as far as the door knows. */
      modifiedAt: Instant | null
    }
  | { archiveId: string; entry: string }

/** Where a file shall go: a shop, with a name one to be made on the way; or an account. */
export interface PlaceChosen {
  shopId: string | null
  newName: string | null
  account: string | null
}

/** Orders as somebody else than a file states them, and when. */
export interface StatementsInHand {
  name: string
  at: Instant
  snapshots: readonly OrderSnapshot[]
}

/** What a channel released as somebody else than a file states it, and when. */
export interface SettlementsInHand extends Pick<StatementsInHand, 'name' | 'at'> {
  settlements: readonly SettlementStatement[]
}

interface ChannelsNeeds extends RoomNeeds, Settling {
  outside: Outside
  work: LongWork
  /** What is to be done before a file is taken in: a backup of what stands. */
  beforeImport: () => Promise<void>
}

export const createChannels = ({
  read,
  write,
  rehearse,
  now,
  settle,
  settlingEverything,
  outside,
  beforeImport,
  work,
}: ChannelsNeeds) => {
  const settling: Settling = { settle, settlingEverything }
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

  /** The place chosen, when the file may go there. @throws NOT_ITS_PLACE, ACCOUNT_NOT_A_WALLET, SHOP_NOT_FOUND, WRONG_CHANNEL, SHOP_NAME_TAKEN */
  const fitting = async (
    { shopId, newName, account }: PlaceChosen,
    { name: fileName, file }: WaitingFile,
  ): Promise<ImportPlace> => {
    const channel = channelOf(file.said)
    const belongs = channel === null ? 'account' : 'shop'
    if (channel === null) {
      if (account === null || shopId !== null) throw new DomainError('NOT_ITS_PLACE', { fileName, belongs })
      await requireWallet(account, fileName)
      return { shopId: null, account }
    }
    if (shopId === null || account !== null) throw new DomainError('NOT_ITS_PLACE', { fileName, belongs })
    if (newName === null) await requireShopFor(read, shopId, channel, fileName)
    else await requireFreeName(read, shopId, newName)
    return { shopId, account: null }
  }

  const requireWallet = async (account: string, fileName: string) => {
    const { keepsHousehold } = await settingsOf(read)
    const known = (await accountsIn(read, EVERYDAY)).find(({ code }) => code === account)
    const isOwn = known?.book === 'usaha' || keepsHousehold
    if (!known || !isBankWallet(known) || !isOwn) throw new DomainError('ACCOUNT_NOT_A_WALLET', { fileName, account })
  }

  const requireFreeName = async (reader: Reader, id: string, name: string) => {
    const known = await shops(reader)
    if (known.some((shop) => shop.id !== id && shop.name.toLowerCase() === name.toLowerCase()))
      throw new DomainError('SHOP_NAME_TAKEN', { name })
  }

  const made = async (tx: Tx, { shopId, newName }: PlaceChosen, { file }: WaitingFile) => {
    const channel = channelOf(file.said)
    if (newName !== null && shopId !== null && channel !== null)
      await saveShop(tx, { id: shopId, channel, name: newName }, now())
  }

  const runOf = async (importId: string, place: ImportPlace, { name, file, modifiedAt }: WaitingFile) => ({
    run: { id: importId, place, fileName: name, modifiedAt, at: now() },
    content: await fileOf(file),
    sha256: file.sha256,
  })

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

  const takeInStated = async (
    shopId: string,
    { name, at }: Pick<StatementsInHand, 'name' | 'at'>,
    content: OrderStatements | SettlementStatements,
    bytes: Uint8Array,
  ): Promise<ImportOutcome> => {
    const document = await packed(content.kind, bytes)
    const run = { id: newId(at), place: { shopId, account: null }, fileName: name, modifiedAt: at, at }
    return work.inTurn(() =>
      write(TOUCHED_BY_IMPORTS, (tx) =>
        takeRunIn(tx, { run, content, sha256: document.sha256, document, despite: 'any' }, settling, {
          onProgress: () => {},
          signal: undefined,
        }),
      ),
    )
  }

  const files = { read, doApart: outside.doApart }
  const importing = createImporting({ ...files, ...settling, work, now, waits: (id) => staged.get(id) !== undefined })
  const withdrawing = createWithdrawing({ ...files, ...settling, work, now })

  return {
    shops: () => shops(read),

    saveShop: (shop: { id: string; channel: Channel; name: string }): Promise<Shop> =>
      write(['channels', 'settings'], async (tx) => {
        await requireFreeName(tx, shop.id, shop.name)
        await saveShop(tx, shop, now())
        return (await shops(tx)).find(({ id }) => id === shop.id)!
      }),

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

    async *preview(
      importId: string,
      chosen: PlaceChosen,
      signal: AbortSignal | undefined,
    ): AsyncGenerator<PreviewProgress> {
      const file = waiting(importId)
      const place = await fitting(chosen, file)
      if (await runById(read, importId)) throw new DomainError('IMPORT_NOT_FOUND', { importId })
      const foretelling = withProgress(signal, async (onProgress, signal) =>
        foretold(rehearse, {
          run: { ...(await runOf(importId, place, file)), despite: 'any', document: rehearsed(file) },
          before: (tx) => made(tx, chosen, file),
          settling,
          watched: { onProgress, signal },
        }),
      )
      for await (const news of foretelling) yield news.type === 'result' ? { type: 'result', ...news.outcome } : news
    },

    /** The same import asked again, or twice at once, is one import and answers what it did. */
    async *confirm(
      importId: string,
      chosen: PlaceChosen,
      { despite, startDay }: Pick<RunToTakeIn, 'startDay'> & { despite: readonly string[] },
    ): AsyncGenerator<ImportProgress> {
      const known = await runById(read, importId)
      const end = known && endOf(known)
      if (end) {
        yield end
        return
      }
      const joined =
        (await work.joined<ImportEnd>(importId)) ??
        importing.begin(waiting(importId).name, importId, async () => {
          await beforeImport()
          const file = waiting(importId)
          const place = await fitting(chosen, file)
          const document = await packed(file.file.said.kind, file.bytes)
          return {
            asked: { ...(await runOf(importId, place, file)), document, despite, startDay },
            before: (tx) => made(tx, chosen, file),
          }
        })
      // read again from its kept document when it is needed again; after Batal in time it still waits
      void joined.outcome.then(() => staged.remove(importId)).catch(() => {})
      yield* importing.followed(joined)
    },

    /** Takes in orders as they were stated at some earlier moment, and notes it in the history. */
    takeInStatements: async (shopId: string, { snapshots, ...stated }: StatementsInHand): Promise<ImportOutcome> =>
      takeInStated(shopId, stated, asStatements(snapshots), orderStatementBytes(snapshots)),

    /** The same with what a channel released. */
    takeInSettlements: async (shopId: string, { settlements, ...stated }: SettlementsInHand): Promise<ImportOutcome> =>
      takeInStated(shopId, stated, asSettlements(settlements), settlementStatementBytes(settlements)),

    async *previewWithdrawal(
      importId: string,
      moveTo: string | undefined,
      signal: AbortSignal | undefined,
    ): AsyncGenerator<WithdrawalProgress> {
      yield* withProgress(signal, async (onProgress, signal) => {
        const prepared = await runToWithdraw(files, importId, moveTo, signal)
        const known = await withdrawnBefore(read, importId, prepared.move)
        return (
          known ??
          rehearse((tx) =>
            allAtOnce(tx, takingRunBack(prepared, { ...settling, at: now(), refusing: true }), { onProgress, signal }),
          )
        )
      })
    },

    /** Takes an import back; with `moveTo` it is taken in there. */
    withdraw: (importId: string, moveTo: string | undefined): AsyncGenerator<WithdrawalProgress> =>
      withdrawing.withdraw(importId, moveTo),

    discard(importId: string) {
      staged.remove(importId)
      return { importId }
    },

    history: (page: { cursor?: string | undefined; limit: number }) => importRuns(read, page),
    problems: problemsOf,

    async problemsFile(importId: string) {
      return problemsFile(outside.doApart, await everyProblem(importId), (await settingsOf(read)).language)
    },
  }
}
export type ChannelsService = ReturnType<typeof createChannels>

/** For a rehearsal the bytes need not be packed, but the history's line must have something to point at. */
const rehearsed = ({ file, bytes }: WaitingFile) => ({
  sha256: file.sha256,
  kind: file.said.kind,
  size: bytes.byteLength,
  packing: 'none' as const,
  bytes: Buffer.alloc(0),
})
