import { expect, test } from 'vitest'
import { actKilled, actsAlone } from './acts-alone-killed.ts'

// the others, and more of it, in the proof
test('a start day moved, killed in the middle, is moved once and whole', async () => {
  expect(await actKilled(await actsAlone['a start day moved']!(), 1, 16)).toBeGreaterThanOrEqual(1)
})
