import type { DoApart } from './apart.ts'
import { readProductSheet } from './catalog/product-sheet.ts'
import { listArchive, unpackEntry } from './channels/files/archive.ts'
import { readPackedFile } from './channels/files/packed-file.ts'
import { writeProblems } from './channels/problems-file.ts'

/** What is done apart from the thread that owns the database; each takes plain data and answers plain data. */
export const HEAVY_WORK = {
  'channel file': readPackedFile,
  'archive list': listArchive,
  'archive entry': unpackEntry,
  'product sheet': readProductSheet,
  'problems file': writeProblems,
}
export type HeavyWork = typeof HEAVY_WORK

/** The same work in this very thread, without limits: for tests of what it does. */
export const doHere: DoApart = (kind, input, needs = {}) => {
  const work = HEAVY_WORK[kind] as (...given: [typeof input, typeof needs]) => ReturnType<HeavyWork[typeof kind]>
  return work(input, needs)
}
