import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { PaymentKind } from '../../../src-shared/orders/orders.ts'
import type { Entry, EntryLine } from '../effects.ts'
import { credit, debit, moved } from '../entry-lines.ts'
import { type LeavingParcel, leavingKeys } from './goods-leaving.ts'
import { wasBeforeBooks } from './opening-goods.ts'
import type { OrderDocument } from './order-document.ts'
import type { ShopCalendar } from './order-facts.ts'
import { isCancelled, leftAt } from './order-life.ts'
import { orderAmounts } from './order-money.ts'

/** Where the money of an own sale lands at once. */
export const PAYMENT_ACCOUNT: Record<PaymentKind, AccountCode> = {
  cash: '1101',
  transfer: '1110',
  'virtual account': '1110',
  'e-wallet': '1120',
  qris: '1140',
  card: '1140',
  paylater: '1140',
  cod: '1141',
  credit: '1210',
}

type OwnSaleMemo = 'prepayment' | 'prepayment refunded' | 'sale' | 'cost of goods'

/** Own sales: the goods leave and are sold in one step; money that came earlier waits as a prepayment. */
export function ownSaleEntries(
  order: OrderDocument,
  sent: readonly LeavingParcel[],
  calendar: ShopCalendar,
  dayOf: (at: Instant) => string,
): Entry[] {
  const left = leftAt(order)
  const cash = order.paidInto ?? PAYMENT_ACCOUNT[order.paymentMethod as PaymentKind]
  const { grossSales, sellerDiscount, shippingPaid, net } = orderAmounts(order)
  const total = net + shippingPaid
  const entries: Entry[] = []
  const add = (effect: string, at: Instant, key: OwnSaleMemo, sides: EntryLine[]) =>
    entries.push({ effect, book: 'usaha', day: dayOf(at), memo: memo(key, { order: order.number }), lines: sides })

  const paidBefore = order.paidAt !== null && (left === null || order.paidAt < left)
  if (paidBefore) {
    // what was paid before the books began lies in the cash that Saldo Awal counted
    const paidInto = wasBeforeBooks(order.paidAt!, calendar) ? '3101' : cash
    add('prepayment', order.paidAt!, 'prepayment', [debit(paidInto, total), credit('2103', total)])
  }
  if (isCancelled(order)) {
    if (paidBefore)
      add('refund', order.cancelledAt ?? order.paidAt!, 'prepayment refunded', [
        debit('2103', total),
        credit(cash, total),
      ])
    return entries
  }
  if (left === null) return entries
  add('sale', left, 'sale', [
    debit(paidBefore ? '2103' : cash, total),
    debit('4202', sellerDiscount),
    credit('4103', grossSales),
    credit('4301', shippingPaid),
  ])
  add('cost', left, 'cost of goods', moved('1301', '5101', leavingKeys(sent)))
  return entries
}
