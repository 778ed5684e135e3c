import type { Channel } from '../../../src-shared/orders/order.ts'
import type { UsualDays } from '../../../src-shared/payouts/payouts.ts'

type Days = Pick<UsualDays, 'afterCompletion' | 'afterLeaving'>

/**
 * Before a shop has releases of its own. Shopee pays within a day of the order's completion (help page on Saldo Penjual); TikTok
 * Shop and Tokopedia three days after delivery, or seven for shops without express settlement (Seller University, "Payment
 * Settlement & Payout", read in November 2026). A parcel takes about four days, and a buyer about two to confirm.
 */
const PUBLISHED: Readonly<Record<Channel, Days>> = {
  shopee: { afterCompletion: 1, afterLeaving: 7 },
  tiktok: { afterCompletion: 3, afterLeaving: 8 },
  other: { afterCompletion: 3, afterLeaving: 10 },
  own: { afterCompletion: 0, afterLeaving: 0 },
}

/** Fewer releases tell of chance. */
const ENOUGH = 10

/** How long a channel takes: the middle of what it took this shop, else what it says itself. */
export function usualDays(
  channel: Channel,
  seen: readonly { completed: number | null; left: number | null }[],
): UsualDays {
  const known = (which: 'completed' | 'left') => seen.flatMap((each) => (each[which] === null ? [] : [each[which]]))
  const [completed, left] = [known('completed'), known('left')]
  const { afterCompletion, afterLeaving } = PUBLISHED[channel]
  return {
    channel,
    afterCompletion: completed.length < ENOUGH ? afterCompletion : Math.max(0, middleOf(completed)),
    afterLeaving: left.length < ENOUGH ? afterLeaving : Math.max(0, middleOf(left)),
    learnedFrom: completed.length < ENOUGH ? 0 : completed.length,
  }
}

function middleOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
