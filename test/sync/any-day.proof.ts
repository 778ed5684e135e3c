import { expect, test } from 'vitest'
import { aDayFollowed } from './a-day-at-two-channels.ts'

test('a day of 1.500 orders over both channels, a twentieth of each fault, ends as the calm one', async () => {
  const { troubled, calm, orders, struck, left } = await aDayFollowed({ seed: 7, orders: 1_500, hoursBetween: 1 })
  expect(orders).toBeGreaterThan(1_400)
  expect(struck).toBeGreaterThan(100)
  expect(left).toBe(0)
  expect(troubled).toEqual(calm)
})

test('300 orders in ten minutes: none is lost', async () => {
  const { troubled, calm, orders, left } = await aDayFollowed({ seed: 3, orders: 300, hoursBetween: 4, kind: 'live' })
  const [told] = troubled as [unknown[]]
  expect(told).toHaveLength(orders)
  expect(left).toBe(0)
  expect(troubled).toEqual(calm)
})

test.each(Array.from({ length: 100 }, (_, index) => index + 1))(
  'day %i, whatever goes wrong on it, ends as the calm one',
  async (seed) => {
    const { troubled, calm, left } = await aDayFollowed({ seed, orders: 60, hoursBetween: 2 })
    expect(left).toBe(0)
    expect(troubled).toEqual(calm)
  },
)

test.each([11, 29, 83])('three days offline, beginning with day %i, end as if there had been a line', async (seed) => {
  const { troubled, calm, orders, struck, left } = await aDayFollowed({
    seed,
    orders: 90,
    hoursBetween: 3,
    offlineHours: 72,
  })
  expect(orders).toBeGreaterThan(60)
  expect(struck).toBeGreaterThan(20)
  expect(left).toBe(0)
  expect(troubled).toEqual(calm)
})
