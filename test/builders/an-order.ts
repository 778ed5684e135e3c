import type { Instant } from '../../src-shared/kernel/business-day.ts'
import type { MoneyKind, OrderSnapshot, SnapshotLine } from '../../src-shared/orders/order.ts'
import { SUNDAY } from './a-core.ts'

const HOUR = 3_600_000
let count = 0

/** What a channel says about one order; each step gives a new one, so a life is told by keeping the steps. */
export interface OrderTold {
  readonly number: string
  /** Price per piece after the seller's discount, unless the line says otherwise. */
  withLine(sku: string, pieces?: number, line?: Partial<SnapshotLine>): OrderTold
  withMoney(kind: MoneyKind, amount: number): OrderTold
  with(facts: Partial<OrderSnapshot>): OrderTold
  unpaid(asOf?: Instant): OrderTold
  toArrange(asOf?: Instant): OrderTold
  arranged(asOf?: Instant): OrderTold
  cancelRequested(asOf?: Instant): OrderTold
  /** Shopee's files give no shipping moment: the moment it was arranged stands for it. */
  inTransit(asOf?: Instant): OrderTold
  delivered(asOf?: Instant): OrderTold
  completed(asOf?: Instant): OrderTold
  cancelled(asOf?: Instant, reason?: string): OrderTold
  returned(asOf?: Instant): OrderTold
  snapshot(): OrderSnapshot
}

/** An order at Shopee, paid yesterday and arranged for the courier, to be sent before tonight. */
export function anOrder(number = `261121LUMB${String(++count).padStart(4, '0')}`): OrderTold {
  const serial = number.slice(-4)
  return told({
    channel: 'shopee',
    number,
    state: 'arranged',
    rawStatus: 'Perlu Dikirim',
    asOf: SUNDAY - HOUR,
    placedAt: SUNDAY - 24 * HOUR,
    paidAt: SUNDAY - 24 * HOUR + 120_000,
    arrangedAt: null,
    shippedAt: null,
    deliveredAt: null,
    completedAt: null,
    cancelledAt: null,
    shipBy: Date.parse('2026-11-22T16:59:00Z'),
    cancelReason: '',
    paymentMethod: 'ShopeePay',
    isCod: false,
    shippingService: 'Reguler (Cashless)',
    courier: 'SPX Standard',
    trackingNumber: `SPXID061734${serial}B`,
    isPickup: true,
    buyerNote: '',
    sellerNote: '',
    recipient: {
      username: `siti${serial}`,
      name: 'S***i',
      phone: '******16',
      address: 'Jl. K******* No. 12, Depok',
      city: 'KAB. SLEMAN',
      province: 'DI YOGYAKARTA',
    },
    lines: [],
    money: [],
    buyerPayment: 0,
  })
}

/** An order at TikTok Shop. */
export const aTikTokOrder = (): OrderTold =>
  anOrder(`5789${String(++count).padStart(14, '0')}`).with({ channel: 'tiktok' })

function told(known: OrderSnapshot): OrderTold {
  const next = (facts: Partial<OrderSnapshot>) => told({ ...known, ...facts })
  const shipped = (at: Instant) => ({ arrangedAt: known.arrangedAt ?? at, shippedAt: known.shippedAt ?? at })
  return {
    number: known.number,
    withLine(sku, pieces = 1, line = {}) {
      const price = line.price ?? 125_000
      const added: SnapshotLine = {
        productName: `Barang ${sku}`,
        variationName: '',
        sku,
        parentSku: '',
        listPrice: price,
        price,
        pieces,
        returnedPieces: 0,
        sellerDiscount: 0,
        channelDiscount: 0,
        weightGrams: null,
        ...line,
      }
      return next({ lines: [...known.lines, added], buyerPayment: known.buyerPayment + price * pieces })
    },
    withMoney: (kind, amount) => next({ money: [...known.money, { name: kind, kind, amount }] }),
    with: next,
    unpaid: (asOf = known.asOf) => next({ state: 'unpaid', rawStatus: 'Belum Bayar', paidAt: null, asOf }),
    toArrange: (asOf = known.asOf) => next({ state: 'to_arrange', trackingNumber: '', asOf }),
    arranged: (asOf = known.asOf) => next({ state: 'arranged', asOf }),
    cancelRequested: (asOf = known.asOf) => next({ state: 'cancel_requested', asOf }),
    inTransit: (asOf = known.asOf + HOUR) =>
      next({ state: 'in_transit', rawStatus: 'Sedang Dikirim', asOf, ...shipped(asOf) }),
    delivered: (asOf = known.asOf + HOUR) =>
      next({ state: 'delivered', rawStatus: 'Telah Dikirim', asOf, ...shipped(asOf) }),
    completed: (asOf = known.asOf + HOUR) =>
      next({ state: 'completed', rawStatus: 'Selesai', asOf, completedAt: asOf, ...shipped(asOf) }),
    cancelled: (asOf = known.asOf + HOUR, reason = 'Dibatalkan pembeli') =>
      next({ state: 'cancelled', rawStatus: 'Batal', asOf, cancelledAt: asOf, cancelReason: reason }),
    returned: (asOf = known.asOf + HOUR) => next({ state: 'returned', asOf, ...shipped(asOf) }),
    snapshot: () => known,
  }
}
