import { z } from 'zod'

/**
 * What a line of a channel's balance is. `income` belongs to its order, whose settlement books it; `statement` is a sum of such
 * settlements; a `payment` was made with the balance, and only the owner knows for what.
 */
export const WalletMeaning = z.enum([
  'income',
  'statement',
  'adjustment',
  'withdrawal',
  'ads top-up',
  'ads used',
  'ads credit',
  'loan',
  'payment',
  'other',
])
export type WalletMeaning = z.infer<typeof WalletMeaning>
