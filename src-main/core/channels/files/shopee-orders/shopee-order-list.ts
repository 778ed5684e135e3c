import { formatNumber } from '../../../../../src-shared/kernel/rupiah.ts'
import { asInOnePlace, piecesOf, withoutRepetition } from '../orders/item-line.ts'
import type { OrderFinding, OrderList } from '../orders/order-list.ts'
import { normalHeading } from '../reading/heading-names.ts'
import { COLUMNS, type Field, ORDER_MONEY, type OrderMoneyField } from './columns.ts'
import { readItemLine } from './item-line.ts'
import { lostInOrder } from './lost-thousands.ts'
import { type Draft, latestMoment, snapshotOf } from './order-draft.ts'
import { dayOfNumber } from './order-number-day.ts'
import { leavesShippingOpen } from './payment-with-shipping.ts'
import { completed, contradictions, readStatement, type Statement } from './statement.ts'
import { statusLabel } from './statuses.ts'

/** Shopee's order downloads, layouts of 2019 to 2026: all orders, cancellations, failed deliveries. */
export const SHOPEE_ORDERS: OrderList<Field, Statement> = {
  kind: 'shopee orders',
  channel: 'shopee',
  table: COLUMNS,
  // rows that fill nothing else continue the order above them, as in files before 2021
  itemFields: new Set([
    'parentSku',
    'productName',
    'sku',
    'variationName',
    'listPrice',
    'price',
    'pieces',
    'returnedPieces',
    'subtotal',
    'totalDiscount',
    'sellerDiscount',
    'channelDiscount',
    'weight',
  ]),
  fields: { price: 'price', pieces: 'pieces', productName: 'productName', status: 'status' },
  holdDays(cells, numberedOn) {
    if (numberedOn !== null) cells.holdDay('placedAt', { from: numberedOn, to: numberedOn })
  },
  worth: ['price', 'listPrice'],
  readStatement,
  readLine: readItemLine,
  contradictions,
  completed,
  untold,
  settled,
  paidInAll: ({ buyerPayment }) => buyerPayment,
  lostAmounts({ lines, statement: { money, buyerPayment } }) {
    const amounts = { lines, money, buyerPayment: buyerPayment ?? 0 }
    return lostInOrder(amounts, (field) => COLUMNS.needed.includes(field))
  },
  forget({ money }, field) {
    if (isOrderMoney(field)) money[field] = null
  },
  dayOfNumber,
  latestMoment,
  snapshotOf,
  statusLabel,
  /** The cancellation list has the columns of the list of all orders and only cancelled ones in it. */
  report(layout, snapshots) {
    const failed = layout.columns.get('failedDelivery')?.heading ?? ''
    if (normalHeading(failed) === 'status pengiriman gagal') return 'failed delivery'
    const allCancelled = snapshots.length > 0 && snapshots.every(({ state }) => state === 'cancelled')
    return allCancelled ? 'cancellation' : 'all'
  },
}

const isOrderMoney = (field: Field): field is OrderMoneyField => Object.hasOwn(ORDER_MONEY, field)

function untold({ status, buyerPayment }: Statement): OrderFinding<Field>[] {
  const missing: OrderFinding<Field>[] = []
  if (status === '') missing.push({ code: 'STATUS_MISSING', field: 'status' })
  if (buyerPayment === null) missing.push({ code: 'NOT_AN_AMOUNT', field: 'buyerPayment' })
  return missing
}

function settled(draft: Draft): OrderFinding<Field>[] {
  const found = settledPieces(draft)
  if (!leavesShippingOpen(draft)) return found
  const value = formatNumber(draft.statement.buyerPayment ?? 0)
  return [...found, { code: 'SHIPPING_LEFT_OPEN', field: 'buyerPayment', value }]
}

/** Holds the pieces of the lines against the number the order states; an order pasted twice is taken once. */
function settledPieces(draft: Draft): OrderFinding<Field>[] {
  const stated = draft.statement.piecesInOrder
  const counted = piecesOf(draft.lines)
  if (stated === null || stated === 0) return pastedAgain(draft)
  if (stated === counted) return []
  const once = asInOnePlace(draft.lines, draft.againAt)
  const isWhole = once !== null && piecesOf(once) === stated
  draft.lines = (isWhole ? once : withoutRepetition(draft.lines, stated)) ?? draft.lines
  const value = `${formatNumber(stated)} ≠ ${formatNumber(counted)}`
  return [{ code: 'AMOUNTS_DO_NOT_ADD_UP', field: 'piecesInOrder', value }]
}

/** What a buyer does not pay of the price. */
const GIVEN: readonly OrderMoneyField[] = [
  'sellerVoucher',
  'channelVoucher',
  'channelBundleDiscount',
  'sellerBundleDiscount',
  'channelCoins',
  'cardDiscount',
]

/** Where the number of pieces is not stated: an order that stands in several places, all alike, is one unless all of it was paid for. */
function pastedAgain(draft: Draft): OrderFinding<Field>[] {
  const once = asInOnePlace(draft.lines, draft.againAt)
  if (once === null) return []
  const { money, buyerPayment } = draft.statement
  const goods = draft.lines.reduce((sum, { price, pieces }) => sum + price * pieces, 0)
  const given = GIVEN.reduce((sum, field) => sum + Math.abs(money[field] ?? 0), 0)
  if (buyerPayment && buyerPayment >= goods - given) return []
  draft.lines = once
  return [{ code: 'ROW_TWICE', field: 'number', value: '' }]
}
