import { type RawBuilder, sql } from 'kysely'
import { wholeName } from '../../../src-shared/catalog/goods-name.ts'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import type { Channel, OrderState } from '../../../src-shared/orders/order.ts'
import type { OrderRow, OrderTab } from '../../../src-shared/orders/orders.ts'
import { nameOfListing } from '../catalog/variation-name.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { REVERSAL_ON_ITS_DAY } from '../ledger/journal-view.ts'
import { searchHits } from './order-search.ts'
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

/** Broad words find half the shop; beyond this many hits a total is only "more than". */
export const HITS_COUNTED = 200

/** Row numbers of the newest hits of a search, as far as the other filters let them through. */
const matches = ({ query, states, channel, cursor }: ListFilter, most: number) =>
  searchHits(
    query,
    [
      ...(cursor ? [sql`o.seq < ${decodeCursor(cursor)[0]}`] : []),
      ...(states?.length ? [sql`o.state in (${sql.join(states)})`] : []),
      ...(channel ? [sql`o.channel = ${channel}`] : []),
    ],
    most,
  )

/** The first line's goods: parts of our own name where it has an SKU, the channel's words. `firstGoodsOf` reads it. */
export const firstGoods = sql<string>`(
  select json_array(p.name, v.motif, v.colour, v.size, g.product_name, g.variation_name)
  from order_line l
  left join listing g on g.id = l.listing_id
  left join variant v on v.id = coalesce(l.variant_id, g.variant_id)
  left join product p on p.id = v.product_id
  where l.order_id = o.id order by l.line limit 1)`

type Stated = string | null

export function firstGoodsOf(stated: string): Pick<OrderRow, 'goods' | 'goodsName' | 'channelGoods'> {
  const [product, motif, colour, size, title, variation] = JSON.parse(stated) as Stated[]
  const goodsName = product
    ? { product, motif: motif ?? '', colour: colour ?? '', size: size ?? '' }
    : nameOfListing(title ?? '', variation ?? '')
  return { goods: wholeName(goodsName), goodsName, channelGoods: [title, variation].filter(Boolean).join(', ') }
}

interface Row {
  seq: number
  id: string
  number: string
  channel: Channel
  shop_name: string
  state: string
  raw_status: string
  placed_at: number | null
  ship_by: number | null
  is_held: number
  is_history: number
  pieces: number
  courier: string
  shipping_service: string
  tracking_number: string
  is_cod: number
  gross_sales: number
  seller_cuts: number
  unmapped_lines: number
  sort_key: number
  left_at: number | null
  completed_at: number | null
  buyer_name: string
  username: string
  goods: string
  lines: number
}

/** What every list shows of an order. Written out, because putting it together anew took a third of the time of a search. */
const SHOWN = sql`
  select o.seq, o.id, o.number, o.channel, shop.name as shop_name, o.state, o.raw_status, o.placed_at, o.ship_by,
    o.is_held, o.is_history, o.pieces, o.courier, o.shipping_service, o.tracking_number, o.is_cod, o.gross_sales,
    o.seller_cuts, o.unmapped_lines, o.sort_key, o.left_at, o.completed_at, r.name as buyer_name, r.username,
    ${firstGoods} as goods,
    (select count(*) from order_line l where l.order_id = o.id) as lines
  from sales_order o join shop on shop.id = o.shop_id join order_recipient r on r.order_id = o.id`

async function rowsWhere(
  reader: Reader,
  conditions: readonly RawBuilder<unknown>[],
  order: RawBuilder<unknown>,
  limit: number,
): Promise<Row[]> {
  const where = sql.join(conditions, sql` and `)
  const { rows } = await sql<Row>`${SHOWN} where ${where} order by ${order} limit ${limit}`.execute(reader)
  return rows
}

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
  ...firstGoodsOf(row.goods),
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
const NEWEST_FIRST = sql`coalesce(o.placed_at, 0) desc, o.seq desc`

function placedBefore(cursor: string) {
  const [placed, seq] = decodeCursor(cursor)
  return sql`(coalesce(o.placed_at, 0), o.seq) < (${placed}, ${seq})`
}

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
  const conditions: RawBuilder<unknown>[] = []
  if (filter.states?.length) conditions.push(sql`o.state in (${sql.join(filter.states)})`)
  if (filter.channel) conditions.push(sql`o.channel = ${filter.channel}`)
  let order = NEWEST_FIRST
  if (searching) {
    conditions.push(sql`o.seq in ${matches(filter, filter.limit + 1)}`)
    order = sql`o.seq desc`
  } else if (filter.day) {
    // a day holds few enough orders to be put in order on the way
    conditions.push(sql`o.placed_day = ${filter.day} and o.counts = 1`)
    if (filter.cursor) conditions.push(placedBefore(filter.cursor))
  } else if (filter.tab) {
    conditions.push(sql`o.tab = ${filter.tab}`)
    if (filter.dueBefore !== undefined) conditions.push(sql`o.sort_key < ${filter.dueBefore} and o.parcels_to_pack > 0`)
    order = filter.isReversed ? sql`o.sort_key desc, o.seq desc` : sql`o.sort_key, o.seq`
    if (filter.cursor) {
      const [key, seq] = decodeCursor(filter.cursor)
      conditions.push(sql`(o.sort_key, o.seq) ${filter.isReversed ? sql`<` : sql`>`} (${key}, ${seq})`)
    }
  } else {
    conditions.push(sql`o.withdrawn_at is null`)
    if (filter.cursor) conditions.push(placedBefore(filter.cursor))
  }
  const beyond = await rowsWhere(reader, conditions, order, filter.limit + 1)
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
    else
      query = query
        .where('o.tab', '=', filter.tab!)
        .where('o.sort_key', '<', filter.dueBefore!)
        .where('o.parcels_to_pack', '>', 0)
    if (filter.states?.length) query = query.where('o.state', 'in', filter.states)
    if (filter.channel) query = query.where('o.channel', '=', filter.channel)
    const { orders, pieces, grossSales } = await query.executeTakeFirstOrThrow()
    const isCapped = searching && orders > HITS_COUNTED
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
  const [row] = await rowsWhere(reader, [sql`o.id = ${id}`], sql`o.seq`, 1)
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
