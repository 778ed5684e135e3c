import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type {
  Channel,
  ChannelState,
  MoneyKind,
  MoneyLine,
  OrderState,
  Recipient,
} from '../../../src-shared/orders/order.ts'
import type { ReturnCondition } from '../../../src-shared/orders/return.ts'
import type { OrderSettlements } from '../settlements/release.ts'
import type { ImpliedTimes, StatedTimes } from './order-times.ts'
import type { Stamp, StatedStates } from './state-order.ts'

/** Goods of one kind in an order. Exactly one of `listingId` (sold at a channel) and `variantId` (own sale) is set. */
export interface OrderDocumentLine {
  /** Numbered once, in the order first seen; effect keys are made of the goods, not of this. */
  line: number
  listingId: string | null
  variantId: string | null
  pieces: number
  returnedPieces: number
  /** Pieces that a buyer asked to send back, in a request that the channel called open: none of them is back yet. */
  askedPieces: number
  listPrice: number
  price: number
  sellerDiscount: number
  channelDiscount: number
  weightGrams: number | null
  /** The channel's own id of the line; blank when no source knew it. */
  lineId: string
  /** No. Resi of the parcel these goods travel in, where the channel splits the order; blank when it does not. */
  waybill: string
  /** The channel says that these goods left while others of the order have not. */
  isShipped: boolean
}

/** The moments of an order's life: what was stated, and what the books need and follows from it. */
export interface OrderTimes extends StatedTimes, ImpliedTimes {}

/** What is remembered of the statements about an order, so that one that comes late finds its place. */
export interface Statements {
  states: StatedStates
  /** The newest statement. */
  newest: Stamp
  /** Fields that stand as an older statement had them. */
  older: Readonly<Record<string, Stamp>>
  /** The earliest statement that told of the goods as gone, where they stand as another has them. */
  left?: Stamp
  /** Kinds of amounts that are stated to be nothing. */
  nothing: readonly MoneyKind[]
}

/** What was done here with one parcel. The channel can neither set nor clear it. */
export interface LocalActs {
  printedAt: Instant | null
  packedAt: Instant | null
  /** Who closed it; blank until then. */
  packedBy: string
  /** What was laid into it when it was closed, by goods and pieces; null until then. */
  contents: readonly ParcelContent[] | null
  handedOverAt: Instant | null
  handedOverBy: string
  heldAt: Instant | null
  setAsideAt: Instant | null
  holdReason: string
}

/** Pieces of one kind in a closed parcel. `key` is the SKU's id, or `listing/<id>` for goods that had no SKU then. */
export interface ParcelContent {
  key: string
  variantId: string | null
  pieces: number
}

/** Paket: what the courier gets in one piece. An order has one, or several when the channel splits it. */
export interface OrderParcel extends LocalActs {
  /** The first parcel of an order has the id of its order, so that one parcel an order needs no second name. */
  id: string
  number: number
  /** No. Resi as the channel writes it; blank until it is known. */
  waybill: string
}

/** What the channel states, apart from times. */
export interface ChannelStatement {
  channelState: ChannelState
  rawStatus: string
  statements: Statements
  shipBy: Instant | null
  cancelReason: string
  paymentMethod: string
  isCod: boolean
  shopFront: string
  shippingService: string
  courier: string
  trackingNumber: string
  isPickup: boolean | null
  buyerNote: string
  /** The note that the channel keeps for its seller. */
  sellerNote: string
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
  /** Goods that the channel's own list of returns says are on their way to the shop; it may be here before the order is. */
  askedBack: { at: Instant; pieces: number } | null
}

export const NO_RETURNS: OrderReturns = {
  receivedAt: null,
  inspections: [],
  refunds: [],
  paidClaims: [],
  openClaims: 0,
  askedBack: null,
}

/** Goods sent in place of those that a line is of, as agreed with the buyer. The channel knows nothing of it. */
export interface SentInstead {
  line: number
  variantId: string
  note: string
  at: Instant
}

/** The latest snapshot of one order: the channel's statements, the known times and what was done here with its parcels. */
export interface OrderDocument extends ChannelStatement, OrderTimes {
  id: string
  shopId: string
  channel: Channel
  number: string
  /** The note written here, which stands before the channel's; null when none was. */
  ownNote: string | null
  recipient: Recipient
  /** The wallet that the money of an own sale came into, where it is another one than its kind of payment goes to. */
  paidInto: AccountCode | null
  /** At most one of each line. */
  sentInstead: readonly SentInstead[]
  /** At least one, by number. */
  parcels: readonly OrderParcel[]
  /** When the last import that told of it was taken back: in no list and without effects until one tells of it again. */
  withdrawnAt: Instant | null
  /** When a channel first named pieces of this order that came back. */
  comesBackAt: Instant | null
  /** Since when it stands in a state whose goods come back, as follows from its statements; null while it does not. */
  statedBackAt: Instant | null
  returns: OrderReturns
  /** What the channel released of it, by the files that told of that; they may be here before the order is. */
  settlements: OrderSettlements
}

/** What follows from a document and is kept beside it, so that lists need no work. */
export interface OrderFacts {
  state: OrderState
  placedDay: BusinessDay
  isHistory: boolean
  /** When the first goods left the shop, by hand-over or by the channel's word. */
  leftAt: Instant | null
  /** Parcels still to be packed, and whether all of these are on hold. */
  parcelsToPack: number
  isHeld: boolean
  counts: boolean
  pieces: number
  grossSales: number
  goodsValue: number
  sellerCuts: number
}

export const NO_ACTS: LocalActs = {
  printedAt: null,
  packedAt: null,
  packedBy: '',
  contents: null,
  handedOverAt: null,
  handedOverBy: '',
  heldAt: null,
  setAsideAt: null,
  holdReason: '',
}

/** The parcel an order begins with. */
export const firstParcel = (orderId: string, waybill = ''): OrderParcel => ({
  ...NO_ACTS,
  id: orderId,
  number: 1,
  waybill,
})
