import { api } from '../api.ts'
import type { CatalogService } from './catalog.service.ts'

export const catalogRouter = ({ products, variants, photos, listings, productFile }: CatalogService) => ({
  products: {
    list: api.catalog.products.list.handler(({ input }) => products.list(input)),
    get: api.catalog.products.get.handler(({ input }) => products.get(input.id)),
    save: api.catalog.products.save.handler(({ input }) => products.save(input)),
    archive: api.catalog.products.archive.handler(({ input }) => products.archive(input.id, input.archived)),
    exportFile: api.catalog.products.exportFile.handler(({ input }) => productFile.exportFile(input.format)),
    importFile: api.catalog.products.importFile.handler(({ input }) => productFile.importFile(input)),
  },
  variants: {
    search: api.catalog.variants.search.handler(({ input }) => variants.search(input)),
    byCode: api.catalog.variants.byCode.handler(({ input }) => variants.byCode(input.code)),
    pairBarcode: api.catalog.variants.pairBarcode.handler(({ input }) =>
      variants.pairBarcode(input.variantId, input.barcode),
    ),
  },
  photos: {
    get: api.catalog.photos.get.handler(({ input }) => photos.get(input.id)),
    save: api.catalog.photos.save.handler(({ input }) => photos.save(input.id, input.photo)),
  },
  listings: {
    list: api.catalog.listings.list.handler(({ input }) => listings.list(input)),
    map: api.catalog.listings.map.handler(({ input }) => listings.map(input.mappings)),
    mapCertain: api.catalog.listings.mapCertain.handler(() => listings.mapCertain()),
    createProducts: api.catalog.listings.createProducts.handler(({ input }) =>
      listings.createProducts(input.listingIds),
    ),
  },
})
