import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { OrderSnapshot } from '../../../src-shared/orders/order.ts'
import type { Tx } from '../database/open.ts'
import { NO_EFFECTS } from '../effects.ts'
import { goodsOfOrders } from './goods-of-lines.ts'
import { joined } from './joined-statements.ts'
import { pairsOf } from './line-pairs.ts'
import { listingsOfStatements } from './listings-of-statements.ts'
import type { OrderDocument } from './order-document.ts'
import { effectsOf } from './order-effects.ts'
import { orderFacts } from './order-facts.ts'
import { withParcels } from './order-parcels.ts'
import { forgetExpectedReturns, keepExpectedReturns } from './order-returns.repository.ts'
import { recordEvents, type StoredOrder, updateOrders } from './orders.repository.ts'
import { goodsTextOf, restated } from './restated.ts'
import { settleOrdersOfListings } from './settle-orders.ts'
import { statedDocument } from './stated-document.ts'
import { isTheSame, type TakeInNeeds, withListings } from './take-in.ts'

/** What a channel said of one order, and when it was taken in. */
export interface OrderStatement {
  snapshot: OrderSnapshot
  at: Instant
}

/**
 * What an import that is taken back leaves behind: orders nobody else tells of go out of all lists and lose their effects;
 * their rows stay, with what was done to them here, and come back with the next file that tells of them.
 */
export async function withdrawOrders(
  tx: Tx,
  orders: readonly StoredOrder[],
  source: string,
  { settle, calendar, now }: TakeInNeeds,
): Promise<void> {
  const withdrawn = orders.map(({ seq, document: known }) => {
    const document = { ...known, withdrawnAt: now }
    return { seq, document, facts: orderFacts(document, calendar), unmappedLines: 0, goodsText: '' }
  })
  await updateOrders(tx, withdrawn)
  await recordEvents(
    tx,
    withdrawn.map(({ document }) => ({ orderId: document.id, at: now, what: 'withdrawn', source })),
  )
  await forgetExpectedReturns(
    tx,
    withdrawn.map(({ document }) => document.id),
  )
  await settle(
    tx,
    withdrawn.map(({ document }) => ({ ref: { kind: 'order', id: document.id }, effects: NO_EFFECTS })),
  )
}

/**
 * Orders made anew from the statements that are left, by number; what was done here stays. Returns how many of them are
 * different now.
 */
export async function retellOrders(
  tx: Tx,
  shopId: string,
  orders: readonly StoredOrder[],
  statements: ReadonlyMap<string, readonly OrderStatement[]>,
  source: string,
  { settle, calendar, now }: TakeInNeeds,
): Promise<number> {
  const told = orders.map(({ document }) => statements.get(document.number) ?? [])
  const listings = await listingsOfStatements(
    tx,
    shopId,
    told.flat().map(({ snapshot }) => snapshot),
    new Map(orders.map((order) => [order.document.number, order])),
    now,
  )
  const documents = orders.map((stored, index) => {
    const { document: known } = withListings(stored, listings.absorbed)
    let document: OrderDocument | null = null
    for (const { snapshot, at } of told[index]!) {
      const next = statedDocument(snapshot, shopId, listings.idOf, at)
      document = document ? joined(document, next, pairsOf(document.lines, next.lines)).document : restated(known, next)
    }
    if (!document) throw new Error(`no statement is left of order ${known.number}`)
    return withParcels(document, now)
  })
  const changed = orders.flatMap(({ seq, document: known }, index) => {
    const document = documents[index]!
    return isTheSame(known, document) ? [] : [{ seq, known, document, last: told[index]!.at(-1)! }]
  })
  const goods = await goodsOfOrders(
    tx,
    changed.map(({ document }) => document),
  )
  if (changed.length > 0)
    await updateOrders(
      tx,
      changed.map(({ seq, document, last }) => ({
        seq,
        document,
        facts: orderFacts(document, calendar),
        unmappedLines: document.lines.length - goods.get(document.id)!.size,
        goodsText: goodsTextOf(last.snapshot),
      })),
    )
  const stateOf = (document: OrderDocument) => orderFacts(document, calendar).state
  await recordEvents(
    tx,
    changed
      .filter(({ known, document }) => stateOf(known) !== stateOf(document))
      .map(({ document }) => ({ orderId: document.id, at: now, what: stateOf(document), source })),
  )
  const settled = changed.map(({ document }) => ({ document, goods: goods.get(document.id)! }))
  await forgetExpectedReturns(
    tx,
    changed.map(({ document }) => document.id),
  )
  await keepExpectedReturns(tx, settled, calendar)
  await settle(
    tx,
    settled.map(({ document, goods }) => ({
      ref: { kind: 'order', id: document.id },
      effects: effectsOf(document, goods, calendar),
    })),
  )
  if (listings.changed.length > 0) await settleOrdersOfListings(tx, settle, listings.changed)
  return changed.length
}
