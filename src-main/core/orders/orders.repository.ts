import type { Selectable } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { MoneyLine } from '../../../src-shared/orders/order.ts'
import { TAB_OF } from '../../../src-shared/orders/orders.ts'
import { actorNow } from '../database/actor.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import type { SalesOrderRow } from '../database/schema.ts'
import { sealedFor } from '../database/sealed-for.ts'
import { shownRow } from '../database/sealing.ts'
import { valuesIn } from '../database/values-in.ts'
import { settlementsOf } from '../settlements/settlements.repository.ts'
import {
  firstParcel,
  NO_RETURNS,
  type OrderDocument,
  type OrderDocumentLine,
  type OrderFacts,
  type Statements,
} from './order-document.ts'
import { placedMoment } from './order-facts.ts'
import { returnsOfOrders } from './order-returns.repository.ts'
import { deleteSearched, insertSearched } from './order-search.ts'
import { insertParcels, parcelsOf, saveParcels, waybillsOf } from './parcels.repository.ts'
import { sentInsteadIn } from './sent-instead.repository.ts'
import { backSinceStated } from './state-order.ts'
import { askedBackOf } from './told-returns.repository.ts'

/** A document with its row number and the goods text that search reads. */
export interface StoredOrder {
  seq: number
  document: OrderDocument
}

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

export interface OrderToSave {
  seq: number
  document: OrderDocument
  facts: OrderFacts
  unmappedLines: number
  /** Product names, variations and codes, for search. */
  goodsText: string
}

const flag = (value: boolean) => (value ? 1 : 0)

/** Ascending by this key a list stands as people want it: to ship by deadline, everything else newest first. */
const NO_DEADLINE = 9_000_000_000_000
const sortKey = (document: OrderDocument, facts: OrderFacts) =>
  TAB_OF[facts.state] === 'to_ship' ? (document.shipBy ?? NO_DEADLINE) : -placedMoment(document)

export async function lastSeq(reader: Reader): Promise<number> {
  const row = await reader.selectFrom('sales_order').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row?.seq ?? 0
}

/** In the tab of no list. */
const WITHDRAWN = 'withdrawn'

/** What is remembered of statements, with the pieces that buyers asked to send back by line. */
function statementsText({ statements, lines }: Pick<OrderDocument, 'statements' | 'lines'>): string {
  const asked = lines.filter(({ askedPieces }) => askedPieces > 0).map(({ line, askedPieces }) => [line, askedPieces])
  return JSON.stringify(asked.length > 0 ? { ...statements, asked: Object.fromEntries(asked) } : statements)
}

type KeptStatements = Statements & { asked?: Readonly<Record<number, number>> }

function statementsIn(text: string, damaged: Damaged) {
  const { asked, ...statements } = factsIn<KeptStatements>(text, NO_STATEMENTS, damaged)
  return { statements, askedOf: (line: number) => asked?.[line] ?? 0 }
}

function channelColumns(document: OrderDocument, facts: OrderFacts) {
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

const lineRow = (orderId: string) => (line: OrderDocumentLine) => ({
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

/** Writes orders that were never seen before, with few statements however many they are. */
export async function insertOrders(tx: Tx, orders: readonly OrderToSave[]): Promise<void> {
  await insertMany(
    tx,
    'sales_order',
    orders.map(({ seq, document, facts, unmappedLines }) =>
      sealedFor(tx, 'sales_order', {
        seq,
        id: document.id,
        shop_id: document.shopId,
        channel: document.channel,
        number: document.number,
        unmapped_lines: unmappedLines,
        ...channelColumns(document, facts),
      }),
    ),
  )
  await insertMany(
    tx,
    'order_line',
    orders.flatMap(({ document }) => document.lines.map(lineRow(document.id))),
  )
  await insertMany(
    tx,
    'order_recipient',
    orders.map(({ document }) => sealedFor(tx, 'order_recipient', { order_id: document.id, ...document.recipient })),
  )
  await insertParcels(
    tx,
    orders.map(({ document }) => document),
  )
  await insertSearched(tx, orders)
}

/** Whoever was forgotten stays so, whatever a channel tells again. */
async function withoutForgotten(tx: Tx, orders: readonly OrderToSave[]): Promise<readonly OrderToSave[]> {
  const rows = await tx
    .selectFrom('forgotten_buyer')
    .select('order_id')
    .where('order_id', 'in', valuesIn(orders.map(({ document }) => document.id)))
    .execute()
  if (rows.length === 0) return orders
  const forgotten = new Set(rows.map(({ order_id }) => order_id))
  return orders.map((order) => {
    const { document } = order
    if (!forgotten.has(document.id)) return order
    const recipient = { ...document.recipient, username: '', name: '', phone: '', address: '' }
    return { ...order, document: { ...document, recipient, buyerNote: '', sellerNote: '' } }
  })
}

/** Replaces the stored snapshot of orders that changed. */
export async function updateOrders(tx: Tx, told: readonly OrderToSave[]): Promise<void> {
  const orders = await withoutForgotten(tx, told)
  for (const { document, facts, unmappedLines } of orders) {
    await tx
      .updateTable('sales_order')
      .set(
        sealedFor(tx, 'sales_order', {
          id: document.id,
          unmapped_lines: unmappedLines,
          ...channelColumns(document, facts),
        }),
      )
      .where('id', '=', document.id)
      .execute()
    for (const line of document.lines.map(lineRow(document.id)))
      await tx
        .insertInto('order_line')
        .values(line)
        .onConflict((conflict) => conflict.columns(['order_id', 'line']).doUpdateSet(line))
        .execute()
    await tx
      .deleteFrom('order_line')
      .where('order_id', '=', document.id)
      .where(
        'line',
        'not in',
        document.lines.map(({ line }) => line),
      )
      .execute()
    const { order_id, ...recipient } = sealedFor(tx, 'order_recipient', {
      order_id: document.id,
      ...document.recipient,
    })
    await tx.updateTable('order_recipient').set(recipient).where('order_id', '=', order_id).execute()
    await saveParcels(tx, document)
  }
  const waybills = await waybillsOf(
    tx,
    orders.map(({ document }) => document.id),
  )
  await deleteSearched(tx, orders)
  await insertSearched(
    tx,
    orders.filter(({ document }) => document.withdrawnAt === null),
    waybills,
  )
}

/** The same snapshot after something was done with the parcel here: lines, people and search stand as they are. */
export async function updateActs(tx: Tx, orders: readonly Pick<OrderToSave, 'document' | 'facts'>[]): Promise<void> {
  for (const { document, facts } of orders) {
    await tx
      .updateTable('sales_order')
      .set(sealedFor(tx, 'sales_order', { id: document.id, ...channelColumns(document, facts) }))
      .where('id', '=', document.id)
      .execute()
    await saveParcels(tx, document)
  }
}

/** Those of the orders whose days in lists are other ones than they were stored with. */
export async function withOtherFacts<Order extends Pick<OrderToSave, 'document' | 'facts'>>(
  reader: Reader,
  orders: readonly Order[],
): Promise<Order[]> {
  const rows = await reader
    .selectFrom('sales_order')
    .select(['id', 'state', 'placed_day', 'is_history'])
    .where('id', 'in', valuesIn(orders.map(({ document }) => document.id)))
    .execute()
  const stored = new Map(rows.map((row) => [row.id, row]))
  return orders.filter(({ document, facts }) => {
    const row = stored.get(document.id)!
    return row.state !== facts.state || row.placed_day !== facts.placedDay || row.is_history !== flag(facts.isHistory)
  })
}

/** A statement that changes nothing people see: only when things were stated moves on. */
export async function touchOrders(tx: Tx, orders: readonly OrderDocument[]): Promise<void> {
  for (const order of orders)
    await tx
      .updateTable('sales_order')
      .set({ statements: statementsText(order) })
      .where('id', '=', order.id)
      .execute()
}

export async function updateUnmapped(tx: Tx, orderId: string, unmappedLines: number): Promise<void> {
  await tx.updateTable('sales_order').set({ unmapped_lines: unmappedLines }).where('id', '=', orderId).execute()
}

/** What was sold under listings which turned out to be others. */
export async function moveLines(tx: Tx, absorbed: ReadonlyMap<string, string>): Promise<void> {
  for (const [from, to] of absorbed)
    await tx.updateTable('order_line').set({ listing_id: to }).where('listing_id', '=', from).execute()
}

export interface EventToRecord {
  orderId: string
  at: number
  what: string
  /** A file's name; absent for what was done here. */
  source?: string
  detail?: string
}

export async function recordEvents(tx: Tx, events: readonly EventToRecord[]): Promise<void> {
  await insertMany(
    tx,
    'order_event',
    events.map(({ orderId, at, what, source = '', detail = '' }) => ({
      order_id: orderId,
      at,
      what,
      source,
      actor: actorNow().id,
      detail,
    })),
  )
}

export async function ordersByNumbers(
  reader: Reader,
  shopId: string,
  numbers: readonly string[],
): Promise<Map<string, StoredOrder>> {
  const rows = await reader
    .selectFrom('sales_order')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('number', 'in', valuesIn(numbers))
    .execute()
  const stored = await withParts(reader, rows)
  return new Map(stored.map((order) => [order.document.number, order]))
}

/** Ids of orders of a shop that are known by these numbers. */
export async function orderIdsByNumbers(reader: Reader, shopId: string, numbers: readonly string[]): Promise<string[]> {
  const rows = await reader
    .selectFrom('sales_order')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('number', 'in', valuesIn(numbers))
    .orderBy('seq')
    .execute()
  return rows.map(({ id }) => id)
}

export async function ordersByIds(
  reader: Reader,
  ids: readonly string[],
  damaged: Damaged = 'refused',
): Promise<Map<string, StoredOrder>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.selectFrom('sales_order').selectAll().where('id', 'in', valuesIn(ids)).execute()
  const stored = await withParts(reader, rows, damaged)
  return new Map(stored.map((order) => [order.document.id, order]))
}

/** Orders of a shop that stand, by number, with whether they were over before the books began. */
export async function ordersOfNumbers(
  reader: Reader,
  shopId: string,
  numbers: readonly string[],
): Promise<Map<string, { id: string; isHistory: boolean }>> {
  const rows = await reader
    .selectFrom('sales_order')
    .select(['id', 'number', 'is_history'])
    .where('shop_id', '=', shopId)
    .where('number', 'in', valuesIn(new Set(numbers)))
    .where('withdrawn_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, number, is_history }) => [number, { id, isHistory: is_history === 1 }]))
}

/** Ids of orders that were over before the books began and of which a channel released money. */
export async function historyWithReleases(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('settlement as s')
    .innerJoin('sales_order as o', (join) =>
      join.onRef('o.shop_id', '=', 's.shop_id').onRef('o.number', '=', 's.order_number'),
    )
    .select('o.id')
    .distinct()
    .where('o.is_history', '=', 1)
    .where('s.withdrawn_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** Ids of the orders that hold one of these listings and may have effects. */
export async function orderIdsOfListings(reader: Reader, listingIds: readonly string[]): Promise<string[]> {
  const rows = await reader
    .selectFrom('order_line')
    .innerJoin('sales_order', 'sales_order.id', 'order_line.order_id')
    .select('order_id')
    .distinct()
    .where('listing_id', 'in', valuesIn(listingIds))
    .orderBy('sales_order.seq')
    .execute()
  return rows.map(({ order_id }) => order_id)
}

/**
 * Ids of orders that hold one of these SKUs, sold here or at a channel, and whose goods had not all left by `since`: what
 * is in them is made as the SKU is made from then on.
 */
export async function orderIdsStillHere(
  reader: Reader,
  variantIds: readonly string[],
  since: Instant,
): Promise<string[]> {
  const ids = valuesIn(variantIds)
  const rows = await reader
    .selectFrom((eb) =>
      eb
        .selectFrom('order_line')
        .select('order_id')
        .where('variant_id', 'in', ids)
        .union(
          eb
            .selectFrom('order_line')
            .innerJoin('listing', 'listing.id', 'order_line.listing_id')
            .select('order_id')
            .where('listing.variant_id', 'in', ids),
        )
        .union(
          eb
            .selectFrom('sent_instead')
            .select('order_id')
            .where('variant_id', 'in', ids)
            .where('taken_back_at', 'is', null),
        )
        .as('holds'),
    )
    .innerJoin('sales_order as o', 'o.id', 'holds.order_id')
    .select('o.id')
    .where(({ eb, or }) =>
      or([eb('o.left_at', 'is', null), eb('o.left_at', '>=', since), eb('o.state', '=', 'partly_shipped')]),
    )
    .orderBy('o.seq')
    .execute()
  return rows.map(({ id }) => id)
}

/** The shop's own note on an order; it stands before the channel's. */
export async function saveNote(tx: Tx, orderId: string, note: string): Promise<void> {
  await tx
    .updateTable('sales_order')
    .set(sealedFor(tx, 'sales_order', { id: orderId, own_note: note }))
    .where('id', '=', orderId)
    .execute()
}

async function withParts(
  reader: Reader,
  rows: readonly Selectable<SalesOrderRow>[],
  damaged: Damaged = 'refused',
): Promise<StoredOrder[]> {
  if (rows.length === 0) return []
  const ids = valuesIn(rows.map(({ id }) => id))
  const lines = await reader.selectFrom('order_line').selectAll().where('order_id', 'in', ids).orderBy('line').execute()
  const recipients = await reader.selectFrom('order_recipient').selectAll().where('order_id', 'in', ids).execute()
  const returns = await returnsOfOrders(reader, rows)
  const asked = await askedBackOf(
    reader,
    rows.map(({ shop_id, number }) => ({ shopId: shop_id, number })),
  )
  const settlements = await settlementsOf(
    reader,
    rows.map((row) => ({ shopId: row.shop_id, channel: row.channel as OrderDocument['channel'], number: row.number })),
  )
  const parcelsByOrder = await parcelsOf(
    reader,
    rows.map(({ id }) => id),
  )
  const instead = Map.groupBy(
    await sentInsteadIn(
      reader,
      rows.map(({ id }) => id),
    ),
    ({ orderId }) => orderId,
  )
  const linesByOrder = Map.groupBy(lines, ({ order_id }) => order_id)
  const recipientByOrder = new Map(
    recipients.map((row) => {
      const { order_id, ...recipient } = shownRow('order_recipient', row)
      return [order_id, recipient]
    }),
  )
  return rows
    .map((each) => shownRow('sales_order', each))
    .map((row) => ({ row, ...statementsIn(row.statements, damaged) }))
    .map(({ row, statements, askedOf }) => ({
      seq: row.seq,
      document: {
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
        returns: { ...(returns.get(row.id) ?? NO_RETURNS), askedBack: asked.of(row.shop_id, row.number) },
        settlements: settlements.of(row.shop_id, row.number),
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
        recipient: recipientByOrder.get(row.id) ?? {
          username: '',
          name: '',
          phone: '',
          address: '',
          city: '',
          province: '',
        },
        lines: (linesByOrder.get(row.id) ?? []).map((line) => ({
          line: line.line,
          listingId: line.listing_id,
          variantId: line.variant_id,
          pieces: line.pieces,
          returnedPieces: line.returned_pieces,
          askedPieces: askedOf(line.line),
          listPrice: line.list_price,
          price: line.price,
          sellerDiscount: line.seller_discount,
          channelDiscount: line.channel_discount,
          weightGrams: line.weight_grams,
          lineId: line.channel_line,
          waybill: line.waybill,
          isShipped: line.is_shipped === 1,
        })),
        sentInstead: (instead.get(row.id) ?? []).map(({ orderId: _, ...each }) => each),
        parcels: parcelsByOrder.get(row.id) ?? [firstParcel(row.id, row.tracking_number)],
      },
    }))
}
