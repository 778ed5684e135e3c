import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { Column } from '../reading/report-cells.ts'
import type { IncomeLayout, Side } from './income-layout.ts'

/** Amounts of one row by the place of their column. */
export type Amounts = readonly Rupiah[]

/** What one side of a release is made of. */
export interface SideParts {
  total: Column
  /** Columns that are summed as they stand, sums without parts among them. */
  direct: Column[]
  sums: { column: Column; parts: Column[] }[]
}

/**
 * Which columns are the parts of which sum. Headings tell it of the columns known today; where one was added behind the parts,
 * the rows tell: as many columns are parts as make the sum come out in the most rows, and as headings say where that makes no
 * difference.
 */
export const partsOf = ({ sides }: IncomeLayout, rows: readonly Amounts[]): SideParts[] =>
  sides.map((side) => {
    const sums = side.subtotals.map((subtotal) => ({
      column: subtotal.column,
      parts: subtotal.candidates.slice(0, bestCount(subtotal, rows)),
    }))
    const within = new Set(sums.flatMap(({ column, parts }) => [column, ...parts]))
    return { total: side.total, direct: side.columns.filter((column) => !within.has(column)), sums }
  })

function bestCount({ column, candidates, sure }: Side['subtotals'][number], rows: readonly Amounts[]): number {
  const misses = candidates.map(() => 0)
  let without = 0
  for (const row of rows) {
    const stated = row[column.index] ?? 0
    let sum = 0
    let hasParts = false
    if (stated !== 0 && candidates.some(({ index }) => row[index] !== 0)) without++
    for (const [at, { index }] of candidates.entries()) {
      const amount = row[index] ?? 0
      sum += amount
      hasParts ||= amount !== 0
      if (hasParts && sum !== stated) misses[at]!++
    }
  }
  const missesOf = (count: number) => (count === 0 ? without : misses[count - 1]!)
  let best = sure
  for (let count = 0; count <= candidates.length; count++) if (missesOf(count) < missesOf(best)) best = count
  return best
}
