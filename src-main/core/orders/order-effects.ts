import { divRound } from '../../../src-shared/kernel/allocate.ts'
import { businessDay, type Instant } from '../../../src-shared/kernel/business-day.ts'
import type { PaymentKind } from '../../../src-shared/orders/orders.ts'
import type { Component } from '../catalog/goods.ts'
import { type Effects, type Entry, type EntryLine, type Movement, NO_EFFECTS } from '../effects.ts'
import type { OrderDocument, OrderDocumentLine } from './order-document.ts'
import { isCancelled, isHistory, isOpen, leftAt, orderAmounts, type ShopCalendar, soldAt } from './order-life.ts'

/** Goods of each line by line number; a line whose listing is not mapped to a SKU yet is absent. */
export type GoodsByLine = ReadonlyMap<number, readonly Component[]>

/** Where the money of a channel waits, and where its sales are booked. */
const CHANNEL_ACCOUNTS = {
  shopee: { receivable: '1201', sales: '4101' },
  tiktok: { receivable: '1202', sales: '4102' },
} as const

/** Where the money of an own sale lands at once. */
export const PAYMENT_ACCOUNT: Record<PaymentKind, string> = {
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

const debit = (account: string, amount: number): EntryLine => ({ account, amount })
const credit = (account: string, amount: number): EntryLine => ({ account, amount: -amount })
const moved = (from: string, to: string, costOf: string[]): EntryLine[] => [
  { account: to, side: 'debit', costOf },
  { account: from, side: 'credit', costOf },
]

/** One line with what leaves the shelf for it, and its name in effect keys. */
interface NamedLine {
  line: OrderDocumentLine
  key: string
  components: readonly Component[]
}

/** Keys are made of the goods; a listing that stands in an order at two prices has its second line counted. */
function namedLines(order: OrderDocument, goods: GoodsByLine): NamedLine[] {
  const seen = new Map<string, number>()
  return order.lines.map((line) => {
    const name = line.listingId ?? `line-${line.line}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { line, key: count === 1 ? name : `${name}/${count}`, components: goods.get(line.line) ?? [] }
  })
}

const issueKeys = ({ key, components }: NamedLine) => components.map(({ variantId }) => `issue/${key}/${variantId}`)

/**
 * Every effect one order must have, and nothing else in Lumbung decides that.
 * Open: its pieces are reserved. Left: goods issued, their cost waits as goods in transit. Sold: revenue and cost of goods.
 * Returned or cancelled after leaving: cost waits as goods to be inspected. Before the start day nothing is booked.
 */
export function effectsOf(order: OrderDocument, goods: GoodsByLine, calendar: ShopCalendar): Effects {
  if (isHistory(order, calendar)) return NO_EFFECTS
  const dayOf = (at: Instant) => {
    const day = businessDay(at, calendar.zone)
    return day < calendar.startDay ? calendar.startDay : day
  }
  const lines = namedLines(order, goods)
  const left = leftAt(order)
  // an own sale that is cancelled is a correction: its goods never left
  const issued = left !== null && !(order.channel === 'own' && isCancelled(order))
  return {
    reservations: isOpen(order) ? reservations(lines) : [],
    movements: issued ? issues(lines, left, dayOf) : [],
    entries: order.channel === 'own' ? ownSaleEntries(order, lines, dayOf) : channelSaleEntries(order, lines, dayOf),
  }
}

const reservations = (lines: readonly NamedLine[]) =>
  lines.flatMap(({ line, key, components }) =>
    components.map(({ variantId, pieces }) => ({
      effect: `reserve/${key}/${variantId}`,
      variantId,
      pieces: pieces * line.pieces,
    })),
  )

const issues = (lines: readonly NamedLine[], left: Instant, dayOf: (at: Instant) => string): Movement[] =>
  lines.flatMap(({ line, key, components }) =>
    components.map(({ variantId, pieces }) => ({
      effect: `issue/${key}/${variantId}`,
      kind: 'issue' as const,
      variantId,
      day: dayOf(left),
      at: left,
      pieces: -pieces * line.pieces,
      cost: 'average' as const,
    })),
  )

function channelSaleEntries(
  order: OrderDocument,
  lines: readonly NamedLine[],
  dayOf: (at: Instant) => string,
): Entry[] {
  const left = leftAt(order)
  if (left === null) return []
  const { receivable, sales } = CHANNEL_ACCOUNTS[order.channel as 'shopee']
  const { grossSales, sellerDiscount, sellerVoucher, sellerCoins, net } = orderAmounts(order)
  const all = lines.flatMap(issueKeys)
  const entry = (effect: string, at: Instant, memo: string, sides: EntryLine[]): Entry => ({
    effect,
    book: 'usaha',
    day: dayOf(at),
    memo: `${memo} ${order.number}`,
    lines: sides,
  })
  const entries = [entry('transit', left, 'Dikirim', moved('1301', '1303', all))]
  if (isCancelled(order))
    return [
      ...entries,
      entry('cancelled goods', order.cancelledAt ?? left, 'Batal setelah dikirim', moved('1303', '1305', all)),
    ]

  const returned = returnedLines(order, lines)
  const goodsBack = (from: string, at: Instant) =>
    entry(
      'returned goods',
      at,
      'Barang retur',
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
    entry('sale', sold, 'Penjualan', [
      debit(receivable, net),
      debit('4202', sellerDiscount + sellerVoucher),
      debit('4203', sellerCoins),
      credit(sales, grossSales),
    ]),
    entry('cost', sold, 'HPP', moved('1303', '5101', all)),
  )
  if (returned.length > 0) {
    const refund = divRound(
      net,
      returned.reduce((sum, { value }) => sum + value, 0),
      Math.max(1, orderAmounts(order).goodsValue),
    )
    entries.push(
      entry('return', sold, 'Retur', [debit('4201', refund), credit(receivable, refund)]),
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

/** Own sales: the goods leave and are sold in one step; money that came earlier waits as a prepayment. */
function ownSaleEntries(order: OrderDocument, lines: readonly NamedLine[], dayOf: (at: Instant) => string): Entry[] {
  const left = leftAt(order)
  const cash = PAYMENT_ACCOUNT[order.paymentMethod as PaymentKind]
  const { grossSales, sellerDiscount, shippingPaid, net } = orderAmounts(order)
  const total = net + shippingPaid
  const entries: Entry[] = []
  const add = (effect: string, at: Instant, memo: string, sides: EntryLine[]) =>
    entries.push({ effect, book: 'usaha', day: dayOf(at), memo: `${memo} ${order.number}`, lines: sides })

  const paidBefore = order.paidAt !== null && (left === null || order.paidAt < left)
  if (paidBefore) add('prepayment', order.paidAt!, 'Dibayar di muka', [debit(cash, total), credit('2103', total)])
  if (isCancelled(order)) {
    if (paidBefore)
      add('refund', order.cancelledAt ?? order.paidAt!, 'Dikembalikan', [debit('2103', total), credit(cash, total)])
    return entries
  }
  if (left === null) return entries
  add('sale', left, 'Penjualan', [
    debit(paidBefore ? '2103' : cash, total),
    debit('4202', sellerDiscount),
    credit('4103', grossSales),
    credit('4301', shippingPaid),
  ])
  add('cost', left, 'HPP', moved('1301', '5101', lines.flatMap(issueKeys)))
  return entries
}
