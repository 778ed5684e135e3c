import { type MoneyKind, valueOfLine } from '../../../src-shared/orders/order.ts'
import type { OrderDocument } from './order-document.ts'

const sumOf = (order: OrderDocument, kinds: readonly MoneyKind[]) =>
  order.money.filter(({ kind }) => kinds.includes(kind)).reduce((total, { amount }) => total + amount, 0)

/** Money of an order as the books need it: positive rupiah, less what a channel took back of an amount by a negative line. */
export function orderAmounts(order: OrderDocument) {
  const sum = (of: (line: OrderDocument['lines'][number]) => number) =>
    order.lines.reduce((total, line) => total + of(line), 0)
  const grossSales = sum(({ listPrice, pieces }) => listPrice * pieces)
  const goodsValue = sum(valueOfLine)
  const sellerDiscount = sum((line) => line.sellerDiscount) + sumOf(order, ['seller discount'])
  const sellerVoucher = sumOf(order, ['seller voucher'])
  const sellerCoins = sumOf(order, ['seller coins'])
  const shippingPaid = order.channel === 'own' ? sumOf(order, ['shipping paid by buyer']) : 0
  return {
    grossSales,
    goodsValue,
    sellerDiscount,
    sellerVoucher,
    sellerCoins,
    shippingPaid,
    net: grossSales - sellerDiscount - sellerVoucher - sellerCoins,
  }
}
