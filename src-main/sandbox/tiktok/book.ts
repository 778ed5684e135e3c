import type { Recipient } from '../../../src-shared/orders/order.ts'
import type { Fate } from '../frame/buyer-robot.ts'
import type { Ground } from '../frame/world.ts'

/** Everything the shop's server knows, as plain data: amounts in rupiah, times in unix seconds, ids as decimal strings. */
export interface Book {
  /** Counts everything that ever got an id. */
  counter: number
  app: App
  shop: { id: string; cipher: string; code: string; name: string; openId: string }
  warehouses: Warehouse[]
  authCodes: Record<string, { until: number; scopes: string[]; days: number }>
  /** By access token. */
  grants: Record<string, Grant>
  /** By refresh token. */
  refreshTokens: Record<string, RefreshToken>
  /** When the seller's permission ends; null when he never gave it or took it back. */
  authorizedUntil: number | null
  images: Record<string, Picture>
  /** Of a brand of the first rank the seller must have been allowed to sell it; others are shown to buyers only when he was. */
  brands: { id: string; name: string; isAuthorized?: boolean; isFirstRank?: boolean }[]
  products: Record<string, Product>
  orders: Record<string, Order>
  packages: Record<string, Parcel>
  cancellations: Record<string, Cancellation>
  returns: Record<string, Return>
  /** Waiting for the next midnight. */
  transactions: Transaction[]
  statements: Record<string, Statement>
  withdrawals: Withdrawal[]
  balance: number
  webhooks: Record<string, { address: string; createdAt: number; updatedAt: number }>
  conversations?: Conversation[]
  acceptsChat?: boolean
  /** Where the app has all its notices sent, as set in Partner Center. */
  pushUrl: string | null
  documents: Record<string, { packageId: string; kind: 'pdf' | 'png'; parts: 'label' | 'slip' | 'both'; until: number }>
  /** What was answered under an idempotency key. */
  answered: Record<string, unknown>
  trackingNumbers: Record<string, string>
  /** Discounts the seller runs. Left out, like what follows, in books from before there were any. */
  activities?: Activity[]
  /** Orders as other systems number them, by order and system. */
  references?: Record<string, Partial<Record<string, Reference>>>
}

/** An order in a system beside the marketplace. */
export interface Reference {
  id: string
  lines: { id: string; originId: string }[]
}

/** Prices that hold for a while; what they hold cannot be changed meanwhile. */
export interface Activity {
  id: string
  title: string
  productId: string
  begin: number
  end: number
  isDeactivated: boolean
  createdAt: number
  updatedAt: number
}

export interface App {
  key: string
  secret: string
  serviceId: string
  name: string
  /** Where the consent page leads back to; null shows the code to copy. */
  redirectUrl: string | null
  scopes: string[]
}

export interface Warehouse {
  id: string
  entityId: string
  name: string
  type: 'SALES_WAREHOUSE' | 'RETURN_WAREHOUSE'
}

export interface Grant {
  until: number
  scopes: string[]
  isRevoked: boolean
}

export interface RefreshToken {
  until: number
  scopes: string[]
  accessToken: string
  isSpent: boolean
}

export interface Picture {
  url: string
  width: number
  height: number
  useCase: string
}

export interface SalesAttribute {
  id: string
  name: string
  valueId: string
  valueName: string
  imageUri: string | null
}

export interface Sku {
  id: string
  sellerSku: string
  price: number
  /** Pieces that can be bought. */
  available: number
  /** Pieces in orders that are not shipped yet. */
  committed: number
  attributes: SalesAttribute[]
  externalId: string | null
  isDeactivated: boolean
  /** How often buyers choose it, beside the others. */
  share: number
}

/** What an edit can change, and what is looked at by people before buyers see it. */
export interface Content {
  title: string
  description: string
  categoryId: string
  brandId: string | null
  imageUris: string[]
  attributes: { id: string; values: { id: string; name: string }[] }[]
  weight: { value: string; unit: string }
  dimensions: { length: string; width: string; height: string; unit: string } | null
  minimumOrder: number
  isCodAllowed: boolean
  externalId: string | null
  skus: Sku[]
}

export type ProductStatus =
  | 'DRAFT'
  | 'PENDING'
  | 'FAILED'
  | 'ACTIVATE'
  | 'SELLER_DEACTIVATED'
  | 'PLATFORM_DEACTIVATED'
  | 'FREEZE'
  | 'DELETED'

export interface Product extends Content {
  id: string
  status: ProductStatus
  audit: 'NONE' | 'AUDITING' | 'FAILED' | 'APPROVED'
  failedReasons: string[]
  /** An edit of a live product that nobody has looked at yet. */
  underReview: Content | null
  draft: Content | null
  platforms: Platform[]
  createdAt: number
  updatedAt: number
  isInPromotion: boolean
  share: number
}

export type Platform = 'TIKTOK_SHOP' | 'TOKOPEDIA'

export type OrderStatus =
  | 'UNPAID'
  | 'ON_HOLD'
  | 'AWAITING_SHIPMENT'
  | 'PARTIALLY_SHIPPING'
  | 'AWAITING_COLLECTION'
  | 'IN_TRANSIT'
  | 'DELIVERED'
  | 'COMPLETED'
  | 'CANCELLED'

/** One piece of one SKU: quantities are written as repeated lines. */
export interface Line {
  id: string
  productId: string
  productName: string
  skuId: string
  skuName: string
  sellerSku: string
  imageUri: string
  originalPrice: number
  sellerDiscount: number
  platformDiscount: number
  packageId: string | null
}

/** A piece that is not sent any more, of an order that goes on. */
export interface CalledOffLine extends Line {
  by: 'BUYER' | 'SELLER' | 'SYSTEM'
  reason: string
}

export interface Order {
  id: string
  status: OrderStatus
  platform: Platform
  createdAt: number
  updatedAt: number
  paidAt: number | null
  rtsAt: number | null
  collectedAt: number | null
  deliveredAt: number | null
  completedAt: number | null
  cancelledAt: number | null
  requestCancelAt: number | null
  cancelReason: string | null
  cancelledBy: 'BUYER' | 'SELLER' | 'SYSTEM' | null
  isCod: boolean
  shippingType: 'TIKTOK' | 'SELLER'
  fulfillment: 'FULFILLMENT_BY_SELLER' | 'FULFILLMENT_BY_DILAYANI_TOKOPEDIA'
  courier: number
  buyer: Recipient
  buyerId: string
  message: string
  /** What is to be sent, and of an order that is over what was. */
  lines: Line[]
  calledOff?: CalledOffLine[]
  originalShippingFee: number
  shippingPlatformDiscount: number
  shippingSellerDiscount: number
  buyerServiceFee: number
  packageIds: string[]
  isFromLive: boolean
  creator: string | null
  /** Basis points paid to the creator. */
  creatorRate: number
  /** Basis points of the programmes this sale took part in. */
  programmeRate: number
  fate: Fate
  events: { at: number; text: string }[]
}

export type ParcelStatus = 'TO_FULFILL' | 'PROCESSING' | 'FULFILLING' | 'COMPLETED' | 'CANCELLED'

export interface Parcel {
  id: string
  orderIds: string[]
  lineIds: string[]
  status: ParcelStatus
  createdAt: number
  updatedAt: number
  arrangedAt: number | null
  trackingNumber: string
  providerId: string
  providerName: string
  handoverMethod: 'PICKUP' | 'DROP_OFF' | ''
  pickupSlot: { start: number; end: number } | null
  tag: 'DEFAULT' | 'SPLIT' | 'COMBINE'
  pickUpsFailed: number
  /** How often its label was asked for. */
  labelPolls: number
}

export type CancelStatus =
  | 'CANCELLATION_REQUEST_PENDING'
  | 'CANCELLATION_REQUEST_SUCCESS'
  | 'CANCELLATION_REQUEST_CANCEL'
  | 'CANCELLATION_REQUEST_COMPLETE'

export interface Cancellation {
  id: string
  orderId: string
  type: 'CANCEL' | 'BUYER_CANCEL'
  role: 'BUYER' | 'SELLER' | 'SYSTEM'
  status: CancelStatus
  reason: string
  /** Of a part of the order; left out it is about the whole. */
  lineIds?: string[]
  createdAt: number
  updatedAt: number
  deadline: number | null
}

export type ReturnStatus =
  | 'RETURN_OR_REFUND_REQUEST_PENDING'
  | 'REFUND_OR_RETURN_REQUEST_REJECT'
  | 'AWAITING_BUYER_SHIP'
  | 'BUYER_SHIPPED_ITEM'
  | 'REJECT_RECEIVE_PACKAGE'
  | 'RETURN_OR_REFUND_REQUEST_SUCCESS'
  | 'RETURN_OR_REFUND_REQUEST_CANCEL'
  | 'RETURN_OR_REFUND_REQUEST_COMPLETE'
  | 'AWAITING_BUYER_RESPONSE'

export interface Return {
  id: string
  orderId: string
  type: 'REFUND' | 'RETURN_AND_REFUND'
  status: ReturnStatus
  reason: string
  lineIds: string[]
  /** Who wrote it; a seller does so on behalf of the buyer. Left out in books from before that was noted. */
  role?: 'BUYER' | 'SELLER'
  /** What the buyer gets, in rupiah. */
  refund: number
  partialOffer: number | null
  keepsItem: boolean
  createdAt: number
  updatedAt: number
  deadline: number | null
  trackingNumber: string
  arbitration: 'IN_PROGRESS' | 'SUPPORT_BUYER' | 'SUPPORT_SELLER' | 'CLOSED' | null
  /** Arrived back at the shop. */
  hasArrived: boolean
  records: { at: number; role: 'BUYER' | 'SELLER' | 'SYSTEM'; description: string; note: string }[]
}

/** Amounts by their wire names; signed, so that each breakdown adds up to its total. */
export interface SkuMoney {
  skuId: string
  skuName: string
  productName: string
  quantity: number
  revenue: Record<string, number>
  fee: Record<string, number>
  tax: Record<string, number>
  shipping: Record<string, number>
}

export interface Transaction {
  id: string
  type: string
  orderId: string | null
  orderCreatedAt: number | null
  adjustmentId: string | null
  adjustment: number
  skus: SkuMoney[]
  at: number
}

export interface Statement {
  id: string
  at: number
  transactions: Transaction[]
  paymentId: string | null
  paidAt: number | null
  status: 'PROCESSING' | 'PAID' | 'FAILED'
}

export interface Withdrawal {
  id: string
  type: 'WITHDRAW' | 'SETTLE' | 'TRANSFER' | 'REVERSE'
  status: 'PROCESSING' | 'SUCCESS' | 'FAILED'
  amount: number
  at: number
}

export interface Message {
  id: string
  type: string
  /** JSON by its type. */
  content: string
  at: number
  by: 'BUYER' | 'SHOP'
}

export interface Conversation {
  id: string
  buyerId: string
  createdAt: number
  messages: Message[]
  unread: number
}

/** What every act needs: the book and the ground it stands on. */
export interface Market {
  book: Book
  ground: Ground
  now(): number
  /** Tells whoever listens; `type` is the number of the notice. */
  notify(type: number, topic: string, data: Record<string, unknown>): void
}

const KINDS = {
  shop: 7_494_049_642_642_000_000n,
  warehouse: 7_068_517_275_539_000_000n,
  product: 1_729_592_969_712_000_000n,
  sku: 1_729_592_970_000_000_000n,
  attribute: 7_082_427_311_584_000_000n,
  order: 576_461_413_038_000_000n,
  line: 576_461_413_500_000_000n,
  package: 1_153_132_168_123_000_000n,
  user: 7_021_436_810_468_000_000n,
  request: 4_035_318_504_086_000_000n,
  transaction: 1_636_700_041_413_000_000n,
  statement: 7_268_877_263_519_000_000n,
  payment: 3_459_275_187_040_000_000n,
  activity: 7_136_104_329_798_000_000n,
  conversation: 7_106_888_323_922_000_000n,
  message: 7_494_560_109_732_000_000n,
  notice: 7_327_112_393_057_000_000n,
} as const

/** The next id of a kind: 64 bits, beyond what a JSON number can carry, and the same for the same history. */
export function nextId(book: Book, kind: keyof typeof KINDS): string {
  book.counter += 1
  return String(KINDS[kind] + BigInt(book.counter) * 4_099n + BigInt((book.counter * 7_919) % 4_001))
}
