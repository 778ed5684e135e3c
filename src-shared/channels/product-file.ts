import { z } from 'zod'
import { Rupiah } from '../kernel/rupiah.ts'

/** Which of a channel's product files it is: prices and stock, or one that tells neither. */
export const ProductFileKind = z.enum(['sales', 'basics', 'shipping', 'media'])
export type ProductFileKind = z.infer<typeof ProductFileKind>

/** One variation as a product file tells of it. */
export const ProductFileRow = z.object({
  /** As the spreadsheet numbers it. */
  row: z.number().int(),
  /** The channel's own ids; the second is blank of goods without variations. */
  productId: z.string(),
  modelId: z.string(),
  productName: z.string(),
  variationName: z.string(),
  sku: z.string(),
  parentSku: z.string(),
  price: Rupiah.nullable(),
  stock: z.number().int().nullable(),
})
export type ProductFileRow = z.infer<typeof ProductFileRow>
