import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Channel, ChannelState, MoneyLine, OrderState, Recipient } from '../../../src-shared/orders/order.ts'

/** Goods of one kind in an order. Exactly one of `listingId` (sold at a channel) and `variantId` (own sale) is set. */
export interface OrderDocumentLine {
  /** Numbered once, in the order first seen; effect keys are made of the goods, not of this. */
  line: number
  listingId: string | null
  variantId: string | null
  pieces: number
  returnedPieces: number
  listPrice: number
  price: number
  sellerDiscount: number
  channelDiscount: number
  weightGrams: number | null
}

/** The moments of an order's life, each known or not. */
export interface OrderTimes {
  placedAt: Instant | null
  paidAt: Instant | null
  arrangedAt: Instant | null
  shippedAt: Instant | null
  deliveredAt: Instant | null
  completedAt: Instant | null
  cancelledAt: Instant | null
}

/** What this laptop did with the parcel. The channel can neither set nor clear it. */
export interface LocalActs {
  printedAt: Instant | null
  packedAt: Instant | null
  handedOverAt: Instant | null
  heldAt: Instant | null
  setAsideAt: Instant | null
  holdReason: string
}

/** What the channel says, apart from times. */
export interface ChannelWord {
  channelState: ChannelState
  rawStatus: string
  asOf: Instant
  shipBy: Instant | null
  cancelReason: string
  paymentMethod: string
  isCod: boolean
  shippingService: string
  courier: string
  trackingNumber: string
  isPickup: boolean | null
  buyerNote: string
  buyerPayment: number
  money: MoneyLine[]
  lines: OrderDocumentLine[]
}

/** The latest snapshot of one order: the channel's word, the known times and the local acts together. */
export interface OrderDocument extends ChannelWord, OrderTimes, LocalActs {
  id: string
  shopId: string
  channel: Channel
  number: string
  sellerNote: string
  recipient: Recipient
}

/** What follows from a document and is kept beside it, so that lists need no work. */
export interface OrderFacts {
  state: OrderState
  placedDay: BusinessDay
  isHistory: boolean
  counts: boolean
  pieces: number
  grossSales: number
  goodsValue: number
  sellerCuts: number
}

/** Who did it, as the timeline of an order tells it. */
export const LAPTOP = 'laptop ini'

export const NO_ACTS: LocalActs = {
  printedAt: null,
  packedAt: null,
  handedOverAt: null,
  heldAt: null,
  setAsideAt: null,
  holdReason: '',
}
