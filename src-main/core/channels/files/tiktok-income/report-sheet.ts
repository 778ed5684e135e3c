import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { ControlTotal } from '../../../../../src-shared/settlements/settlement-file.ts'
import { readSignedAmount } from '../../../spreadsheet/money/amounts.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { headingKey } from '../reading/heading-names.ts'

/** The sheet `Reports` or `Laporan`: a tree of totals by indents, its label in one cell and its amount in the last. */
export interface StatedTotal {
  label: string
  stated: Rupiah
}

/** A label and an amount to its right, and nothing else but blanks or the number of the row; null of any other row. */
export function statedTotal(row: SheetRow): StatedTotal | null {
  const all = row.cells.map(contentOf).filter((cell) => cell !== null && String(cell).trim() !== '')
  const filled = all.length === 3 && ROW_NUMBER.test(String(all[0])) ? all.slice(1) : all
  const [label, amount] = filled
  if (filled.length !== 2 || typeof label !== 'string' || amount === undefined) return null
  const { amount: stated } = readSignedAmount(amount)
  return stated === null ? null : { label: label.replace(/\s+/g, ' ').trim(), stated }
}

const ROW_NUMBER = /^\s*\d{1,4}[.)]?\s*$/

/**
 * The report's lines beside what the rows come to; a name that stands for several columns takes them in turn. A line of zero for
 * something the rows do not have is no difference.
 */
export function controlsOf(
  stated: readonly StatedTotal[],
  computed: readonly { name: string; amount: Rupiah }[],
): ControlTotal[] {
  const left = Map.groupBy(computed, ({ name }) => headingKey(name))
  return stated.flatMap(({ label, stated }) => {
    const amount = left.get(headingKey(label))?.shift()?.amount
    return amount === undefined && stated === 0 ? [] : [{ name: label, stated, computed: amount ?? 0 }]
  })
}
