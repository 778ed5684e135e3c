import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { MoneyLine, OrderSnapshot } from '../../../../../src-shared/orders/order.ts'
import { linesByParcel, mergeTwins, snapshotLine } from '../orders/item-line.ts'
import { moneyLine } from '../orders/money-line.ts'
import type { OrderDraft, OrderFinding, OrderList } from '../orders/order-list.ts'
import { takenOnce } from '../orders/taken-once.ts'
import { COLUMNS, type Field, LINE_MONEY, LINE_MONEY_FIELDS, ORDER_MONEY, ORDER_MONEY_FIELDS } from './columns.ts'
import { readItemLine, type TiktokLine } from './item-line.ts'
import { completed, contradictions, readStatement, type Statement } from './statement.ts'
import { channelState, isSplit, wordOf } from './statuses.ts'

type Draft = OrderDraft<Field, Statement, TiktokLine>

/** TikTok Shop's order list, 60 to 63 columns, in which the orders of Tokopedia stand since the merger. */
export const TIKTOK_ORDERS: OrderList<Field, Statement, TiktokLine> = {
  kind: 'tiktok orders',
  channel: 'tiktok',
  table: COLUMNS,
  // every row names its order
  itemFields: new Set(),
  fields: { price: 'listPrice', pieces: 'pieces', productName: 'productName', status: 'status' },
  worth: ['listPrice', 'subtotalBefore', 'subtotalAfter', 'channelDiscount', 'sellerDiscount'],
  /** The row below the headings explains them: words where an order has its number and its pieces. */
  isNote: (cells) => /\s/.test(cells.written('number')) && !/\d/.test(cells.written('pieces')),
  holdDays: (cells) =>
    cells.holdCourse('placedAt', ['paidAt', 'arrangedAt', 'shippedAt', 'deliveredAt', 'cancelledAt']),
  readStatement,
  readLine: readItemLine,
  contradictions,
  completed,
  untold({ status, buyerPayment }) {
    const missing: OrderFinding<Field>[] = []
    if (status === '') missing.push({ code: 'STATUS_MISSING', field: 'status' })
    if (buyerPayment === null) missing.push({ code: 'NOT_AN_AMOUNT', field: 'buyerPayment' })
    return missing
  },
  settled,
  paidInAll: ({ buyerPayment }) => buyerPayment,
  lostAmounts: () => [],
  forget({ money }, field) {
    if (Object.hasOwn(ORDER_MONEY, field)) money[field as keyof Statement['money']] = null
  },
  dayOfNumber: () => null,
  latestMoment: ({ statement }) => Math.max(0, ...Object.values(statement.times).map((at) => at ?? 0)),
  snapshotOf,
  statusLabel: (rawStatus) => rawStatus,
  report: (_layout, snapshots) =>
    snapshots.length > 0 && snapshots.every(({ state }) => state === 'cancelled') ? 'cancellation' : 'all',
}

const sum = (amounts: readonly (Rupiah | null)[]): Rupiah => amounts.reduce<Rupiah>((all, each) => all + (each ?? 0), 0)

/** What the buyer owes by the other columns; the list prints the same as `Order Amount`. */
function owed({ money }: Statement, lines: readonly TiktokLine[]): Rupiah {
  const goods = lines.map((line) => line.listPrice * line.pieces - line.sellerDiscount - line.channelDiscount)
  const shares = lines.flatMap(({ money }) => [money.buyerServiceFee, money.shippingInsurance, money.itemInsurance])
  const discounts = lines.map(({ money }) => money.paymentDiscount)
  return sum(goods) + sum(shares) - sum(discounts) + (money.shippingPaid ?? 0) + (money.handlingFee ?? 0)
}

/**
 * Holds the rows of an order against what the buyer paid in all. Where two downloads were pasted together the same rows stand
 * twice: what one place tells is the order, unless all of it was paid for.
 */
function settled(draft: Draft): OrderFinding<Field>[] {
  const stated = draft.statement.buyerPayment ?? 0
  return takenOnce(draft, stated, (lines) => owed(draft.statement, lines))
}

function snapshotOf(draft: Draft, asOf: Pick<OrderSnapshot, 'atLeast' | 'atMost'>): OrderSnapshot {
  const { statement, number } = draft
  const goods = draft.lines.map(({ money: _, ...line }) => line)
  const { status, substatus, request, times } = statement
  const state = channelState({
    status,
    substatus,
    request,
    cameBack: goods.every(({ pieces, returnedPieces }) => pieces === returnedPieces),
    hasLeft: goods.some(({ isShipped }) => isShipped),
  })
  // of the others the state says it
  const told = goods.map(({ isShipped, ...line }) => (state === 'partly_shipped' ? { ...line, isShipped } : line))
  const lines = mergeTwins(isSplit(substatus) ? told : linesByParcel(told)).map(snapshotLine)
  return {
    channel: 'tiktok',
    number,
    state,
    rawStatus: wordOf(status, substatus),
    tellsOfFailure: false,
    tellsOfReturns: draft.layout.columns.has('request'),
    ...asOf,
    ...times,
    completedAt: null,
    shipBy: null,
    cancelReason: statement.cancelReason,
    paymentMethod: statement.paymentMethod,
    isCod: /\bcod\b|bayar di tempat|cash on delivery/i.test(statement.paymentMethod),
    shopFront: statement.shopFront,
    shippingService: statement.deliveryOption,
    courier: statement.courier,
    trackingNumber: statement.trackingNumber,
    isPickup: null,
    buyerNote: statement.buyerNote,
    sellerNote: statement.sellerNote,
    recipient: statement.recipient,
    lines,
    money: moneyLines(draft),
    buyerPayment: statement.buyerPayment ?? 0,
  }
}

/** A cell that says nothing is owed is a statement too; a blank one says nothing. */
function moneyLines({ statement, lines, layout }: Draft): MoneyLine[] {
  const named = (field: Field) => layout.columns.get(field)?.heading ?? ''
  const ofOrder = ORDER_MONEY_FIELDS.flatMap((field) => {
    const amount = statement.money[field]
    return amount === null ? [] : [moneyLine(named(field), ORDER_MONEY[field], amount)]
  })
  const ofLines = LINE_MONEY_FIELDS.flatMap((field) => {
    const amounts = lines.map(({ money }) => money[field])
    const isTold = amounts.some((amount) => amount !== null)
    return isTold ? [moneyLine(named(field), LINE_MONEY[field], sum(amounts))] : []
  })
  return [...ofOrder, ...ofLines]
}
