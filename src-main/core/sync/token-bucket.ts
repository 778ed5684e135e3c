import type { Scheduler } from '../outside.ts'

/** Lets calls through so that no second sees more of them than the channel allows; the others wait their turn. */
export interface TokenBucket {
  take(): Promise<void>
}

/** Of the calls of a second so many may go at once. */
const SHARE_AT_ONCE = 5

export function createTokenBucket(perSecond: number, scheduler: Scheduler, now: () => number): TokenBucket {
  // what goes at once and what follows within a second are together what is allowed
  const most = Math.max(1, Math.floor(perSecond / SHARE_AT_ONCE))
  const refill = Math.max(perSecond - most, perSecond / 2)
  let tokens = most
  let filledAt = now()
  const waiting: (() => void)[] = []
  let isPlanned = false
  const fill = () => {
    const at = now()
    // a clock that was set back fills nothing
    tokens = Math.min(most, tokens + (Math.max(0, at - filledAt) * refill) / 1000)
    filledAt = at
  }
  const plan = () => {
    if (isPlanned) return
    isPlanned = true
    scheduler.after(Math.max(1, Math.ceil(((1 - tokens) * 1000) / refill)), () => {
      isPlanned = false
      fill()
      for (; tokens >= 1 && waiting.length > 0; tokens--) waiting.shift()!()
      if (waiting.length > 0) plan()
    })
  }
  return {
    async take() {
      fill()
      if (tokens >= 1 && waiting.length === 0) {
        tokens--
        return
      }
      await new Promise<void>((go) => {
        waiting.push(go)
        plan()
      })
    },
  }
}
