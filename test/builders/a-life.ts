import fc from 'fast-check'
import type { Instant } from '../../src-shared/kernel/business-day.ts'
import type { ChannelState, OrderSnapshot } from '../../src-shared/orders/order.ts'

const HOUR = 3_600_000
/** 1 November 2026, 00.00 WIB: the books begin. */
const START = Date.parse('2026-10-31T17:00:00Z')

/** Ways through the life of an order, as channels really tell them. */
const PATHS: ChannelState[][] = [
  ['unpaid', 'cancelled'],
  ['unpaid', 'to_arrange', 'arranged', 'in_transit', 'delivered', 'completed'],
  ['on_hold', 'to_arrange', 'arranged', 'partly_shipped', 'in_transit', 'completed'],
  ['to_arrange', 'arranged'],
  ['to_arrange', 'cancel_requested', 'arranged', 'in_transit', 'completed'],
  ['to_arrange', 'cancel_requested', 'cancelled'],
  ['arranged', 'in_transit', 'delivery_failed', 'in_transit', 'delivered'],
  ['arranged', 'in_transit', 'delivery_failed', 'cancelled'],
  ['arranged', 'in_transit', 'delivered', 'return_open', 'returned'],
  ['arranged', 'in_transit', 'completed', 'return_open', 'completed'],
  ['arranged', 'in_transit', 'completed', 'return_open', 'returned'],
  ['unknown', 'arranged', 'cancelled'],
]

/** The life of one order in few words, so that a counterexample can be read. */
export interface Life {
  path: ChannelState[]
  /** The same SKU may stand in it twice, at one price or at two. */
  lines: { sku: string; pieces: number; price: number; sellerDiscount: number }[]
  /** Hours from the first moment of the books. */
  placedAfter: number
  /** Hours between two statements. */
  step: number
  voucher: number
  /** Statements that keep silent about the times they could tell. */
  silent: boolean[]
  sentBack: 'all' | 'one piece'
  channel: 'shopee' | 'tiktok'
}

/** Lives of orders on these shelves; some goods have no SKU. */
export const aLife = (skus: readonly string[]): fc.Arbitrary<Life> =>
  fc.record({
    path: fc.constantFrom(...PATHS),
    lines: fc.array(
      fc.record({
        sku: fc.constantFrom(...skus, 'TANPA-SKU'),
        pieces: fc.integer({ min: 1, max: 3 }),
        price: fc.constantFrom(125_000, 99_000, 74_999),
        sellerDiscount: fc.constantFrom(0, 12_345),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    placedAfter: fc.integer({ min: -15 * 24, max: 20 * 24 }),
    step: fc.integer({ min: 1, max: 60 }),
    voucher: fc.constantFrom(0, 7_777),
    silent: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    sentBack: fc.constantFrom('all', 'one piece'),
    channel: fc.constantFrom('shopee', 'tiktok'),
  })

/** Everything the channel says about the order, oldest first. */
export function statementsOf(life: Life, number: string): OrderSnapshot[] {
  const { path, lines, step, voucher, silent, sentBack, channel } = life
  const placedAt = START + life.placedAfter * HOUR
  return path.map((state, at) => {
    const since = (...states: ChannelState[]): Instant | null => {
      const first = path.findIndex((each) => states.includes(each))
      return first === -1 || first > at || silent[at] ? null : placedAt + first * step * HOUR
    }
    return {
      channel,
      number,
      state,
      rawStatus: state,
      atLeast: placedAt + at * step * HOUR + 60_000,
      atMost: placedAt + at * step * HOUR + 60_000,
      placedAt,
      paidAt: state === 'unpaid' ? null : placedAt,
      arrangedAt: since('arranged', 'in_transit'),
      shippedAt: since('partly_shipped', 'in_transit'),
      deliveredAt: since('delivered'),
      completedAt: since('completed'),
      cancelledAt: since('cancelled'),
      shipBy: placedAt + 48 * HOUR,
      cancelReason: state === 'cancelled' ? 'Dibatalkan pembeli' : '',
      paymentMethod: 'ShopeePay',
      isCod: false,
      shippingService: 'Reguler',
      courier: 'SPX Standard',
      trackingNumber: '',
      isPickup: null,
      buyerNote: '',
      sellerNote: '',
      recipient: {
        username: 'siti',
        name: 'Siti',
        phone: '',
        address: 'Jl. Melati 1',
        city: 'SLEMAN',
        province: 'DIY',
      },
      lines: lines.map(({ sku, pieces, price, sellerDiscount }, index) => ({
        productName: `Barang ${sku}`,
        variationName: '',
        sku,
        parentSku: '',
        listPrice: price + sellerDiscount,
        price,
        pieces,
        returnedPieces: state === 'returned' && sentBack === 'one piece' && index === 0 ? 1 : 0,
        sellerDiscount: sellerDiscount * pieces,
        channelDiscount: 0,
        weightGrams: null,
      })),
      money: voucher === 0 ? [] : [{ name: 'Voucher', kind: 'seller voucher', amount: voucher }],
      buyerPayment: 100_000,
    }
  })
}
