import { z } from 'zod'
import { BusinessDay, Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'

/** Why somebody's data leaves the shop, or is taken out of it. */
export const PrivacyReason = z.enum(['buyer asked', 'authority asked', 'delivery problem'])
export type PrivacyReason = z.infer<typeof PrivacyReason>

/** One person as far as the shop knows: orders of one phone number, or of one name at one channel. */
export const BuyerFound = z.object({
  /** Any of the buyer's orders; it stands for the buyer. */
  orderId: Id,
  name: z.string(),
  username: z.string(),
  phone: z.string(),
  city: z.string(),
  orders: z.number().int(),
  lastDay: BusinessDay,
})
export type BuyerFound = z.infer<typeof BuyerFound>

/** Everything that is known of one buyer, and where it lies. */
export const Buyer = z.object({
  names: z.array(z.string()),
  usernames: z.array(z.string()),
  phones: z.array(z.string()),
  addresses: z.array(z.string()),
  orders: z.array(
    z.object({
      id: Id,
      number: z.string(),
      shop: z.string(),
      day: BusinessDay,
      state: z.string(),
      /** The parcel or the money still needs it. */
      isOpen: z.boolean(),
      note: z.string(),
    }),
  ),
  /** Kept files, answers of channels, courier labels and pictures in which they stand too. */
  files: z.number().int(),
  answers: z.number().int(),
  labels: z.number().int(),
  pictures: z.number().int(),
})
export type Buyer = z.infer<typeof Buyer>

export const Forgotten = z.object({
  orders: z.number().int(),
  files: z.number().int(),
  labels: z.number().int(),
  pictures: z.number().int(),
  /** Older copies of the whole shop beside it, in which the buyer still stands. */
  copies: z.array(z.string()),
})
export type Forgotten = z.infer<typeof Forgotten>

export const Retention = z.object({
  /** So many days after an order is over its buyer is forgotten; null: never by itself. */
  days: z.number().int().min(30).max(3650).nullable(),
  forgotten: z.number().int(),
  lastAt: Instant.nullable(),
})
export type Retention = z.infer<typeof Retention>
