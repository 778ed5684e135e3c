import { expect, test } from 'vitest'
import { aDayFollowed } from './a-day-at-two-channels.ts'

const ORDERS = 16

test.each([1, 2, 3])(
  'day %i at two channels with every fault in it ends in the same shop as a calm one',
  async (seed) => {
    const { troubled, calm, orders, struck, left } = await aDayFollowed({ seed, orders: ORDERS, hoursBetween: 8 })
    expect(orders).toBeGreaterThan(ORDERS / 2)
    expect(struck).toBeGreaterThan(10)
    expect(left).toBe(0)
    expect(troubled).toEqual(calm)
  },
)
