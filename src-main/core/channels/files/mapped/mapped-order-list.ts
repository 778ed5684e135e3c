import type { FileMapping, MappedOrderField, WordMeaning } from '../../../../../src-shared/channels/file-mapping.ts'
import type { Instant } from '../../../../../src-shared/kernel/business-day.ts'
import { LARGEST_PRICE } from '../../../../../src-shared/kernel/limits.ts'
import { formatNumber, type Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import { mayHaveLostThousands } from '../../../../../src-shared/kernel/written-amount.ts'
import type {
  ChannelState,
  MoneyKind,
  MoneyLine,
  OrderSnapshot,
  Recipient,
} from '../../../../../src-shared/orders/order.ts'
import { type ItemLine, linesByParcel, mergeTwins, snapshotLine } from '../orders/item-line.ts'
import type { OrderDraft, OrderFinding, OrderList } from '../orders/order-list.ts'
import type { RowReader } from '../reading/row-reader.ts'
import type { FoundMapping, MappedKey } from './mapped-layout.ts'
import { normalWord } from './survey.ts'

/** Amounts of an order as a whole, and what they mean for the books. */
const ORDER_MONEY = {
  sellerVoucher: 'seller voucher',
  channelVoucher: 'channel voucher',
  shippingPaid: 'shipping paid by buyer',
} as const satisfies Partial<Record<MappedOrderField, MoneyKind>>
type OrderMoneyField = keyof typeof ORDER_MONEY
const ORDER_MONEY_FIELDS = Object.keys(ORDER_MONEY) as OrderMoneyField[]
type AmountField = OrderMoneyField | 'buyerPayment'
const AMOUNT_FIELDS: readonly AmountField[] = [...ORDER_MONEY_FIELDS, 'buyerPayment']

const MOMENTS = ['placedAt', 'paidAt', 'shippedAt', 'completedAt', 'shipBy'] as const
type MomentField = (typeof MOMENTS)[number]

interface Statement {
  status: string
  trackingNumber: string
  cancelReason: string
  paymentMethod: string
  courier: string
  buyerNote: string
  recipient: Recipient
  moments: Record<MomentField, Instant | null>
  amounts: Record<AmountField, Rupiah | null>
}

/** One row's item, with what the row says of its state and of amounts that are added up over the rows. */
export interface MappedLine extends ItemLine {
  state: ChannelState | null
  rawStatus: string
}

type Draft = OrderDraft<MappedKey, Statement, MappedLine>

/** What was taught of a layout, as a kind of order list like any other. */
export function mappedOrderList({
  mapping,
  columns,
  layout,
}: FoundMapping): OrderList<MappedKey, Statement, MappedLine> {
  const has = (field: MappedOrderField) => columns.has(field)
  const means = new Map<string, WordMeaning>(mapping.words.map(({ word, means }) => [normalWord(word), means]))
  const isPerRow = (field: AmountField) => columns.get(field)?.isPerRow === true
  const stateOf = (word: string): ChannelState | null =>
    (means.get(normalWord(word)) as ChannelState | undefined) ?? null

  const readMoment = (cells: RowReader<MappedKey>, field: MomentField) => (has(field) ? cells.moment(field) : null)
  const readText = (cells: RowReader<MappedKey>, field: MappedOrderField, length?: 'note' | 'address') =>
    has(field) ? cells.text(field, length) : ''
  const readShared = (cells: RowReader<MappedKey>, field: MappedOrderField) =>
    has(field) ? cells.sharedText(field) : ''
  const readAmount = (cells: RowReader<MappedKey>, field: AmountField): Rupiah | null => {
    if (!has(field)) return null
    const amount = field === 'buyerPayment' ? cells.amount(field) : cells.signedAmount(field)
    // some files write what somebody gave with a minus; the field says which way it goes
    return amount === null ? null : Math.abs(amount)
  }

  return {
    kind: 'mapped orders',
    channel: mapping.channel ?? 'other',
    table: layout.table,
    itemFields: ITEM_FIELDS,
    fields: {
      price: has('price') ? 'price' : 'lineTotal',
      pieces: 'pieces',
      productName: 'productName',
      status: 'status',
    },
    worth: ['price', 'listPrice', 'lineTotal'],

    readStatement(cells) {
      const status = cells.sharedText('status')
      return {
        status,
        trackingNumber: has('trackingNumber') ? cells.identifier('trackingNumber') : '',
        cancelReason: readShared(cells, 'cancelReason'),
        paymentMethod: readShared(cells, 'paymentMethod'),
        courier: readShared(cells, 'courier'),
        buyerNote: readText(cells, 'buyerNote', 'note'),
        recipient: {
          username: readText(cells, 'username'),
          name: readText(cells, 'recipientName'),
          phone: readText(cells, 'phone'),
          address: readText(cells, 'address', 'address'),
          city: readShared(cells, 'city'),
          province: readShared(cells, 'province'),
        },
        moments: Object.fromEntries(MOMENTS.map((field) => [field, readMoment(cells, field)])) as Statement['moments'],
        amounts: Object.fromEntries(
          AMOUNT_FIELDS.map((field) => [field, readAmount(cells, field)]),
        ) as Statement['amounts'],
      }
    },

    readLine(cells, waybill) {
      const rawStatus = cells.sharedText('status')
      const state = stateOf(rawStatus)
      if (rawStatus !== '' && state === null) cells.report('WORD_NOT_TAUGHT', 'status', rawStatus)
      const productName = cells.sharedText('productName')
      if (productName === '') cells.report('PRODUCT_NAME_MISSING', 'productName')
      const pieces = has('pieces') ? readPieces(cells) : 1
      const returnedPieces = has('returnedPieces') ? (cells.count('returnedPieces') ?? 0) : 0
      if (pieces !== null && returnedPieces > pieces) cells.report('NOT_A_QUANTITY', 'returnedPieces')
      const price = readPrice(cells, pieces, has('price'))
      const listPrice = has('listPrice') ? cells.amount('listPrice') : null
      if (price === null || pieces === null || productName === '') return null
      const highest = Math.max(listPrice ?? 0, price)
      if (highest * pieces > LARGEST_PRICE) {
        cells.report(
          'NOT_AN_AMOUNT',
          has('price') ? 'price' : 'lineTotal',
          `${formatNumber(pieces)} × ${formatNumber(highest)}`,
        )
        return null
      }
      return {
        productName,
        variationName: readShared(cells, 'variationName'),
        sku: readShared(cells, 'sku'),
        parentSku: '',
        waybill,
        grams: null,
        listPrice: highest,
        price,
        pieces,
        returnedPieces: state === 'returned' ? pieces : Math.min(returnedPieces, pieces),
        channelDiscount: 0,
        sellerDiscount: (highest - price) * pieces,
        state,
        rawStatus,
      }
    },

    contradictions(first, later) {
      const differs = (a: number | null, b: number | null) => a !== null && b !== null && a !== b
      return [
        ...MOMENTS.filter((field) => field !== 'shipBy' && field !== 'shippedAt').filter((field) =>
          differs(first.moments[field], later.moments[field]),
        ),
        ...AMOUNT_FIELDS.filter((field) => !isPerRow(field) && differs(first.amounts[field], later.amounts[field])),
      ]
    },

    completed(first, later) {
      const known = <Part extends object>(one: Part, other: Part): Part =>
        Object.fromEntries(
          Object.entries(one).map(([key, value]) => [
            key,
            value === null || value === '' ? other[key as keyof Part] : value,
          ]),
        ) as Part
      const amounts = Object.fromEntries(
        AMOUNT_FIELDS.map((field) => {
          const [one, more] = [first.amounts[field], later.amounts[field]]
          return [field, isPerRow(field) && one !== null && more !== null ? one + more : (one ?? more)]
        }),
      ) as Statement['amounts']
      return {
        ...known(first, later),
        recipient: known(first.recipient, later.recipient),
        moments: known(first.moments, later.moments),
        amounts,
      }
    },

    untold: ({ status }) => (status === '' ? [{ code: 'STATUS_MISSING', field: 'status' }] : []),

    settled(draft) {
      draft.lines = withStateToldOnce(draft.lines)
      return stateOfOrder(draft.lines) === null ? [CONTRADICTING] : []
    },

    paidInAll: ({ amounts }) => amounts.buyerPayment,
    lostAmounts: ({ lines, statement: { amounts } }) =>
      lostAgainstPayment(lines, amounts).map((at) => ({
        field: has('price') ? 'price' : 'lineTotal',
        line: at,
        amount: lines[at]!.price,
      })),
    forget(statement, field) {
      if (field in statement.amounts) statement.amounts[field as AmountField] = null
    },
    dayOfNumber: () => null,
    latestMoment: ({ statement: { moments } }) =>
      Math.max(moments.placedAt ?? 0, moments.paidAt ?? 0, moments.shippedAt ?? 0, moments.completedAt ?? 0),
    snapshotOf: (draft, asOf) => snapshotOf(draft, asOf, mapping),
    statusLabel: (rawStatus) => rawStatus,
    report: () => 'all',
  }
}

/** Lines whose small price, a thousandfold, is about what the buyer paid, where as it stands it is nowhere near. */
function lostAgainstPayment(lines: readonly MappedLine[], amounts: Statement['amounts']): number[] {
  const paid = (amounts.buyerPayment ?? 0) - (amounts.shippingPaid ?? 0)
  const small = lines.flatMap(({ price }, at) => (mayHaveLostThousands(price) ? [at] : []))
  const worth = (times: number) =>
    lines.reduce((sum, { price, pieces }) => sum + price * pieces * (mayHaveLostThousands(price) ? times : 1), 0)
  const [asItStands, asWritten] = [worth(1), worth(1000)]
  return paid > 2 * asItStands && paid > asWritten / 2 && paid < asWritten * 1.5 ? small : []
}

const CONTRADICTING: OrderFinding<MappedKey> = { code: 'ORDER_CONTRADICTS_ITSELF', field: 'status' }

const ITEM_FIELDS: ReadonlySet<MappedKey> = new Set<MappedOrderField>([
  'productName',
  'variationName',
  'sku',
  'pieces',
  'price',
  'lineTotal',
  'listPrice',
  'returnedPieces',
])

function readPieces(cells: RowReader<MappedKey>): number | null {
  const pieces = cells.count('pieces')
  if (pieces === 0 || cells.isBlank('pieces')) cells.report('NOT_A_QUANTITY', 'pieces')
  return pieces === 0 ? null : pieces
}

/** Per piece; of a total that does not fall into equal parts the row says too little. */
function readPrice(cells: RowReader<MappedKey>, pieces: number | null, hasPrice: boolean): Rupiah | null {
  const field = hasPrice ? 'price' : 'lineTotal'
  const amount = cells.amount(field)
  if (amount === null) {
    if (cells.isBlank(field)) cells.report('NOT_AN_AMOUNT', field)
    return null
  }
  if (hasPrice || pieces === null) return amount
  if (amount % pieces === 0) return amount / pieces
  cells.report('NOT_AN_AMOUNT', field, `${formatNumber(amount)} ÷ ${formatNumber(pieces)}`)
  return null
}

/** A state that only some rows of an order tell, and all of them alike, as where cells are merged, is that of its other rows. */
function withStateToldOnce(lines: MappedLine[]): MappedLine[] {
  const told = lines.filter(({ rawStatus }) => rawStatus !== '')
  const [first] = told
  if (!first || told.length === lines.length || told.some(({ state }) => state !== first.state)) return lines
  const { state, rawStatus } = first
  return lines.map((line) =>
    line.rawStatus === ''
      ? { ...line, state, rawStatus, returnedPieces: state === 'returned' ? line.pieces : line.returnedPieces }
      : line,
  )
}

/**
 * The state of an order of which each row tells its own: items that were cancelled are none of it any more, unless all were; items
 * that came back are counted so while the others stand. Null where the rest differ, since nobody knows which is so.
 */
export function stateOfOrder(lines: readonly Pick<MappedLine, 'state'>[]): ChannelState | null {
  const states = new Set(lines.map(({ state }) => state))
  if (states.has(null)) return null
  if (states.size > 1) states.delete('cancelled')
  if (states.size > 1) states.delete('returned')
  return states.size === 1 ? [...states][0]! : null
}

function snapshotOf(
  draft: Draft,
  asOf: Pick<OrderSnapshot, 'atLeast' | 'atMost'>,
  mapping: FileMapping,
): OrderSnapshot {
  const { statement, number } = draft
  const state = stateOfOrder(draft.lines) ?? 'unknown'
  const kept = draft.lines.filter((line) => line.state !== 'cancelled' || state === 'cancelled')
  const lines = mergeTwins(linesByParcel(kept.map(({ state: _, rawStatus: __, ...line }) => line))).map(snapshotLine)
  const { moments, amounts } = statement
  const money: MoneyLine[] = ORDER_MONEY_FIELDS.flatMap((field) => {
    const amount = amounts[field]
    return amount === null ? [] : [{ name: headingOf(mapping, field), kind: ORDER_MONEY[field], amount }]
  })
  return {
    channel: mapping.channel ?? 'other',
    number,
    state,
    rawStatus: kept.find((line) => line.state === state)?.rawStatus ?? statement.status,
    tellsOfFailure: mapping.words.some(({ means }) => means === 'delivery_failed'),
    tellsOfReturns: mapping.words.some(({ means }) => means === 'return_open'),
    ...asOf,
    placedAt: moments.placedAt,
    paidAt: moments.paidAt,
    arrangedAt: null,
    shippedAt: moments.shippedAt,
    deliveredAt: null,
    completedAt: moments.completedAt,
    cancelledAt: null,
    shipBy: moments.shipBy,
    cancelReason: statement.cancelReason,
    paymentMethod: statement.paymentMethod,
    isCod: /\bcod\b|bayar di tempat|cash on delivery/i.test(statement.paymentMethod),
    shippingService: '',
    courier: statement.courier,
    trackingNumber: statement.trackingNumber,
    isPickup: null,
    buyerNote: statement.buyerNote,
    sellerNote: '',
    recipient: statement.recipient,
    lines,
    money,
    buyerPayment: amounts.buyerPayment ?? 0,
  }
}

const headingOf = (mapping: FileMapping, field: string): string =>
  mapping.columns.find((column) => column.field === field)?.heading ?? field
