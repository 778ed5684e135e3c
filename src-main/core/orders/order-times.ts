import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { type StatedStates, shippedSince } from './state-order.ts'

/** Moments as the channel states them, each known or not. */
export interface StatedTimes {
  placedAt: Instant | null
  paidAt: Instant | null
  arrangedAt: Instant | null
  deliveredAt: Instant | null
  cancelledAt: Instant | null
  statedShippedAt: Instant | null
  statedCompletedAt: Instant | null
  /** Shows that the goods left, and about when, where the channel prints no moment of shipping. */
  presumedShippedAt: Instant | null
}

/** Moments that the books need and not every channel states; a stated one always stands before an implied one. */
export interface ImpliedTimes {
  shippedAt: Instant | null
  completedAt: Instant | null
}

/**
 * When the goods left and when the order was completed, from nothing but what was stated: the same statements give the
 * same moments, whichever came first. Goods that left without a moment left when their shipment was arranged, else when the
 * order was paid; a completed order without its moment was completed when it was delivered, else when that was first stated, and
 * not before its goods left: a laptop whose clock stands at 2015 hears of it then.
 */
export function impliedTimes(states: StatedStates, times: StatedTimes): ImpliedTimes {
  const since = shippedSince(states)
  const shippedAt =
    times.statedShippedAt ??
    times.presumedShippedAt ??
    (since === null ? null : (times.arrangedAt ?? times.paidAt ?? times.placedAt ?? since))
  const completed = states.completed
  const completedAt =
    times.statedCompletedAt ??
    (completed === undefined ? null : (times.deliveredAt ?? Math.max(completed.since, shippedAt ?? 0)))
  return { shippedAt, completedAt }
}
