import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTokenBucket } from '../../src-main/core/sync/token-bucket.ts'

/** A clock that moves to whatever was planned next. */
function aClock() {
  let at = 0
  let planned: { at: number; work: () => void }[] = []
  return {
    now: () => at,
    scheduler: {
      after: (ms: number, work: () => void) => {
        const plan = { at: at + ms, work }
        planned.push(plan)
        return {
          callOff: () => {
            planned = planned.filter((each) => each !== plan)
          },
        }
      },
    },
    async moveTo(moment: number) {
      for (;;) {
        const next = planned.filter((plan) => plan.at <= moment).toSorted((a, b) => a.at - b.at)[0]
        if (!next) break
        planned = planned.filter((plan) => plan !== next)
        at = Math.max(at, next.at)
        next.work()
        await Promise.resolve()
      }
      at = Math.max(at, moment)
    },
  }
}

test('no second sees more calls than the channel allows, and nobody waits for ever', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 50 }),
      fc.array(fc.record({ after: fc.integer({ min: 0, max: 3_000 }), calls: fc.integer({ min: 1, max: 60 }) }), {
        minLength: 1,
        maxLength: 8,
      }),
      async (perSecond, bursts) => {
        const clock = aClock()
        const bucket = createTokenBucket(perSecond, clock.scheduler, clock.now)
        const calls: number[] = []
        let asked = 0
        for (const { after, calls: count } of bursts) {
          await clock.moveTo(clock.now() + after)
          for (let call = 0; call < count; call++) void bucket.take().then(() => calls.push(clock.now()))
          asked += count
          await Promise.resolve()
        }
        await clock.moveTo(clock.now() + 600_000)
        expect(calls).toHaveLength(asked)
        for (const [index, at] of calls.entries())
          expect(calls.slice(index).filter((later) => later < at + 1000).length).toBeLessThanOrEqual(perSecond)
      },
    ),
    { numRuns: 100 },
  ))
