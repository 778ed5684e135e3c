import type { Selectable } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { actorNow } from '../database/actor.ts'
import { breathe, insertMany, type Reader, type Tx } from '../database/open.ts'
import type { SalesOrderRow } from '../database/schema.ts'
import { sealedFor } from '../database/sealed-for.ts'
import { valuesIn } from '../database/values-in.ts'
import { settlementsOf } from '../settlements/settlements.repository.ts'
import { NO_RETURNS, type OrderDocument, type OrderFacts } from './order-document.ts'
import { returnsOfOrders } from './order-returns.repository.ts'
import { channelColumns, type Damaged, documentOf, flag, lineRow, statementsText } from './order-rows.ts'
import { deleteSearched, insertSearched } from './order-search.ts'
import { insertParcels, parcelsOf, saveParcels, waybillsOf } from './parcels.repository.ts'
import { sentInsteadIn } from './sent-instead.repository.ts'
import { askedBackOf } from './told-returns.repository.ts'

/** A document with its row number and the goods text that search reads. */
export interface StoredOrder {
  seq: number
  document: OrderDocument
}

export interface OrderToSave {
  seq: number
  document: OrderDocument
  facts: OrderFacts
  unmappedLines: number
  /** Product names, variations and codes, for search. */
  goodsText: string
}

export async function lastSeq(reader: Reader): Promise<number> {
  const row = await reader.selectFrom('sales_order').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row?.seq ?? 0
}

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
  // whoever only reads is answered between the parts
  await breathe()
  await insertMany(
    tx,
    'order_recipient',
    orders.map(({ document }) => sealedFor(tx, 'order_recipient', { order_id: document.id, ...document.recipient })),
  )
  await breathe()
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

/** Several statements each: whoever only reads is answered in between. */
const CHANGED_AT_ONCE = 30

/** Replaces the stored snapshot of orders that changed. */
export async function updateOrders(tx: Tx, told: readonly OrderToSave[]): Promise<void> {
  const orders = await withoutForgotten(tx, told)
  for (const [index, { document, facts, unmappedLines }] of orders.entries()) {
    if (index % CHANGED_AT_ONCE === CHANGED_AT_ONCE - 1) await breathe()
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
  const orderIds = rows.map(({ id }) => id)
  const ids = valuesIn(orderIds)
  const numbers = rows.map((row) => ({
    shopId: row.shop_id,
    channel: row.channel as OrderDocument['channel'],
    number: row.number,
  }))
  const lines = await reader.selectFrom('order_line').selectAll().where('order_id', 'in', ids).orderBy('line').execute()
  const recipients = await reader.selectFrom('order_recipient').selectAll().where('order_id', 'in', ids).execute()
  const returns = await returnsOfOrders(reader, rows)
  const asked = await askedBackOf(reader, numbers)
  const settlements = await settlementsOf(reader, numbers)
  const parcels = await parcelsOf(reader, orderIds)
  const instead = Map.groupBy(await sentInsteadIn(reader, orderIds), ({ orderId }) => orderId)
  const linesOf = Map.groupBy(lines, ({ order_id }) => order_id)
  const recipientOf = new Map(recipients.map((row) => [row.order_id, row]))
  return rows.map((row) => ({
    seq: row.seq,
    document: documentOf(
      row,
      {
        lines: linesOf.get(row.id) ?? [],
        recipient: recipientOf.get(row.id),
        returns: returns.get(row.id) ?? NO_RETURNS,
        askedBack: asked.of(row.shop_id, row.number),
        settlements: settlements.of(row.shop_id, row.number),
        sentInstead: instead.get(row.id) ?? [],
        parcels: parcels.get(row.id),
      },
      damaged,
    ),
  }))
}
