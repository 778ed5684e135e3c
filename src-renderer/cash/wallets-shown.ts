import { CASH_IN_HAND } from '../../src-shared/cash/cash-in-hand.ts'
import type { Wallet } from '../../src-shared/cash/cash-record.ts'

/** Wallets worth showing: cash in hand, and all that hold something. */
export const walletsShown = (wallets: readonly Wallet[]): Wallet[] =>
  wallets.filter(({ account, book, balance }) => balance !== 0 || account === CASH_IN_HAND[book])
