import type { Scheduler } from '../outside.ts'

/** Lets calls through so that no second sees more of them than the channel allows; the others wait their turn. */
export interface TokenBucket {
  take(): Promise<void>
}

export function createTokenBucket(perSecond: number, scheduler: Scheduler, now: () => number): TokenBucket {
  let tokens = perSecond
  let filledAt = now()
  const waiting: (() => void)[] = []
  let isPlanned = false
  const fill = () => {
    const at = now()
    // a clock that was set back fills nothing
    tokens = Math.min(perSecond, tokens + (Math.max(0, at - filledAt) * perSecond) / 1000)
    filledAt = at
  }
  const plan = () => {
    if (isPlanned) return
    isPlanned = true
    scheduler.after(Math.max(1, Math.ceil(((1 - tokens) * 1000) / perSecond)), () => {
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
