import { oc } from '@orpc/contract'
import { z } from 'zod'
import { GoodsName } from '../catalog/goods-name.ts'
import { besideFile, CarriedFile, HandedFile } from '../kernel/carried-file.ts'
import { Id } from '../kernel/ids.ts'
import { pick } from '../kernel/refusal.ts'
import { Channel } from '../orders/order.ts'
import { channelsRefusals } from './channels.refusals.ts'
import { fileRefusals } from './files.refusals.ts'
import { ProductFileKind, ProductFileRow } from './product-file.ts'
import { productFileRefusals } from './product-files.refusals.ts'

const readingRefusals = pick(
  fileRefusals,
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_NOT_A_SPREADSHEET',
  'FILE_DAMAGED',
  'FILE_UNPACKS_TOO_LARGE',
  'FILE_TOO_COMPLEX',
  'FILE_TOO_MANY_ROWS',
)

/** Goods of a channel beside ours: which SKU they are, and what each says of price and stock. */
export const GoodsAtChannel = ProductFileRow.extend({
  goodsName: GoodsName,
  /** Null where nobody has mapped it and no code says for certain. */
  ours: z
    .object({
      variantId: Id,
      sku: z.string(),
      goodsName: GoodsName,
      price: z.number().int().nullable(),
      /** What this shop shall show of it by its rule (Pusat Sinkron); null where its stock is not told. */
      shown: z.number().int().nullable(),
    })
    .nullable(),
})
export type GoodsAtChannel = z.infer<typeof GoodsAtChannel>

export const ProductFileLook = z.object({
  channel: Channel,
  kind: ProductFileKind,
  /** Whether the file takes a stock and a price back, and in how many warehouses its stock lies. */
  takesStock: z.boolean(),
  takesPrice: z.boolean(),
  warehouses: z.number().int(),
  /** Rows whose price or stock cannot be read. */
  unreadable: z.number().int(),
  rows: z.array(GoodsAtChannel),
})
export type ProductFileLook = z.infer<typeof ProductFileLook>

/** A cell of the file as it shall be. */
const ProductFileEdit = z.object({
  row: z.number().int().min(1),
  stock: z.number().int().min(0).max(1_000_000).optional(),
  price: z.number().int().min(1).max(10_000_000_000).optional(),
})

/** Files of products that Seller Centre hands out and takes back: compared with the shop, and written back. Nothing is stored. */
export const productFilesContract = {
  look: oc
    .route({ method: 'POST', path: '/product-files/look' })
    .input(z.object({ file: CarriedFile, shopId: Id }))
    .output(ProductFileLook)
    .errors({
      ...readingRefusals,
      ...pick(productFileRefusals, 'NOT_A_PRODUCT_FILE', 'PRODUCT_FILE_TELLS_NOTHING'),
      ...pick(channelsRefusals, 'SHOP_NOT_FOUND', 'WRONG_CHANNEL'),
    }),
  /** The same file with these cells written anew; every other byte of its sheet stays. */
  write: oc
    .route({ method: 'POST', path: '/product-files/write' })
    .input(
      z.object({
        file: CarriedFile,
        edits: besideFile(z.array(ProductFileEdit).min(1).max(50_000), [{ row: 7, stock: 12, price: 185_000 }]),
      }),
    )
    .output(HandedFile)
    .errors({ ...readingRefusals, ...pick(productFileRefusals, 'NOT_A_PRODUCT_FILE', 'PRODUCT_FILE_TELLS_NOTHING') }),
}
