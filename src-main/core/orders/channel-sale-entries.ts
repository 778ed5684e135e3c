import { divRound } from '../../../src-shared/kernel/allocate.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Entry, EntryLine } from '../effects.ts'
import { credit, debit, moved } from '../entry-lines.ts'
import { issueKeys, type NamedLine } from './named-lines.ts'
import type { OrderDocument } from './order-document.ts'
import { isCancelled, leftAt, orderAmounts, soldAt } from './order-life.ts'

type OrderMemo =
  | 'goods sent'
  | 'cancelled after sending'
  | 'sale'
  | 'cost of goods'
  | 'sale returned'
  | 'goods returned'

/** Where the money of a channel waits, and where its sales are booked. */
const CHANNEL_ACCOUNTS = {
  shopee: { receivable: '1201', sales: '4101' },
  tiktok: { receivable: '1202', sales: '4102' },
} as const

/** Sent goods are in transit; the completed order is revenue with its cost; what comes back waits to be inspected. */
export function channelSaleEntries(
  order: OrderDocument,
  lines: readonly NamedLine[],
  dayOf: (at: Instant) => string,
): Entry[] {
  const left = leftAt(order)
  if (left === null) return []
  const { receivable, sales } = CHANNEL_ACCOUNTS[order.channel as 'shopee']
  const { grossSales, sellerDiscount, sellerVoucher, sellerCoins, net } = orderAmounts(order)
  const all = lines.flatMap(issueKeys)
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

  const returned = returnedLines(order, lines)
  const goodsBack = (from: string, at: Instant) =>
    entry(
      'returned goods',
      at,
      'goods returned',
      returned.flatMap((back) =>
        moved(from, '1305', issueKeys(back)).map((side) => ({
          ...side,
          part: { pieces: back.pieces, of: back.line.pieces },
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
  if (returned.length > 0) {
    const refund = divRound(
      net,
      returned.reduce((sum, { value }) => sum + value, 0),
      Math.max(1, orderAmounts(order).goodsValue),
    )
    entries.push(
      entry('return', sold, 'sale returned', [debit('4201', refund), credit(receivable, refund)]),
      goodsBack('5101', sold),
    )
  }
  return entries
}

/** Lines that came back. A return whose pieces the channel does not name is a return of everything. */
function returnedLines(order: OrderDocument, lines: readonly NamedLine[]) {
  const named = order.lines.some(({ returnedPieces }) => returnedPieces > 0)
  const wholeOrder = order.channelState === 'returned' && !named
  return lines
    .map((of) => ({ ...of, pieces: wholeOrder ? of.line.pieces : Math.min(of.line.returnedPieces, of.line.pieces) }))
    .filter(({ pieces }) => pieces > 0)
    .map((of) => ({ ...of, value: of.line.price * of.pieces }))
}
