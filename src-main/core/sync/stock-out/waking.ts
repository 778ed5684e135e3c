import type { Scheduler } from '../../outside.ts'

/** A burst of scans is one change. */
const GATHER_MS = 250

/** Does the work once after things happened, and once more when more happened meanwhile; never twice at a time. */
export function createWaking(scheduler: Scheduler, work: () => Promise<void>) {
  let isAwake = false
  let under: Promise<void> | null = null
  const go = async (): Promise<void> => {
    await new Promise<void>((done) => void scheduler.after(GATHER_MS, done))
    isAwake = false
    // what goes wrong here is met by the next round, and said there
    await work().catch(() => {})
    if (isAwake) await go()
  }
  return {
    wake(): void {
      isAwake = true
      under ??= go().finally(() => {
        under = null
      })
    },
    async idle(): Promise<void> {
      await under
    },
  }
}
