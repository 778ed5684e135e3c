import { z } from 'zod'
import { Id } from '../kernel/ids.ts'
import { ShopDoubt } from './shop-doubt.ts'

/** What taking a list of products in does, counted by the very function that does it. */
export const ListingsOutcome = z.object({
  kind: z.literal('listings'),
  importId: Id,
  shopId: Id,
  /** Goods that nothing named before. */
  added: z.number().int(),
  /** Known goods of which it tells something new: ids, a name, a price, a stock. */
  changed: z.number().int(),
  unchanged: z.number().int(),
  keptOut: z.number().int(),
  /** Of them: those that stand for a SKU of the shop, and those that wait in Pemetaan. */
  mapped: z.number().int(),
  unmapped: z.number().int(),
  entries: z.number().int(),
  profit: z.number().int(),
  doubts: z.array(ShopDoubt),
})
export type ListingsOutcome = z.infer<typeof ListingsOutcome>

/** What taking a list of products back does: goods that orders or other lists name stay. */
export const ListingsWithdrawal = z.object({
  kind: z.literal('listings'),
  importId: Id,
  shopId: Id,
  withdrawn: z.number().int(),
  kept: z.number().int(),
  closedEntries: z.number().int(),
  correctedOn: z.string().nullable(),
  entries: z.number().int(),
  profit: z.number().int(),
})
export type ListingsWithdrawal = z.infer<typeof ListingsWithdrawal>
