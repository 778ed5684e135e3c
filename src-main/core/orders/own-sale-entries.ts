import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Entry, EntryLine } from '../effects.ts'
import { credit, debit, moved } from '../entry-lines.ts'
import { type LeavingParcel, leavingKeys } from './goods-leaving.ts'
import { wasBeforeBooks } from './opening-goods.ts'
import type { OrderDocument } from './order-document.ts'
import type { ShopCalendar } from './order-facts.ts'
import { isCancelled, leftAt } from './order-life.ts'
import { orderAmounts } from './order-money.ts'
import { walletOf } from './own-sale.ts'

type OwnSaleMemo = 'prepayment' | 'prepayment refunded' | 'sale' | 'cost of goods'

/** Own sales: the goods leave and are sold in one step; money that came earlier waits as a prepayment. */
export function ownSaleEntries(
  order: OrderDocument,
  sent: readonly LeavingParcel[],
  calendar: ShopCalendar,
  dayOf: (at: Instant) => string,
): Entry[] {
  const left = leftAt(order)
  const cash = walletOf(order)
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
