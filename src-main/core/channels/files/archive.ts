import { MOST_FILE_MEGABYTES } from '../../../../src-shared/channels/file-contents.ts'
import {
  ARCHIVE_ENDING,
  type ArchiveContents,
  MOST_FILES_AT_ONCE,
  whySkipped,
} from '../../../../src-shared/channels/many-files.ts'
import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../../src-shared/kernel/refusal.ts'
import { LIMITS } from '../../spreadsheet/limits.ts'
import { damaged } from '../../spreadsheet/refuse.ts'
import type { SourceFile } from '../../spreadsheet/sheet.ts'
import { openZip, type ZipArchive } from '../../spreadsheet/xlsx/zip-archive.ts'

/** An archive in an archive in an archive; what lies deeper was not put there by a download. */
const DEEPEST = 3

/**
 * What a ZIP of several reports holds, by the names of its entries, those of ZIPs inside it among them (`juli.zip/pesanan.xlsx`); no
 * report is unpacked yet. What no report can be is skipped and said: archives of other kinds, what systems and spreadsheet programs
 * leave behind, other files.
 * @throws FILE_DAMAGED, FILE_NOT_A_SPREADSHEET when it is no ZIP or locked, FILE_UNPACKS_TOO_LARGE, ARCHIVE_WITHOUT_FILES.
 */
export async function listArchive(file: SourceFile): Promise<ArchiveContents> {
  const contents: ArchiveContents = { files: [], skipped: [] }
  await listInto(contents, file, '', 1)
  if (contents.files.length === 0) throw new DomainError('ARCHIVE_WITHOUT_FILES', { name: file.name })
  return contents
}

async function listInto({ files, skipped }: ArchiveContents, file: SourceFile, before: string, depth: number) {
  const zip = await openZip(file)
  for (const { path, size } of zip.entries()) {
    if (path.endsWith('/')) continue
    const name = path.split('/').at(-1)!.slice(0, 255)
    const why = whySkipped(path) ?? (files.length >= MOST_FILES_AT_ONCE ? 'too many' : null)
    if (why === 'archive' && depth < DEEPEST && isZip(path) && size <= MOST_FILE_MEGABYTES * LIMITS.megabyte) {
      const inside: ArchiveContents = { files, skipped: [] }
      const known = files.length
      // locked, broken or of something else: it is named as it stands, and the reports beside it are read
      const isOpen = await opened(() =>
        unpacked(zip, path).then((bytes) => listInto(inside, { name, bytes }, `${before}${path}/`, depth + 1)),
      )
      if (isOpen && (files.length > known || inside.skipped.some(({ why }) => why === 'too many'))) {
        skipped.push(...inside.skipped)
        continue
      }
      files.length = known
    }
    if (why) skipped.push({ name, why })
    else files.push({ entry: `${before}${path}`, name, kilobytes: Math.ceil(size / 1024) })
  }
}

const isZip = (path: string) => path.toLowerCase().endsWith(ARCHIVE_ENDING)

async function opened(list: () => Promise<void>): Promise<boolean> {
  try {
    await list()
    return true
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return false
  }
}

async function unpacked(zip: ZipArchive, path: string): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for await (const piece of zip.unpack(path)) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

/** One file of an archive, and when it was last changed. @throws as `listArchive` does. */
export async function unpackEntry({
  entry,
  ...file
}: SourceFile & { entry: string }): Promise<{ bytes: Uint8Array; modifiedAt: Instant }> {
  const zip = await openZip(file)
  const found = zip.entries().find(({ path }) => path === entry)
  if (found) return { bytes: await unpacked(zip, entry), modifiedAt: found.modifiedAt }
  const outer = zip.entries().find(({ path }) => isZip(path) && entry.startsWith(`${path}/`))
  if (!outer) throw damaged(file.name, 'structure')
  const bytes = await unpacked(zip, outer.path)
  return unpackEntry({ name: outer.path, bytes, entry: entry.slice(outer.path.length + 1) })
}
