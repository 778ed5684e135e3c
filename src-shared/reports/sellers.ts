import { z } from 'zod'
import { GoodsName } from '../catalog/goods-name.ts'
import { BusinessDay, Month } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { RupiahTotal } from '../kernel/rupiah.ts'

const goods = { variantId: Id, sku: z.string(), goodsName: GoodsName }

/** What sold best in a month, and what lay on the shelf meanwhile. */
export const Sellers = z.object({
  month: Month,
  /** Most pieces first: sold less what came back. */
  best: z.array(
    z.object({
      ...goods,
      pieces: z.number().int(),
      /** What these pieces cost. */
      cost: RupiahTotal,
      onHand: z.number().int(),
    }),
  ),
  /** On the shelf without a sale in the month, most rupiah lying first. */
  slow: z.array(
    z.object({
      ...goods,
      onHand: z.number().int(),
      value: RupiahTotal,
      /** Null for what was never sold. */
      lastSold: BusinessDay.nullable(),
      /** Days since the last sale, or since it first came. */
      daysWithoutSale: z.number().int(),
    }),
  ),
  /** Rupiah lying in all slow goods, those not listed too. */
  slowValue: RupiahTotal,
  slowSkus: z.number().int(),
})
export type Sellers = z.infer<typeof Sellers>
