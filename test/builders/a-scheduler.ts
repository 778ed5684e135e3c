import type { Scheduler } from '../../src-main/core/outside.ts'

/** Time that passes by hand. */
export function aScheduler() {
  const planned = new Map<object, { at: number; work: () => void }>()
  let now = 0
  const scheduler: Scheduler = {
    after(ms, work) {
      const plan = { callOff: () => void planned.delete(plan) }
      planned.set(plan, { at: now + ms, work })
      return plan
    },
  }
  return {
    scheduler,
    planned,
    pass(ms: number) {
      now += ms
      for (const [plan, { at, work }] of planned) if (at <= now && planned.delete(plan)) work()
    },
  }
}
