import {
  readShopeeIncome,
  recogniseShopeeIncome,
} from '../../../../src-main/core/channels/files/shopee-income/read-shopee-income.ts'
import type { SettlementFile } from '../../../../src-shared/settlements/settlement-file.ts'
import { aBook } from '../../../builders/a-book.ts'

/** An income report as it is read; null when it is taken for something else. */
export async function readIncome(bytes: Uint8Array): Promise<SettlementFile | null> {
  const { head, book } = await aBook('Income.xlsx', bytes)
  const found = recogniseShopeeIncome(head)
  if (!found || found.missing.length > 0) return null
  return readShopeeIncome(found, book)
}

export async function incomeOf(bytes: Uint8Array): Promise<SettlementFile> {
  const file = await readIncome(bytes)
  if (!file) throw new Error('no income report')
  return file
}

/** `NOT_A_DATE G7` for a problem in column G of row 7, with a question mark where it keeps nothing out. */
export const told = (file: SettlementFile): string[] =>
  file.problems.map(({ code, columnLetter, row, blocks }) => `${code} ${columnLetter}${row}${blocks ? '' : '?'}`)

/** Every settlement's lines sum to what it releases. */
export const addsUp = (file: SettlementFile): boolean =>
  file.settlements.every(({ lines, released }) => lines.reduce((sum, { amount }) => sum + amount, 0) === released)
