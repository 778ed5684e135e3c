import { z } from 'zod'
import { Instant, Zone } from '../kernel/business-day.ts'
import { OrderNumber } from '../orders/order.ts'

export const PickListRow = z.object({
  /** `B-11`; blank when the SKU has no shelf yet. */
  shelf: z.string(),
  sku: z.string(),
  productName: z.string(),
  variationName: z.string(),
  pieces: z.number().int().positive(),
  orderNumbers: z.array(OrderNumber),
})
export type PickListRow = z.infer<typeof PickListRow>

/** What one person fetches in one walk along the shelves. Rows may come in any order. */
export const PickList = z.object({
  /** `Gelombang 4 - JNE`; blank for a list without a wave. */
  title: z.string(),
  shopName: z.string(),
  rows: z.array(PickListRow),
  printedAt: Instant,
  zone: Zone,
})
export type PickList = z.infer<typeof PickList>

export const PickListOptions = z.object({
  size: z.enum(['A4', '100x150']),
  showOrderNumbers: z.boolean(),
  language: z.enum(['id', 'en']).optional(),
})
export type PickListOptions = z.infer<typeof PickListOptions>
