import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { MoneyLine, OrderSnapshot } from '../../../../../src-shared/orders/order.ts'
import { type ItemLine, linesByParcel, mergeTwins, snapshotLine } from '../orders/item-line.ts'
import type { OrderDraft, OrderFinding, OrderList } from '../orders/order-list.ts'
import { takenOnce } from '../orders/taken-once.ts'
import { COLUMNS, type Field } from './columns.ts'
import { daysOfInvoice, invoiceDay } from './invoice-day.ts'
import { readItemLine, type TokopediaLine } from './item-line.ts'
import { completed, contradictions, readStatement, type Statement } from './statement.ts'
import { statusParts, tokopediaState } from './statuses.ts'

type Draft = OrderDraft<Field, Statement, TokopediaLine>

/** Tokopedia's sales report `Laporan Penjualan`; its orders go into a shop of the channel that Tokopedia has become part of. */
export const TOKOPEDIA_SALES: OrderList<Field, Statement, TokopediaLine> = {
  kind: 'tokopedia sales',
  channel: 'tiktok',
  table: COLUMNS,
  itemFields: new Set([
    'productName',
    'sku',
    'buyerNote',
    'sellerNote',
    'pieces',
    'listPrice',
    'price',
    'subsidy',
    'voucher',
    'offerDiscount',
    'takenOff',
  ]),
  fields: { price: 'price', pieces: 'pieces', productName: 'productName', status: 'status' },
  worth: ['listPrice', 'price'],
  holdDays(cells, numberedOn) {
    if (numberedOn === null) return
    const { paid, done } = daysOfInvoice(numberedOn)
    cells.holdDay('paidAt', paid)
    for (const field of ['completedOn', 'cancelledOn', 'shippedOn'] as const) cells.holdDay(field, done)
  },
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
  forget(statement, field) {
    if (field === 'shippingPaid') statement.shippingPaid = null
  },
  dayOfNumber: invoiceDay,
  latestMoment({ numberedOn, statement: { paidAt, shippedAt, completedAt, cancelledAt } }) {
    return Math.max(numberedOn ?? 0, paidAt ?? 0, shippedAt ?? 0, completedAt ?? 0, cancelledAt ?? 0)
  },
  snapshotOf,
  statusLabel: (rawStatus) => statusParts(rawStatus).label,
  report: (_layout, snapshots) =>
    snapshots.length > 0 && snapshots.every(({ state }) => state === 'cancelled') ? 'cancellation' : 'all',
}

const sumOf = (lines: readonly TokopediaLine[], of: (line: TokopediaLine) => Rupiah): Rupiah =>
  lines.reduce((all, line) => all + of(line), 0)

/** `Total Penjualan` is the goods at `Harga Jual` with the shipping that was paid in cash, once per invoice. */
function settled(draft: Draft): OrderFinding<Field>[] {
  const stated = draft.statement.buyerPayment ?? 0
  const owed = (lines: readonly TokopediaLine[]) =>
    sumOf(lines, ({ price, pieces }) => price * pieces) + (draft.statement.shippingPaid ?? 0)
  const unsent = sumOf(draft.lines, ({ price, takenOff }) => price * takenOff)
  if (unsent !== 0 && stated === owed(draft.lines) - unsent) return []
  return takenOnce(draft, stated, owed)
}

function snapshotOf(draft: Draft, asOf: Pick<OrderSnapshot, 'atLeast' | 'atMost'>): OrderSnapshot {
  const { statement, number } = draft
  const { reason } = statusParts(statement.status)
  const [, courier = statement.courier, service = ''] = /^([^(]*)\((.*)\)$/.exec(statement.courier) ?? []
  return {
    channel: 'tiktok',
    number,
    state: tokopediaState(statement.status),
    rawStatus: statement.status.replace(/\s+/g, ' '),
    tellsOfFailure: false,
    ...asOf,
    placedAt: draft.numberedOn ?? statement.paidAt,
    paidAt: statement.paidAt,
    arrangedAt: null,
    shippedAt: statement.shippedAt,
    deliveredAt: null,
    completedAt: statement.completedAt,
    cancelledAt: statement.cancelledAt,
    shipBy: null,
    cancelReason: reason,
    paymentMethod: '',
    isCod: /^(ya|yes|true)$/i.test(statement.cod),
    shippingService: service.trim(),
    courier: courier.trim(),
    trackingNumber: statement.trackingNumber,
    isPickup: null,
    buyerNote: statement.buyerNote,
    sellerNote: statement.sellerNote,
    recipient: statement.recipient,
    lines: mergeTwins(linesByParcel(sentLines(draft.lines))).map(snapshotLine),
    money: moneyLines(draft),
    buyerPayment: statement.buyerPayment ?? 0,
  }
}

/** The goods that were sent, where the seller sent a part; all of them where none was. */
function sentLines(lines: readonly TokopediaLine[]): ItemLine[] {
  const goods = lines.map(({ takenOff, subsidy: _, voucher: __, offerDiscount: ___, ...line }) => ({ line, takenOff }))
  const sent = goods.flatMap(({ line, takenOff }) => {
    const pieces = line.pieces - takenOff
    return pieces === 0 ? [] : [{ ...line, pieces, sellerDiscount: (line.listPrice - line.price) * pieces }]
  })
  return sent.length > 0 ? sent : goods.map(({ line }) => line)
}

/** Tokopedia's part of a voucher is `Jumlah Subsidi Tokopedia`; only what that leaves was the seller's own. */
function moneyLines({ statement, lines, layout }: Draft): MoneyLine[] {
  const named = (field: Field) => layout.columns.get(field)?.heading ?? COLUMNS.headings[field][0]
  const voucher = sumOf(lines, (line) => line.voucher)
  const subsidy = sumOf(lines, (line) => line.subsidy)
  const money: MoneyLine[] = [
    { name: named('voucher'), kind: 'seller voucher', amount: Math.max(voucher - subsidy, 0) },
    { name: named('subsidy'), kind: 'channel voucher', amount: subsidy },
    { name: named('offerDiscount'), kind: 'seller discount', amount: sumOf(lines, (line) => line.offerDiscount) },
  ]
  const told = money.filter(({ name }) => [...layout.columns.values()].some(({ heading }) => heading === name))
  if (statement.shippingPaid === null) return told
  return [...told, { name: named('shippingPaid'), kind: 'shipping paid by buyer', amount: statement.shippingPaid }]
}
