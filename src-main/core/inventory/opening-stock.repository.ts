import { type RawBuilder, sql } from 'kysely'
import { type GoodsName, wholeName } from '../../../src-shared/catalog/goods-name.ts'
import type { OpeningLine, OpeningStockRow } from '../../../src-shared/inventory/inventory.ts'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import { actorNow } from '../database/actor.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

/** What nobody counted has no row; a cost without a count is of pieces sold already, so there are none on the shelf. */
export async function replaceOpenings(tx: Tx, lines: readonly OpeningLine[], at: Instant): Promise<void> {
  const ids = lines.map(({ variantId }) => variantId)
  await tx.deleteFrom('opening_stock').where('variant_id', 'in', valuesIn(ids)).execute()
  await insertMany(
    tx,
    'opening_stock',
    lines
      .filter(({ pieces, unitCost }) => pieces !== null || unitCost !== null)
      .map(({ variantId, pieces, unitCost }) => ({
        variant_id: variantId,
        pieces: pieces ?? 0,
        unit_cost: unitCost,
        actor: actorNow().id,
        updated_at: at,
      })),
  )
}

export const openingsByVariants = (reader: Reader, variantIds: readonly string[]) =>
  reader
    .selectFrom('opening_stock as o')
    .innerJoin('variant as v', 'v.id', 'o.variant_id')
    .select(['o.variant_id as variantId', 'v.sku', 'o.pieces', 'o.unit_cost as unitCost'])
    .where('o.variant_id', 'in', valuesIn(variantIds))
    .execute()

/**
 * Pieces of each SKU in the orders placed since a day, bundles taken apart; history before the books began counts too.
 * The cast gives the id back its type, without which SQLite would look for each SKU row by row.
 */
export const soldSince = (day: BusinessDay) => sql`
  select cast(coalesce(b.component_id, s.variant_id) as text) as variant_id, sum(s.pieces * coalesce(b.pieces, 1)) as pieces
  from (
    select coalesce(l.variant_id, g.variant_id) as variant_id, sum(l.pieces) as pieces
    from sales_order o
    join order_line l on l.order_id = o.id
    left join listing g on g.id = l.listing_id
    where o.placed_day >= ${day} and o.counts = 1
    group by 1
  ) s
  left join bundle_component b on b.bundle_id = s.variant_id
  where s.variant_id is not null
  group by 1`

export interface OpeningFilter {
  query: string
  since: BusinessDay
  /** A SKU whose product stands before all others. */
  first?: string | undefined
  /** This product alone. */
  product?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** SKUs to be counted when the books begin, by product, what sold best since `since` first; within one as the shop lists them. */
export async function openingPage(
  reader: Reader,
  filter: OpeningFilter,
): Promise<{ rows: OpeningStockRow[]; nextCursor: string | null }> {
  const [rank, sold, name, product, position, id] = filter.cursor ? decodeCursor(filter.cursor) : []
  const isLater = sql`v.product_id is not (select product_id from variant where id = ${filter.first ?? ''})`
  const conditions = [
    sql`1`,
    ...(filter.product === undefined ? [] : [sql`p.id = ${filter.product}`]),
    ...(filter.query.trim() === ''
      ? []
      : [
          sql`says(p.name || ' ' || v.motif || ' ' || v.colour || ' ' || v.size || ' ' || v.sku || ' ' || coalesce(v.barcode, ''), ${filter.query})`,
        ]),
    ...(filter.cursor
      ? [
          sql`(${isLater}, -coalesce(best.pieces, 0), natural(p.name), p.id, v.position, v.id)
            > (${rank}, ${-Number(sold)}, natural(${name}), ${product}, ${position}, ${id})`,
        ]
      : []),
  ]
  const { rows } = await sql<
    Omit<OpeningStockRow, 'label' | 'goodsName'> & GoodsName & { rank: number; soldOfProduct: number; position: number }
  >`
    with sold as materialized (${soldSince(filter.since)}),
      best as materialized (
        select sv.product_id, sum(sold.pieces) as pieces from sold join variant sv on sv.id = sold.variant_id group by 1
      )
    select v.id as variantId, p.id as productId, v.sku, v.barcode, p.name as product,
      v.motif, v.colour, v.size, v.shelf, v.price, o.pieces, o.unit_cost as unitCost,
      coalesce(sold.pieces, 0) as soldLast90Days,
      ${isLater} as rank, coalesce(best.pieces, 0) as soldOfProduct, v.position
    from variant v
    join product p on p.id = v.product_id
    left join opening_stock o on o.variant_id = v.id
    left join sold on sold.variant_id = v.id
    left join best on best.product_id = v.product_id
    where v.is_bundle = 0
      and ((v.archived_at is null and p.archived_at is null) or o.pieces > 0)
      and ${sql.join(conditions, sql` and `)}
    order by rank, soldOfProduct desc, natural(p.name), p.id, v.position, v.id
    limit ${filter.limit + 1}`.execute(reader as Parameters<RawBuilder<unknown>['execute']>[0])
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(
      ({ rank: _rank, soldOfProduct: _sold, position: _position, product, motif, colour, size, ...row }) => {
        const goodsName = { product, motif, colour, size }
        return { ...row, label: wholeName(goodsName), goodsName }
      },
    ),
    nextCursor:
      rows.length > filter.limit && last
        ? encodeCursor(last.rank, last.soldOfProduct, last.product, last.productId, last.position, last.variantId)
        : null,
  }
}

/** The last day on which goods that were sold, or their price, stand in the books. */
async function lastProfitDay(reader: Reader): Promise<BusinessDay | null> {
  const row = await reader
    .selectFrom('entry')
    .select('day')
    .where('book', '=', 'usaha')
    .where('document_kind', '=', 'order')
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.day ?? null
}

/** How far the whole opening count has come. `filled` SKUs were counted, `costed` of them have a cost as well. */
export async function openingProgress(reader: Reader) {
  const { total } = await reader
    .selectFrom('variant as v')
    .innerJoin('product as p', 'p.id', 'v.product_id')
    .leftJoin('opening_stock as o', 'o.variant_id', 'v.id')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('v.is_bundle', '=', 0)
    .where(sql<boolean>`((v.archived_at is null and p.archived_at is null) or o.pieces > 0)`)
    .executeTakeFirstOrThrow()
  const filled = await reader
    .selectFrom('opening_stock')
    .select(({ fn }) => [
      fn.countAll<number>().as('filled'),
      fn.coalesce(fn.sum<number>(sql`pieces = 0 or unit_cost is not null`), sql<number>`0`).as('costed'),
      fn.coalesce(fn.sum<number>(sql`pieces * coalesce(unit_cost, 0)`), sql<number>`0`).as('value'),
    ])
    .executeTakeFirstOrThrow()
  return { ...filled, total, lastProfitDay: await lastProfitDay(reader) }
}

/** Documents whose goods left these shelves without cost, as `kind/id`. */
export async function documentsWithoutCost(reader: Reader, variantIds: readonly string[]): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('uncosted_issue')
    .select(['document_kind', 'document_id'])
    .distinct()
    .where('variant_id', 'in', valuesIn(variantIds))
    .execute()
  return new Set(rows.map(({ document_kind, document_id }) => `${document_kind}/${document_id}`))
}

/** Every SKU on the list, in its order. */
export async function allOpeningRows(reader: Reader, since: BusinessDay): Promise<OpeningStockRow[]> {
  const rows: OpeningStockRow[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = await openingPage(reader, { query: '', since, limit: 1000, cursor: cursor || undefined })
    rows.push(...page.rows)
    cursor = page.nextCursor
  }
  return rows
}

/** Every SKU of the shop, on the list or not, with what stands of it. */
export async function openingGoods(reader: Reader) {
  const rows = await reader
    .selectFrom('variant as v')
    .leftJoin('opening_stock as o', 'o.variant_id', 'v.id')
    .select([
      'v.id as variantId',
      'v.sku',
      'v.barcode',
      'v.price',
      'v.is_bundle',
      'o.pieces',
      'o.unit_cost as unitCost',
    ])
    .execute()
  return rows.map(({ is_bundle, ...row }) => ({ ...row, isBundle: is_bundle === 1 }))
}
