import { LARGEST_AMOUNT } from '../../../src-shared/kernel/limits.ts'
import { formatRupiah, parseRupiah, type Rupiah } from '../../../src-shared/kernel/rupiah.ts'

/** What stands in a money field: nothing, an amount, or text that is not an amount yet. */
export type RupiahEntry = { kind: 'empty' } | { kind: 'amount'; amount: Rupiah } | { kind: 'unreadable' }

export function readRupiah(typed: string): RupiahEntry {
  if (typed.trim() === '') return { kind: 'empty' }
  const amount = parseRupiah(typed)
  return amount === null ? { kind: 'unreadable' } : { kind: 'amount', amount }
}

/** The field's text for an amount: `1.250.000`, the `Rp` stands before the field's edge. */
export const rupiahText = (amount: Rupiah | null): string =>
  amount === null ? '' : formatRupiah(amount).replace('Rp', '')

/** One press of an arrow key; from an empty field the first step starts at zero. */
export function stepAmount(amount: Rupiah | null, direction: 1 | -1, step = 1_000, least = 0): Rupiah {
  const next = (amount ?? 0) + direction * step
  return Math.min(LARGEST_AMOUNT, Math.max(least, next))
}
