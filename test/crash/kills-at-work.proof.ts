import { expect, test } from 'vitest'
import { killedAtWork } from './kills-at-work.ts'

const KILLS = 200

test(`killed ${KILLS} times in the middle of its work, the shop opens clean, loses nothing it acknowledged, and balances`, async () => {
  expect(await killedAtWork(KILLS)).toBeGreaterThan(KILLS)
})
