import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCore } from '../builders/a-core.ts'
import { aHistory, liveThrough } from '../builders/a-history.ts'

/** A file of its own for so many histories, because a shop that has lived a thousand of them is slow. */
const RUNS = 500

test.each(Array.from({ length: 20 }, (_, at) => at + 1))(
  'statements, renames, mapping, bundles, hand-over and returns in any order: part %i of 20',
  async () => {
    const core = await aCore()
    core.doors.raw.pragma('synchronous = OFF')
    await fc.assert(
      fc.asyncProperty(aHistory, async (history) => {
        const [one, other] = await liveThrough(core, history)
        expect(other).toEqual(one)
      }),
      { numRuns: RUNS },
    )
  },
)
