import { z } from 'zod'
import type { RowProblem } from '../channels/channel-file.ts'
import { Rupiah } from '../kernel/rupiah.ts'

/** One variation of a product as the channel's own list of products tells of it. */
export interface ListingStatement {
  /** The channel's own ids; the second is blank of goods without variations. */
  itemId: string
  modelId: string
  productName: string
  variationName: string
  sku: string
  parentSku: string
  /** What it costs there and how many are offered there; null where the list does not say. */
  price: Rupiah | null
  stock: number | null
}

/** What a list of products says, before anything is compared with the shop. */
export const ListingTotals = z.object({
  rows: z.number().int(),
  products: z.number().int(),
  /** Variations, and products without any. */
  listings: z.number().int(),
  withCode: z.number().int(),
  /** Σ of what the channel offers, and Σ price × stock. */
  stock: z.number().int(),
  value: Rupiah,
  from: z.null(),
  to: z.null(),
})
export type ListingTotals = z.infer<typeof ListingTotals>

/** A list of products, read and understood, nothing written yet. */
export interface ListingFile {
  kind: 'shopee products' | 'tiktok products'
  columns: number
  /** Each once. */
  listings: ListingStatement[]
  totals: ListingTotals
  problems: RowProblem[]
  problemCount: number
  remarkCount: number
  keptOut: { rows: number }
  unknownColumns: string[]
}
