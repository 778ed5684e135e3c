import { expect, test } from 'vitest'
import { killedDuringSync } from './kills-during-sync.ts'

test('a shop killed three times during its rounds with two channels has each order once, and said nothing old', async () => {
  const { orders, said } = await killedDuringSync(3, 5)
  expect(orders).toBeGreaterThan(0)
  expect(said).toBeGreaterThan(2)
})
