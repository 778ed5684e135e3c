import { type RawBuilder, sql } from 'kysely'
import { wholeName } from '../../../src-shared/catalog/goods-name.ts'
import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import { encodeCursor } from '../../../src-shared/kernel/page.ts'
import type { Channel, OrderState } from '../../../src-shared/orders/order.ts'
import type { OrderRow, OrderTab } from '../../../src-shared/orders/orders.ts'
import { nameOfListing } from '../catalog/variation-name.ts'
import type { Reader } from '../database/open.ts'
import { shownText } from '../database/sealing.ts'
import { valuesIn } from '../database/values-in.ts'
import { REVERSAL_ON_ITS_DAY } from '../ledger/journal-view.ts'
import type { OrderNamed } from '../settlements/settlements.repository.ts'
import { conditionsOf, isSearch, type ListFilter, matches, pagePlan, type SortedRow } from './order-list-plan.ts'
import type { OrderOfList } from './profit-ladder.ts'

/** Reading for lists and screens. Nothing here decides anything. */

/** Broad words find half the shop; beyond this many hits a total is only "more than". */
export const HITS_COUNTED = 200

/** The first line's goods: parts of our own name where it has an SKU, the channel's words. `firstGoodsOf` reads it. */
export const firstGoods = sql<string>`(
  select json_array(p.name, v.motif, v.colour, v.size, g.product_name, g.variation_name)
  from order_line l
  left join listing g on g.id = l.listing_id
  left join variant v on v.id = coalesce(l.variant_id, g.variant_id)
  left join product p on p.id = v.product_id
  where l.order_id = o.id order by l.line limit 1)`

type Stated = string | null
type FirstGoods = Pick<OrderRow, 'goods' | 'goodsName' | 'channelGoods'>

/** A list names few goods in many rows; what was read of them lately is not read again. */
const lately = new Map<string, FirstGoods>()
const MOST_KEPT = 1000

export function firstGoodsOf(stated: string): FirstGoods {
  const known = lately.get(stated)
  if (known) return known
  if (lately.size >= MOST_KEPT) lately.clear()
  const goods = readFirstGoods(stated)
  lately.set(stated, goods)
  return goods
}

function readFirstGoods(stated: string): FirstGoods {
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
  placed_day: string
  left_at: number | null
  completed_at: number | null
  buyer_name: string
  username: string
  goods: string
  lines: number
}

/** What every list shows of an order. Written out, because putting it together anew took a third of the time of a search. */
const shownFrom = (orders: RawBuilder<unknown>) => sql`
  select o.seq, o.id, o.number, o.channel, shop.name as shop_name, o.state, o.raw_status, o.placed_at, o.ship_by,
    o.is_held, o.is_history, o.pieces, o.courier, o.shipping_service, o.tracking_number, o.is_cod, o.gross_sales,
    o.seller_cuts, o.unmapped_lines, o.sort_key, o.placed_day, o.left_at, o.completed_at, r.name as buyer_name, r.username,
    ${firstGoods} as goods,
    (select count(*) from order_line l where l.order_id = o.id) as lines
  from ${orders} join shop on shop.id = o.shop_id join order_recipient r on r.order_id = o.id`

/** Whose an order is, as far as a list says it. */
export function buyerOf({ id, buyer_name, username }: { id: string; buyer_name: string; username: string }): string {
  // opening costs more than the rest of a row: what is not shown stays closed
  return buyer_name
    ? shownText('order_recipient', id, 'name', buyer_name)
    : shownText('order_recipient', id, 'username', username)
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
  buyer: buyerOf(row),
  unmappedLines: row.unmapped_lines,
})

/** A row, whether its goods have left the shop, and whether the channel calls it completed. */
export interface FoundOrder {
  row: OrderRow
  hasLeft: boolean
  isCompleted: boolean
}

/** How files name each of these orders. */
export async function orderNames(reader: Reader, ids: readonly string[]): Promise<Map<string, OrderNamed>> {
  const rows = await reader
    .selectFrom('sales_order')
    .select(['id', 'shop_id as shopId', 'channel', 'number'])
    .where('id', 'in', valuesIn(ids))
    .execute()
  return new Map(rows.map(({ id, ...named }) => [id, named]))
}

/** One page by keyset: the cursor is what the last row seen stands by, and its row number. */
export async function orderRows(
  reader: Reader,
  filter: ListFilter,
): Promise<{ found: FoundOrder[]; nextCursor: string | null }> {
  const { from, where, order, keyOf } = pagePlan(filter)
  const { rows: beyond } =
    await sql<Row>`${shownFrom(from)} where ${where} order by ${order} limit ${filter.limit + 1}`.execute(reader)
  const rows = beyond.slice(0, filter.limit)
  const last = rows.at(-1)
  return {
    found: rows.map((row) => ({
      row: asOrderRow(row),
      hasLeft: row.left_at !== null,
      isCompleted: row.completed_at !== null,
    })),
    nextCursor: last && beyond.length > filter.limit ? encodeCursor(...keyOf(last)) : null,
  }
}

/** A page of a filter as far as profits ask: no goods, no people. */
export async function ordersForProfit(
  reader: Reader,
  filter: ListFilter,
): Promise<{ found: OrderOfList[]; nextCursor: string | null }> {
  const { from, where, order, keyOf } = pagePlan(filter)
  const { rows: beyond } = await sql<ProfitRow>`
    select o.seq, o.id, o.state, o.channel, o.gross_sales, o.seller_cuts, o.is_history, o.unmapped_lines, o.left_at,
      o.completed_at, o.sort_key, o.placed_at, o.placed_day
    from ${from} where ${where} order by ${order} limit ${filter.limit + 1}`.execute(reader)
  const rows = beyond.slice(0, filter.limit)
  const last = rows.at(-1)
  return {
    found: rows.map(orderOfList),
    nextCursor: last && beyond.length > filter.limit ? encodeCursor(...keyOf(last)) : null,
  }
}

type ProfitRow = SortedRow &
  Pick<Row, 'id' | 'state' | 'channel' | 'seller_cuts' | 'is_history' | 'unmapped_lines' | 'left_at' | 'completed_at'>

const orderOfList = (
  row: Pick<
    ProfitRow,
    | 'id'
    | 'state'
    | 'channel'
    | 'gross_sales'
    | 'seller_cuts'
    | 'is_history'
    | 'unmapped_lines'
    | 'left_at'
    | 'completed_at'
  >,
): OrderOfList => ({
  row: {
    id: row.id,
    state: row.state as OrderState,
    channel: row.channel,
    grossSales: row.gross_sales,
    sellerCuts: row.seller_cuts,
    isHistory: row.is_history === 1,
    unmappedLines: row.unmapped_lines,
  },
  hasLeft: row.left_at !== null,
  isCompleted: row.completed_at !== null,
})

/** Orders that count as sales of a day, as far as their profit asks. */
export async function ordersOfDay(reader: Reader, day: BusinessDay): Promise<OrderOfList[]> {
  const rows = await reader
    .selectFrom('sales_order')
    .select(['id', 'state', 'channel', 'gross_sales', 'seller_cuts', 'is_history', 'unmapped_lines'])
    .select(['left_at', 'completed_at'])
    .where('placed_day', '=', day)
    .where('counts', '=', 1)
    .execute()
  return rows.map(orderOfList)
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
  const searching = isSearch(filter)
  if (searching || filter.day || filter.range || filter.dueBefore !== undefined) {
    const whole = { ...filter, cursor: undefined }
    const conditions = searching ? [sql`o.seq in ${matches(whole, HITS_COUNTED + 1)}`] : conditionsOf(whole)
    const query = reader
      .selectFrom('sales_order as o')
      .select(({ fn }) => [
        fn.countAll<number>().as('orders'),
        fn.sum<number | null>('pieces').as('pieces'),
        fn.sum<number | null>('gross_sales').as('grossSales'),
      ])
      .where(sql<boolean>`${sql.join(conditions, sql` and `)}`)
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
  if (filter.states?.length) query = query.where('state', 'in', [...filter.states])
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
  const { rows } = await sql<Row>`${shownFrom(sql`sales_order o`)} where o.id = ${id}`.execute(reader)
  const [row] = rows
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
