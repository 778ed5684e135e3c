import { addDays, type BusinessDay, businessDay, type Zone } from '../../src-shared/kernel/business-day.ts'
import type { MoneyKind, OrderSnapshot } from '../../src-shared/orders/order.ts'
import type { SettlementStatement } from '../../src-shared/settlements/settlement-file.ts'

/** Days between an order that is completed and its money in the balance. */
const DAYS_HELD = 2

/**
 * What a channel releases for the completed orders of a shop, under its own names of 2026: administration 8 and free shipping 4
 * percent at Shopee, commission 7 and dynamic commission 4 at TikTok Shop, Rp1.250 an order, an affiliate for some.
 */
export function sampleSettlements(
  orders: readonly OrderSnapshot[],
  zone: Zone,
  today: BusinessDay,
): SettlementStatement[] {
  return orders.flatMap((order) => {
    if (order.completedAt === null || order.state === 'returned') return []
    const releasedOn = addDays(businessDay(order.completedAt, zone), DAYS_HELD)
    return releasedOn > today ? [] : [settlementOf(order, releasedOn)]
  })
}

function settlementOf(order: OrderSnapshot, releasedOn: BusinessDay): SettlementStatement {
  const { price, discount, voucher } = pricesOf(order)
  const base = price - discount - voucher
  const share = (percent: number) => -Math.round((base * percent) / 100)
  const shipping = amountOf(order, 'shipping paid by buyer')
  const affiliate = isSoldByAffiliate(order.number) ? share(5) : 0
  const lines =
    order.channel === 'shopee'
      ? [
          { name: 'Harga Asli Produk', amount: price },
          { name: 'Total Diskon Produk', amount: -discount },
          { name: 'Voucher disponsor oleh Penjual', amount: -voucher },
          { name: 'Ongkir Dibayar Pembeli', amount: shipping },
          { name: 'Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim', amount: -shipping },
          { name: 'Biaya Komisi AMS', amount: affiliate },
          { name: 'Biaya Administrasi', amount: share(8) },
          { name: 'Biaya Gratis Ongkir XTRA', amount: share(4) },
          { name: 'Biaya Proses Pesanan', amount: -1_250 },
        ]
      : [
          { name: 'Subtotal before discounts', amount: price },
          { name: 'Seller discounts', amount: -discount - voucher },
          { name: 'Platform commission fee', amount: share(7) },
          { name: 'Dynamic commission', amount: share(4) },
          { name: 'Affiliate Commission', amount: affiliate },
          { name: 'Order processing fee', amount: -1_250 },
        ]
  const told = lines.filter(({ amount }) => amount !== 0)
  return {
    kind: 'order',
    orderNumber: order.number,
    reference: '',
    releasedOn,
    released: told.reduce((total, { amount }) => total + amount, 0),
    lines: told,
    description: '',
  }
}

const amountOf = ({ money }: OrderSnapshot, wanted: MoneyKind) =>
  money.filter(({ kind }) => kind === wanted).reduce((total, { amount }) => total + amount, 0)

function pricesOf(order: OrderSnapshot) {
  const sum = (of: (line: OrderSnapshot['lines'][number]) => number) =>
    order.lines.reduce((total, line) => total + of(line), 0)
  return {
    price: sum(({ listPrice, pieces }) => listPrice * pieces),
    discount: sum(({ sellerDiscount }) => sellerDiscount),
    voucher: amountOf(order, 'seller voucher'),
  }
}

/** One order in eight, always the same ones. */
const isSoldByAffiliate = (number: string): boolean =>
  [...number].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 9_973, 7) % 8 === 0
