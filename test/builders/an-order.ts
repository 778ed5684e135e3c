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
  unpaid(at?: Instant): OrderTold
  toArrange(at?: Instant): OrderTold
  arranged(at?: Instant): OrderTold
  cancelRequested(at?: Instant): OrderTold
  /** Shopee's files give no shipping moment: the moment it was arranged stands for it. */
  inTransit(at?: Instant): OrderTold
  delivered(at?: Instant): OrderTold
  completed(at?: Instant): OrderTold
  cancelled(at?: Instant, reason?: string): OrderTold
  returned(at?: Instant): OrderTold
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
    atLeast: SUNDAY - HOUR,
    atMost: SUNDAY - HOUR,
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

/** A statement made at the very moment it tells of. */
const asOf = (at: Instant) => ({ atLeast: at, atMost: at })

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
    unpaid: (at = known.atLeast) => next({ state: 'unpaid', rawStatus: 'Belum Bayar', paidAt: null, ...asOf(at) }),
    toArrange: (at = known.atLeast) => next({ state: 'to_arrange', trackingNumber: '', ...asOf(at) }),
    arranged: (at = known.atLeast) => next({ state: 'arranged', ...asOf(at) }),
    cancelRequested: (at = known.atLeast) => next({ state: 'cancel_requested', ...asOf(at) }),
    inTransit: (at = known.atLeast + HOUR) =>
      next({ state: 'in_transit', rawStatus: 'Sedang Dikirim', ...asOf(at), ...shipped(at) }),
    delivered: (at = known.atLeast + HOUR) =>
      next({ state: 'delivered', rawStatus: 'Telah Dikirim', ...asOf(at), ...shipped(at) }),
    completed: (at = known.atLeast + HOUR) =>
      next({ state: 'completed', rawStatus: 'Selesai', ...asOf(at), completedAt: at, ...shipped(at) }),
    cancelled: (at = known.atLeast + HOUR, reason = 'Dibatalkan pembeli') =>
      next({ state: 'cancelled', rawStatus: 'Batal', ...asOf(at), cancelledAt: at, cancelReason: reason }),
    returned: (at = known.atLeast + HOUR) => next({ state: 'returned', ...asOf(at), ...shipped(at) }),
    snapshot: () => known,
  }
}
