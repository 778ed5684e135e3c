import type { Instant } from '../kernel/business-day.ts'
import { consentEnd } from './sync.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How the line of a connected shop stands: only its owner mends the first two, time or the internet the others. */
export type Line = 'broken' | 'consent over' | 'behind' | 'failing' | 'well'

interface Told {
  isBroken: boolean
  consentUntil: Instant | null
  /** Until then every order of the channel is here; null before the first round is over. */
  ordersUntil: Instant | null
  /** The last try to fetch its orders failed. */
  isFailing: boolean
}

/** A single failure is nothing: rounds come every minute. One that lasts an hour, or orders that are a day old, is told. */
export function lineOf({ isBroken, consentUntil, ordersUntil, isFailing }: Told, now: Instant): Line {
  if (isBroken) return 'broken'
  if (consentEnd(consentUntil, now) === 'over') return 'consent over'
  if (ordersUntil === null) return 'well'
  if (now - ordersUntil > DAY) return 'behind'
  return isFailing && now - ordersUntil > HOUR ? 'failing' : 'well'
}

/** No order comes in until its owner has agreed again. */
export const isDead = (line: Line): boolean => line === 'broken' || line === 'consent over'
