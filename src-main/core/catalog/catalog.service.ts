import type { RoomNeeds } from '../room-needs.ts'
import type { LongWork } from '../work/long-work.ts'
import { createListings } from './listings.service.ts'
import type { OrdersOfListings } from './mapping-work.ts'
import { createPhotos } from './photos.service.ts'
import { createProductFile, type ReadProductSheet } from './product-file.service.ts'
import { createProducts, type FillOpenings, type SettleOrdersStillHere } from './products.service.ts'
import { createVariants } from './variants.service.ts'

export interface CatalogNeeds extends Pick<RoomNeeds, 'read' | 'write' | 'now'> {
  ordersOfListings: OrdersOfListings
  work: LongWork
  /** The orders room's step: open orders that hold these bundles wait for what they are made of now. */
  settleOrdersStillHere: SettleOrdersStillHere
  fillOpenings: FillOpenings
  /** Opens XLSX, XLS and CSV files; stands in the channels' room, which this one must not know. */
  readProductSheet: ReadProductSheet
}

export const createCatalog = (needs: CatalogNeeds) => ({
  products: createProducts(needs),
  variants: createVariants(needs),
  photos: createPhotos(needs),
  listings: createListings(needs),
  productFile: createProductFile(needs),
})
export type CatalogService = ReturnType<typeof createCatalog>
