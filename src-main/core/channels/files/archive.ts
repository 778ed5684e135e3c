import { type ArchiveContents, MOST_FILES_AT_ONCE, whySkipped } from '../../../../src-shared/channels/many-files.ts'
import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../../src-shared/kernel/refusal.ts'
import { damaged } from '../../spreadsheet/refuse.ts'
import type { SourceFile } from '../../spreadsheet/sheet.ts'
import { openZip } from '../../spreadsheet/xlsx/zip-archive.ts'

/**
 * What a ZIP of several reports holds, by the names of its entries; nothing is unpacked yet. What no report can be is skipped and
 * said: an archive inside an archive, what systems and spreadsheet programs leave behind, files of other kinds.
 * @throws FILE_DAMAGED, FILE_NOT_A_SPREADSHEET when it is no ZIP or locked, FILE_UNPACKS_TOO_LARGE, ARCHIVE_WITHOUT_FILES.
 */
export async function listArchive(file: SourceFile): Promise<ArchiveContents> {
  const zip = await openZip(file)
  const contents: ArchiveContents = { files: [], skipped: [] }
  for (const { path, size } of zip.entries()) {
    if (path.endsWith('/')) continue
    const name = path.split('/').at(-1)!.slice(0, 255)
    const why = whySkipped(path) ?? (contents.files.length >= MOST_FILES_AT_ONCE ? 'too many' : null)
    if (why) contents.skipped.push({ name, why })
    else contents.files.push({ entry: path, name, kilobytes: Math.ceil(size / 1024) })
  }
  if (contents.files.length === 0) throw new DomainError('ARCHIVE_WITHOUT_FILES', { name: file.name })
  return contents
}

/** One file of an archive, and when it was last changed. @throws as `listArchive` does. */
export async function unpackEntry({
  entry,
  ...file
}: SourceFile & { entry: string }): Promise<{ bytes: Uint8Array; modifiedAt: Instant }> {
  const zip = await openZip(file)
  const found = zip.entries().find(({ path }) => path === entry)
  if (!found) throw damaged(file.name, 'structure')
  const pieces: Buffer[] = []
  for await (const piece of zip.unpack(entry)) pieces.push(piece)
  return { bytes: new Uint8Array(Buffer.concat(pieces)), modifiedAt: found.modifiedAt }
}
