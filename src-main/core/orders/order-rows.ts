import type { Selectable } from 'kysely'
import type { MoneyLine } from '../../../src-shared/orders/order.ts'
import { TAB_OF } from '../../../src-shared/orders/orders.ts'
import type { OrderLineRow, OrderRecipientRow, SalesOrderRow } from '../database/schema.ts'
import { shownRow } from '../database/sealing.ts'
import {
  firstParcel,
  type OrderDocument,
  type OrderDocumentLine,
  type OrderFacts,
  type Statements,
} from './order-document.ts'
import { placedMoment } from './order-facts.ts'
import type { sentInsteadIn } from './sent-instead.repository.ts'
import { backSinceStated } from './state-order.ts'

/** An order document as rows, and rows as a document again: what a column means stands here, in both directions. */

const NO_STATEMENTS: Statements = { states: {}, newest: { atMost: 0, atLeast: 0 }, older: {}, nothing: [] }

/** What is done with facts of an order that cannot be read: nothing is settled on them, but it can be seen and cancelled. */
export type Damaged = 'refused' | 'left out'

/** Facts kept as JSON. */
export function factsIn<T>(text: string, nothing: T, damaged: Damaged): T {
  try {
    return JSON.parse(text) as T
  } catch (problem) {
    if (damaged === 'left out') return nothing
    throw problem
  }
}

export const flag = (value: boolean) => (value ? 1 : 0)

/** Ascending by this key a list stands as people want it: to ship by deadline, everything else newest first. */
const NO_DEADLINE = 9_000_000_000_000
const sortKey = (document: OrderDocument, facts: OrderFacts) =>
  TAB_OF[facts.state] === 'to_ship' ? (document.shipBy ?? NO_DEADLINE) : -placedMoment(document)

/** In the tab of no list. */
const WITHDRAWN = 'withdrawn'

/** What is remembered of statements, with the pieces that buyers asked to send back by line. */
export function statementsText({ statements, lines }: Pick<OrderDocument, 'statements' | 'lines'>): string {
  const asked = lines.filter(({ askedPieces }) => askedPieces > 0).map(({ line, askedPieces }) => [line, askedPieces])
  return JSON.stringify(asked.length > 0 ? { ...statements, asked: Object.fromEntries(asked) } : statements)
}

type KeptStatements = Statements & { asked?: Readonly<Record<number, number>> }

function statementsIn(text: string, damaged: Damaged) {
  const { asked, ...statements } = factsIn<KeptStatements>(text, NO_STATEMENTS, damaged)
  return { statements, askedOf: (line: number) => asked?.[line] ?? 0 }
}

export function channelColumns(document: OrderDocument, facts: OrderFacts) {
  return {
    channel_state: document.channelState,
    raw_status: document.rawStatus,
    statements: statementsText(document),
    placed_at: document.placedAt,
    paid_at: document.paidAt,
    arranged_at: document.arrangedAt,
    shipped_at: document.shippedAt,
    stated_shipped_at: document.statedShippedAt,
    presumed_shipped_at: document.presumedShippedAt,
    delivered_at: document.deliveredAt,
    completed_at: document.completedAt,
    stated_completed_at: document.statedCompletedAt,
    cancelled_at: document.cancelledAt,
    comes_back_at: document.comesBackAt,
    ship_by: document.shipBy,
    left_at: facts.leftAt,
    parcels_to_pack: facts.parcelsToPack,
    is_held: flag(facts.isHeld),
    state: facts.state,
    withdrawn_at: document.withdrawnAt,
    tab: document.withdrawnAt === null ? TAB_OF[facts.state] : WITHDRAWN,
    sort_key: sortKey(document, facts),
    placed_day: facts.placedDay,
    counts: flag(facts.counts),
    is_history: flag(facts.isHistory),
    cancel_reason: document.cancelReason,
    payment_method: document.paymentMethod,
    is_cod: flag(document.isCod),
    shop_front: document.shopFront,
    shipping_service: document.shippingService,
    courier: document.courier,
    tracking_number: document.trackingNumber,
    is_pickup: document.isPickup === null ? null : flag(document.isPickup),
    buyer_note: document.buyerNote,
    seller_note: document.sellerNote,
    own_note: document.ownNote,
    paid_into: document.paidInto,
    pieces: facts.pieces,
    gross_sales: facts.grossSales,
    goods_value: facts.goodsValue,
    seller_cuts: facts.sellerCuts,
    buyer_payment: document.buyerPayment,
    money: JSON.stringify(document.money),
  }
}

export const lineRow = (orderId: string) => (line: OrderDocumentLine) => ({
  order_id: orderId,
  line: line.line,
  listing_id: line.listingId,
  variant_id: line.variantId,
  pieces: line.pieces,
  returned_pieces: line.returnedPieces,
  list_price: line.listPrice,
  price: line.price,
  seller_discount: line.sellerDiscount,
  channel_discount: line.channelDiscount,
  weight_grams: line.weightGrams,
  channel_line: line.lineId,
  waybill: line.waybill,
  is_shipped: flag(line.isShipped),
})

/** What stands in other tables about an order. */
interface PartsOfOrder {
  lines: readonly Selectable<OrderLineRow>[]
  recipient: Selectable<OrderRecipientRow> | undefined
  returns: Omit<OrderDocument['returns'], 'askedBack'>
  askedBack: OrderDocument['returns']['askedBack']
  settlements: OrderDocument['settlements']
  sentInstead: Awaited<ReturnType<typeof sentInsteadIn>>
  parcels: OrderDocument['parcels'] | undefined
}

const NOBODY: OrderDocument['recipient'] = { username: '', name: '', phone: '', address: '', city: '', province: '' }

function recipientFrom(kept: Selectable<OrderRecipientRow>): OrderDocument['recipient'] {
  const { order_id: _, ...recipient } = shownRow('order_recipient', kept)
  return recipient
}

const lineFrom = (line: Selectable<OrderLineRow>, askedPieces: number): OrderDocumentLine => ({
  line: line.line,
  listingId: line.listing_id,
  variantId: line.variant_id,
  pieces: line.pieces,
  returnedPieces: line.returned_pieces,
  askedPieces,
  listPrice: line.list_price,
  price: line.price,
  sellerDiscount: line.seller_discount,
  channelDiscount: line.channel_discount,
  weightGrams: line.weight_grams,
  lineId: line.channel_line,
  waybill: line.waybill,
  isShipped: line.is_shipped === 1,
})

export function documentOf(kept: Selectable<SalesOrderRow>, parts: PartsOfOrder, damaged: Damaged): OrderDocument {
  const row = shownRow('sales_order', kept)
  const { statements, askedOf } = statementsIn(row.statements, damaged)
  return {
    id: row.id,
    shopId: row.shop_id,
    channel: row.channel as OrderDocument['channel'],
    number: row.number,
    channelState: row.channel_state as OrderDocument['channelState'],
    rawStatus: row.raw_status,
    statements,
    placedAt: row.placed_at,
    paidAt: row.paid_at,
    arrangedAt: row.arranged_at,
    shippedAt: row.shipped_at,
    statedShippedAt: row.stated_shipped_at,
    presumedShippedAt: row.presumed_shipped_at,
    deliveredAt: row.delivered_at,
    completedAt: row.completed_at,
    statedCompletedAt: row.stated_completed_at,
    cancelledAt: row.cancelled_at,
    comesBackAt: row.comes_back_at,
    statedBackAt: backSinceStated(statements.states),
    returns: { ...parts.returns, askedBack: parts.askedBack },
    settlements: parts.settlements,
    withdrawnAt: row.withdrawn_at,
    shipBy: row.ship_by,
    cancelReason: row.cancel_reason,
    paymentMethod: row.payment_method,
    isCod: row.is_cod === 1,
    shopFront: row.shop_front,
    shippingService: row.shipping_service,
    courier: row.courier,
    trackingNumber: row.tracking_number,
    isPickup: row.is_pickup === null ? null : row.is_pickup === 1,
    buyerNote: row.buyer_note,
    sellerNote: row.seller_note,
    ownNote: row.own_note,
    paidInto: row.paid_into as OrderDocument['paidInto'],
    buyerPayment: row.buyer_payment,
    money: factsIn<MoneyLine[]>(row.money, [], damaged),
    recipient: parts.recipient ? recipientFrom(parts.recipient) : NOBODY,
    lines: parts.lines.map((line) => lineFrom(line, askedOf(line.line))),
    sentInstead: parts.sentInstead.map(({ orderId: _, ...each }) => each),
    parcels: parts.parcels ?? [firstParcel(row.id, row.tracking_number)],
  }
}
