import type { SafeDraw } from '../../src-shared/household/household.contract.ts'

/** Why the answer is nothing: nothing is known, the books were never told of any money, or the limits say so. */
export function whyNothing({ fromProfit, fromCash }: SafeDraw): 'unknown' | 'no money told' | 'not safe' {
  if (fromCash.cash !== 0 || fromCash.overdrawn !== 0) return 'not safe'
  if (fromProfit.months === 0) return 'unknown'
  return fromProfit.left > 0 ? 'no money told' : 'not safe'
}
