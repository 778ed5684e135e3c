import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { readMarked } from './marked-amount.ts'
import type { ColumnSurvey } from './survey.ts'

/*
 * An income report without any minus: 370.000 sold, 29.600 commission, 1.250 a fee, 339.150 released. Which columns are taken off
 * shows by arithmetic, whatever their headings say: there is one way of adding and taking off by which every row comes to what it
 * released.
 */

const ROWS = 300
/** Ways double with each column. */
const MOST_COLUMNS = 12
const ENOUGH = 2

/** The places of columns that are taken off, of those that make up `released`; null where no way explains all rows, or several do. */
export function takenOffByRows(
  rows: readonly SheetRow[],
  released: ColumnSurvey,
  parts: readonly ColumnSurvey[],
): ReadonlySet<number> | null {
  const amountIn = ({ cells }: SheetRow, { index, numbers }: ColumnSurvey) =>
    readMarked(contentOf(cells[index]), numbers.mark).amount ?? 0
  const told = rows
    .slice(0, ROWS)
    .map((row) => ({ sum: amountIn(row, released), amounts: parts.map((part) => amountIn(row, part)) }))
    .filter(({ sum, amounts }) => sum !== 0 && amounts.some((amount) => amount !== 0))
  const moving = parts.flatMap((_, at) => (told.some(({ amounts }) => amounts[at] !== 0) ? [at] : []))
  if (told.length < ENOUGH || moving.length < 2 || moving.length > MOST_COLUMNS) return null
  let found: number | null = null
  for (let way = 0; way < 2 ** moving.length; way++) {
    const comesTo = (amounts: readonly number[]) =>
      moving.reduce((sum, at, bit) => sum + ((way >> bit) & 1 ? -amounts[at]! : amounts[at]!), 0)
    if (!told.every(({ sum, amounts }) => comesTo(amounts) === sum)) continue
    if (found !== null) return null
    found = way
  }
  return found === null ? null : new Set(moving.filter((_, bit) => (found! >> bit) & 1).map((at) => parts[at]!.index))
}
