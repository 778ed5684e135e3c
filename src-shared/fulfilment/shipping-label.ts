import { z } from 'zod'
import { BusinessDay, Instant, Zone } from '../kernel/business-day.ts'
import { Rupiah } from '../kernel/rupiah.ts'
import { OrderNumber } from '../orders/order.ts'
import { LabelSize } from '../settings/settings.ts'

/** Longest tracking number seen in Indonesia is 29 characters; the rest is room for couriers to come. */
export const TrackingNumber = z.string().max(40)

export const LabelItem = z.object({
  name: z.string(),
  /** Blank when the product has no variations. */
  variation: z.string(),
  sku: z.string(),
  pieces: z.number().int().positive(),
})
export type LabelItem = z.infer<typeof LabelItem>

/**
 * Everything our own label says about one parcel. Channels that give a label of their own are printed from
 * their bytes; this one is for orders by chat and over the counter. Any text may be blank, of any length and in any script.
 */
export const ShippingLabel = z.object({
  courier: z.string(),
  service: z.string(),
  destination: z.object({ city: z.string(), province: z.string() }),
  /** Blank while the courier has not given one: the order number is then what the codes carry. */
  trackingNumber: TrackingNumber,
  /** What the courier must collect from the recipient; null when there is nothing to collect. */
  cod: z.object({ amount: Rupiah }).nullable(),
  recipient: z.object({
    name: z.string(),
    /** `+62...` as stored, or as the channel masked it. */
    phone: z.string(),
    addressLines: z.array(z.string()),
    city: z.string(),
    province: z.string(),
    postalCode: z.string().optional(),
  }),
  sender: z.object({ name: z.string(), phone: z.string(), city: z.string() }),
  weightGrams: z.number().int().nonnegative().nullable(),
  shipBy: BusinessDay.nullable(),
  items: z.array(LabelItem),
  note: z.string(),
  /** What this label is not, beside its code: `Bukan label resmi Shopee.`; blank on a parcel of our own. */
  remark: z.string(),
  orderNumber: OrderNumber,
  printedAt: Instant,
  zone: Zone,
  /** Adds a remark that this parcel does not exist and a 50 mm line to measure the printer's scale by. */
  isTestPrint: z.boolean().optional(),
})
export type ShippingLabel = z.infer<typeof ShippingLabel>

/** Paper in millimetres, as the printer must be told. A sheet of A4 carries four labels of A6. */
export const LABEL_PAPER: Record<LabelSize, { widthMm: number; heightMm: number; labelsPerPage: number }> = {
  A6: { widthMm: 105, heightMm: 148, labelsPerPage: 1 },
  '100x150': { widthMm: 100, heightMm: 150, labelsPerPage: 1 },
  '78x100': { widthMm: 78, heightMm: 100, labelsPerPage: 1 },
  A4x4: { widthMm: 210, heightMm: 297, labelsPerPage: 4 },
}

export const LabelOptions = z.object({
  size: LabelSize,
  showItems: z.boolean(),
  showNote: z.boolean(),
  maskRecipientPhone: z.boolean(),
  /** Stands beside the time of printing, such as `Salinan 2`. */
  copiesNote: z.string().max(40).optional(),
  language: z.enum(['id', 'en']).optional(),
})
export type LabelOptions = z.infer<typeof LabelOptions>

/** What the codes carry: the tracking number, or the order number while there is none. */
export function codeOf(label: Pick<ShippingLabel, 'trackingNumber' | 'orderNumber'>): string {
  return label.trackingNumber.trim() || label.orderNumber.trim() || label.orderNumber
}
