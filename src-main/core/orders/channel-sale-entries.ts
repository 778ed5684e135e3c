import { divRound } from '../../../src-shared/kernel/allocate.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Entry, EntryLine } from '../effects.ts'
import { credit, debit, moved } from '../entry-lines.ts'
import { CHANNEL_ACCOUNTS, type Marketplace } from '../ledger/channel-accounts.ts'
import type { OrderDocument } from './order-document.ts'
import { type GoodsByLine, issueKey, issueKeys, piecesBySku } from './order-goods.ts'
import { isCancelled, leftAt, soldAt } from './order-life.ts'
import { orderAmounts } from './order-money.ts'
import { returnedPieces, returnedValue } from './returned-pieces.ts'

type OrderMemo =
  | 'goods sent'
  | 'cancelled after sending'
  | 'sale'
  | 'cost of goods'
  | 'sale returned'
  | 'goods returned'

/** Sent goods are in transit; the completed order is revenue with its cost; what comes back waits to be inspected. */
export function channelSaleEntries(order: OrderDocument, goods: GoodsByLine, dayOf: (at: Instant) => string): Entry[] {
  const left = leftAt(order)
  if (left === null) return []
  const { receivable, sales } = CHANNEL_ACCOUNTS[order.channel as Marketplace]
  const { grossSales, sellerDiscount, sellerVoucher, sellerCoins, net } = orderAmounts(order)
  const sent = piecesBySku(order, goods)
  const all = issueKeys(sent)
  const entry = (effect: string, at: Instant, key: OrderMemo, sides: EntryLine[]): Entry => ({
    effect,
    book: 'usaha',
    day: dayOf(at),
    memo: memo(key, { order: order.number }),
    lines: sides,
  })
  const entries = [entry('transit', left, 'goods sent', moved('1301', '1303', all))]
  if (isCancelled(order))
    return [
      ...entries,
      entry('cancelled goods', order.cancelledAt ?? left, 'cancelled after sending', moved('1303', '1305', all)),
    ]

  const back = piecesBySku(order, goods, returnedPieces(order))
  const piecesSent = new Map(sent.map(({ variantId, pieces }) => [variantId, pieces]))
  const goodsBack = (from: AccountCode, at: Instant) =>
    entry(
      'returned goods',
      at,
      'goods returned',
      back.flatMap(({ variantId, pieces }) =>
        moved(from, '1305', [issueKey(variantId)]).map((side) => ({
          ...side,
          part: { pieces, of: piecesSent.get(variantId)! },
        })),
      ),
    )
  const sold = soldAt(order)
  // sent back before it ever counted as sold: there is no revenue to take back, only goods to be inspected
  if (sold === null)
    return order.channelState === 'returned' ? [...entries, goodsBack('1303', order.deliveredAt ?? left)] : entries
  entries.push(
    entry('sale', sold, 'sale', [
      debit(receivable, net),
      debit('4202', sellerDiscount + sellerVoucher),
      debit('4203', sellerCoins),
      credit(sales, grossSales),
    ]),
    entry('cost', sold, 'cost of goods', moved('1303', '5101', all)),
  )
  const valueBack = returnedValue(order)
  if (valueBack > 0) {
    const refund = divRound(net, valueBack, Math.max(1, orderAmounts(order).goodsValue))
    entries.push(entry('return', sold, 'sale returned', [debit('4201', refund), credit(receivable, refund)]))
  }
  return back.length > 0 ? [...entries, goodsBack('5101', sold)] : entries
}
