import type { ListingFile } from '../../../../../src-shared/catalog/listing-file.ts'
import type { FileKind } from '../file-kind.ts'
import { productLayout } from './product-rows.ts'
import { readProductList } from './read-product-list.ts'

/**
 * The channel's own list of products with prices and stock, as its mass update hands it out: Shopee's sales information and
 * TikTok Shop's batch edit. Those of names, weights and pictures tell neither and are no such list.
 */
const productList = (channel: 'shopee' | 'tiktok'): FileKind<ListingFile> => {
  const kind = `${channel} products` as const
  return {
    kind,
    recognise({ sheets }) {
      const found = sheets.flatMap((sheet) => {
        const layout = productLayout(sheet.firstRows)
        return layout?.channel === channel && layout.kind === 'sales' ? [{ sheet, layout }] : []
      })
      const [first] = found
      if (!first) return null
      return {
        missing: [],
        rivals: found.map(({ sheet }) => sheet.name),
        read: (book) => readProductList(kind, first, book),
      }
    },
    isEmpty: ({ totals, keptOut }) => totals.rows + keptOut.rows === 0,
    preview: ({ listings: _, ...said }) => ({ about: 'listings', ...said }),
  }
}

export const shopeeProducts = productList('shopee')
export const tiktokProducts = productList('tiktok')
