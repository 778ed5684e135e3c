import type { Rupiah } from '../../src-shared/kernel/rupiah.ts'
import type { EntryLine } from './effects.ts'

/** One side of an entry with a known amount. */
export interface AmountLine {
  account: string
  /** Debit positive. */
  amount: Rupiah
}

export const debit = (account: string, amount: Rupiah): AmountLine => ({ account, amount })
export const credit = (account: string, amount: Rupiah): AmountLine => ({ account, amount: -amount })

/** The recorded cost of these movements goes from one account to the other. */
export const moved = (from: string, to: string, costOf: string[]): EntryLine[] => [
  { account: to, side: 'debit', costOf },
  { account: from, side: 'credit', costOf },
]
