import type { Instant } from '../kernel/business-day.ts'

const MINUTE_MS = 60_000

/** Five tries are free of waiting, then a minute, twice as long after each more; at twenty the name is locked. */
export const WAITS = { free: 5, lockedAt: 20 } as const

/**
 * How long nobody is let in after so many wrong tries in a row, counted with the one that is being made: 30,000 tries of a six-digit
 * PIN would take longer than the shop lives.
 */
export function waitAfter(failures: number): number {
  return failures < WAITS.free ? 0 : MINUTE_MS * 2 ** Math.min(failures - WAITS.free, WAITS.lockedAt - WAITS.free)
}

/** PINs that people try first: all alike, runs up and down, the year of a birthday twice. */
export function isGuessable(pin: string): boolean {
  const digits = Array.from(pin, Number)
  const steps = new Set(digits.slice(1).map((digit, at) => digit - digits[at]!))
  const isRun = steps.size === 1 && [0, 1, -1].includes([...steps][0]!)
  const isRepeat = pin.slice(0, 3) === pin.slice(3) || /^(\d\d)\1\1$/.test(pin)
  return isRun || isRepeat || COMMON.has(pin)
}

/** https://www.datagenetics.com/blog/september32012/ (the most used PINs of leaked sets), those no rule above covers. */
const COMMON = new Set([
  '123321',
  '112233',
  '159753',
  '147258',
  '258456',
  '789456',
  '100200',
  '102030',
  '696969',
  '520520',
])

/** The day's end of a wait, for a sentence. */
export const minutesUntil = (until: Instant, now: Instant): number => Math.max(1, Math.ceil((until - now) / MINUTE_MS))
