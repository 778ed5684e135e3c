import { expect, test } from 'vitest'
import { killedDuringSync } from './kills-during-sync.ts'

const KILLS = Number(process.env.LUMBUNG_KILLS ?? 200)

test(`a shop killed ${KILLS} times during its rounds with two channels has each order once, and said nothing old`, async () => {
  const { orders, said } = await killedDuringSync(KILLS, 21)
  expect(orders).toBeGreaterThan(KILLS)
  expect(said).toBeGreaterThan(KILLS / 2)
})
