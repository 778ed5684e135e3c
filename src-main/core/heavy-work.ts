import type { DoApart, WorkNeeds } from './apart.ts'
import type { BackupToMake } from './backup/make-backup.ts'
import type { BackupToTest } from './backup/test-backup.ts'
import { readProductSheet } from './catalog/product-sheet.ts'
import { listArchive, unpackEntry } from './channels/files/archive.ts'
import { lookAtFile } from './channels/files/mapped/look-at-file.ts'
import { tryMapping } from './channels/files/mapped/try-mapping.ts'
import { readPackedFile } from './channels/files/packed-file.ts'
import { writeProblems } from './channels/problems-file.ts'
import { readProductFile } from './channels/product-files/read-product-file.ts'
import { editWorkbook } from './spreadsheet/editing/edit-workbook.ts'
import type { ShopToVerify } from './verifying/verify-apart.ts'

/** What is done apart from the thread that owns the database; each takes plain data and answers plain data. */
export const HEAVY_WORK = {
  'channel file': readPackedFile,
  'archive list': listArchive,
  'archive entry': unpackEntry,
  'look at file': lookAtFile,
  'try mapping': tryMapping,
  'product file': readProductFile,
  'edit workbook': editWorkbook,
  'product sheet': readProductSheet,
  'problems file': writeProblems,
  // with them comes the whole verifier, which reading a file does not need
  'make backup': async (asked: BackupToMake) => (await import('./backup/make-backup.ts')).makeBackup(asked),
  'test backup': async (asked: BackupToTest) => (await import('./backup/test-backup.ts')).testBackup(asked),
  'verify shop': async (asked: ShopToVerify, needs: WorkNeeds = {}) =>
    (await import('./verifying/verify-apart.ts')).verifyApart(asked, needs),
  'unpack backup': async (asked: { file: string; key: Uint8Array; target: string }, { onProgress }: WorkNeeds = {}) =>
    (await import('./backup/backup-file.ts')).unpackBackup({ ...asked, ...(onProgress ? { onProgress } : {}) }),
}
export type HeavyWork = typeof HEAVY_WORK

/** The same work in this very thread, without limits: for tests of what it does. */
export const doHere: DoApart = (kind, input, needs = {}) => {
  const work = HEAVY_WORK[kind] as (...given: [typeof input, typeof needs]) => ReturnType<HeavyWork[typeof kind]>
  return work(input, needs)
}
