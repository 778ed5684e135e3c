import { addDays, atWallClock, type BusinessDay, type Instant } from '../../src-shared/kernel/business-day.ts'
import type { ChannelState, MoneyLine, OrderSnapshot } from '../../src-shared/orders/order.ts'
import { sampleBuyer } from './buyers.ts'
import type { Dice } from './dice.ts'
import type { SampleProduct, SampleVariant } from './goods.ts'

const ZONE = 'WIB'
const HOUR = 3_600_000
const DAY = 24 * HOUR
const CODE = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

type Courier = readonly [service: string, courier: string]
const SHOPEE_COURIERS: readonly (readonly [Courier, number])[] = [
  [['Reguler (Cashless)', 'SPX Standard'], 62],
  [['Hemat Kargo', 'SPX Hemat'], 14],
  [['Reguler (Cashless)', 'J&T Express'], 16],
  [['Instant', 'SPX Instant'], 8],
]
const TIKTOK_COURIERS: readonly (readonly [Courier, number])[] = [
  [['Standard', 'J&T Express'], 84],
  [['Instant', 'GoSend Instan'], 16],
]
const SHOPEE_PAYMENTS = [
  ['SPayLater', 30],
  ['Saldo ShopeePay', 22],
  ['COD (Bayar di Tempat)', 26],
  ['Online Payment', 14],
  ['QRIS', 8],
] as const

/** How many orders one day brought: growing over the year, more at week ends, after lives and on twin dates. */
export function ordersOnDay(dice: Dice, day: BusinessDay, growth: number, channel: 'shopee' | 'tiktok'): number {
  const [, month = 1, date = 1] = day.split('-').map(Number)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const base = channel === 'shopee' ? 6.5 : 3.6
  const live = channel === 'tiktok' && [0, 2, 4].includes(weekday) ? 2.1 : 1
  const twin = month === date ? (month >= 9 ? 3.2 : 1.8) : 1
  const mean = base * (0.7 + 0.6 * growth) * live * twin
  return Math.max(0, Math.round(mean * (0.7 + 0.6 * dice.roll())))
}

interface Placed {
  day: BusinessDay
  today: Instant
  channel: 'shopee' | 'tiktok'
  products: readonly SampleProduct[]
}

/** One order as the channel would tell it today. */
export function sampleOrder(dice: Dice, { day, today, channel, products }: Placed): OrderSnapshot {
  const placedAt = Math.min(
    atWallClock(
      day,
      dice.weighted([
        [9, 2],
        [12, 2],
        [16, 2],
        [20, 5],
        [21, 4],
        [7, 1],
      ]),
      dice.between(0, 59),
      0,
      ZONE,
    ),
    today - dice.between(3, 90) * 60_000,
  )
  const age = today - placedAt
  const [shippingService, courier] =
    channel === 'shopee' ? dice.weighted(SHOPEE_COURIERS) : dice.weighted(TIKTOK_COURIERS)
  const instant = /inst/i.test(courier)
  const state = stateByAge(dice, age, instant)
  const reached = (...states: ChannelState[]) => states.includes(state)
  const paidAt = state === 'unpaid' ? null : placedAt + dice.between(1, 25) * 60_000
  const wasShipped = reached('in_transit', 'delivered', 'completed', 'return_open', 'returned', 'delivery_failed')
  const arrangedAt =
    wasShipped || state === 'arranged' ? Math.min(placedAt + dice.between(4, 20) * HOUR, today - 20 * 60_000) : null
  const completedAt = reached('completed', 'return_open', 'returned')
    ? Math.min(arrangedAt! + dice.between(3, 6) * DAY, today - HOUR)
    : null
  const lines = sampleLines(dice, products, channel)
  if (state === 'returned') lines[0]!.returnedPieces = lines[0]!.pieces
  const goods = lines.reduce((total, { price, pieces }) => total + price * pieces, 0)
  const voucher = dice.chance(0.22) ? 5_000 * dice.between(1, 3) : 0
  const shipping = dice.pick([0, 0, 9_000, 12_000, 15_000, 18_500])
  const money: MoneyLine[] = [
    ...(voucher
      ? [
          {
            name: channel === 'shopee' ? 'Voucher Ditanggung Penjual' : 'Seller co-funded voucher discount',
            kind: 'seller voucher' as const,
            amount: voucher,
          },
        ]
      : []),
    ...(shipping
      ? [
          {
            name: channel === 'shopee' ? 'Ongkos Kirim Dibayar oleh Pembeli' : 'Shipping Fee After Discount',
            kind: 'shipping paid by buyer' as const,
            amount: shipping,
          },
        ]
      : []),
  ]
  const paymentMethod =
    channel === 'shopee'
      ? dice.weighted(SHOPEE_PAYMENTS)
      : dice.pick(['Transfer bank', 'GoPay', 'Bayar di tempat', 'QRIS'])
  return {
    channel,
    number:
      channel === 'shopee'
        ? day.slice(2).replaceAll('-', '') + dice.text(8, CODE)
        : `5789${dice.text(14, '0123456789')}`,
    state,
    rawStatus: RAW[channel][state] ?? '',
    // a return is told of some days after the sale, not on the morning the file is read
    atLeast: state === 'returned' ? Math.min(today, completedAt! + 2 * DAY) : today,
    atMost: today,
    placedAt,
    paidAt,
    arrangedAt,
    shippedAt: wasShipped ? arrangedAt : null,
    deliveredAt: reached('delivered', 'completed') ? Math.min(arrangedAt! + 2 * DAY, today - 2 * HOUR) : null,
    completedAt,
    cancelledAt: state === 'cancelled' ? Math.min(placedAt + dice.between(1, 9) * HOUR, today - 10 * 60_000) : null,
    shipBy: instant ? placedAt + 3 * HOUR : atWallClock(addDays(day, 1), 23, 59, 0, ZONE),
    cancelReason: state === 'cancelled' ? 'Dibatalkan oleh Pembeli. Alasan: Ubah pesanan' : '',
    paymentMethod,
    isCod: /COD|tempat/.test(paymentMethod),
    shippingService,
    courier,
    trackingNumber:
      arrangedAt === null
        ? ''
        : channel === 'shopee'
          ? courier.startsWith('J&T')
            ? `JP${dice.text(10, '0123456789')}`
            : `SPXID${dice.text(12, '0123456789')}`
          : `JX${dice.text(10, '0123456789')}`,
    isPickup: true,
    buyerNote: dice.chance(0.06)
      ? dice.pick(['Tolong bungkus kado, tanpa nota.', 'Mohon dicek ukurannya ya.', 'Kirim hari ini kalau bisa.'])
      : '',
    sellerNote: '',
    recipient: sampleBuyer(dice, reached('completed', 'cancelled', 'returned')),
    lines,
    money,
    buyerPayment: goods - voucher + shipping,
  }
}

const RAW: Record<'shopee' | 'tiktok', Partial<Record<ChannelState, string>>> = {
  shopee: {
    unpaid: 'Belum Bayar',
    to_arrange: 'Perlu Dikirim',
    arranged: 'Perlu Dikirim',
    cancel_requested: 'Permintaan Pembatalan',
    in_transit: 'Sedang Dikirim',
    delivered: 'Telah Dikirim',
    completed: 'Selesai',
    cancelled: 'Batal',
    return_open: 'Pengembalian Diproses',
    returned: 'Pengembalian Selesai',
  },
  tiktok: {
    unpaid: 'Belum dibayar',
    to_arrange: 'Perlu dikirim',
    arranged: 'Menunggu pengambilan',
    cancel_requested: 'Permintaan pembatalan',
    in_transit: 'Sedang transit',
    delivered: 'Terkirim',
    completed: 'Selesai',
    cancelled: 'Dibatalkan',
    return_open: 'Return/Refund',
    returned: 'Return/Refund',
  },
}

function stateByAge(dice: Dice, age: number, instant: boolean): ChannelState {
  if (age < 14 * HOUR && !instant)
    return dice.weighted([
      ['to_arrange', 46],
      ['arranged', 44],
      ['unpaid', 4],
      ['cancelled', 3],
      ['cancel_requested', 3],
    ])
  if (age < 2 * HOUR)
    return dice.weighted([
      ['to_arrange', 55],
      ['arranged', 45],
    ])
  if (age < 40 * HOUR)
    return dice.weighted([
      ['arranged', 26],
      ['in_transit', 66],
      ['cancelled', 6],
      ['cancel_requested', 2],
    ])
  if (age < 4 * DAY)
    return dice.weighted([
      ['in_transit', 88],
      ['delivered', 6],
      ['cancelled', 6],
    ])
  if (age < 7 * DAY)
    return dice.weighted([
      ['in_transit', 24],
      ['delivered', 30],
      ['completed', 40],
      ['cancelled', 6],
    ])
  if (age < 9 * DAY)
    return dice.weighted([
      ['completed', 92],
      ['cancelled', 5],
      ['return_open', 3],
    ])
  return dice.weighted([
    ['completed', 92.5],
    ['cancelled', 5.5],
    ['returned', 2],
  ])
}

function sampleLines(
  dice: Dice,
  products: readonly SampleProduct[],
  channel: 'shopee' | 'tiktok',
): OrderSnapshot['lines'] {
  const count = dice.weighted([
    [1, 72],
    [2, 22],
    [3, 6],
  ])
  const chosen = new Map<string, { product: SampleProduct; variant: SampleVariant; pieces: number }>()
  for (let index = 0; index < count; index++) {
    const product = dice.weighted(products.map((each) => [each, each.share] as const))
    const variant = dice.weighted(product.variants.map((each) => [each, each.share] as const))
    chosen.set(variant.id, {
      product,
      variant,
      pieces: dice.weighted([
        [1, 88],
        [2, 10],
        [3, 2],
      ]),
    })
  }
  return [...chosen.values()].map(({ product, variant, pieces }) => {
    const discount = dice.chance(channel === 'tiktok' ? 0.35 : 0.25)
      ? Math.round((variant.price * dice.pick([5, 8, 10])) / 100 / 500) * 500
      : 0
    return {
      productName: channel === 'shopee' ? `${product.name} Batik Jepara Katun Halus` : `${product.name} | Batik Ratna`,
      variationName: variant.size ? `${product.colour},${variant.size}` : product.colour,
      sku: variant.sku,
      parentSku: product.code,
      listPrice: variant.price,
      price: variant.price - discount,
      pieces,
      returnedPieces: 0,
      sellerDiscount: discount * pieces,
      channelDiscount: 0,
      weightGrams: variant.weightGrams,
    }
  })
}
