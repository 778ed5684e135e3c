import { plain } from '../../../src-shared/kernel/page.ts'

/** What a channel calls the thing it sold. Any of the three may be blank. */
export interface ListingName {
  sku: string
  productName: string
  variationName: string
}

/** Goods as one statement names them, with the channel's own ids where the source knows them. */
export interface StatedGoods extends ListingName {
  itemId?: string | undefined
  modelId?: string | undefined
}

/** However many blanks surround its names. */
export const named = ({ sku, productName, variationName }: ListingName): ListingName => ({
  sku: plain(sku),
  productName: plain(productName),
  variationName: plain(variationName),
})

/** One key for one name of a shop's listing. */
export const nameKey = ({ sku, productName, variationName }: ListingName): string =>
  [sku, productName, variationName].map(plain).join('\u0000')

/** One key for the channel's own ids; null when the source knows none. */
export const idsKey = ({ itemId, modelId }: Pick<StatedGoods, 'itemId' | 'modelId'>): string | null =>
  itemId ? `${itemId}\u0000${modelId ?? ''}` : null
