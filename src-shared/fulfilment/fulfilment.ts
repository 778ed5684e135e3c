import { z } from 'zod'
import { BusinessDay, Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { Channel, OrderState } from '../orders/order.ts'
import { LabelSize } from '../settings/settings.ts'

/** One kind of goods inside a parcel: bundles are already taken apart. Prices never appear here. */
export const ParcelItem = z.object({
  /** The SKU to scan; null while the listing is not mapped (then the packer confirms by hand, one key a piece). */
  variantId: Id.nullable(),
  key: z.string(),
  /** The product's name with the motif. */
  name: z.string(),
  /** What the shop, or the channel, calls the product whose variation this is. */
  productName: z.string(),
  motif: z.string(),
  colour: z.string(),
  size: z.string(),
  sku: z.string(),
  shelf: z.string(),
  photoId: Id.nullable(),
  category: z.string(),
  pieces: z.number().int(),
  /** Pieces that lie in the parcel; more than `pieces` have to be taken out. */
  scanned: z.number().int(),
})
export type ParcelItem = z.infer<typeof ParcelItem>

/** Where a parcel stands on its way out of the door; see `ScanVerdict` for what each means. */
export const ParcelStanding = z.enum([
  'open',
  'cancel requested',
  'cancelled',
  'held',
  'not ready',
  'contents changed',
  'already packed',
  'already handed over',
])
export type ParcelStanding = z.infer<typeof ParcelStanding>

export const Parcel = z.object({
  parcelId: Id,
  orderId: Id,
  /** Which parcel of its order, and how many there are. */
  number: z.number().int(),
  parcels: z.number().int(),
  orderNumber: z.string(),
  channel: Channel,
  state: OrderState,
  standing: ParcelStanding,
  /** Closed here, whatever the other parcels of the order are. */
  isPacked: z.boolean(),
  trackingNumber: z.string(),
  courier: z.string(),
  buyer: z.string(),
  buyerNote: z.string(),
  shipBy: Instant.nullable(),
  isHeld: z.boolean(),
  holdReason: z.string(),
  items: z.array(ParcelItem),
  pieces: z.number().int(),
  scanned: z.number().int(),
})
export type Parcel = z.infer<typeof Parcel>

const GoodsToMove = z.object({ name: z.string(), sku: z.string(), shelf: z.string(), pieces: z.number().int() })
/** What to take out of a parcel and what to put in, so that it holds what its order asks for. */
export const ParcelDifference = z.object({ takeOut: z.array(GoodsToMove), putIn: z.array(GoodsToMove) })
export type ParcelDifference = z.infer<typeof ParcelDifference>

/**
 * What the desk says to a scan, before anything else: sound, colour and words follow from it.
 * `opened` a parcel; `right` goods (or, at the door, a parcel that may go); `complete` that was the last piece; `wrong item` (without a parcel: goods before their label);
 * `too many`; `cancelled` (stop); `cancel requested` (opened, with a warning); `already packed`; `contents changed`: the order asks for other goods than were packed; `taken out`: a piece that is
 * no longer wanted; `at another desk`: someone else has the parcel open; `already handed over`;
 * `other parcel`: a label, while this parcel is half packed; `held` here; `not ready` at the channel, or at the door not packed; `unknown code`;
 * `which one`: several rows of the parcel carry that code; `scan only`: the owner wants it scanned, not ticked by hand.
 */
export const ScanVerdict = z.enum([
  'opened',
  'right',
  'complete',
  'wrong item',
  'too many',
  'cancelled',
  'cancel requested',
  'already packed',
  'contents changed',
  'taken out',
  'at another desk',
  'already handed over',
  'other parcel',
  'held',
  'not ready',
  'unknown code',
  'which one',
  'scan only',
])
export type ScanVerdict = z.infer<typeof ScanVerdict>

/** What tells the variations of a product apart, what the eye sees first in front. */
export const VariationOption = z.enum(['motif', 'colour', 'size'])
export type VariationOption = z.infer<typeof VariationOption>

/** Goods taken for others of the same product: which missing ones were meant, and in what the two differ. */
export const Mistake = z.object({
  wanted: ParcelItem.pick({
    key: true,
    name: true,
    motif: true,
    colour: true,
    size: true,
    shelf: true,
    photoId: true,
    category: true,
  }),
  differsIn: z.array(VariationOption).min(1),
})
export type Mistake = z.infer<typeof Mistake>

export const ScanResult = z.object({
  verdict: ScanVerdict,
  code: z.string(),
  /** The parcel that was scanned, or lies open on the desk: whatever the verdict; null when the code names none. */
  parcel: Parcel.nullable(),
  /** The item that was scanned, or what was scanned by mistake. */
  item: ParcelItem.pick({
    name: true,
    motif: true,
    colour: true,
    size: true,
    shelf: true,
    photoId: true,
    category: true,
  }).nullable(),
  /** Of a wrong item that is a variation of what is still missing. */
  mistake: Mistake.nullable(),
  cancelled: z.object({ at: Instant.nullable(), reason: z.string() }).nullable(),
  /** Who has the parcel open at another desk. */
  openAt: z.object({ by: z.string(), since: Instant }).nullable(),
  /** The No. Resi that counts now, when the code is one that it replaced. */
  currentWaybill: z.string().nullable(),
})
export type ScanResult = z.infer<typeof ScanResult>

export const PackProgress = z.object({
  /** Closed parcels that still stand here. */
  packed: z.number().int(),
  /** To be packed, without those on hold. */
  waiting: z.number().int(),
  /** Closed today, wherever they are by now. */
  packedToday: z.number().int(),
  handedOverToday: z.number().int(),
})
export type PackProgress = z.infer<typeof PackProgress>

/**
 * Why a parcel does not go with the others: `not packed` yet; `not arranged` at its channel, so that no courier knows it;
 * `held`; `not ready` (unpaid, held by the channel); `cancelled`; `cancel requested`; `contents changed` since it was packed.
 */
export const StayReason = z.enum([
  'not packed',
  'not arranged',
  'held',
  'not ready',
  'cancelled',
  'cancel requested',
  'contents changed',
])
export type StayReason = z.infer<typeof StayReason>

export const HandoverParcel = z.object({
  parcelId: Id,
  orderId: Id,
  orderNumber: z.string(),
  channel: Channel,
  trackingNumber: z.string(),
  buyer: z.string(),
  pieces: z.number().int(),
  isCod: z.boolean(),
})
export type HandoverParcel = z.infer<typeof HandoverParcel>

export const StayingParcel = HandoverParcel.extend({
  why: StayReason,
  /** Why it is held; else empty. */
  holdReason: z.string(),
})
export type StayingParcel = z.infer<typeof StayingParcel>

/** What one courier takes: parcels that may go, and those that wait for it and stay. */
export const HandoverGroup = z.object({
  courier: z.string(),
  parcels: z.array(HandoverParcel),
  staying: z.array(StayingParcel),
})
export type HandoverGroup = z.infer<typeof HandoverGroup>

/** What the door says to a scan; `stays` names what a second scan of the same parcel on purpose would overrule, or what nothing does. */
export const DoorScan = ScanResult.extend({ stays: StayReason.nullable() })
export type DoorScan = z.infer<typeof DoorScan>

/** A parcel that was handed over. */
export const GoneParcel = HandoverParcel.extend({
  /** False once the channel says that the parcel is on its way, or goods of it came back. */
  mayBeUndone: z.boolean(),
})
export type GoneParcel = z.infer<typeof GoneParcel>

/** The parcels that one courier took at one moment. */
export const Handover = z.object({
  courier: z.string(),
  at: Instant,
  by: z.string(),
  parcels: z.array(GoneParcel),
})
export type Handover = z.infer<typeof Handover>

/** What was handed over on one day, newest first, and the nearest days before and after on which something was. */
export const HandoverDay = z.object({
  day: BusinessDay,
  previous: BusinessDay.nullable(),
  next: BusinessDay.nullable(),
  handovers: z.array(Handover),
})
export type HandoverDay = z.infer<typeof HandoverDay>

/** Who is next at the pack desk. */
export const QueuedParcel = Parcel.pick({
  parcelId: true,
  orderId: true,
  orderNumber: true,
  channel: true,
  state: true,
  trackingNumber: true,
  shipBy: true,
  isHeld: true,
  holdReason: true,
  pieces: true,
}).extend({
  goods: z.array(
    ParcelItem.pick({
      name: true,
      productName: true,
      motif: true,
      colour: true,
      size: true,
      pieces: true,
      photoId: true,
      category: true,
    }),
  ),
})
export type QueuedParcel = z.infer<typeof QueuedParcel>

export const LabelOptions = z.object({
  size: LabelSize,
  showItems: z.boolean().default(true),
  showNote: z.boolean().default(true),
  maskPhone: z.boolean().default(false),
})
