import { describe, expect, test } from 'vitest'
import { withDerived } from '../../src-main/core/orders/joined-statements.ts'
import type { LocalActs, OrderDocument } from '../../src-main/core/orders/order-document.ts'
import { isHistory, orderFacts } from '../../src-main/core/orders/order-facts.ts'
import { isOpen, leftAt, shownState, soldAt } from '../../src-main/core/orders/order-life.ts'
import { orderAmounts } from '../../src-main/core/orders/order-money.ts'
import { startOfDay } from '../../src-shared/kernel/business-day.ts'
import { ChannelState } from '../../src-shared/orders/order.ts'
import { TAB_OF } from '../../src-shared/orders/orders.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aLine, anOrderDocument, CALENDAR } from '../builders/an-order-document.ts'

const HOUR = 3_600_000
/** An order in this state, with the times that the state implies. */
const inState = (channelState: ChannelState, facts: Partial<OrderDocument & LocalActs> = {}) =>
  withDerived(anOrderDocument({ channelState, ...facts }))

test('the life of an order: where it stands, whether its pieces are reserved, whether they left, whether it is sold', () => {
  const table = ChannelState.options.map((state) => {
    const order = inState(state, state === 'unpaid' ? { paidAt: null } : {})
    return [state, TAB_OF[shownState(order)], isOpen(order), leftAt(order) !== null, soldAt(order) !== null]
  })
  expect(table).toEqual([
    //                    tab                reserved  left   sold
    ['unpaid', 'unpaid', false, false, false],
    ['on_hold', 'on_hold', true, false, false],
    ['to_arrange', 'to_ship', true, false, false],
    ['arranged', 'to_ship', true, false, false],
    ['partly_shipped', 'in_transit', false, true, false],
    ['in_transit', 'in_transit', false, true, false],
    ['delivered', 'delivered', false, true, false],
    ['completed', 'completed', false, true, true],
    ['cancel_requested', 'cancel_requested', true, false, false],
    ['cancelled', 'cancelled', false, false, false],
    ['delivery_failed', 'failed', false, true, false],
    ['return_open', 'returns', false, true, false],
    ['returned', 'returns', false, true, false],
    ['unknown', 'unknown', true, false, false],
  ])
})

test('a paid order in words we do not know keeps its pieces; an unpaid one never had any', () => {
  expect(isOpen(inState('unknown'))).toBe(true)
  expect(isOpen(inState('unknown', { paidAt: null }))).toBe(false)
})

describe('the state people see', () => {
  test('of two acts on the laptop the furthest along is shown', () => {
    const acts = { printedAt: SUNDAY, packedAt: SUNDAY, handedOverAt: SUNDAY }
    expect(shownState(inState('arranged'))).toBe('arranged')
    expect(shownState(inState('arranged', { printedAt: SUNDAY }))).toBe('printed')
    expect(shownState(inState('to_arrange', { printedAt: SUNDAY, packedAt: SUNDAY }))).toBe('packed')
    expect(shownState(inState('arranged', acts))).toBe('handed_over')
  })

  test('once the channel says more than that, the channel is shown; cancelled is shown above all', () => {
    const acts = { printedAt: SUNDAY, packedAt: SUNDAY, handedOverAt: SUNDAY }
    for (const state of ['in_transit', 'delivered', 'completed', 'cancelled', 'cancel_requested', 'on_hold'] as const)
      expect(shownState(inState(state, acts))).toBe(state)
  })
})

describe('history', () => {
  const start = startOfDay(CALENDAR.startDay, 'WIB')
  const isPast = (order: OrderDocument) => isHistory(order, CALENDAR)

  test('an order completed before the books began is history, one completed on the first day is not', () => {
    expect(isPast(inState('completed', { completedAt: start - 1 }))).toBe(true)
    expect(isPast(inState('completed', { completedAt: start }))).toBe(false)
  })

  test('an order that still runs is never history, however old', () => {
    expect(
      isPast(inState('in_transit', { placedAt: start - 90 * 24 * HOUR, arrangedAt: start - 80 * 24 * HOUR })),
    ).toBe(false)
  })

  test('a cancel without a moment counts from when the goods left, else from when it was placed', () => {
    const placed = { placedAt: start - HOUR, cancelledAt: null }
    expect(isPast(anOrderDocument({ channelState: 'cancelled', ...placed }))).toBe(true)
    expect(isPast(anOrderDocument({ channelState: 'cancelled', ...placed, shippedAt: start + HOUR }))).toBe(false)
  })
})

describe('amounts', () => {
  test('what the seller gives away lowers the net; what the channel gives does not', () => {
    const order = anOrderDocument({
      lines: [aLine({ listPrice: 125_000, price: 112_500, pieces: 2, sellerDiscount: 25_000 })],
      money: [
        { name: 'Voucher Ditanggung Penjual', kind: 'seller voucher', amount: 10_000 },
        { name: 'Voucher Ditanggung Shopee', kind: 'channel voucher', amount: 15_000 },
        { name: 'Potongan Koin Shopee', kind: 'channel coins', amount: 2_000 },
        { name: 'Ongkos Kirim Dibayar oleh Pembeli', kind: 'shipping paid by buyer', amount: 12_000 },
      ],
    })
    expect(orderAmounts(order)).toEqual({
      grossSales: 250_000,
      goodsValue: 225_000,
      sellerDiscount: 25_000,
      sellerVoucher: 10_000,
      sellerCoins: 0,
      shippingPaid: 0,
      net: 215_000,
    })
    expect(orderFacts(order, CALENDAR)).toMatchObject({
      grossSales: 250_000,
      sellerCuts: 35_000,
      pieces: 2,
      counts: true,
    })
  })

  test('unpaid, cancelled, returned and unknown orders do not count as sales', () => {
    const counts = ChannelState.options.filter((state) => !orderFacts(inState(state), CALENDAR).counts)
    expect(counts.toSorted()).toEqual(['cancelled', 'returned', 'unknown', 'unpaid'])
  })

  test('an order belongs to the day it was placed, in the zone of the shop', () => {
    const placedAt = Date.parse('2026-11-21T17:30:00Z')
    expect(orderFacts(anOrderDocument({ placedAt }), CALENDAR).placedDay).toBe('2026-11-22')
    expect(
      orderFacts(anOrderDocument({ placedAt: Date.parse('2026-11-21T15:30:00Z') }), { ...CALENDAR, zone: 'WITA' })
        .placedDay,
    ).toBe('2026-11-21')
  })
})
