import { z } from 'zod'

/** Why goods of an order come back. */
export const WhyBack = z.enum([
  'cancelled',
  'delivery failed',
  'returned',
  'return open',
  'brought back',
  'not announced',
])
export type WhyBack = z.infer<typeof WhyBack>

/** What became of pieces that came back: layak jual, rusak, hilang. */
export const ReturnCondition = z.enum(['sellable', 'damaged', 'lost'])
export type ReturnCondition = z.infer<typeof ReturnCondition>
