import { type RawBuilder, sql } from 'kysely'
import type { StockRow, StockState, StockTotals } from '../../../src-shared/inventory/inventory.ts'
import { divRound } from '../../../src-shared/kernel/allocate.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import { AVAILABLE, FREE, IS_LOW, SHORT } from '../catalog/available.ts'
import { inSizeOrder } from '../catalog/size-order.ts'
import type { Reader } from '../database/open.ts'

export interface LevelFilter {
  query: string
  state?: StockState | undefined
  category?: string | undefined
  cursor?: string | undefined
  limit: number
}

type Executor = Parameters<RawBuilder<unknown>['execute']>[0]

/** Everything typed, anywhere in name, options, code, barcode or shelf. */
const says = (query: string) =>
  sql<boolean>`says(p.name || ' ' || v.motif || ' ' || v.colour || ' ' || v.size || ' ' || v.sku || ' ' || coalesce(v.barcode, '') || ' ' || v.shelf, ${query})`

/**
 * Every SKU with stock of its own as the screen shows it; what is archived only while something of it is left.
 * On hand is always available + reserved + safety stock − short, because safety stock counts only what is really held
 * back.
 */
const stock = (conditions: RawBuilder<boolean>[]) => sql`
  select *,
    min(wanted_safety, max(0, free)) as safetyStock,
    case when free < 0 then 'short'
         when free <= wanted_safety then 'out'
         when isLow then 'low'
         else 'enough' end as state
  from (
    select v.id as variantId, v.product_id as productId, p.name as productName, p.category, coalesce(v.photo_id, p.photo_id) as photoId,
      v.sku, v.motif, v.colour, v.size, v.shelf, v.unit, v.position, v.reorder_point as reorderPoint,
      v.safety_stock as wanted_safety,
      coalesce(s.on_hand, 0) as onHand, coalesce(s.reserved, 0) as reserved,
      ${FREE} as free, ${AVAILABLE} as available, ${SHORT} as short, v.archived_at is null and ${IS_LOW} as isLow,
      coalesce(s.costed, 0) as costed, coalesce(s.value, 0) as value
    from variant v
    join product p on p.id = v.product_id
    left join stock_level s on s.variant_id = v.id
    where v.is_bundle = 0
      and ((v.archived_at is null and p.archived_at is null) or s.on_hand <> 0 or s.reserved <> 0 or s.value <> 0)
      and ${sql.join(conditions, sql` and `)}
  )`

const filtered = ({ query, category }: Pick<LevelFilter, 'query' | 'category'>) =>
  stock([
    category === undefined ? sql<boolean>`1` : sql<boolean>`p.category = ${category}`,
    ...(query.trim() === '' ? [] : [says(query)]),
  ])

const inState = (state: StockState | undefined) => (state ? sql`state = ${state}` : sql`1`)

const columns = sql`
  variantId, productId, productName, category, photoId, sku, motif, colour, size, shelf, unit, onHand, reserved,
  safetyStock, available, short, reorderPoint, state, value, costed,
  (select coalesce(sum(pieces), 0) from uncosted_issue w where w.variant_id = variantId) as uncosted`

type Row = Omit<StockRow, 'averageCost' | 'withoutCost'> & { costed: number; uncosted: number }

/** Goods sold without cost count as well as those on the shelf, even where one covers the other. */
const asStockRow = ({ costed, uncosted, ...row }: Row): StockRow => ({
  ...row,
  averageCost: costed > 0 ? divRound(row.value, 1, costed) : null,
  withoutCost: uncosted + Math.max(0, row.onHand - costed),
})

/** Whole products, by category and name, until `limit` SKUs are reached; the cursor is the last product seen. */
export async function levelPage(
  reader: Reader,
  filter: LevelFilter,
): Promise<{ rows: StockRow[]; nextCursor: string | null }> {
  const [category, name, id] = filter.cursor ? decodeCursor(filter.cursor) : []
  const after = filter.cursor
    ? sql`(categoryKey, nameKey, place.id) > (natural(${category}), natural(${name}), ${id})`
    : sql`1`
  const { rows } = await sql<Row & { through: number; all: number }>`
    with
      stock as materialized (${filtered(filter)}),
      place as materialized (select id, natural(category) as categoryKey, natural(name) as nameKey from product),
      products as (
        select productId as id, categoryKey, nameKey, count(*) as skus,
          sum(count(*)) over (order by categoryKey, nameKey, productId) as through, sum(count(*)) over () as "all"
        from stock join place on place.id = productId where ${inState(filter.state)} and ${after} group by productId
      )
    select ${columns}, through, "all"
    from products join stock on productId = products.id
    where through - skus < ${filter.limit} and ${inState(filter.state)}
    order by categoryKey, nameKey, productId, position, variantId`.execute(reader as Executor)
  const last = rows.at(-1)
  const products = Map.groupBy(
    rows.map(({ through: _, all: __, ...row }) => asStockRow(row)),
    ({ productId }) => productId,
  )
  return {
    rows: [...products.values()].flatMap(inSizeOrder),
    nextCursor: last && last.through < last.all ? encodeCursor(last.category, last.productName, last.productId) : null,
  }
}

export async function levelOf(reader: Reader, variantId: string): Promise<StockRow | null> {
  const { rows } = await sql<Row>`
    select ${columns} from (${stock([sql<boolean>`v.id = ${variantId}`])})`.execute(reader as Executor)
  return rows[0] ? asStockRow(rows[0]) : null
}

/** Totals of the whole filter; how many SKUs are in each state is told whatever state was asked for. */
export async function levelTotals(reader: Reader, filter: LevelFilter): Promise<StockTotals> {
  const { rows } = await sql<Omit<StockTotals, 'states'> & { state: StockState }>`
    select state, count(*) as skus, sum(onHand) as onHand, sum(reserved) as reserved, sum(available) as available,
      sum(safetyStock) as safetyStock, sum(short) as short, sum(max(0, -onHand)) as gone, sum(value) as value
    from (${filtered(filter)}) group by state`.execute(reader as Executor)
  const skusIn = (state: StockState) => rows.find((row) => row.state === state)?.skus ?? 0
  const asked = rows.filter(({ state }) => !filter.state || state === filter.state)
  const sum = (of: keyof Omit<StockTotals, 'states'>) => asked.reduce((total, row) => total + row[of], 0)
  return {
    skus: sum('skus'),
    onHand: sum('onHand'),
    reserved: sum('reserved'),
    available: sum('available'),
    safetyStock: sum('safetyStock'),
    short: sum('short'),
    gone: sum('gone'),
    value: sum('value'),
    states: {
      all: rows.reduce((total, { skus }) => total + skus, 0),
      short: skusIn('short'),
      out: skusIn('out'),
      low: skusIn('low'),
    },
  }
}
