import type { Reader } from '../database/open.ts'
import { type StoredListing, storedListings } from './listings.repository.ts'

/*
 * Where an unknown SKU waits. Goods that a channel sells and no SKU of the shop stands for yet are listings without a variant;
 * the order lines that name them reserve and issue nothing until somebody says which goods they are.
 */

export const unmappedListings = (reader: Reader): Promise<StoredListing[]> =>
  storedListings(reader).where('variant_id', 'is', null).execute()

/** How many wait, and in how many orders. What only a withdrawn file named waits for nothing. */
export const countUnmapped = (reader: Reader): Promise<{ listings: number; orders: number }> =>
  reader
    .selectFrom('listing')
    .innerJoin('order_line', 'order_line.listing_id', 'listing.id')
    .innerJoin('sales_order', 'sales_order.id', 'order_line.order_id')
    .select(({ fn }) => [
      fn.count<number>('listing.id').distinct().as('listings'),
      fn.count<number>('order_id').distinct().as('orders'),
    ])
    .where('listing.variant_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
