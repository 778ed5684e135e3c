import { sql } from 'kysely'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import { wordsOf } from '../../../src-shared/kernel/folded.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import type { Channel, OrderState } from '../../../src-shared/orders/order.ts'
import type { OrderRow, OrderTab } from '../../../src-shared/orders/orders.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { REVERSAL_ON_ITS_DAY } from '../ledger/journal-view.ts'
import type { OrderOfList } from './profit-ladder.ts'

/** Reading for lists and screens. Nothing here decides anything. */

export interface ListFilter {
  tab?: OrderTab | undefined
  states?: OrderState[] | undefined
  channel?: Channel | undefined
  query: string
  /** A tab the other way round: the latest deadline first, or the oldest order. */
  isReversed?: boolean | undefined
  /** What counts as sold on this day, newest first. */
  day?: BusinessDay | undefined
  /** To ship before this moment, the nearest deadline first. */
  dueBefore?: Instant | undefined
  cursor?: string | undefined
  limit: number
}

/**
 * Words a person typed, as an FTS5 prefix query, folded like the words it looks through; signs alone find nothing. A code typed
 * with blanks or dashes is also looked for without them.
 */
export function ftsQuery(typed: string): string {
  const words = wordsOf(typed)
  const all = words.map((word) => `"${word}"*`).join(' AND ') || '""'
  return words.length > 1 && /\d/.test(typed) ? `${all} OR "${words.join('')}"*` : all
}

/** Broad words find half the shop; beyond this many hits a total is only "more than". */
export const HITS_COUNTED = 200

/**
 * Row numbers of the hits, newest first. Without other filters only as many as are needed, so that a search takes as long
 * in a shop of 100,000 orders as in one of 1,000.
 */
const matches = ({ query, states, channel, cursor }: ListFilter, needed: number) => {
  const before = cursor ? Number(decodeCursor(cursor)[0]) : Number.MAX_SAFE_INTEGER
  const limit = states?.length || channel ? -1 : needed
  return sql<number>`(select rowid from order_search where order_search match ${ftsQuery(query)} and rowid < ${before} order by rowid desc limit ${limit})`
}

/** Product and variation of the first line, by our own name when it is an own sale. */
export const firstGoods = sql<string>`(
  select coalesce(
    (select trim(g.product_name || ' ' || g.variation_name) from listing g where g.id = l.listing_id),
    (select trim(p.name || ' ' || v.motif || ' ' || v.colour || ' ' || v.size) from variant v join product p on p.id = v.product_id where v.id = l.variant_id))
  from order_line l where l.order_id = o.id order by l.line limit 1)`

function rowsOf(reader: Reader) {
  return reader
    .selectFrom('sales_order as o')
    .innerJoin('shop', 'shop.id', 'o.shop_id')
    .innerJoin('order_recipient as r', 'r.order_id', 'o.id')
    .select([
      'o.seq',
      'o.id',
      'o.number',
      'o.channel',
      'shop.name as shop_name',
      'o.state',
      'o.raw_status',
      'o.placed_at',
      'o.ship_by',
      'o.is_held',
      'o.is_history',
      'o.pieces',
      'o.courier',
      'o.shipping_service',
      'o.tracking_number',
      'o.is_cod',
      'o.gross_sales',
      'o.seller_cuts',
      'o.unmapped_lines',
      'o.sort_key',
      'o.left_at',
      'o.completed_at',
      'r.name as buyer_name',
      'r.username',
      firstGoods.as('goods'),
      sql<number>`(select count(*) from order_line l where l.order_id = o.id)`.as('lines'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

const asOrderRow = (row: Row): OrderRow => ({
  id: row.id,
  number: row.number,
  channel: row.channel,
  shopName: row.shop_name,
  state: row.state as OrderState,
  rawStatus: row.raw_status,
  placedAt: row.placed_at,
  shipBy: row.ship_by,
  isHeld: row.is_held === 1,
  isHistory: row.is_history === 1,
  goods: row.goods,
  moreLines: row.lines - 1,
  pieces: row.pieces,
  courier: row.courier || row.shipping_service,
  trackingNumber: row.tracking_number,
  isCod: row.is_cod === 1,
  grossSales: row.gross_sales,
  sellerCuts: row.seller_cuts,
  buyer: row.buyer_name || row.username,
  unmappedLines: row.unmapped_lines,
})

/** An order whose moment nobody told stands behind all others, on a page as well. */
const placedAt = sql<number>`coalesce(o.placed_at, 0)`

/** A row, whether its goods have left the shop, and whether the channel calls it completed. */
export interface FoundOrder {
  row: OrderRow
  hasLeft: boolean
  isCompleted: boolean
}

/** One page by keyset: the cursor is the sort key and row number of the last row seen. */
export async function orderRows(
  reader: Reader,
  filter: ListFilter,
): Promise<{ found: FoundOrder[]; nextCursor: string | null }> {
  const searching = filter.query.trim() !== ''
  let query = rowsOf(reader).limit(filter.limit + 1)
  if (filter.states?.length) query = query.where('o.state', 'in', filter.states)
  if (filter.channel) query = query.where('o.channel', '=', filter.channel)
  if (searching) {
    query = query.where('o.seq', 'in', matches(filter, filter.limit + 1)).orderBy('o.seq', 'desc')
  } else if (filter.day) {
    // a day holds few enough orders to be put in order on the way
    query = query.where('o.placed_day', '=', filter.day).where('o.counts', '=', 1)
    query = query.orderBy(placedAt, 'desc').orderBy('o.seq', 'desc')
    if (filter.cursor) {
      const [placed, seq] = decodeCursor(filter.cursor)
      query = query.where(sql<boolean>`(${placedAt}, o.seq) < (${placed}, ${seq})`)
    }
  } else if (filter.tab) {
    const [direction, beyond] = filter.isReversed ? (['desc', sql`<`] as const) : (['asc', sql`>`] as const)
    if (filter.dueBefore !== undefined) query = query.where('o.sort_key', '<', filter.dueBefore)
    query = query.where('o.tab', '=', filter.tab).orderBy('o.sort_key', direction).orderBy('o.seq', direction)
    if (filter.cursor) {
      const [key, seq] = decodeCursor(filter.cursor)
      query = query.where(sql<boolean>`(o.sort_key, o.seq) ${beyond} (${key}, ${seq})`)
    }
  } else {
    query = query.where('o.withdrawn_at', 'is', null).orderBy(placedAt, 'desc').orderBy('o.seq', 'desc')
    if (filter.cursor) {
      const [placed, seq] = decodeCursor(filter.cursor)
      query = query.where(sql<boolean>`(${placedAt}, o.seq) < (${placed}, ${seq})`)
    }
  }
  const beyond = await query.execute()
  const rows = beyond.slice(0, filter.limit)
  const last = rows.at(-1)
  const byTab = filter.tab !== undefined && filter.day === undefined
  const key = !last ? [] : searching ? [last.seq] : byTab ? [last.sort_key, last.seq] : [last.placed_at ?? 0, last.seq]
  return {
    found: rows.map((row) => ({
      row: asOrderRow(row),
      hasLeft: row.left_at !== null,
      isCompleted: row.completed_at !== null,
    })),
    nextCursor: beyond.length > filter.limit ? encodeCursor(...key) : null,
  }
}

/** Orders that count as sales of a day, as far as their profit asks. */
export async function ordersOfDay(reader: Reader, day: BusinessDay): Promise<OrderOfList[]> {
  const rows = await reader
    .selectFrom('sales_order')
    .select(['id', 'state', 'channel', 'gross_sales', 'seller_cuts', 'is_history', 'unmapped_lines'])
    .select(['left_at', 'completed_at'])
    .where('placed_day', '=', day)
    .where('counts', '=', 1)
    .execute()
  return rows.map(({ id, state, channel, gross_sales, seller_cuts, is_history, unmapped_lines, ...moments }) => ({
    row: {
      id,
      state: state as OrderState,
      channel,
      grossSales: gross_sales,
      sellerCuts: seller_cuts,
      isHistory: is_history === 1,
      unmappedLines: unmapped_lines,
    },
    hasLeft: moments.left_at !== null,
    isCompleted: moments.completed_at !== null,
  }))
}

export interface ListTotals {
  orders: number
  pieces: number
  grossSales: number
  /** True when a search found more than could be counted quickly. */
  isCapped: boolean
}

/** Totals of a search whose hits all stand on its one page. */
export const totalsOf = (found: readonly FoundOrder[]): ListTotals => ({
  orders: found.length,
  pieces: found.reduce((total, { row }) => total + row.pieces, 0),
  grossSales: found.reduce((total, { row }) => total + row.grossSales, 0),
  isCapped: false,
})

/** Totals of the whole filter: from the maintained totals, or counted over one day, what is due, or the hits of a search. */
export async function orderTotals(reader: Reader, filter: ListFilter): Promise<ListTotals> {
  const searching = filter.query.trim() !== ''
  if (searching || filter.day || filter.dueBefore !== undefined) {
    let query = reader
      .selectFrom('sales_order as o')
      .select(({ fn }) => [
        fn.countAll<number>().as('orders'),
        fn.sum<number | null>('pieces').as('pieces'),
        fn.sum<number | null>('gross_sales').as('grossSales'),
      ])
    if (searching) query = query.where('o.seq', 'in', matches({ ...filter, cursor: undefined }, HITS_COUNTED + 1))
    else if (filter.day) query = query.where('o.placed_day', '=', filter.day).where('o.counts', '=', 1)
    else query = query.where('o.tab', '=', filter.tab!).where('o.sort_key', '<', filter.dueBefore!)
    if (filter.states?.length) query = query.where('o.state', 'in', filter.states)
    if (filter.channel) query = query.where('o.channel', '=', filter.channel)
    const { orders, pieces, grossSales } = await query.executeTakeFirstOrThrow()
    const isCapped = searching && orders > HITS_COUNTED && !filter.states?.length && !filter.channel
    return { orders: isCapped ? HITS_COUNTED : orders, pieces: pieces ?? 0, grossSales: grossSales ?? 0, isCapped }
  }
  let query = reader
    .selectFrom('order_tab_total')
    .innerJoin('shop', 'shop.id', 'order_tab_total.shop_id')
    .select(({ fn }) => [
      fn.sum<number | null>('orders').as('orders'),
      fn.sum<number | null>('pieces').as('pieces'),
      fn.sum<number | null>('gross_sales').as('grossSales'),
    ])
  if (filter.tab) query = query.where('tab', '=', filter.tab)
  if (filter.states?.length) query = query.where('state', 'in', filter.states)
  if (filter.channel) query = query.where('channel', '=', filter.channel)
  const total = await query.executeTakeFirstOrThrow()
  return { orders: total.orders ?? 0, pieces: total.pieces ?? 0, grossSales: total.grossSales ?? 0, isCapped: false }
}

export async function tabCounts(reader: Reader) {
  const rows = await reader
    .selectFrom('order_tab_total')
    .innerJoin('shop', 'shop.id', 'shop_id')
    .select(({ fn }) => [
      'tab',
      'state',
      'channel',
      fn.sum<number>('orders').as('orders'),
      fn.sum<number>('pieces').as('pieces'),
      fn.sum<number>('gross_sales').as('grossSales'),
    ])
    .where('orders', '>', 0)
    .groupBy(['tab', 'state', 'channel'])
    .execute()
  return rows.map(({ tab, state, ...total }) => ({
    tab: tab as OrderTab,
    state: state as OrderState,
    ...total,
  }))
}

export async function orderRowById(reader: Reader, id: string): Promise<OrderRow | null> {
  const row = await rowsOf(reader).where('o.id', '=', id).executeTakeFirst()
  return row ? asOrderRow(row) : null
}

export async function orderEvents(reader: Reader, id: string) {
  return reader
    .selectFrom('order_event')
    .select(['at', 'what', 'source', 'actor', 'detail'])
    .where('order_id', '=', id)
    .orderBy('id')
    .execute()
}

export async function listingsOf(reader: Reader, ids: readonly string[]) {
  if (ids.length === 0)
    return new Map<string, { productName: string; variationName: string; sku: string; variantId: string | null }>()
  const rows = await reader
    .selectFrom('listing')
    .select(['id', 'product_name as productName', 'variation_name as variationName', 'sku', 'variant_id as variantId'])
    .where('id', 'in', valuesIn(new Set(ids)))
    .execute()
  return new Map(rows.map(({ id, ...listing }) => [id, listing]))
}

/** The journal entries that stand under one order, oldest first. */
export async function orderEntries(reader: Reader, id: string) {
  const entries = await reader
    .selectFrom('entry')
    .innerJoin('posting', 'posting.entry_id', 'entry.id')
    .select(({ fn }) => [
      'entry.id',
      'entry.day',
      'entry.effect',
      'entry.generation',
      'entry.memo_key',
      fn.sum<number>(sql`max(posting.amount, 0)`).as('amount'),
    ])
    .where('document_kind', '=', 'order')
    .where('document_id', '=', id)
    .groupBy('entry.id')
    .orderBy('entry.id')
    .execute()
  return entries.map(({ generation, memo_key, ...entry }) => ({
    ...entry,
    isReversal: generation < 0 || memo_key === REVERSAL_ON_ITS_DAY,
  }))
}
