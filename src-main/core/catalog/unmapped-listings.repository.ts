import { sql } from 'kysely'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { type StoredListing, storedListings } from './listings.repository.ts'

/*
 * Where an unknown SKU waits. Goods that a channel sells and no SKU of the shop stands for yet are listings without a variant;
 * the order lines that name them reserve and issue nothing until somebody says which goods they are.
 */

export const unmappedListings = (reader: Reader): Promise<StoredListing[]> =>
  storedListings(reader).where('variant_id', 'is', null).execute()

/** Those of these listings that an order names. */
export async function listingsNamedByOrders(reader: Reader, listingIds: readonly string[]): Promise<string[]> {
  const rows = await reader
    .selectFrom('order_line')
    .innerJoin('sales_order', 'sales_order.id', 'order_line.order_id')
    .select('listing_id')
    .distinct()
    .where('listing_id', 'in', valuesIn(listingIds))
    .where('withdrawn_at', 'is', null)
    .execute()
  return rows.flatMap(({ listing_id }) => listing_id ?? [])
}

/**
 * How many wait, and how many orders whose goods they hold up: not those of before the books, nor those called off before anything left.
 * What only a withdrawn file named waits for nothing.
 */
export const countUnmapped = (reader: Reader): Promise<{ listings: number; orders: number }> =>
  reader
    .selectFrom('listing')
    .innerJoin('order_line', 'order_line.listing_id', 'listing.id')
    .innerJoin('sales_order', 'sales_order.id', 'order_line.order_id')
    .select(({ fn }) => [
      fn.count<number>('listing.id').distinct().as('listings'),
      sql<number>`count(DISTINCT CASE WHEN is_history = 0 AND (state <> 'cancelled' OR left_at IS NOT NULL)
        THEN order_id END)`.as('orders'),
    ])
    .where('listing.variant_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
