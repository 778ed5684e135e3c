import { expect, test } from 'vitest'
import { HALF, tenMinutesLive } from './ten-minutes-live.ts'

test('a live at two channels that share what there is loses no order and oversells nothing, though goods sell out', async () => {
  const { orders, wanted, oversold, risked } = await tenMinutesLive({
    orders: 40,
    pieces: 5,
    share: HALF,
    minutesBetween: 4,
  })
  expect(orders.here).toBe(orders.there)
  expect(orders.there).toBeLessThan(wanted)
  expect([oversold, risked]).toEqual([0, 0])
})
