import { z } from 'zod'
import { words } from '../kernel/words.ts'
import type { ContentKind } from './channel-file.ts'

/** Endings of what can be read; what a file really is, its bytes decide. */
export const READABLE_ENDINGS = ['.xlsx', '.xls', '.csv', '.txt'] as const
/** An archive of several of them. */
export const ARCHIVE_ENDING = '.zip'

/** A year of one shop: twelve months of five reports, with some to spare. */
export const MOST_FILES_AT_ONCE = 100

/** Goods and their orders first, then what belongs to them: so that each file finds what it speaks of. */
export const ORDER_OF_USE: readonly ContentKind[] = ['listings', 'orders', 'returns', 'settlements', 'wallet', 'bank']

/** Why a file that came with others is no report. */
export const WhySkipped = z.enum(['archive', 'system', 'lock', 'other', 'too many', 'twice', 'imported'])
export type WhySkipped = z.infer<typeof WhySkipped>

export const whySkippedWords = words<Record<WhySkipped, string>>(
  {
    archive: 'arsip yang tidak bisa dibuka di sini, ekstrak dulu',
    system: 'catatan sistem komputer, bukan laporan',
    lock: 'tanda bahwa berkasnya sedang terbuka di program lain, bukan laporan',
    other: 'bukan XLSX, XLS, atau CSV',
    'too many': `lebih dari ${MOST_FILES_AT_ONCE} berkas sekaligus, impor sisanya sesudah ini`,
    twice: 'isinya sama persis dengan berkas lain di daftar ini',
    imported: 'sudah pernah diimpor',
  },
  {
    archive: 'an archive that cannot be opened here; unpack it first',
    system: 'a note of the system, not a report',
    lock: 'a sign that the file is open in another program, not a report',
    other: 'not an XLSX, XLS or CSV file',
    'too many': `more than ${MOST_FILES_AT_ONCE} files at once; import the rest after these`,
    twice: 'the very same contents as another file of this list',
    imported: 'already imported',
  },
)

const SYSTEM_FILES: ReadonlySet<string> = new Set(['.ds_store', 'thumbs.db', 'desktop.ini'])

/** Why a file among several is no report, by its path; null when it may be one. */
export function whySkipped(path: string): WhySkipped | null {
  const name = path.split('/').at(-1)!.toLowerCase()
  if (path.split('/').includes('__MACOSX') || SYSTEM_FILES.has(name) || name.startsWith('._')) return 'system'
  if (name.startsWith('.~lock') || name.startsWith('~$')) return 'lock'
  if (/\.(zip|rar|7z|gz|tar)$/.test(name)) return 'archive'
  return READABLE_ENDINGS.some((ending) => name.endsWith(ending)) ? null : 'other'
}

/** What a ZIP holds. */
export const ArchiveContents = z.object({
  files: z.array(z.object({ entry: z.string(), name: z.string(), kilobytes: z.number().int() })),
  skipped: z.array(z.object({ name: z.string(), why: WhySkipped })),
})
export type ArchiveContents = z.infer<typeof ArchiveContents>
