import { z } from 'zod'
import { Id } from '../kernel/ids.ts'

/**
 * A reason to think that a file belongs to another shop of its channel: its order numbers already stand there, or its goods
 * are known there and none of them here; or nothing of it is known anywhere.
 */
export const ShopDoubt = z.object({
  why: z.enum(['numbers', 'goods', 'strange']),
  /** That other shop; where the file is strange to all, the one it was to go into. */
  shopId: Id,
  shopName: z.string(),
  /** How many of the file's are known there, of how many. */
  known: z.number().int(),
  of: z.number().int(),
})
export type ShopDoubt = z.infer<typeof ShopDoubt>
