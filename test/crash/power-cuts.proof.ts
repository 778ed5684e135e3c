import { expect, test } from 'vitest'
import { aRecorder } from './power/recorded.ts'
import { powerCuts } from './power-cuts.ts'
import { restoresCut } from './restores-cut.ts'

const CUTS = Number(process.env.LUMBUNG_CUTS ?? 500)
const recorder = aRecorder()

test.skipIf(recorder === null).each([71, 72])(
  `seed %i: after ${CUTS} power cuts at any moment a shop has all that it acknowledged`,
  async (seed) => {
    const { lost, lookedFor } = await powerCuts(recorder!, CUTS, seed)
    expect(lost).toEqual([])
    expect(lookedFor).toBeGreaterThan(CUTS)
  },
)

test.skipIf(recorder === null)('of a shop that does not wait for its disk the same cuts lose acts', async () => {
  expect((await powerCuts(recorder!, 50, 73, 'careless')).lost.length).toBeGreaterThan(0)
})

test.skipIf(recorder === null)(
  `after ${CUTS / 5} power cuts while it is backed up and restored a shop is whole, and so is every backup`,
  async () => {
    expect((await restoresCut(recorder!, CUTS / 5, 74)).restored).toBeGreaterThan(0)
  },
)
