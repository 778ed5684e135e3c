import { oc } from '@orpc/contract'
import { z } from 'zod'
import { fileRefusals } from '../channels/files.refusals.ts'
import { inventoryRefusals } from '../inventory/inventory.refusals.ts'
import { OpeningLines } from '../inventory/inventory.ts'
import { CarriedFile, HandedFile } from '../kernel/carried-file.ts'
import { Id } from '../kernel/ids.ts'
import { PageInput, page } from '../kernel/page.ts'
import { pick } from '../kernel/refusal.ts'
import { isMeant, unusualRefusals } from '../ledger/unusual.refusals.ts'
import { catalogRefusals } from './catalog.refusals.ts'
import { Barcode, ListingRow, Product, ProductDraft, ProductRow, Variant } from './catalog.ts'

/** `wasStopped`: Batal came, the listings are mapped as they were and their orders too. */
const Mapped = z.object({ mapped: z.number().int(), ordersSettled: z.number().int(), wasStopped: z.boolean() })

export const catalogContract = {
  products: {
    list: oc
      .route({ method: 'GET', path: '/products' })
      .input(
        PageInput.extend({
          query: z.string().max(100).default(''),
          category: z.string().optional(),
          archived: z.boolean().default(false),
        }),
      )
      .output(page(ProductRow).extend({ total: z.number().int(), categories: z.array(z.string()) })),
    get: oc
      .route({ method: 'GET', path: '/products/{id}' })
      .input(z.object({ id: Id }))
      .output(Product)
      .errors(pick(catalogRefusals, 'PRODUCT_NOT_FOUND')),
    /**
     * Adds or replaces one product with all its variants; saving the same draft twice changes nothing. `openings` is the Stok Awal
     * of some of its SKUs as it shall be, stored with it or not at all; `documentsCosted` counts what waited for these costs.
     */
    save: oc
      .route({ method: 'PUT', path: '/products' })
      .input(ProductDraft.extend({ openings: OpeningLines.default([]), isMeant }))
      .output(Product.extend({ documentsCosted: z.number().int() }))
      .errors({
        ...unusualRefusals,
        ...pick(inventoryRefusals, 'BUNDLE_HAS_NO_STOCK'),
        ...pick(
          catalogRefusals,
          'SKU_TAKEN',
          'BARCODE_TAKEN',
          'VARIANT_HAS_HISTORY',
          'BUNDLE_IN_BUNDLE',
          'BUNDLE_HAS_STOCK',
          'PRODUCT_NOT_FOUND',
        ),
      }),
    archive: oc
      .route({ method: 'POST', path: '/products/archive' })
      .input(z.object({ id: Id, archived: z.boolean() }))
      .output(z.object({ id: Id }))
      .errors(pick(catalogRefusals, 'PRODUCT_NOT_FOUND')),
    /** The catalog as a file that this app reads back: one row a SKU. Text is guarded against spreadsheet formulas. */
    exportFile: oc
      .route({ method: 'GET', path: '/products/export' })
      .input(z.object({ format: z.enum(['csv', 'xlsx']) }))
      .output(HandedFile),
    /** Reads a product file; `store: false` only counts. All or nothing. */
    importFile: oc
      .route({ method: 'POST', path: '/products/import' })
      .input(z.object({ file: CarriedFile, store: z.boolean() }))
      .output(
        z.object({
          products: z.number().int(),
          added: z.number().int(),
          changed: z.number().int(),
          unchanged: z.number().int(),
        }),
      )
      .errors({
        ...pick(catalogRefusals, 'PRODUCT_FILE_ROWS', 'SKU_TAKEN', 'BARCODE_TAKEN'),
        ...pick(
          fileRefusals,
          'FILE_EMPTY',
          'FILE_TOO_LARGE',
          'FILE_NOT_A_SPREADSHEET',
          'FILE_DAMAGED',
          'FILE_UNPACKS_TOO_LARGE',
          'FILE_TOO_COMPLEX',
          'FILE_TOO_MANY_ROWS',
          'FILE_COLUMNS_MISSING',
        ),
      }),
  },
  variants: {
    search: oc
      .route({ method: 'GET', path: '/variants' })
      .input(
        z.object({
          query: z.string().max(100),
          limit: z.number().int().min(1).max(100).default(20),
          bundles: z.boolean().default(true),
        }),
      )
      .output(z.array(Variant)),
    /** Exactly this SKU or barcode, as a scanner reads it. */
    byCode: oc
      .route({ method: 'GET', path: '/variants/by-code' })
      .input(z.object({ code: z.string().max(128) }))
      .output(Variant.nullable()),
    pairBarcode: oc
      .route({ method: 'POST', path: '/variants/barcode' })
      .input(z.object({ variantId: Id, barcode: Barcode }))
      .output(Variant)
      .errors(pick(catalogRefusals, 'BARCODE_TAKEN', 'PRODUCT_NOT_FOUND')),
  },
  photos: {
    get: oc
      .route({ method: 'GET', path: '/photos/{id}' })
      .input(z.object({ id: Id }))
      .output(HandedFile.nullable()),
    /** The window shrinks and re-encodes the picture first; it must be webp, jpeg or png. */
    save: oc
      .route({ method: 'PUT', path: '/photos' })
      .input(z.object({ id: Id, photo: CarriedFile }))
      .output(z.object({ id: Id }))
      .errors(pick(catalogRefusals, 'PHOTO_TOO_LARGE', 'PHOTO_TOO_MANY_PIXELS', 'PHOTO_NOT_READABLE')),
  },
  listings: {
    list: oc
      .route({ method: 'GET', path: '/listings' })
      .input(
        PageInput.extend({
          show: z.enum(['unmapped', 'all']).default('unmapped'),
          query: z.string().max(100).default(''),
        }),
      )
      .output(page(ListingRow).extend({ unmapped: z.number().int(), total: z.number().int() })),
    /**
     * Maps listings to SKUs (or frees them with null), and gives their orders the effects they now must have. Many orders are
     * long work (`work`): with Batal everything is as before, and the answer says so.
     */
    map: oc
      .route({ method: 'POST', path: '/listings/map' })
      .input(
        z.object({
          mappings: z
            .array(z.object({ listingId: Id, variantId: Id.nullable() }))
            .min(1)
            .max(1000),
        }),
      )
      .output(Mapped)
      .errors(pick(catalogRefusals, 'PRODUCT_NOT_FOUND')),
    /** Takes every suggestion that is certain: the same code, as SKU or as barcode. */
    mapCertain: oc.route({ method: 'POST', path: '/listings/map-certain' }).output(Mapped),
    /** For a newcomer without a catalog: makes products and SKUs out of listings and maps them. */
    createProducts: oc
      .route({ method: 'POST', path: '/listings/create-products' })
      .input(z.object({ listingIds: z.array(Id).min(1).max(5000) }))
      .output(Mapped.extend({ products: z.number().int(), variants: z.number().int() })),
  },
}
