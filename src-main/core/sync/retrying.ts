/** Full jitter: somewhere between nothing and the doubled pause, so that many laptops do not come back at the same moment. */
const FIRST_MS = 1_000
const LONGEST_MS = 15 * 60_000
/** After so many failures in a row a channel rests, and one call tries whether it is back. */
const REST_AFTER = 5
const REST_MS = 5 * 60_000

/**
 * How long to wait after the `failures`th failure in a row. `random` from 0 up to 1. What the channel itself asks for is never cut short.
 * Source: Exponential Backoff And Jitter, AWS Architecture Blog, 2015-03-04.
 */
export function pauseAfter(failures: number, retryAfterMs: number | null, random: number): number {
  const jittered = random * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 30))
  const resting = failures >= REST_AFTER ? REST_MS : 0
  return Math.ceil(Math.max(jittered, resting, retryAfterMs ?? 0))
}
