import { sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import type { WhyBack } from '../../../src-shared/orders/return.ts'
import type { ReturnCounts, ReturnRow, ReturnTab } from '../../../src-shared/returns/return.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { searchHits } from '../orders/order-search.ts'
import { buyerOf, firstGoods, firstGoodsOf } from '../orders/order-view.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'

export interface ReturnFilter {
  tab: ReturnTab
  query: string
  cursor?: string | undefined
  limit: number
}

const rowsOf = (reader: Reader) =>
  reader
    .selectFrom('expected_return as e')
    .innerJoin('sales_order as o', 'o.id', 'e.order_id')
    .innerJoin('shop', 'shop.id', 'o.shop_id')
    .innerJoin('order_recipient as r', 'r.order_id', 'o.id')
    .select([
      'e.order_id',
      'e.why',
      'e.since',
      'e.received_at',
      'e.pieces',
      'e.inspected',
      'e.open_claims',
      'e.last_at',
      'o.number',
      'o.channel',
      'shop.name as shop_name',
      'o.courier',
      'o.shipping_service',
      'o.tracking_number',
      'r.name as buyer_name',
      'r.username',
      firstGoods.as('goods'),
      sql<number>`(select count(*) from order_line l where l.order_id = o.id)`.as('lines'),
    ])

/** Of these orders the one whose goods are waited for the longest. */
export async function waitingReturnOf(reader: Reader, orderIds: readonly string[]): Promise<string | null> {
  const waiting = await reader
    .selectFrom('expected_return')
    .select('order_id')
    .where('order_id', 'in', valuesIn(orderIds))
    .where('is_done', '=', 0)
    .orderBy('since')
    .limit(1)
    .executeTakeFirst()
  return waiting?.order_id ?? null
}

/** One page by keyset. What waits comes by its age, the oldest first; the rest newest first. */
export async function returnPage(
  reader: Reader,
  { tab, query, cursor, limit }: ReturnFilter,
  days: number,
): Promise<{ rows: ReturnRow[]; nextCursor: string | null }> {
  let asked = rowsOf(reader).limit(limit + 1)
  if (query.trim() !== '')
    asked = asked.where(
      'o.seq',
      'in',
      searchHits(query, [sql`o.seq in (select seq from expected_return join sales_order on id = order_id)`], -1),
    )
  asked =
    tab === 'claims' ? asked.where('e.open_claims', '>', 0) : asked.where('e.is_done', '=', tab === 'waiting' ? 0 : 1)
  const isOldestFirst = tab === 'waiting'
  const key = isOldestFirst ? ('e.since' as const) : ('e.last_at' as const)
  if (cursor) {
    const [at, id] = decodeCursor(cursor)
    asked = asked.where(
      isOldestFirst
        ? sql<boolean>`(e.since, e.order_id) > (${at}, ${id})`
        : sql<boolean>`(e.last_at, e.order_id) < (${at}, ${id})`,
    )
  }
  const direction = isOldestFirst ? 'asc' : 'desc'
  const found = await asked.orderBy(key, direction).orderBy('e.order_id', direction).execute()
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const more = found.length > limit && last
  return {
    rows: rows.map((row) => {
      const { goods, goodsName } = firstGoodsOf(row.goods)
      return {
        orderId: row.order_id,
        orderNumber: row.number,
        channel: row.channel,
        shopName: row.shop_name,
        why: row.why as WhyBack,
        since: row.since,
        deadline: deadlineOf(row.since, days),
        receivedAt: row.received_at,
        pieces: row.pieces,
        inspected: row.inspected,
        openClaims: row.open_claims,
        goods,
        goodsName,
        moreLines: row.lines - 1,
        courier: row.courier || row.shipping_service,
        trackingNumber: row.tracking_number,
        buyer: buyerOf({ ...row, id: row.order_id }),
      }
    }),
    nextCursor: more ? encodeCursor(isOldestFirst ? last.since : last.last_at, last.order_id) : null,
  }
}

export const deadlineOf = (since: Instant, days: number): Instant => since + days * 24 * 3_600_000

/** What waits is little; what is done grows with the years and is counted by its index alone. */
export async function returnCounts(reader: Reader, lateBefore: Instant): Promise<ReturnCounts> {
  const waiting = await reader
    .selectFrom('expected_return')
    .select(({ fn }) => [
      fn.countAll<number>().as('orders'),
      fn.sum<number | null>(sql`pieces - inspected`).as('pieces'),
      fn.sum<number | null>(sql`since < ${lateBefore}`).as('overdue'),
    ])
    .where('is_done', '=', 0)
    .executeTakeFirstOrThrow()
  const count = async (where: 'done' | 'claims') => {
    const all = reader.selectFrom('expected_return').select(({ fn }) => fn.countAll<number>().as('orders'))
    const asked = where === 'done' ? all.where('is_done', '=', 1) : all.where('open_claims', '>', 0)
    return (await asked.executeTakeFirstOrThrow()).orders
  }
  return {
    waiting: waiting.orders,
    pieces: waiting.pieces ?? 0,
    overdue: waiting.overdue ?? 0,
    inspected: await count('done'),
    claims: await count('claims'),
  }
}

/** What waits for Cek Kondisi, for Beranda. */
export async function returnsToInspect(reader: Reader, now: Instant) {
  const { returnDays } = await settingsOf(reader)
  const { waiting, pieces, overdue } = await returnCounts(reader, now - returnDays * 24 * 3_600_000)
  const oldest = await reader
    .selectFrom('expected_return')
    .select('since')
    .where('is_done', '=', 0)
    .orderBy('since')
    .limit(1)
    .executeTakeFirst()
  return { orders: waiting, pieces, overdue, oldestSince: oldest?.since ?? null }
}

export const expectedRow = (reader: Reader, orderId: string) =>
  reader.selectFrom('expected_return').selectAll().where('order_id', '=', orderId).executeTakeFirst()

/** What the goods of an order left with, by SKU: value and how many pieces have a cost. */
export async function issuedCosts(reader: Reader, orderId: string) {
  const rows = await reader
    .selectFrom('stock_movement')
    .select(({ fn }) => ['variant_id', fn.sum<number>('cost').as('cost'), fn.sum<number>('costed').as('costed')])
    .where('document_kind', '=', 'order')
    .where('document_id', '=', orderId)
    .where('effect', 'like', 'issue/%')
    .groupBy('variant_id')
    .execute()
  return new Map(rows.map(({ variant_id, cost, costed }) => [variant_id, { cost: -cost, costed: -costed }]))
}

export async function piecesExpectedBack(reader: Reader, variantIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await reader
    .selectFrom('pieces_back')
    .select(({ fn }) => ['variant_id', fn.sum<number>('pieces').as('pieces')])
    .where('variant_id', 'in', variantIds as string[])
    .groupBy('variant_id')
    .execute()
  return new Map(rows.map(({ variant_id, pieces }) => [variant_id, pieces]))
}

/** Of one SKU, what came back already and waits for Cek Kondisi. */
export async function piecesAtReturns(reader: Reader, variantId: string): Promise<number> {
  const { pieces } = await reader
    .selectFrom('pieces_back as b')
    .innerJoin('expected_return as e', 'e.order_id', 'b.order_id')
    .select(({ fn }) => fn.sum<number | null>('b.pieces').as('pieces'))
    .where('b.variant_id', '=', variantId)
    .where('e.received_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return pieces ?? 0
}
