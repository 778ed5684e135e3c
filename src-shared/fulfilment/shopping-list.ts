import { z } from 'zod'
import { Id } from '../kernel/ids.ts'
import { MOST_PIECES } from '../kernel/limits.ts'
import { PlainText } from '../kernel/page.ts'
import { Price, type Rupiah } from '../kernel/rupiah.ts'

/** What shall be bought, as a person settled on it: from whom, how many, and for what each was bought last. */
export const ShoppingListDraft = z.object({
  /** How the numbers came about, in one sentence. */
  plan: PlainText(200),
  suppliers: z
    .array(
      z.object({
        name: PlainText(120),
        phone: PlainText(60),
        lines: z
          .array(
            z.object({ variantId: Id, pieces: z.number().int().positive().max(MOST_PIECES), price: Price.nullable() }),
          )
          .min(1)
          .max(5_000),
      }),
    )
    .min(1)
    .max(500),
})
export type ShoppingListDraft = z.infer<typeof ShoppingListDraft>

export interface ShoppingListRow {
  name: string
  sku: string
  pieces: number
  unit: string
  /** Of one piece; null while nobody knows. */
  price: Rupiah | null
}

export interface ShoppingListSupplier {
  /** Blank for goods that were never bought here. */
  name: string
  phone: string
  rows: readonly ShoppingListRow[]
}
