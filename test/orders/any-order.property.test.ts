import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCore } from '../builders/a-core.ts'
import { aHistory, liveThrough } from '../builders/a-history.ts'

test('statements in any order, renames, mapping, bundles made anew, hand-over and returns end in one digest', async () => {
  const core = await aCore()
  core.doors.raw.pragma('synchronous = OFF')
  await fc.assert(
    fc.asyncProperty(aHistory, async (history) => {
      const [one, other] = await liveThrough(core, history)
      expect(other).toEqual(one)
    }),
    { numRuns: 300 },
  )
}, 600_000)
