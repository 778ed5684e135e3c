import type { Variant } from '../../../src-shared/catalog/catalog.ts'
import type { Reader } from '../database/open.ts'
import { variantIdsFound } from './catalog-search.repository.ts'
import { variantsByIds } from './catalog-views.repository.ts'

/** What other rooms may ask and record of the catalog; this room's own queries stand in the files beside it. */
export { variantLabels } from './catalog-views.repository.ts'
export { forgetListings, knownListings, namesOfListings, storeListings } from './known-listings.repository.ts'

/** SKUs on sale whose codes or names begin with the words typed, best first. */
export const searchVariants = async (
  reader: Reader,
  query: string,
  limit: number,
  bundles = true,
): Promise<Variant[]> => variantsByIds(reader, await variantIdsFound(reader, { query, limit, bundles }))
