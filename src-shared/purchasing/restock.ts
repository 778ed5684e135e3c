import { z } from 'zod'
import { GoodsName } from '../catalog/goods-name.ts'
import { BusinessDay } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { Rupiah, RupiahTotal } from '../kernel/rupiah.ts'

/** How much is ordered: from the sales of how many days, how long the supplier takes, and for how long it shall last. */
export const RestockPlan = z.object({
  basis: z.union([z.literal(30), z.literal(60), z.literal(90)]).default(30),
  leadDays: z.number().int().min(0).max(120).default(7),
  coverDays: z.number().int().min(1).max(180).default(30),
})
export type RestockPlan = z.infer<typeof RestockPlan>

export const RestockRow = z.object({
  variantId: Id,
  sku: z.string(),
  label: z.string(),
  goodsName: GoodsName,
  unit: z.string(),
  /** On the shelf less what is promised and held back; below zero when even that is promised. */
  toSpare: z.number().int(),
  /** Sold in the days of the plan. */
  sold: z.number().int(),
  /** Days until the shelf is empty at that pace; null without a sale. */
  daysLeft: z.number().int().nullable(),
  need: z.number().int().positive(),
  /** Of one piece, as last bought, else what it costs on average; null when nobody knows. */
  price: Rupiah.nullable(),
})
export type RestockRow = z.infer<typeof RestockRow>

/** What to buy, by who it was last bought from. */
export const Restock = z.object({
  suppliers: z.array(
    z.object({
      /** Null for goods that were never bought here. */
      supplier: z.object({ id: Id, name: z.string(), phone: z.string(), lastBought: BusinessDay }).nullable(),
      rows: z.array(RestockRow),
      total: RupiahTotal,
    }),
  ),
  total: RupiahTotal,
  /** Goods whose price nobody knows; they are not in the total. */
  unpriced: z.number().int(),
})
export type Restock = z.infer<typeof Restock>

export interface RestockFacts {
  toSpare: number
  reorderPoint: number
  /** Pieces sold in `basis` days. */
  sold: number
}

/**
 * Pieces to order now; zero while the shelf lasts longer than the supplier takes. Due once what can be spared is below what
 * sells until new goods are here, or below the reorder point; ordered is up to what sells until then and while it shall last.
 */
export function restockNeed({ toSpare, reorderPoint, sold }: RestockFacts, plan: RestockPlan): number {
  const sells = (days: number) => Math.ceil((Math.max(0, sold) * days) / plan.basis)
  const isDue = toSpare < 0 || toSpare < Math.max(reorderPoint, sells(plan.leadDays))
  return isDue ? Math.max(reorderPoint, sells(plan.leadDays + plan.coverDays)) - toSpare : 0
}

export const daysLeft = ({ toSpare, sold }: RestockFacts, { basis }: RestockPlan): number | null =>
  sold > 0 ? Math.floor((Math.max(0, toSpare) * basis) / sold) : null
