import { z } from 'zod'
import { Instant, Zone } from '../kernel/business-day.ts'
import { Rupiah } from '../kernel/rupiah.ts'
import { OrderNumber } from '../orders/order.ts'
import { TrackingNumber } from './shipping-label.ts'

export const HandoverRow = z.object({
  orderNumber: OrderNumber,
  /** Blank for a parcel without resi: the order number is then what the courier scans. */
  trackingNumber: TrackingNumber,
  /** Already masked: the sheet stays behind at the shop or rides in a van. */
  recipientName: z.string(),
  pieces: z.number().int().positive(),
  cod: z.object({ amount: Rupiah }).nullable(),
  /** When the courier took it; null while it is here. */
  at: Instant.nullable(),
})
export type HandoverRow = z.infer<typeof HandoverRow>

/** The parcels given to couriers at one moment. Each courier gets sheets and a signature of its own. */
export const HandoverList = z.object({
  /** `Gelombang 4`, or blank. */
  title: z.string(),
  shopName: z.string(),
  couriers: z.array(z.object({ courier: z.string(), rows: z.array(HandoverRow) })).min(1),
  printedAt: Instant,
  zone: Zone,
  /** How far the books reach when it is printed: a paper that a courier signs keeps what nobody can write anew later. Blank in a new shop. */
  bookSeal: z.string().default(''),
})
export type HandoverList = z.infer<typeof HandoverList>

export const HandoverListOptions = z.object({
  /** A small Code 128 per row, so that the courier can scan the sheet instead of the pile. */
  showBarcodes: z.boolean(),
  language: z.enum(['id', 'en']).optional(),
})
export type HandoverListOptions = z.infer<typeof HandoverListOptions>
