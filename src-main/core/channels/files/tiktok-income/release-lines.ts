import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { Column } from '../reading/report-cells.ts'
import type { Amounts, SideParts } from './parts-of-sums.ts'

/** An amount of a row, by the column it stands in. */
export interface Leaf {
  column: Column
  amount: Rupiah
}

/** A sum of the row that its parts do not make. */
export interface Difference {
  column: Column
  stated: Rupiah
  parts: Rupiah
}

/** Where a row says what it releases in all, and what it sets right. */
export interface Ends {
  released: Column
  adjustment: Column
}

/**
 * The leaves of a row and nothing twice: parts instead of their sum, a sum only where no part of it is filled, and what a sum says
 * beyond its parts under the sum's own name. So the leaves of a row are what it releases, whatever a file adds.
 */
export function leavesOf(amounts: Amounts, sides: readonly SideParts[], { released, adjustment }: Ends) {
  const at = ({ index }: Column) => amounts[index] ?? 0
  const leaves: Leaf[] = []
  const differences: Difference[] = []
  const add = (column: Column, amount = at(column)) => {
    if (amount !== 0) leaves.push({ column, amount })
  }
  /** The sum's own name for what its parts leave; said, unless none of them is filled. */
  const settle = (column: Column, parts: readonly Rupiah[]) => {
    const made = parts.reduce((sum, amount) => sum + amount, 0)
    if (at(column) === made) return
    add(column, at(column) - made)
    if (parts.some((amount) => amount !== 0)) differences.push({ column, stated: at(column), parts: made })
  }
  for (const { total, direct, sums } of sides) {
    for (const column of direct) add(column)
    for (const { column, parts } of sums) {
      for (const part of parts) add(part)
      settle(column, parts.map(at))
    }
    settle(total, [...direct, ...sums.map(({ column }) => column)].map(at))
  }
  add(adjustment)
  settle(released, [...sides.map(({ total }) => total), adjustment].map(at))
  return { leaves: leaves.toSorted((a, b) => a.column.index - b.column.index), differences }
}

/** TikTok Shop leaves one heading blank; its amounts are told by their place. */
export const nameOf = ({ name, index }: Column): string => name || `Kolom ${index + 1}`
