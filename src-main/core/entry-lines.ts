import type { Rupiah } from '../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../src-shared/ledger/ledger.ts'
import type { EntryLine } from './effects.ts'

/** One side of an entry with a known amount. */
export interface AmountLine {
  account: AccountCode
  /** Debit positive. */
  amount: Rupiah
}

export const debit = (account: AccountCode, amount: Rupiah): AmountLine => ({ account, amount })
export const credit = (account: AccountCode, amount: Rupiah): AmountLine => ({ account, amount: -amount })

/** The recorded cost of these movements goes from one account to the other. */
export const moved = (from: AccountCode, to: AccountCode, costOf: string[]): EntryLine[] => [
  { account: to, side: 'debit', costOf },
  { account: from, side: 'credit', costOf },
]
