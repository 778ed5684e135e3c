import type { PracticePace } from '../../../src-shared/sync/practice.ts'
import { dice } from '../../sample-shop/dice.ts'
import { type Purchase, purchaseOf } from '../../sandbox/frame/buyer-robot.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** One buyer so often while somebody watches, and so many in a day that is passed over, at each marketplace. */
export const PACES: Record<PracticePace, { everyMs: number | null; aDay: number }> = {
  none: { everyMs: null, aDay: 0 },
  few: { everyMs: 10 * MINUTE, aDay: 4 },
  some: { everyMs: 3 * MINUTE, aDay: 10 },
  many: { everyMs: 30 * SECOND, aDay: 40 },
}

/** Buyers as the robot has them, but for those that somebody waits for: they pay while one looks. */
export function practiceBuyers(seed: number) {
  const rolls = dice(seed)
  return {
    now(at: number): Purchase {
      const purchase = purchaseOf(rolls, at)
      return { ...purchase, fate: { ...purchase.fate, paysAfterMs: rolls.between(2, 8) * SECOND } }
    },
    between(from: number, until: number, count: number): Purchase[] {
      return Array.from({ length: count }, () => purchaseOf(rolls, rolls.between(from, until - 1))).sort(
        (one, other) => one.at - other.at,
      )
    },
    /** Not on the stroke of the clock. */
    waitMs: (everyMs: number) => rolls.between(Math.floor(everyMs / 2), Math.floor(everyMs * 1.5)),
  }
}
