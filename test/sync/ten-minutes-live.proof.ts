import { expect, test } from 'vitest'
import { WHOLE } from '../../src-shared/channels/stock-out.ts'
import { HALF, tenMinutesLive } from './ten-minutes-live.ts'

const ORDERS = 300
const LONG = { timeout: 3_600_000 }

test(
  '300 orders in ten minutes: none is lost, and two channels that share what there is oversell nothing',
  LONG,
  async () => {
    const { orders, oversold, risked } = await tenMinutesLive({ orders: ORDERS, pieces: 60, share: HALF })
    expect(orders.here).toBe(orders.there)
    expect(orders.there).toBeGreaterThan(ORDERS / 3)
    expect([oversold, risked]).toEqual([0, 0])
  },
)

test(
  'where each channel shows everything, no more is oversold than they showed beyond what was there',
  LONG,
  async () => {
    const { orders, oversold, risked } = await tenMinutesLive({ orders: ORDERS, pieces: 20, share: WHOLE })
    expect(orders.here).toBe(orders.there)
    expect(oversold).toBeGreaterThan(0)
    expect(oversold).toBeLessThanOrEqual(risked)
  },
)
