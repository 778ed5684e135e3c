import { z } from 'zod'
import { Id } from '../kernel/ids.ts'
import { ShopDoubt } from './shop-doubt.ts'

/** What taking a list of returns in does, counted by the very function that does it. */
export const ReturnsOutcome = z.object({
  kind: z.literal('returns'),
  importId: Id,
  shopId: Id,
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  keptOut: z.number().int(),
  /** Of them: goods that are on their way to the shop, and of how many orders. */
  withGoods: z.number().int(),
  /** Their order is not here yet; they are told again when it comes. */
  waiting: z.number().int(),
  entries: z.number().int(),
  profit: z.number().int(),
  doubts: z.array(ShopDoubt),
})
export type ReturnsOutcome = z.infer<typeof ReturnsOutcome>

/** What taking a list of returns back does: each return stands as the other lists tell of it, or not at all. */
export const ReturnsWithdrawal = z.object({
  kind: z.literal('returns'),
  importId: Id,
  shopId: Id,
  withdrawn: z.number().int(),
  rebuilt: z.number().int(),
  closedEntries: z.number().int(),
  correctedOn: z.string().nullable(),
  entries: z.number().int(),
  profit: z.number().int(),
})
export type ReturnsWithdrawal = z.infer<typeof ReturnsWithdrawal>
