import type { Fate } from '../frame/buyer-robot.ts'
import type { Ground } from '../frame/world.ts'
import type { Brand } from './categories.ts'

/* Everything one Shopee of our own knows, as plain data. Times are unix seconds, money is whole rupiah. */

export interface Model {
  /** 0 of an item without variations. */
  modelId: number
  tierIndex: number[]
  sku: string
  /** Before and after the seller's own discount. */
  originalPrice: number
  price: number
  /** What can still be bought: an order takes its pieces out at once. */
  stock: number
  /** Set aside for a promotion; stock may not be set below it. */
  reserved: number
  isInPromotion: boolean
  /** Sold for less while a discount of the seller goes on. */
  isDiscounted?: boolean
  weightKg: number | null
}

export interface Tier {
  name: string
  options: { option: string; imageId: string | null }[]
}

export type ItemStatus = 'NORMAL' | 'UNLIST' | 'BANNED' | 'REVIEWING' | 'SELLER_DELETE' | 'SHOPEE_DELETE'

export interface Item {
  itemId: number
  status: ItemStatus
  name: string
  description: string
  sku: string
  categoryId: number
  brand: { id: number; name: string }
  attributes: { attributeId: number; values: { valueId: number; name: string; unit: string }[] }[]
  imageIds: string[]
  weightKg: number
  dimension: { length: number; width: number; height: number }
  logisticIds: number[]
  isDangerous: number
  condition: string
  daysToShip: number
  isPreOrder: boolean
  gtin?: string
  wholesales?: { min_count: number; max_count: number; unit_price: number }[]
  createTime: number
  updateTime: number
  tiers: Tier[]
  models: Model[]
  /** How often the buyer robot takes it. */
  share: number
}

export type OrderStatus =
  | 'UNPAID'
  | 'READY_TO_SHIP'
  | 'PROCESSED'
  | 'RETRY_SHIP'
  | 'SHIPPED'
  | 'TO_CONFIRM_RECEIVE'
  | 'IN_CANCEL'
  | 'CANCELLED'
  | 'TO_RETURN'
  | 'COMPLETED'

export interface OrderLine {
  orderItemId: number
  itemId: number
  modelId: number
  name: string
  modelName: string
  itemSku: string
  modelSku: string
  quantity: number
  cancelled: number
  returned: number
  originalPrice: number
  price: number
  weightKg: number
  imageId: string
  promotionType: string
  promotionId: number
}

export type LogisticsStatus =
  | 'LOGISTICS_NOT_START'
  | 'LOGISTICS_READY'
  | 'LOGISTICS_REQUEST_CREATED'
  | 'LOGISTICS_PICKUP_DONE'
  | 'LOGISTICS_PICKUP_RETRY'
  | 'LOGISTICS_DELIVERY_DONE'
  | 'LOGISTICS_DELIVERY_FAILED'
  | 'LOGISTICS_REQUEST_CANCELED'
  | 'LOGISTICS_LOST'
  | 'LOGISTICS_INVALID'

export interface Package {
  number: string
  status: LogisticsStatus
  lines: { orderItemId: number; quantity: number }[]
  trackingNumber: string
  /** Questions for the tracking number so far: the first ones are answered without it. */
  trackingPolls: number
  arrangedAt: number
  pickedUpAt: number
  document: { type: string; polls: number } | null
  events: { time: number; status: LogisticsStatus; description: string }[]
}

export interface Order {
  sn: string
  status: OrderStatus
  /** What it was before the buyer asked to cancel. */
  statusBefore: OrderStatus | null
  createTime: number
  updateTime: number
  payTime: number
  shipByDate: number
  completeTime: number
  releaseTime: number
  isCod: boolean
  paymentMethod: string
  buyer: { id: number; username: string; name: string; phone: string; address: string; city: string; province: string }
  message: string
  sellerNote: string
  noteUpdateTime: number
  channelId: number
  lines: OrderLine[]
  packages: Package[]
  isSplit: boolean
  cancelBy: string
  cancelReason: string
  buyerCancelReason: string
  /** What buyer and Shopee put in and take out, besides the goods. */
  money: {
    sellerVoucher: number
    shopeeVoucher: number
    coins: number
    buyerShipping: number
    /** What the courier charges: estimated until the parcel was weighed. */
    shipping: number
    isShippingFinal: boolean
    reverseShipping: number
    affiliateBasisPoints: number
    campaignBasisPoints: number
    isProtected: boolean
    refunded: number
    adjustments: { amount: number; date: number; reason: string }[]
  }
  fate: Fate | null
  isFromLive: boolean
}

export type ReturnStatus =
  | 'REQUESTED'
  | 'ACCEPTED'
  | 'PROCESSING'
  | 'JUDGING'
  | 'SELLER_DISPUTE'
  | 'CANCELLED'
  | 'CLOSED'

export interface Return {
  sn: string
  orderSn: string
  status: ReturnStatus
  reason: string
  text: string
  createTime: number
  updateTime: number
  dueDate: number
  isRefundOnly: boolean
  refundAmount: number
  lines: { orderItemId: number; quantity: number }[]
  trackingNumber: string
  hasArrived: boolean
  proof?: { photos: { url: string; thumbnail: string }[]; description: string }
  offer: { solution: string; amount: number; from: 'seller' | 'buyer'; dueDate: number } | null
  dispute: { reasonId: number; text: string; email: string; images: string[] } | null
}

export interface WalletRow {
  id: number
  kind: string
  number: number
  tab: string
  amount: number
  balance: number
  createTime: number
  orderSn: string
  refundSn: string
  withdrawalId: number
  status: string
  description: string
}

/** Goods that are sold for less for a time: by item, the price of each model (0: of an item without). */
export interface Discount {
  id: number
  name: string
  start: number
  end: number
  updateTime: number
  isDeleted: boolean
  items: { itemId: number; limit: number; prices: Map<number, number> }[]
}

export interface Voucher {
  id: number
  start: number
  end: number
  isDeleted: boolean
  facts: {
    voucher_name: string
    voucher_code: string
    voucher_type: number
    reward_type: number
    usage_quantity: number
    min_basket_price: number
    discount_amount?: number | undefined
    percentage?: number | undefined
    max_price?: number | undefined
    display_channel_list?: number[] | undefined
    item_id_list?: number[] | undefined
    display_start_time?: number | undefined
  }
}

export interface LostPush {
  id: number
  time: number
  envelope: string
}

export interface Token {
  access: string
  /** Seconds. */
  until: number
}

export interface State {
  app: { partnerId: number; partnerKey: string; name: string }
  shop: {
    shopId: number
    name: string
    mainAccountId: number
    authTime: number
    expireTime: number
    isLinked: boolean
    isBanned: boolean
    /** On holiday nobody can buy, and stock stays as it is. */
    holiday?: { since: number; says: string }
    description?: string
  }
  consents: { code: string; until: number; days: number; isMain: boolean; isUsed: boolean }[]
  accessTokens: Token[]
  refreshTokens: { token: string; until: number; isUsed: boolean }[]
  items: Map<number, Item>
  ownBrands?: Brand[]
  discounts?: Discount[]
  vouchers?: Voucher[]
  /** Couriers the shop has switched off, and those that collect no money for it. */
  couriers?: Record<number, { isEnabled: boolean; takesCod: boolean }>
  images: Map<string, { type: string; bytes: Buffer }>
  orders: Map<string, Order>
  returns: Map<string, Return>
  wallet: WalletRow[]
  balance: number
  push: { url: string | null; on: Set<number>; lost: LostPush[] }
  /** Calls used up for today: everything is refused until midnight of UTC+8. */
  dailyLimitUntil: number
  last: {
    item: number
    model: number
    line: number
    package: number
    wallet: number
    push: number
    image: number
    request: number
    dispute: number
  }
}

/** A marketplace at work: what it knows and the ground it stands on. */
export interface Shopee {
  ground: Ground
  state: State
}

export const secondsNow = ({ ground }: Shopee): number => ground.time.seconds()
