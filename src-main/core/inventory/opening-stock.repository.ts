import { type RawBuilder, sql } from 'kysely'
import { wholeName } from '../../../src-shared/catalog/goods-name.ts'
import type { OpeningStockRow } from '../../../src-shared/inventory/inventory.ts'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { actorNow } from '../database/actor.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

export interface OpeningLine {
  variantId: string
  pieces: number
  unitCost: Rupiah | null
}

export async function replaceOpenings(tx: Tx, lines: readonly OpeningLine[], at: Instant): Promise<void> {
  const ids = lines.map(({ variantId }) => variantId)
  await tx.deleteFrom('opening_stock').where('variant_id', 'in', valuesIn(ids)).execute()
  await insertMany(
    tx,
    'opening_stock',
    lines.map(({ variantId, pieces, unitCost }) => ({
      variant_id: variantId,
      pieces,
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

/** SKUs to be counted when the books begin, best sellers of the time since `since` first. */
export async function openingPage(
  reader: Reader,
  filter: { query: string; since: BusinessDay; cursor?: string | undefined; limit: number },
): Promise<{ rows: OpeningStockRow[]; nextCursor: string | null }> {
  const [sold, sku, id] = filter.cursor ? decodeCursor(filter.cursor) : []
  const conditions = [
    sql`1`,
    ...(filter.query.trim() === ''
      ? []
      : [
          sql`says(p.name || ' ' || v.motif || ' ' || v.colour || ' ' || v.size || ' ' || v.sku || ' ' || coalesce(v.barcode, ''), ${filter.query})`,
        ]),
    ...(filter.cursor
      ? [sql`(-coalesce(sold.pieces, 0), natural(v.sku), v.id) > (${-Number(sold)}, natural(${sku}), ${id})`]
      : []),
  ]
  const { rows } = await sql<
    Omit<OpeningStockRow, 'label' | 'goodsName'> & { productName: string; motif: string; colour: string; size: string }
  >`
    with sold as materialized (${soldSince(filter.since)})
    select v.id as variantId, v.sku, p.name as productName, v.motif, v.colour, v.size, v.shelf,
      o.pieces, o.unit_cost as unitCost, coalesce(sold.pieces, 0) as soldLast90Days
    from variant v
    join product p on p.id = v.product_id
    left join opening_stock o on o.variant_id = v.id
    left join sold on sold.variant_id = v.id
    where v.is_bundle = 0
      and ((v.archived_at is null and p.archived_at is null) or o.pieces > 0)
      and ${sql.join(conditions, sql` and `)}
    order by coalesce(sold.pieces, 0) desc, natural(v.sku), v.id
    limit ${filter.limit + 1}`.execute(reader as Parameters<RawBuilder<unknown>['execute']>[0])
  const shown = rows.slice(0, filter.limit).map(({ productName, motif, colour, size, ...row }) => ({
    ...row,
    label: wholeName({ product: productName, motif, colour, size }),
    goodsName: { product: productName, motif, colour, size },
  }))
  const last = shown.at(-1)
  return {
    rows: shown,
    nextCursor: rows.length > filter.limit && last ? encodeCursor(last.soldLast90Days, last.sku, last.variantId) : null,
  }
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
  return { ...filled, total }
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
