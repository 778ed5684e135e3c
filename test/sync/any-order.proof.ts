import { expect, test } from 'vitest'
import { afterAnHour } from './an-hour-at-the-channel.ts'

const SEEDS = 100

test('a hundred bad hours with a channel end in the same shop as a calm one', async () => {
  const calm = await afterAnHour(null)
  for (let seed = 1; seed <= SEEDS; seed++) expect(await afterAnHour(seed), `seed ${seed}`).toBe(calm)
})
