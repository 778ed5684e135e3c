import { z } from 'zod'

/** Why a channel released something else than was to be expected of an order. Each difference has one of these. */
export const Cause = z.enum([
  'fee rate',
  'new fee',
  'programme',
  'affiliate',
  'shipping',
  'seller voucher',
  'refund',
  'compensation',
  'tax withheld',
  'rounding',
  'adjustment',
  'unknown',
])
export type Cause = z.infer<typeof Cause>
