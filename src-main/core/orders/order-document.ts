import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Channel, ChannelState, MoneyLine, OrderState, Recipient } from '../../../src-shared/orders/order.ts'
import type { ReturnCondition } from '../../../src-shared/orders/return.ts'

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

/** Pieces of one SKU looked at together, and the line they stood in. */
export interface Inspection {
  id: string
  line: number
  variantId: string
  pieces: number
  condition: ReturnCondition
  at: Instant
}

/** Money given back to a buyer, from a wallet or out of what a channel or buyer owes. */
export interface Refund {
  id: string
  day: BusinessDay
  amount: number
  account: AccountCode
}

/** Money that came for goods that were lost or spoilt on their way. */
export interface PaidClaim {
  id: string
  day: BusinessDay
  amount: number
  account: AccountCode
}

/** What was done here with goods that came back. Steps that were undone are not in it. */
export interface OrderReturns {
  /** When the parcel arrived here, whether the channel had told of it or not. */
  receivedAt: Instant | null
  /** In the order they were made. */
  inspections: Inspection[]
  refunds: Refund[]
  paidClaims: PaidClaim[]
  /** Claims that are neither paid nor refused. */
  openClaims: number
}

export const NO_RETURNS: OrderReturns = {
  receivedAt: null,
  inspections: [],
  refunds: [],
  paidClaims: [],
  openClaims: 0,
}

/** The latest snapshot of one order: the channel's word, the known times and the local acts together. */
export interface OrderDocument extends ChannelWord, OrderTimes, LocalActs {
  id: string
  shopId: string
  channel: Channel
  number: string
  sellerNote: string
  recipient: Recipient
  /** When a channel first told that goods of this order came back, or never reached the buyer. */
  comesBackAt: Instant | null
  returns: OrderReturns
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

export const NO_ACTS: LocalActs = {
  printedAt: null,
  packedAt: null,
  handedOverAt: null,
  heldAt: null,
  setAsideAt: null,
  holdReason: '',
}
