import type { Tx } from './open.ts'
import { blindNames, blindWord, type SealedTable, sealedRow } from './sealing.ts'

/** Which file an open write goes to. */
const files = new WeakMap<object, string>()

export const writesTo = (tx: Tx, file: string): void => void files.set(tx, file)

/** A row of the open write as it is kept: sealed where it tells of people. */
export const sealedFor = <R extends object>(tx: Tx, table: SealedTable, row: R): R =>
  sealedRow(files.get(tx) ?? '', table, row)

/** `blindWord` of the open write. */
export const blindFor = (tx: Tx, text: string): string => blindWord(files.get(tx) ?? '', text)

/** `blindNames` of the open write. */
export const blindNamesFor = (tx: Tx, text: string): string | null => blindNames(files.get(tx) ?? '', text)
