import { expect, test } from 'vitest'
import { actKilled, actsAlone, practiceFilled } from './acts-alone-killed.ts'

const KILLS = Number(process.env.LUMBUNG_ROUNDS ?? 40)

for (const [title, prepared] of Object.entries(actsAlone))
  test(`${title}, killed ${KILLS} times in the middle, is done once and whole`, async () => {
    expect(await actKilled(await prepared(), KILLS, 14)).toBeGreaterThanOrEqual(KILLS)
  })

test('a Toko Latihan killed while it fills itself is filled anew', async () => {
  expect(await actKilled(await practiceFilled(), 5, 15)).toBeGreaterThanOrEqual(5)
})
