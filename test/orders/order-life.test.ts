import { describe, expect, test } from 'vitest'
import type { OrderDocument } from '../../src-main/core/orders/order-document.ts'
import { isHistory, orderFacts } from '../../src-main/core/orders/order-facts.ts'
import { impliedTimes, isOpen, leftAt, replaces, shownState, soldAt } from '../../src-main/core/orders/order-life.ts'
import { orderAmounts } from '../../src-main/core/orders/order-money.ts'
import { merged } from '../../src-main/core/orders/take-in.ts'
import { startOfDay } from '../../src-shared/kernel/business-day.ts'
import { ChannelState } from '../../src-shared/orders/order.ts'
import { TAB_OF } from '../../src-shared/orders/orders.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aLine, anOrderDocument, CALENDAR } from '../builders/an-order-document.ts'

const HOUR = 3_600_000
const NO_TIMES = {
  placedAt: null,
  paidAt: null,
  arrangedAt: null,
  shippedAt: null,
  deliveredAt: null,
  completedAt: null,
  cancelledAt: null,
}
/** An order in this state, with the times that the state implies. */
const inState = (channelState: ChannelState, facts: Partial<OrderDocument> = {}) => {
  const order = anOrderDocument({ channelState, ...facts })
  return { ...order, ...impliedTimes(channelState, order, order.asOf) }
}

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

describe('which of two statements stands', () => {
  const word = (channelState: ChannelState, asOf: number) => ({ channelState, asOf })

  test('a later phase wins, even when the other statement is newer', () => {
    const phases: ChannelState[][] = [
      ['unknown'],
      ['unpaid'],
      ['on_hold', 'to_arrange', 'arranged', 'cancel_requested'],
      ['partly_shipped', 'in_transit', 'delivery_failed', 'delivered'],
      ['completed', 'return_open', 'returned'],
      ['cancelled'],
    ]
    for (const [at, phase] of phases.entries())
      for (const earlier of phases.slice(0, at).flat())
        for (const later of phase) {
          expect(replaces(word(earlier, 2), word(later, 1)), `${earlier} over ${later}`).toBe(false)
          expect(replaces(word(later, 1), word(earlier, 2)), `${later} over ${earlier}`).toBe(true)
        }
  })

  test('inside a phase the newer one wins: a wish to cancel may be withdrawn, a failed delivery tried again', () => {
    expect(replaces(word('arranged', 2), word('cancel_requested', 1))).toBe(true)
    expect(replaces(word('in_transit', 2), word('delivery_failed', 1))).toBe(true)
    expect(replaces(word('completed', 2), word('return_open', 1))).toBe(true)
    expect(replaces(word('cancel_requested', 1), word('arranged', 2))).toBe(false)
  })

  test('at the very same moment the further step wins, so that the order of arrival does not matter', () => {
    expect(replaces(word('arranged', 1), word('to_arrange', 1))).toBe(true)
    expect(replaces(word('to_arrange', 1), word('arranged', 1))).toBe(false)
  })

  test('the same state at the same moment is a correction, and replaces', () => {
    expect(replaces(word('completed', 1), word('completed', 1))).toBe(true)
  })
})

describe('two statements about one order', () => {
  const paid = anOrderDocument({ channelState: 'to_arrange', asOf: SUNDAY, trackingNumber: '' })
  const shipped = anOrderDocument({
    channelState: 'in_transit',
    asOf: SUNDAY + HOUR,
    arrangedAt: SUNDAY,
    shippedAt: SUNDAY,
  })

  test('give the same order whichever came first', () => {
    expect(merged(paid, shipped)).toEqual(merged(shipped, paid))
  })

  test('a moment once known stays known, and of two the earlier is kept', () => {
    const later = anOrderDocument({ channelState: 'delivered', asOf: SUNDAY + 2 * HOUR, shippedAt: SUNDAY + HOUR })
    expect(merged(shipped, later)).toMatchObject({ channelState: 'delivered', arrangedAt: SUNDAY, shippedAt: SUNDAY })
  })

  test('a waybill once known is not forgotten by a statement without one', () => {
    const silent = { ...shipped, asOf: SUNDAY + 2 * HOUR, trackingNumber: '' }
    expect(merged(shipped, silent).trackingNumber).toBe('SPXID061734829150')
  })

  test('a buyer once readable stays readable when the channel masks him later', () => {
    const masked = { ...shipped.recipient, name: 'S***i' }
    const readable = { ...shipped.recipient, name: 'Siti Rahma', address: 'Jl. Kaliurang 12' }
    const before = { ...paid, recipient: readable }
    const after = { ...shipped, recipient: masked }
    expect(merged(before, after).recipient).toEqual(readable)
    expect(merged(after, before).recipient).toEqual(readable)
  })

  test('what was done on the laptop stays, whatever the channel says', () => {
    const acts = {
      printedAt: 1,
      packedAt: 2,
      handedOverAt: 3,
      heldAt: 4,
      setAsideAt: 5,
      holdReason: 'Tunggu stok',
      sellerNote: 'Pelanggan lama',
    }
    expect(merged({ ...paid, ...acts }, shipped)).toMatchObject({ ...acts, channelState: 'in_transit' })
  })

  test('the order keeps its own id and shop', () => {
    expect(merged(paid, { ...shipped, id: 'B', shopId: 'T' })).toMatchObject({ id: 'A', shopId: 'S' })
  })

  test('goods keep the number they first had, and new goods get the next', () => {
    const [shirt, scarf, blouse] = ['shirt', 'scarf', 'blouse'].map((listingId) => aLine({ listingId }))
    const known = {
      ...paid,
      lines: [
        { ...shirt!, line: 1 },
        { ...scarf!, line: 2 },
      ],
    }
    const said = {
      ...shipped,
      lines: [
        { ...blouse!, line: 1 },
        { ...scarf!, line: 2, pieces: 3 },
        { ...shirt!, line: 3 },
      ],
    }
    expect(merged(known, said).lines.map(({ line, listingId, pieces }) => [line, listingId, pieces])).toEqual([
      [1, 'shirt', 1],
      [2, 'scarf', 3],
      [3, 'blouse', 1],
    ])
  })

  test('the same goods at two prices stay two lines', () => {
    const twins = [aLine({ line: 1, price: 125_000 }), aLine({ line: 2, price: 99_000 })]
    expect(merged({ ...paid, lines: twins }, { ...shipped, lines: twins }).lines).toEqual(twins)
  })
})

describe('times that a file does not print', () => {
  test('a shipped order left when its shipment was arranged, else when it was paid', () => {
    const arranged = { ...NO_TIMES, arrangedAt: 2, paidAt: 1 }
    expect(impliedTimes('in_transit', arranged, 9).shippedAt).toBe(2)
    expect(impliedTimes('in_transit', { ...arranged, arrangedAt: null }, 9).shippedAt).toBe(1)
    expect(impliedTimes('in_transit', NO_TIMES, 9).shippedAt).toBe(9)
    expect(impliedTimes('arranged', arranged, 9).shippedAt).toBeNull()
  })

  test('a completed order was completed when it was delivered, else when the file was made', () => {
    expect(impliedTimes('completed', { ...NO_TIMES, deliveredAt: 5 }, 9).completedAt).toBe(5)
    expect(impliedTimes('completed', NO_TIMES, 9).completedAt).toBe(9)
    expect(impliedTimes('delivered', NO_TIMES, 9).completedAt).toBeNull()
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
