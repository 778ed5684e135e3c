import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import type { Reader, Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { codeKey } from './codes.ts'
import type { ListingName } from './listing-names.ts'

export interface StoredListing extends ListingName {
  id: string
  shopId: string
  variantId: string | null
}

export const storedListings = (reader: Reader) =>
  reader
    .selectFrom('listing')
    .select([
      'id',
      'shop_id as shopId',
      'sku',
      'product_name as productName',
      'variation_name as variationName',
      'variant_id as variantId',
    ])
    .orderBy('product_name')
    .orderBy('variation_name')
    .orderBy('id')

export const listingsByIds = (reader: Reader, ids: readonly string[]): Promise<StoredListing[]> =>
  storedListings(reader).where('id', 'in', valuesIn(ids)).execute()

/** How many listings of all shops carry this seller's code; a family's variations often share one. */
export async function listingsByCode(reader: Reader, code: string): Promise<number> {
  const { listings } = await reader
    .selectFrom('listing_alias')
    .select(sql<number>`count(distinct listing_id)`.as('listings'))
    .where('shop_id', 'in', (eb) => eb.selectFrom('shop').select('id'))
    .where(sql`lower(trim(sku))`, '=', codeKey(code))
    .where('sku', '<>', '')
    .executeTakeFirstOrThrow()
  return listings
}

export async function mapListings(
  tx: Tx,
  mappings: readonly { listingId: string; variantId: string | null }[],
  now: Instant,
): Promise<void> {
  for (const { listingId, variantId } of mappings)
    await tx.updateTable('listing').set({ variant_id: variantId, mapped_at: now }).where('id', '=', listingId).execute()
}

export interface ListingFilter {
  show: 'unmapped' | 'all'
  query: string
  cursor?: string | undefined
  limit: number
}

const finds = (query: string): RawBuilder<boolean> => {
  if (query.trim() === '') return sql<boolean>`1`
  return sql<boolean>`says(l.sku || ' ' || l.product_name || ' ' || l.variation_name, ${query})`
}

/** A mapping is kept for what comes next; goods without one count while an order names them, or a list of the channel's products. */
const isInUse = sql<boolean>`(l.variant_id is not null or exists (
  select 1 from told_listing as told where told.listing_id = l.id
) or exists (
  select 1 from order_line as named join sales_order as o on o.id = named.order_id
  where named.listing_id = l.id and o.withdrawn_at is null
) or exists (
  select 1 from channel_item as c where c.shop_id = l.shop_id and c.item_id = l.external_item and c.state <> 'gone'
))`

const FLAG = sql<number>`(l.variant_id is not null)`

/** One page, unmapped first, then by the channel's names, so that the variations of a product stand together. */
export async function listingPage(reader: Reader, filter: ListingFilter) {
  let page = reader
    .selectFrom('listing as l')
    .innerJoin('shop', 'shop.id', 'l.shop_id')
    .select([
      'l.id',
      'l.shop_id',
      'shop.name as shop_name',
      'shop.channel',
      'l.sku',
      'l.product_name',
      'l.variation_name',
      'l.variant_id',
      'l.first_seen_at',
      FLAG.as('flag'),
    ])
    .where(finds(filter.query))
    .where(isInUse)
    .orderBy(FLAG)
    .orderBy(sql`natural(l.product_name)`)
    .orderBy(sql`natural(l.variation_name)`)
    .orderBy('l.id')
    .limit(filter.limit + 1)
  if (filter.show === 'unmapped') page = page.where('l.variant_id', 'is', null)
  if (filter.cursor) {
    const [flag, product, variation, id] = decodeCursor(filter.cursor)
    page = page.where(
      sql<boolean>`(${FLAG}, natural(l.product_name), natural(l.variation_name), l.id) > (${flag}, natural(${product}), natural(${variation}), ${id})`,
    )
  }
  const found = await page.execute()
  const rows = found.slice(0, filter.limit)
  const last = rows.at(-1)
  return {
    rows,
    nextCursor:
      found.length > filter.limit && last
        ? encodeCursor(last.flag, last.product_name, last.variation_name, last.id)
        : null,
  }
}

/** Of the listings the query finds. */
export async function listingCounts(reader: Reader, query: string): Promise<{ unmapped: number; total: number }> {
  return reader
    .selectFrom('listing as l')
    .select(({ fn }) => [fn.countAll<number>().as('total'), sql<number>`count(*) - count(l.variant_id)`.as('unmapped')])
    .where(finds(query))
    .where(isInUse)
    .executeTakeFirstOrThrow()
}

/** How often these listings were sold, by id. */
export async function salesOfListings(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, { orders: number; pieces: number }>> {
  const rows = await reader
    .selectFrom('order_line')
    .innerJoin('sales_order', 'sales_order.id', 'order_line.order_id')
    .select(({ fn }) => [
      'listing_id',
      sql<number>`count(distinct order_id)`.as('orders'),
      fn.sum<number>('order_line.pieces').as('pieces'),
    ])
    .where('listing_id', 'in', valuesIn(ids))
    .where('withdrawn_at', 'is', null)
    .groupBy('listing_id')
    .execute()
  return new Map(rows.map(({ listing_id, orders, pieces }) => [listing_id!, { orders, pieces }]))
}

/** List price and weight of the latest order of each listing, by id. */
export async function latestPrices(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, { price: number; weightGrams: number | null }>> {
  const rows = await reader
    .selectFrom((eb) =>
      eb
        .selectFrom('order_line as l')
        .innerJoin('sales_order as o', 'o.id', 'l.order_id')
        .select([
          'l.listing_id',
          'l.list_price',
          'l.weight_grams',
          sql<number>`row_number() over (partition by l.listing_id order by o.placed_at desc, o.seq desc)`.as(
            'recency',
          ),
        ])
        .where('l.listing_id', 'in', valuesIn(ids))
        .as('latest'),
    )
    .selectAll()
    .where('recency', '=', 1)
    .execute()
  return new Map(
    rows.map(({ listing_id, list_price, weight_grams }) => [
      listing_id!,
      { price: Math.max(0, list_price), weightGrams: weight_grams },
    ]),
  )
}
