import type { Reader } from '../database/open.ts'
import { type StoredListing, storedListings } from './listings.repository.ts'

/*
 * Where an unknown SKU waits. Goods that a channel sells and no SKU of the shop stands for yet are listings without a variant;
 * the order lines that name them reserve and issue nothing until somebody says which goods they are.
 */

export const unmappedListings = (reader: Reader): Promise<StoredListing[]> =>
  storedListings(reader).where('variant_id', 'is', null).execute()

/** How many wait, and in how many orders. */
export async function countUnmapped(reader: Reader) {
  const listings = await reader
    .selectFrom('listing')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('variant_id', 'is', null)
    .executeTakeFirstOrThrow()
  if (listings.n === 0) return { listings: 0, orders: 0 }
  const orders = await reader
    .selectFrom('listing')
    .innerJoin('order_line', 'order_line.listing_id', 'listing.id')
    .select(({ fn }) => fn.count<number>('order_id').distinct().as('n'))
    .where('listing.variant_id', 'is', null)
    .executeTakeFirstOrThrow()
  return { listings: listings.n, orders: orders.n }
}
