export interface Limit {
  perSecond: number
  /** So many at once after a pause. */
  burst: number
}

/** Takes one call; answers 0, or after how many milliseconds the next one is welcome. */
export type TokenBucket = () => number

/** @param now milliseconds of a clock that only runs forwards: a limit is about real traffic, whatever day the sandbox plays */
export function tokenBucket({ perSecond, burst }: Limit, now: () => number = () => performance.now()): TokenBucket {
  let tokens = burst
  let seen = now()
  return () => {
    tokens = Math.min(burst, tokens + ((now() - seen) / 1000) * perSecond)
    seen = now()
    if (tokens >= 1) {
      tokens -= 1
      return 0
    }
    return Math.ceil(((1 - tokens) / perSecond) * 1000)
  }
}
