import { describe, expect, test } from 'vitest'
import {
  handedOver,
  held,
  labelPrinted,
  type ParcelOfOrder,
  packed,
  parcelStanding,
  released,
  scanAtDoor,
  scanGoods,
  scanParcel,
  setAside,
} from '../../src-main/core/fulfilment/packing.ts'
import { parcelItems } from '../../src-main/core/fulfilment/parcel-items.ts'
import type { OrderDocument } from '../../src-main/core/orders/order-document.ts'
import type { ParcelItem } from '../../src-shared/fulfilment/fulfilment.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aLine, anOrderDocument } from '../builders/an-order-document.ts'

const AT = { at: SUNDAY, by: 'owner', zone: 'WIB' as const }
const EARLIER = SUNDAY - 60_000

const anItem = (key: string, pieces: number, scanned = 0): ParcelItem => ({
  variantId: key,
  key,
  name: 'Kemeja Lung Ukir',
  productName: 'Kemeja Lung Ukir',
  motif: '',
  colour: '',
  size: 'L',
  sku: key,
  shelf: 'B-04',
  photoId: null,
  category: 'Kemeja',
  pieces,
  scanned,
})
const ALL_SCANNED = [anItem('LUK', 1, 1), anItem('KWA', 2, 2)]

/** The only parcel of an order, with everything inside unless the test says otherwise. */
const parcelOf = (order: OrderDocument, items: readonly ParcelItem[] = ALL_SCANNED): ParcelOfOrder => ({
  order,
  parcel: order.parcels[0]!,
  items,
})

/** One order in each of the states it can be seen in. */
const LIFE: Record<string, OrderDocument> = {
  unpaid: anOrderDocument({ channelState: 'unpaid', paidAt: null }),
  'held by the channel': anOrderDocument({ channelState: 'on_hold' }),
  'unknown to us': anOrderDocument({ channelState: 'unknown' }),
  'to arrange': anOrderDocument({ channelState: 'to_arrange' }),
  arranged: anOrderDocument(),
  'label printed': anOrderDocument({ printedAt: EARLIER }),
  packed: anOrderDocument({ packedAt: EARLIER }),
  'handed over': anOrderDocument({ packedAt: EARLIER, handedOverAt: EARLIER }),
  'partly shipped': anOrderDocument({ channelState: 'partly_shipped', shippedAt: EARLIER }),
  'on its way': anOrderDocument({ channelState: 'in_transit', shippedAt: EARLIER }),
  'delivery failed': anOrderDocument({ channelState: 'delivery_failed', shippedAt: EARLIER }),
  delivered: anOrderDocument({ channelState: 'delivered', shippedAt: EARLIER }),
  completed: anOrderDocument({ channelState: 'completed', shippedAt: EARLIER, completedAt: EARLIER }),
  'return under way': anOrderDocument({ channelState: 'return_open', shippedAt: EARLIER }),
  'sent back': anOrderDocument({ channelState: 'returned', shippedAt: EARLIER }),
  'cancel requested': anOrderDocument({ channelState: 'cancel_requested' }),
  'cancel requested after packing': anOrderDocument({ channelState: 'cancel_requested', packedAt: EARLIER }),
  'held here': anOrderDocument({ heldAt: EARLIER, holdReason: 'Tunggu stok' }),
  'held here after packing': anOrderDocument({ packedAt: EARLIER, heldAt: EARLIER }),
  'packed, then held by the channel': anOrderDocument({ channelState: 'on_hold', packedAt: EARLIER }),
  cancelled: anOrderDocument({ channelState: 'cancelled', cancelledAt: EARLIER }),
  'cancelled after packing': anOrderDocument({ channelState: 'cancelled', cancelledAt: EARLIER, packedAt: EARLIER }),
  'cancelled while held': anOrderDocument({ channelState: 'cancelled', cancelledAt: EARLIER, heldAt: EARLIER }),
  'cancelled on its way': anOrderDocument({ channelState: 'cancelled', cancelledAt: EARLIER, shippedAt: EARLIER }),
}

test('what the desk and the door say to a parcel, in every state an order can be in', () => {
  const said = Object.entries(LIFE).map(([state, order]) => [
    state,
    scanParcel(parcelOf(order)),
    scanAtDoor(parcelOf(order)),
  ])
  expect(said).toEqual([
    ['unpaid', 'not ready', 'not ready'],
    ['held by the channel', 'not ready', 'not ready'],
    ['unknown to us', 'not ready', 'not ready'],
    ['to arrange', 'opened', 'not ready'],
    ['arranged', 'opened', 'not ready'],
    ['label printed', 'opened', 'not ready'],
    ['packed', 'already packed', 'right'],
    ['handed over', 'already handed over', 'already handed over'],
    ['partly shipped', 'already handed over', 'already handed over'],
    ['on its way', 'already handed over', 'already handed over'],
    ['delivery failed', 'already handed over', 'already handed over'],
    ['delivered', 'already handed over', 'already handed over'],
    ['completed', 'already handed over', 'already handed over'],
    ['return under way', 'already handed over', 'already handed over'],
    ['sent back', 'already handed over', 'already handed over'],
    ['cancel requested', 'cancel requested', 'not ready'],
    ['cancel requested after packing', 'already packed', 'cancel requested'],
    ['held here', 'held', 'held'],
    ['held here after packing', 'held', 'held'],
    ['packed, then held by the channel', 'not ready', 'not ready'],
    ['cancelled', 'cancelled', 'cancelled'],
    ['cancelled after packing', 'cancelled', 'cancelled'],
    ['cancelled while held', 'cancelled', 'cancelled'],
    ['cancelled on its way', 'cancelled', 'cancelled'],
  ])
})

test('a parcel may be closed, and may leave, in these states and no others', () => {
  const outcome = (act: () => OrderDocument, order: OrderDocument) => {
    try {
      return act() === order ? 'stays as it is' : 'done'
    } catch (problem) {
      return (problem as { code: string }).code
    }
  }
  const outcomes = Object.entries(LIFE).map(([state, order]) => [
    state,
    outcome(() => packed(parcelOf(order), AT), order),
    outcome(() => handedOver(parcelOf(order), AT), order),
  ])
  expect(outcomes).toEqual([
    ['unpaid', 'ORDER_NOT_READY', 'ORDER_NOT_PACKED'],
    ['held by the channel', 'ORDER_NOT_READY', 'ORDER_NOT_PACKED'],
    ['unknown to us', 'ORDER_NOT_READY', 'ORDER_NOT_PACKED'],
    ['to arrange', 'done', 'ORDER_NOT_PACKED'],
    ['arranged', 'done', 'ORDER_NOT_PACKED'],
    ['label printed', 'done', 'ORDER_NOT_PACKED'],
    ['packed', 'stays as it is', 'done'],
    ['handed over', 'stays as it is', 'stays as it is'],
    ['partly shipped', 'ORDER_NOT_READY', 'stays as it is'],
    ['on its way', 'ORDER_NOT_READY', 'stays as it is'],
    ['delivery failed', 'ORDER_NOT_READY', 'stays as it is'],
    ['delivered', 'ORDER_NOT_READY', 'stays as it is'],
    ['completed', 'ORDER_NOT_READY', 'stays as it is'],
    ['return under way', 'ORDER_NOT_READY', 'stays as it is'],
    ['sent back', 'ORDER_NOT_READY', 'stays as it is'],
    ['cancel requested', 'done', 'ORDER_NOT_PACKED'],
    ['cancel requested after packing', 'stays as it is', 'done'],
    ['held here', 'ORDER_HELD', 'ORDER_HELD'],
    ['held here after packing', 'stays as it is', 'ORDER_HELD'],
    ['packed, then held by the channel', 'stays as it is', 'ORDER_NOT_READY'],
    ['cancelled', 'ORDER_CANCELLED', 'ORDER_CANCELLED'],
    ['cancelled after packing', 'ORDER_CANCELLED', 'ORDER_CANCELLED'],
    ['cancelled while held', 'ORDER_CANCELLED', 'ORDER_CANCELLED'],
    ['cancelled on its way', 'ORDER_CANCELLED', 'ORDER_CANCELLED'],
  ])
})

describe('goods', () => {
  const items = [anItem('LUK', 1), anItem('KWA', 2)]
  const scan = (key: string | null, lying: readonly ParcelItem[] = items, order = LIFE.arranged!) =>
    scanGoods(parcelOf(order, lying), key)

  test('the right piece is counted, and the last one makes the parcel complete', () => {
    const first = scan('KWA')
    expect(first).toMatchObject({ verdict: 'right', counted: 'KWA', items: [{ scanned: 0 }, { scanned: 1 }] })
    const second = scan('KWA', first.items)
    expect(second.verdict).toBe('right')
    expect(scan('LUK', second.items)).toMatchObject({ verdict: 'complete', items: [{ scanned: 1 }, { scanned: 2 }] })
  })

  test('the wrong goods, one piece too many and a code nobody knows count nothing', () => {
    const full = [anItem('LUK', 1, 1), anItem('KWA', 2, 1)]
    expect(scan('BLS', full)).toEqual({ verdict: 'wrong item', items: full, counted: null })
    expect(scan('LUK', full)).toEqual({ verdict: 'too many', items: full, counted: null })
    expect(scan(null, full)).toEqual({ verdict: 'unknown code', items: full, counted: null })
  })

  test('a complete parcel takes nothing more', () => {
    expect(scan('LUK', ALL_SCANNED).verdict).toBe('too many')
    expect(scan('BLS', ALL_SCANNED).verdict).toBe('wrong item')
  })

  test('each piece looks at the order again: a cancel, a hold and another station stop an open parcel', () => {
    expect(scan('LUK', items, LIFE.cancelled).verdict).toBe('cancelled')
    expect(scan('LUK', items, LIFE['held here']).verdict).toBe('held')
    expect(scan('LUK', ALL_SCANNED, LIFE.packed)).toMatchObject({ verdict: 'too many', counted: null })
    expect(scan('LUK', items, LIFE['on its way']).verdict).toBe('already handed over')
    expect(scan('LUK', items, LIFE.cancelled).counted).toBeNull()
  })

  test('a wish to cancel warned at the parcel; its goods are counted as ever', () => {
    expect(scan('LUK', items, LIFE['cancel requested'])).toMatchObject({ verdict: 'right', counted: 'LUK' })
  })
})

describe('closing and leaving', () => {
  test('a parcel closes at the moment its last piece was checked, once', () => {
    const closed = packed(parcelOf(LIFE.arranged!), AT)
    expect(closed.parcels[0]!.packedAt).toBe(SUNDAY)
    expect(packed(parcelOf(closed), { ...AT, at: SUNDAY + 1 })).toBe(closed)
  })

  test('it does not close while goods are missing, and says how many', () => {
    expect(() => packed(parcelOf(LIFE.arranged!, [anItem('LUK', 1), anItem('KWA', 2, 1)]), AT)).toThrowError(
      expect.objectContaining({ code: 'GOODS_MISSING', facts: { orderNumber: '261121LUMB0001', missing: 2 } }),
    )
  })

  test('a cancel tells when it came, also on a parcel that was packed before', () => {
    for (const act of [
      () => packed(parcelOf(LIFE['cancelled after packing']!), AT),
      () => handedOver(parcelOf(LIFE['cancelled after packing']!), AT),
    ])
      expect(act).toThrowError(
        expect.objectContaining({
          code: 'ORDER_CANCELLED',
          facts: { orderNumber: '261121LUMB0001', at: EARLIER, zone: 'WIB' },
        }),
      )
  })

  test('a channel order that leaves keeps the channel word; an own sale is completed by leaving', () => {
    expect(handedOver(parcelOf(LIFE.packed!), AT)).toMatchObject({
      channelState: 'arranged',
      parcels: [{ handedOverAt: SUNDAY, handedOverBy: 'owner' }],
      completedAt: null,
    })
    const own = anOrderDocument({ channel: 'own', channelState: 'to_arrange', packedAt: EARLIER })
    expect(handedOver(parcelOf(own), AT)).toMatchObject({
      channelState: 'completed',
      parcels: [{ handedOverAt: SUNDAY }],
      completedAt: SUNDAY,
    })
  })
})

describe('holding, setting aside, printing', () => {
  test('a parcel is held with a reason and released without a trace in its state', () => {
    const waiting = held(parcelOf(LIFE.arranged!), 'Alamat kurang jelas', SUNDAY)
    expect(waiting).toMatchObject({ parcels: [{ heldAt: SUNDAY, holdReason: 'Alamat kurang jelas' }] })
    expect(held(parcelOf(waiting), 'Alamat kurang jelas', SUNDAY + 1)).toBe(waiting)
    expect(held(parcelOf(waiting), 'Tunggu stok', SUNDAY + 1)).toMatchObject({
      parcels: [{ heldAt: SUNDAY, holdReason: 'Tunggu stok' }],
    })
    expect(released(parcelOf(waiting))).toEqual(LIFE.arranged)
    expect(released(parcelOf(LIFE.arranged!))).toBe(LIFE.arranged)
  })

  test('what is cancelled or gone cannot be held', () => {
    for (const state of ['cancelled', 'on its way', 'handed over'])
      expect(held(parcelOf(LIFE[state]!), 'Tunggu', SUNDAY)).toBe(LIFE[state])
  })

  test('only a cancelled parcel is set aside, and only once', () => {
    const aside = setAside(parcelOf(LIFE['cancelled after packing']!), SUNDAY)
    expect(aside.parcels[0]!.setAsideAt).toBe(SUNDAY)
    expect(setAside(parcelOf(aside), SUNDAY + 1)).toBe(aside)
    expect(setAside(parcelOf(LIFE.packed!), SUNDAY)).toBe(LIFE.packed)
    expect(parcelStanding(parcelOf(aside))).toBe('cancelled')
  })

  test('a second print keeps the time of the first', () => {
    const first = labelPrinted(LIFE.arranged!, SUNDAY)
    expect(labelPrinted(first, SUNDAY + 1).parcels[0]!.printedAt).toBe(SUNDAY)
  })
})

describe('what must lie in a parcel', () => {
  const shelf = new Map(
    ['LUK', 'TRT'].map((id) => [
      id,
      { id, sku: id, productName: id, motif: '', colour: '', size: 'M', shelf: 'A', photoId: null, category: '' },
    ]),
  )
  const order = anOrderDocument({
    lines: [
      aLine({ line: 1, listingId: 'shirt', pieces: 2 }),
      aLine({ line: 2, listingId: 'set', pieces: 3 }),
      aLine({ line: 3, listingId: 'mystery', pieces: 1 }),
    ],
  })
  const goods = new Map([
    [1, [{ variantId: 'LUK', pieces: 1 }]],
    [
      2,
      [
        { variantId: 'LUK', pieces: 1 },
        { variantId: 'TRT', pieces: 2 },
      ],
    ],
  ])
  const unmapped = new Map([['mystery', { productName: 'Selendang', variationName: 'Merah,XL', sku: '' }]])
  const itemsWith = (scans: [string, number][]) =>
    parcelItems(order, order.parcels[0]!, goods, { shelf, unmapped }, new Map(scans))

  test('a bundle is taken apart, and its shirt lies on the same heap as a shirt of its own', () => {
    expect(itemsWith([]).map(({ key, pieces, scanned }) => [key, pieces, scanned])).toEqual([
      ['LUK', 5, 0],
      ['TRT', 6, 0],
      ['listing/mystery', 1, 0],
    ])
  })

  test('goods without an SKU go by the words of the channel', () => {
    expect(itemsWith([])[2]).toMatchObject({ variantId: null, name: 'Selendang', colour: 'Merah', size: 'XL' })
  })

  test('pieces scanned before are remembered', () => {
    expect(itemsWith([['LUK', 4]]).map(({ scanned }) => scanned)).toEqual([4, 0, 0])
  })

  test('what lies inside and is not asked for any more is an item of no pieces, to be taken out', () => {
    expect(itemsWith([['LUK', 6]]).map(({ key, pieces, scanned }) => [key, pieces, scanned])).toEqual([
      ['LUK', 5, 6],
      ['TRT', 6, 0],
      ['listing/mystery', 1, 0],
    ])
  })
})
