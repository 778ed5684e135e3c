import { z } from 'zod'
import { BusinessDay } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { PlainText } from '../kernel/page.ts'

/** What a channel holds a shop for; `regular` is Shopee's Non-Star and whoever is in no Mall. */
export const ShopClass = z.enum(['regular', 'star', 'star plus', 'mall'])
export type ShopClass = z.infer<typeof ShopClass>

/** What a shop joined beyond selling, at one of its levels, such as Gratis Ongkir XTRA at the rate of category F. */
export const Programme = z.object({ name: PlainText(60), level: PlainText(60) })
export type Programme = z.infer<typeof Programme>

/** What decides which of its channel's rates a shop pays, from a day on; before the first day, what was said first. */
export const ShopFees = z.object({
  shopId: Id,
  from: BusinessDay,
  shopClass: ShopClass,
  /** The channel's own category of what the shop mostly sells; blank where nobody said. */
  category: PlainText(60),
  programmes: z.array(Programme).max(20),
  /** The channel's category by the shop's own, where it is another than the shop's. */
  categories: z.array(z.object({ own: PlainText(60), category: PlainText(60) })).max(500),
})
export type ShopFees = z.infer<typeof ShopFees>
