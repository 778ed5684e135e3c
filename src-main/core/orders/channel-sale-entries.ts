import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Entry, EntryLine } from '../effects.ts'
import { credit, debit, moved } from '../entry-lines.ts'
import { channelAccounts } from '../ledger/channel-accounts.ts'
import { backSince } from './goods-back.ts'
import { type LeavingParcel, leavingKeys } from './goods-leaving.ts'
import type { OrderDocument } from './order-document.ts'
import { soldAt } from './order-life.ts'
import { orderAmounts } from './order-money.ts'
import { channelRefund } from './returned-pieces.ts'

type OrderMemo = 'goods sent' | 'sale' | 'cost of goods' | 'sale returned'

/** Sent goods are in transit; the completed order is revenue with its cost; what a buyer sends back cuts the sales. */
export function channelSaleEntries(
  order: OrderDocument,
  sent: readonly LeavingParcel[],
  dayOf: (at: Instant) => string,
): Entry[] {
  if (sent.length === 0) return []
  const { receivable, sales } = channelAccounts(order.channel)
  const { grossSales, sellerDiscount, sellerVoucher, sellerCoins, net } = orderAmounts(order)
  const entry = (effect: string, at: Instant, key: OrderMemo, sides: EntryLine[]): Entry => ({
    effect,
    book: 'usaha',
    day: dayOf(at),
    memo: memo(key, { order: order.number }),
    lines: sides,
  })
  const sold = soldAt(order)
  const entries = sent.map((parcel) =>
    entry(
      parcel.number === 1 ? 'transit' : `transit/${parcel.number}`,
      parcel.at,
      'goods sent',
      moved('1301', '1303', leavingKeys([parcel])),
    ),
  )
  if (sold === null) return entries
  entries.push(
    entry('sale', sold, 'sale', [
      debit(receivable, net),
      debit('4202', sellerDiscount + sellerVoucher),
      debit('4203', sellerCoins),
      credit(sales, grossSales),
    ]),
    entry('cost', sold, 'cost of goods', moved('1303', '5101', leavingKeys(sent))),
  )
  const refund = channelRefund(order)
  if (refund > 0) {
    const at = Math.max(sold, backSince(order)!)
    entries.push(entry('return', at, 'sale returned', [debit('4201', refund), credit(receivable, refund)]))
  }
  return entries
}
