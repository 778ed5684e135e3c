import { componentsOfListings, componentsOfVariants } from '../catalog/goods.ts'
import type { Reader, Tx } from '../database/open.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { EffectSource, Settle } from '../settling/settle.ts'
import { goodsThatLeft } from './goods-that-left.ts'
import type { GoodsByLine } from './named-lines.ts'
import type { OrderDocument } from './order-document.ts'
import { effectsOf } from './order-effects.ts'
import { orderFacts } from './order-life.ts'
import {
  type EventToRecord,
  insertOrders,
  lastSeq,
  openOrderIdsOfVariants,
  orderIdsOfListings,
  ordersByIds,
  recordEvents,
  updateActs,
  updateOrders,
  updateUnmapped,
} from './orders.repository.ts'

/** Steps other rooms use to load, save and settle orders inside their own transaction. */

const BATCH = 500

/** What leaves the shelf for each line, and for goods that are gone what left. `orders` as they stood when last settled. */
export async function goodsOfOrders(
  reader: Reader,
  orders: readonly OrderDocument[],
): Promise<Map<string, GoodsByLine>> {
  const today = await goodsAsMapped(reader, orders)
  for (const [id, left] of await goodsThatLeft(reader, orders)) today.set(id, new Map([...today.get(id)!, ...left]))
  return today
}

/** What would leave the shelf for each line if it left now, for many orders with two queries. */
async function goodsAsMapped(reader: Reader, orders: readonly OrderDocument[]): Promise<Map<string, GoodsByLine>> {
  const lines = orders.flatMap((order) => order.lines)
  const ids = (pick: (line: OrderDocument['lines'][number]) => string | null) => [
    ...new Set(lines.map(pick).filter((id) => id !== null)),
  ]
  const byListing = await componentsOfListings(
    reader,
    ids((line) => line.listingId),
  )
  const byVariant = await componentsOfVariants(
    reader,
    ids((line) => line.variantId),
  )
  return new Map(
    orders.map((order) => [
      order.id,
      new Map(
        order.lines.flatMap((line) => {
          const goods = line.listingId ? byListing.get(line.listingId) : byVariant.get(line.variantId!)
          return goods ? [[line.line, goods] as const] : []
        }),
      ),
    ]),
  )
}

/** How settling finds the effects of orders. */
export const effectsOfOrders: EffectSource = async (tx, ids) => {
  const orders = [...(await ordersByIds(tx, ids)).values()].map(({ document }) => document)
  const goods = await goodsOfOrders(tx, orders)
  const calendar = await settingsOf(tx)
  return new Map(orders.map((order) => [order.id, effectsOf(order, goods.get(order.id)!, calendar)]))
}

/** Saves one order's next snapshot (or a new order) and settles it. The goods text is only needed for a new one. */
export async function saveOrder(
  tx: Tx,
  settle: Settle,
  { document, seq }: { document: OrderDocument; seq: number | null },
  goodsText: string,
  event: Omit<EventToRecord, 'orderId'> | null,
) {
  const calendar = await settingsOf(tx)
  const goods = (await goodsOfOrders(tx, [document])).get(document.id)!
  const save = {
    seq: seq ?? (await lastSeq(tx)) + 1,
    document,
    facts: orderFacts(document, calendar),
    unmappedLines: document.lines.filter(({ line }) => !goods.has(line)).length,
    goodsText,
  }
  if (seq === null) await insertOrders(tx, [save])
  else await updateOrders(tx, [save])
  if (event) await recordEvents(tx, [{ orderId: document.id, ...event }])
  await settle(tx, [{ ref: { kind: 'order', id: document.id }, effects: effectsOf(document, goods, calendar) }])
}

/** Saves what was done here with parcels (the channel's word, lines and people stay) and settles the orders. */
export async function saveActs(
  tx: Tx,
  settle: Settle,
  orders: readonly OrderDocument[],
  event: Omit<EventToRecord, 'orderId'>,
): Promise<void> {
  const calendar = await settingsOf(tx)
  const goods = await goodsOfOrders(tx, orders)
  await updateActs(
    tx,
    orders.map((document) => ({ document, facts: orderFacts(document, calendar) })),
  )
  await recordEvents(
    tx,
    orders.map(({ id }) => ({ orderId: id, ...event })),
  )
  await settle(
    tx,
    orders.map((order) => ({
      ref: { kind: 'order', id: order.id },
      effects: effectsOf(order, goods.get(order.id)!, calendar),
    })),
  )
}

/**
 * After listings were mapped (or freed): every order that holds one gets the effects it now must have. Goods that are
 * gone follow too, because what was thought to have left was another SKU.
 */
export async function settleOrdersOfListings(tx: Tx, settle: Settle, listingIds: readonly string[]): Promise<number> {
  return settleOrders(tx, settle, await orderIdsOfListings(tx, listingIds))
}

/** After bundles were made of other goods: open orders that hold one, own sales too, wait for the new ones. */
export async function settleOpenOrders(tx: Tx, settle: Settle, variantIds: readonly string[]): Promise<number> {
  return settleOrders(tx, settle, await openOrderIdsOfVariants(tx, variantIds))
}

async function settleOrders(tx: Tx, settle: Settle, ids: readonly string[]): Promise<number> {
  const calendar = await settingsOf(tx)
  for (let start = 0; start < ids.length; start += BATCH) {
    const orders = [...(await ordersByIds(tx, ids.slice(start, start + BATCH))).values()].map(
      ({ document }) => document,
    )
    const goods = await goodsAsMapped(tx, orders)
    for (const order of orders) {
      const mapped = goods.get(order.id)!
      await updateUnmapped(tx, order.id, order.lines.filter(({ line }) => !mapped.has(line)).length)
    }
    await settle(
      tx,
      orders.map((order) => ({
        ref: { kind: 'order' as const, id: order.id },
        effects: effectsOf(order, goods.get(order.id)!, calendar),
      })),
    )
  }
  return ids.length
}
