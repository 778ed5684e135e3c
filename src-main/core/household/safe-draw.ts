import type { SafeDraw } from '../../../src-shared/household/household.contract.ts'
import { divRound } from '../../../src-shared/kernel/allocate.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'

const ROUNDED_TO = 50_000

export interface SafeDrawFacts {
  /** Profit of each of up to three months before that had any entry. */
  profits: readonly Rupiah[]
  /** Loan principal paid in each of those months that had an instalment. */
  principalPaid: readonly Rupiah[]
  takenThisMonth: Rupiah
  /** What the shop holds in cash, banks, e-wallets and seller balances, as its balance sheet counts it. */
  cash: Rupiah
  /** What wallets below zero owe; the balance sheet has it among the debts, and it is due before all others. */
  overdrawn: Rupiah
  /** What falls due within thirty days. */
  debtsDue: Rupiah
  /** What it costs to fill the shelves up to their reorder points. */
  restock: Rupiah
  heldByChannels: Rupiah
}

const average = (amounts: readonly Rupiah[]): Rupiah =>
  amounts.length === 0
    ? 0
    : divRound(
        amounts.reduce((a, b) => a + b, 0),
        1,
        amounts.length,
      )

/**
 * Boleh ambil berapa: the smaller of what the shop earns in a month and what it can spare in cash, rounded down, never
 * below zero. Money that channels still hold is not counted, because it is not here.
 */
export function safeDrawOf({
  profits,
  principalPaid,
  takenThisMonth,
  cash,
  overdrawn,
  debtsDue,
  restock,
  heldByChannels,
}: SafeDrawFacts): SafeDraw {
  const averageProfit = average(profits)
  const loanInstalment = average(principalPaid)
  const fromProfit = averageProfit - loanInstalment - takenThisMonth
  const fromCash = cash - overdrawn - debtsDue - restock
  return {
    answer: Math.floor(Math.max(0, Math.min(fromProfit, fromCash)) / ROUNDED_TO) * ROUNDED_TO,
    binding: fromProfit <= fromCash ? 'profit' : 'cash',
    fromProfit: { averageProfit, months: profits.length, loanInstalment, takenThisMonth, left: fromProfit },
    fromCash: { cash, overdrawn, debtsDue, restock, left: fromCash },
    heldByChannels,
  }
}
