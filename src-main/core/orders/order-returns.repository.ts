import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { expectedReturn } from './expected-return.ts'
import { whyBack } from './goods-back.ts'
import type { Inspection, OrderDocument, OrderReturns } from './order-document.ts'
import type { ShopCalendar } from './order-facts.ts'
import type { GoodsByLine } from './order-goods.ts'
import { leftAt } from './order-life.ts'

/** What was done here with goods that came back, as part of an order's document, and the list that is kept of them. */

interface Row {
  id: string
  left_at: number | null
}

/** Steps that stand, by order. Nothing can have come back of an order whose goods never left. */
export async function returnsOfOrders(
  reader: Reader,
  rows: readonly Row[],
): Promise<Map<string, Omit<OrderReturns, 'askedBack'>>> {
  const gone = rows.filter(({ left_at }) => left_at !== null)
  if (gone.length === 0) return new Map()
  const ids = valuesIn(gone.map(({ id }) => id))
  const received = await reader
    .selectFrom('order_return')
    .select(['order_id', 'received_at'])
    .where('order_id', 'in', ids)
    .execute()
  if (received.length === 0) return new Map()
  const inspections = await reader
    .selectFrom('return_inspection')
    .select(['order_id', 'id', 'line', 'variant_id', 'pieces', 'condition', 'at'])
    .where('order_id', 'in', ids)
    .where('undone_at', 'is', null)
    .orderBy('seq')
    .execute()
  const refunds = await reader
    .selectFrom('return_refund')
    .select(['order_id', 'id', 'day', 'amount', 'account'])
    .where('order_id', 'in', ids)
    .where('undone_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const claims = await reader
    .selectFrom('return_claim')
    .select(['order_id', 'id', 'paid_day', 'paid_amount', 'paid_to', 'refused_at'])
    .where('order_id', 'in', ids)
    .where('undone_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const of = <Part extends { order_id: string }>(parts: readonly Part[], id: string) =>
    parts.filter(({ order_id }) => order_id === id)
  return new Map(
    received.map(({ order_id: orderId, received_at: receivedAt }) => [
      orderId,
      {
        receivedAt,
        inspections: of(inspections, orderId).map(({ id, line, variant_id, pieces, condition, at }) => ({
          id,
          line,
          variantId: variant_id,
          pieces,
          condition: condition as Inspection['condition'],
          at,
        })),
        refunds: of(refunds, orderId).map(({ id, day, amount, account }) => ({ id, day, amount, account })),
        paidClaims: of(claims, orderId).flatMap(({ id, paid_day, paid_amount, paid_to }) =>
          paid_day === null ? [] : [{ id, day: paid_day, amount: paid_amount!, account: paid_to! }],
        ),
        openClaims: of(claims, orderId).filter((claim) => claim.paid_day === null && claim.refused_at === null).length,
      },
    ]),
  )
}

/** Takes orders out of the list of what is expected. */
export async function forgetExpectedReturns(tx: Tx, orderIds: readonly string[]): Promise<void> {
  const ids = valuesIn(orderIds)
  await tx.deleteFrom('expected_return').where('order_id', 'in', ids).execute()
  await tx.deleteFrom('pieces_back').where('order_id', 'in', ids).execute()
}

async function listedOf(tx: Tx, orders: readonly { document: OrderDocument }[]): Promise<Set<string>> {
  const ids = valuesIn(orders.map(({ document }) => document.id))
  const rows = await tx.selectFrom('expected_return').select('order_id').where('order_id', 'in', ids).execute()
  return new Set(rows.map(({ order_id }) => order_id))
}

/** Keeps the list of what comes back true after these orders changed. */
export async function keepExpectedReturns(
  tx: Tx,
  orders: readonly { document: OrderDocument; goods: GoodsByLine }[],
  calendar: ShopCalendar,
): Promise<void> {
  // what never left is not listed, unless its hand-over was undone after somebody told that it comes back
  const listed = await listedOf(tx, orders)
  const gone = orders.filter(({ document }) => leftAt(document) !== null || listed.has(document.id))
  if (gone.length === 0) return
  await forgetExpectedReturns(
    tx,
    gone.map(({ document }) => document.id),
  )
  const expected = gone.flatMap(({ document, goods }) => {
    if (whyBack(document) === null) return []
    const found = expectedReturn(document, goods, calendar)
    return found ? [{ id: document.id, ...found }] : []
  })
  await insertMany(
    tx,
    'expected_return',
    expected.map((each) => ({
      order_id: each.id,
      why: each.why,
      since: each.since,
      received_at: each.receivedAt,
      pieces: each.pieces,
      inspected: each.inspected,
      open_claims: each.openClaims,
      is_done: each.inspected >= each.pieces ? 1 : 0,
      last_at: each.lastAt,
    })),
  )
  await insertMany(
    tx,
    'pieces_back',
    expected.flatMap(({ id, waitingBySku }) =>
      [...waitingBySku].map(([variantId, pieces]) => ({ order_id: id, variant_id: variantId, pieces })),
    ),
  )
}
