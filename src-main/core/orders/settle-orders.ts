import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { breathe, type Reader, type Tx } from '../database/open.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { EffectSource, Settle, Settled } from '../settling/settle.ts'
import { type GoodsBack, goodsBack } from './goods-back.ts'
import { goodsOfOrders } from './goods-of-lines.ts'
import type { OrderDocument } from './order-document.ts'
import { effectsOf } from './order-effects.ts'
import { orderFacts } from './order-facts.ts'
import { keepExpectedReturns } from './order-returns.repository.ts'
import {
  type EventToRecord,
  historyWithReleases,
  insertOrders,
  lastSeq,
  orderIdsOfListings,
  orderIdsStillHere,
  ordersByIds,
  ordersOfNumbers,
  recordEvents,
  updateActs,
  updateOrders,
  updateUnmapped,
  withOtherFacts,
} from './orders.repository.ts'

/** Steps other rooms use to load, save and settle orders inside their own transaction. */

/** So few at a time that reading, and a scan that waits, are not kept for longer than a blink. */
const BATCH = 100

/** How settling finds the effects of orders. */
export const effectsOfOrders: EffectSource = async (tx, ids) => {
  const orders = [...(await ordersByIds(tx, ids)).values()].map(({ document }) => document)
  const goods = await goodsOfOrders(tx, orders)
  const calendar = await settingsOf(tx)
  return new Map(orders.map((order) => [order.id, effectsOf(order, goods.get(order.id)!, calendar)]))
}

/** What of one order came back, or may. */
export const goodsBackOf = async (reader: Reader, order: OrderDocument): Promise<GoodsBack[]> =>
  goodsBack(order, (await goodsOfOrders(reader, [order])).get(order.id)!)

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
  await keepExpectedReturns(tx, [{ document, goods }], calendar)
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
  await keepExpectedReturns(
    tx,
    orders.map((document) => ({ document, goods: goods.get(document.id)! })),
    calendar,
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
  return (await settleOrders(tx, settle, await orderIdsOfListings(tx, listingIds))).documents
}

/** After bundles were made of other goods at `since`: orders whose goods are still here, own sales too, get the new ones. */
export async function settleOrdersStillHere(
  tx: Tx,
  settle: Settle,
  variantIds: readonly string[],
  since: Instant,
): Promise<number> {
  return (await settleOrders(tx, settle, await orderIdsStillHere(tx, variantIds, since))).documents
}

/** After money was released, or a rule of fees changed: the orders of a shop by their numbers, as far as they are here. */
export async function settleOrdersOfNumbers(
  tx: Tx,
  settle: Settle,
  shopId: string,
  numbers: readonly string[],
): Promise<Map<string, { id: string; isHistory: boolean }>> {
  const orders = await ordersOfNumbers(tx, shopId, numbers)
  await settleOrders(
    tx,
    settle,
    [...orders.values()].map(({ id }) => id),
  )
  return orders
}

/** After the owner said what channels owed her at the start: orders of history of which money was released. */
export const settleReleasedHistory = async (tx: Tx, settle: Settle): Promise<Settled> =>
  settleOrders(tx, settle, await historyWithReleases(tx))

/** Settles orders as goods, mapping and calendar are now; their days and totals in lists follow. */
export async function settleOrders(tx: Tx, settle: Settle, ids: readonly string[]): Promise<Settled> {
  const calendar = await settingsOf(tx)
  const total: Settled = { movements: 0, entries: 0, documents: ids.length }
  for (let start = 0; start < ids.length; start += BATCH) {
    const orders = [...(await ordersByIds(tx, ids.slice(start, start + BATCH))).values()].map(
      ({ document }) => document,
    )
    const goods = await goodsOfOrders(tx, orders)
    await updateActs(
      tx,
      await withOtherFacts(
        tx,
        orders.map((document) => ({ document, facts: orderFacts(document, calendar) })),
      ),
    )
    for (const order of orders) {
      const mapped = goods.get(order.id)!
      await updateUnmapped(tx, order.id, order.lines.filter(({ line }) => !mapped.has(line)).length)
    }
    await keepExpectedReturns(
      tx,
      orders.map((document) => ({ document, goods: goods.get(document.id)! })),
      calendar,
    )
    const { movements, entries } = await settle(
      tx,
      orders.map((order) => ({
        ref: { kind: 'order' as const, id: order.id },
        effects: effectsOf(order, goods.get(order.id)!, calendar),
      })),
    )
    total.movements += movements
    total.entries += entries
    await breathe()
  }
  return total
}
