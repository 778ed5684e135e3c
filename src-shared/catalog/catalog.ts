import { z } from 'zod'
import { Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { MOST_PIECES, MOST_PIECES_IN_BUNDLE } from '../kernel/limits.ts'
import { PlainText } from '../kernel/page.ts'
import { Price, Rupiah, RupiahTotal } from '../kernel/rupiah.ts'
import { Channel } from '../orders/order.ts'
import { GoodsName } from './goods-name.ts'

/** Counting units of the trade. Lusin and kodi are ways to type a number of pieces, not units of stock. */
export const Unit = z.enum(['pcs', 'pasang', 'set', 'm', 'kg'])
export type Unit = z.infer<typeof Unit>
export const PACKS = { lusin: 12, kodi: 20 } as const

export const Sku = PlainText(60).pipe(z.string().min(1))
/** 128 ASCII characters at most, kept as typed by the scanner. */
export const Barcode = z
  .string()
  .trim()
  .min(1)
  .max(128)
  .overwrite((code) => code.toWellFormed())

export const BundleComponent = z.object({
  variantId: Id,
  pieces: z.number().int().positive().max(MOST_PIECES_IN_BUNDLE),
})

export const VariantDraft = z.object({
  id: Id,
  sku: Sku,
  barcode: Barcode.nullable(),
  motif: PlainText(60),
  colour: PlainText(40),
  size: PlainText(20),
  unit: Unit,
  shelf: PlainText(30),
  price: Price,
  weightGrams: z.number().int().min(0).max(1_000_000),
  reorderPoint: z.number().int().min(0).max(MOST_PIECES),
  safetyStock: z.number().int().min(0).max(MOST_PIECES),
  /** The SKU's own picture; without one its product's is shown. */
  ownPhotoId: Id.nullable().default(null),
  /** Empty for ordinary goods; a bundle has no stock of its own and leaves as its components. */
  components: z.array(BundleComponent).max(100),
})
export type VariantDraft = z.infer<typeof VariantDraft>

export const Variant = VariantDraft.extend({
  productId: Id,
  productName: z.string(),
  category: z.string(),
  /** What is shown of it: its own picture, else its product's. */
  photoId: Id.nullable(),
  /** `Kemeja Lung Ukir, Biru, L`: product and options in one line. */
  label: z.string(),
  goodsName: GoodsName,
  archived: z.boolean(),
  onHand: z.number().int(),
  reserved: z.number().int(),
  available: z.number().int(),
  /** Moving average per piece, rounded for reading only; null while no cost is known. */
  averageCost: Rupiah.nullable(),
})
export type Variant = z.infer<typeof Variant>

export const ProductDraft = z.object({
  id: Id,
  name: PlainText(200).pipe(z.string().min(1)),
  category: PlainText(60),
  description: PlainText(2000),
  photoId: Id.nullable(),
  variants: z.array(VariantDraft).min(1).max(400),
})
export type ProductDraft = z.infer<typeof ProductDraft>

export const Product = ProductDraft.extend({ archived: z.boolean(), variants: z.array(Variant) })
export type Product = z.infer<typeof Product>

export const ProductRow = z.object({
  id: Id,
  name: z.string(),
  category: z.string(),
  photoId: Id.nullable(),
  archived: z.boolean(),
  skus: z.number().int(),
  lowestPrice: Rupiah,
  highestPrice: Rupiah,
  /** On the shelves; what went out beyond the stock of a SKU is in `gone` and takes nothing from the others. */
  onHand: z.number().int(),
  gone: z.number().int(),
  available: z.number().int(),
  value: RupiahTotal,
})
export type ProductRow = z.infer<typeof ProductRow>

/** What a channel sells under a name of its own, and the SKU of ours that leaves the shelf for it. */
export const ListingRow = z.object({
  id: Id,
  shopId: Id,
  shopName: z.string(),
  channel: Channel,
  sku: z.string(),
  productName: z.string(),
  variationName: z.string(),
  /** The channel's words, part by part. */
  goodsName: GoodsName,
  variant: z.object({ id: Id, sku: z.string(), label: z.string(), goodsName: GoodsName }).nullable(),
  firstSeenAt: Instant,
  orders: z.number().int(),
  pieces: z.number().int(),
  suggestions: z.array(
    z.object({
      variantId: Id,
      sku: z.string(),
      label: z.string(),
      goodsName: GoodsName,
      reason: z.enum(['same sku', 'same barcode', 'similar sku', 'similar name']),
      score: z.number().int().min(0).max(100),
    }),
  ),
})
export type ListingRow = z.infer<typeof ListingRow>
