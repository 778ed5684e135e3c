import { z } from 'zod'
import { Instant } from '../kernel/business-day.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Clocks are set right over the network by seconds, now and then by a minute. */
const BEHIND = 5 * MINUTE
/** Longer than the shop is shut at Lebaran, shorter than the jump of an empty battery. */
const AHEAD = 21 * DAY

/**
 * Whether the laptop's clock can be believed. An empty BIOS battery starts it at some year of the maker's (2015, 2036). Before
 * the last recorded act it cannot be; long after it, it has to be asked. A shop without any act believes it.
 */
export function clockDoubt(clock: Instant, lastAct: Instant | null): 'behind' | 'ahead' | null {
  if (lastAct === null) return null
  if (clock < lastAct - BEHIND) return 'behind'
  return clock > lastAct + AHEAD ? 'ahead' : null
}

export const ClockReading = z.object({
  clock: Instant,
  /** When something was last recorded; null in a shop without records. */
  lastAct: Instant.nullable(),
  doubt: z.enum(['behind', 'ahead']).nullable(),
})
export type ClockReading = z.infer<typeof ClockReading>
