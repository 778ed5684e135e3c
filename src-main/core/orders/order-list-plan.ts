import { type RawBuilder, sql } from 'kysely'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import { decodeCursor } from '../../../src-shared/kernel/page.ts'
import type { Channel, OrderState } from '../../../src-shared/orders/order.ts'
import type { OrderSort, OrderTab } from '../../../src-shared/orders/orders.ts'
import { searchHits } from './order-search.ts'

/** Which orders a list holds and how they stand, as conditions and an order that an index answers, however deep the page. */

export interface ListFilter {
  /** Left out, every stage. */
  tab?: OrderTab | undefined
  states?: readonly OrderState[] | undefined
  channel?: Channel | undefined
  query: string
  /** By deadline or newest first, as the tab is worked through; `placed` by day, `value` by Omzet Kotor, the greatest first. */
  sort?: OrderSort | undefined
  /** The other way round. */
  isReversed?: boolean | undefined
  /** What counts as sold on this day, newest first. */
  day?: BusinessDay | undefined
  /** Placed on these days, both included, and the moments they begin and end. */
  range?: { from: BusinessDay; to: BusinessDay; begins: Instant; ends: Instant } | undefined
  /** Still to be packed and to ship before this moment, the nearest deadline first. */
  dueBefore?: Instant | undefined
  cursor?: string | undefined
  limit: number
}

export const isSearch = ({ query }: Pick<ListFilter, 'query'>): boolean => query.trim() !== ''

/** Where most orders of a shop end up: these lists are read along an index of values. The others are short, and put in order on the way. */
const LONG_TABS: ReadonlySet<OrderTab> = new Set(['completed', 'cancelled', 'returns'])

/** Conditions of the filter, without the search and the page. */
export function conditionsOf({ tab, states, channel, day, range, dueBefore }: ListFilter): RawBuilder<unknown>[] {
  return [
    ...(states?.length ? [sql`o.state in (${sql.join(states)})`] : []),
    ...(channel ? [sql`o.channel = ${channel}`] : []),
    ...(day ? [sql`o.placed_day = ${day} and o.counts = 1`] : []),
    ...(tab && !day ? [sql`o.tab = ${tab}`] : []),
    ...(tab || day ? [] : [sql`o.withdrawn_at is null`]),
    ...(range ? [inRange(tab, range)] : []),
    ...(dueBefore === undefined ? [] : [sql`o.sort_key < ${dueBefore} and o.parcels_to_pack > 0`]),
  ]
}

/** Days of a tab that stands newest first are a stretch of its own index. */
const inRange = (tab: OrderTab | undefined, { from, to, begins, ends }: NonNullable<ListFilter['range']>) =>
  tab === undefined || tab === 'to_ship'
    ? sql`o.placed_day between ${from} and ${to}`
    : sql`o.sort_key > ${0 - ends} and o.sort_key <= ${0 - begins}`

/** Row numbers of the newest hits of a search, as far as the other filters let them through. */
export const matches = (filter: ListFilter, most: number): RawBuilder<number> =>
  searchHits(
    filter.query,
    [...(filter.cursor ? [sql`o.seq < ${decodeCursor(filter.cursor)[0]}`] : []), ...conditionsOf(filter)],
    most,
  )

export interface SortedRow {
  seq: number
  sort_key: number
  placed_at: number | null
  placed_day: string
  gross_sales: number
}

interface Standing {
  /** Columns and the row's own values of them, the row number last. */
  columns: RawBuilder<unknown>[]
  keyOf: (row: SortedRow) => (string | number)[]
  isAscending: boolean
  from: RawBuilder<unknown>
}

const PLACED = sql`coalesce(o.placed_at, 0)`
const SEQ = sql`o.seq`
const ORDERS = sql`sales_order o`

/** By what the rows of a filter stand. Hits of a search stand newest first, as they come. */
function standingOf({ tab, sort, isReversed = false, day, range, ...rest }: ListFilter): Standing {
  if (isSearch(rest)) return { columns: [SEQ], keyOf: ({ seq }) => [seq], isAscending: false, from: ORDERS }
  if (sort === 'value')
    return {
      columns: [sql`o.gross_sales`, SEQ],
      keyOf: ({ gross_sales, seq }) => [gross_sales, seq],
      isAscending: isReversed,
      // SQLite would read all of a long tab and put it in order
      from:
        !day && !range && (tab === undefined || LONG_TABS.has(tab))
          ? sql`sales_order o indexed by order_value`
          : ORDERS,
    }
  const byPlaced = {
    columns: [PLACED, SEQ],
    keyOf: ({ placed_at, seq }: SortedRow) => [placed_at ?? 0, seq],
    isAscending: isReversed,
    from: ORDERS,
  }
  if (day) return byPlaced
  if (tab && !(sort === 'placed' && tab === 'to_ship'))
    return {
      columns: [sql`o.sort_key`, SEQ],
      keyOf: ({ sort_key, seq }) => [sort_key, seq],
      isAscending: !isReversed,
      from: ORDERS,
    }
  if (!range || tab) return byPlaced
  return {
    columns: [sql`o.placed_day`, PLACED, SEQ],
    keyOf: ({ placed_day, placed_at, seq }) => [placed_day, placed_at ?? 0, seq],
    isAscending: isReversed,
    from: ORDERS,
  }
}

/** One page of a filter: what its rows fulfil, their order, and where the next page begins behind a row. */
export function pagePlan(filter: ListFilter) {
  const { columns, keyOf, isAscending, from } = standingOf(filter)
  const conditions = isSearch(filter) ? [sql`o.seq in ${matches(filter, filter.limit + 1)}`] : conditionsOf(filter)
  if (filter.cursor && !isSearch(filter)) {
    const key = decodeCursor(filter.cursor).slice(0, columns.length)
    conditions.push(sql`(${sql.join(columns)}) ${isAscending ? sql`>` : sql`<`} (${sql.join(key)})`)
    // SQLite finds no place in an index by several expressions at once, but by the first of them
    conditions.push(sql`${columns[0]} ${isAscending ? sql`>=` : sql`<=`} ${key[0]}`)
  }
  return {
    from,
    where: sql.join(conditions, sql` and `),
    order: sql.join(columns.map((column) => (isAscending ? column : sql`${column} desc`))),
    keyOf,
  }
}
