import { allocate } from '../../../src-shared/kernel/allocate.ts'
import type { Purchase } from '../frame/buyer-robot.ts'
import { atPlace } from '../frame/buyer-robot.ts'
import {
  type Cancellation,
  type Line,
  type Market,
  nextId,
  type Order,
  type OrderStatus,
  type Product,
  type Sku,
} from './book.ts'
import { COURIERS } from './couriers.ts'
import { UNSURE } from './unsure.ts'

/** What the sandbox takes for its couriers and programmes; invented, and in whole rupiah. */
const SHIPPING_FEE = 15_000
const BUYER_SERVICE_FEE = 1_000
const CREATORS = ['ratih.batik', 'kainkita', 'jepara.daily']

interface Found {
  product: Product
  sku: Sku
}

export const isOnSale = (product: Product, sku: Sku) => product.status === 'ACTIVATE' && !sku.isDeactivated

export const everySku = (market: Market): Found[] =>
  Object.values(market.book.products).flatMap((product) => product.skus.map((sku) => ({ product, sku })))

/** A buyer buys: pieces are set aside at once, paid or not. Null when something he wants is sold out. */
export function buy(market: Market, purchase: Purchase): Order | null {
  const shelf = everySku(market).filter(({ product, sku }) => isOnSale(product, sku))
  const wanted: Found[] = []
  for (const line of purchase.lines) {
    const found = line.sku
      ? shelf.find(({ sku }) => sku.sellerSku === line.sku)
      : atPlace(shelf, ({ product, sku }) => product.share * sku.share, line.pick)
    if (!found) return null
    wanted.push(...Array.from({ length: line.quantity }, () => found))
  }
  for (const { sku } of wanted) if (sku.available < wanted.filter((other) => other.sku === sku).length) return null

  const { book } = market
  const at = market.now()
  const isTokopedia = purchase.promotion > 0.8 && wanted.every(({ product }) => product.platforms.includes('TOKOPEDIA'))
  const original = wanted.map(({ sku }) => sku.price)
  const total = original.reduce((sum, price) => sum + price, 0)
  const ofSeller = purchase.promotion < 0.3 ? Math.floor(total * 0.08) : 0
  const ofPlatform = purchase.promotion > 0.6 ? Math.min(10_000, Math.floor(total * 0.05)) : 0
  const sellerShares = allocate(ofSeller, original)
  const platformShares = allocate(ofPlatform, original)
  const lines: Line[] = wanted.map(({ product, sku }, index) => {
    if (sku.available === 1) notifySoldOut(market, product, sku)
    sku.available -= 1
    sku.committed += 1
    return {
      id: nextId(book, 'line'),
      productId: product.id,
      productName: product.title,
      skuId: sku.id,
      skuName: sku.attributes.map(({ valueName }) => valueName).join(', ') || 'Default',
      sellerSku: sku.sellerSku,
      imageUri: sku.attributes.find(({ imageUri }) => imageUri)?.imageUri ?? product.imageUris[0] ?? '',
      originalPrice: sku.price,
      sellerDiscount: sellerShares[index]!,
      platformDiscount: platformShares[index]!,
      packageId: null,
    }
  })
  const order: Order = {
    id: nextId(book, 'order'),
    status: 'UNPAID',
    platform: isTokopedia ? 'TOKOPEDIA' : 'TIKTOK_SHOP',
    createdAt: at,
    updatedAt: at,
    paidAt: null,
    rtsAt: null,
    collectedAt: null,
    deliveredAt: null,
    completedAt: null,
    cancelledAt: null,
    requestCancelAt: null,
    cancelReason: null,
    cancelledBy: null,
    isCod: purchase.isCod && !isTokopedia,
    shippingType: 'TIKTOK',
    fulfillment: 'FULFILLMENT_BY_SELLER',
    courier: Math.min(COURIERS.length - 1, Math.floor(purchase.courier * COURIERS.length)),
    buyer: purchase.buyer,
    buyerId: nextId(book, 'user'),
    message: purchase.note,
    lines,
    originalShippingFee: SHIPPING_FEE,
    shippingPlatformDiscount: purchase.promotion > 0.4 ? SHIPPING_FEE : 6_000,
    shippingSellerDiscount: 0,
    buyerServiceFee: BUYER_SERVICE_FEE,
    packageIds: [],
    isFromLive: purchase.isFromLive,
    creator: purchase.isFromLive || purchase.promotion < 0.15 ? CREATORS[wanted.length % CREATORS.length]! : null,
    creatorRate: 500,
    programmeRate: purchase.promotion > 0.5 ? 450 : 0,
    fate: purchase.fate,
    events: [],
  }
  book.orders[order.id] = order
  told(market, order)
  if (order.isCod) accept(market, order)
  else {
    market.ground.time.after(UNSURE.unpaidSeconds * 1000, { kind: 'unpaid', id: order.id })
    if (order.fate.paysAfterMs !== null) market.ground.time.after(order.fate.paysAfterMs, { kind: 'pay', id: order.id })
  }
  return order
}

/** The order moves on: everyone who reads changes sees it, and the notice goes out. */
export function moveTo(market: Market, order: Order, status: OrderStatus) {
  order.status = status
  order.updatedAt = market.now()
  told(market, order)
}

function told(market: Market, order: Order) {
  market.notify(1, 'ORDER_STATUS_CHANGE', {
    order_id: order.id,
    // the notice says CANCEL where the API says CANCELLED
    order_status: order.status === 'CANCELLED' ? 'CANCEL' : order.status,
    is_on_hold_order: order.status === 'ON_HOLD',
    update_time: order.updatedAt,
  })
}

function notifySoldOut(market: Market, product: Product, sku: Sku) {
  market.notify(27, 'INVENTORY_STATUS_CHANGE', {
    product_id: product.id,
    sku_id: sku.id,
    trigger_reason: 'ORDER_PLACED',
    current_inventory_status: 'OUT_OF_STOCK',
    inventory_distribution: {
      total: sku.committed + 1,
      available: 0,
      creator_reserved: 0,
      campaign_reserved: 0,
      committed: sku.committed + 1,
    },
  })
}

export function pay(market: Market, order: Order) {
  if (order.status !== 'UNPAID') return
  order.paidAt = market.now()
  if (UNSURE.remorseSeconds > 0) {
    moveTo(market, order, 'ON_HOLD')
    market.ground.time.after(UNSURE.remorseSeconds * 1000, { kind: 'accept', id: order.id })
  } else accept(market, order)
}

/** The shop may ship: the one parcel of the order exists from now on. */
export function accept(market: Market, order: Order) {
  if (order.status !== 'UNPAID' && order.status !== 'ON_HOLD') return
  const { book } = market
  const { provider } = COURIERS[order.courier]!
  const id = nextId(book, 'package')
  const at = market.now()
  book.packages[id] = {
    id,
    orderIds: [order.id],
    lineIds: order.lines.map((line) => line.id),
    status: 'TO_FULFILL',
    createdAt: at,
    updatedAt: at,
    arrangedAt: null,
    trackingNumber: '',
    providerId: provider.id,
    providerName: provider.name,
    handoverMethod: '',
    pickupSlot: null,
    tag: 'DEFAULT',
    pickUpsFailed: 0,
    labelPolls: 0,
  }
  order.packageIds = [id]
  for (const line of order.lines) line.packageId = id
  moveTo(market, order, 'AWAITING_SHIPMENT')
  const { time } = market.ground
  time.after(UNSURE.cancelledUnlessShippedSeconds * 1000, { kind: 'notShipped', id: order.id })
  if (order.fate.asksToCancelAfterMs !== null)
    time.after(order.fate.asksToCancelAfterMs, { kind: 'askCancel', id: order.id })
}

const CANCELLABLE: readonly OrderStatus[] = [
  'UNPAID',
  'ON_HOLD',
  'AWAITING_SHIPMENT',
  'PARTIALLY_SHIPPING',
  'AWAITING_COLLECTION',
]
export const isCancellable = (order: Order) => CANCELLABLE.includes(order.status)

/** The whole order ends; what was not shipped can be bought again. */
export function cancelOrder(market: Market, order: Order, by: Order['cancelledBy'], reason: string) {
  const { book } = market
  for (const line of order.lines) {
    const sku = skuOf(market, line)
    const parcel = line.packageId ? book.packages[line.packageId] : undefined
    if (sku && (!parcel || parcel.arrangedAt === null)) {
      sku.committed -= 1
      sku.available += 1
    }
  }
  for (const id of order.packageIds) {
    const parcel = book.packages[id]!
    if (parcel.orderIds.length > 1) {
      parcel.orderIds = parcel.orderIds.filter((other) => other !== order.id)
      parcel.lineIds = parcel.lineIds.filter((other) => !order.lines.some((line) => line.id === other))
    } else parcel.status = 'CANCELLED'
    parcel.updatedAt = market.now()
  }
  order.cancelledBy = by
  order.cancelReason = reason
  order.cancelledAt = market.now()
  order.requestCancelAt = null
  moveTo(market, order, 'CANCELLED')
}

/** The platform calls off pieces of an order that goes on: one of Indonesia's sellers can only cancel the whole. Answers whether it could. */
export function callOff(market: Market, order: Order, sku: string, pieces: number): boolean {
  const gone = order.lines.filter((line) => line.sellerSku === sku).slice(0, pieces)
  const parcels = gone.map((line) => (line.packageId ? market.book.packages[line.packageId] : undefined))
  const isLate = parcels.some((parcel) => parcel && parcel.status !== 'TO_FULFILL' && parcel.status !== 'PROCESSING')
  if (!isCancellable(order) || isLate || gone.length < pieces || gone.length === order.lines.length) return false
  const [by, reason] = ['SYSTEM', 'platform_cancel'] as const
  gone.forEach((line, index) => {
    const sold = skuOf(market, line)
    const parcel = parcels[index]
    if (sold && (parcel?.arrangedAt ?? null) === null) {
      sold.committed -= 1
      sold.available += 1
    }
    if (!parcel) return
    parcel.lineIds = parcel.lineIds.filter((id) => id !== line.id)
    parcel.updatedAt = market.now()
    if (parcel.lineIds.length === 0) parcel.status = 'CANCELLED'
  })
  order.lines = order.lines.filter((line) => !gone.includes(line))
  order.calledOff = [...(order.calledOff ?? []), ...gone.map((line) => ({ ...line, by, reason }))]
  recordCancellation(market, order, {
    type: 'CANCEL',
    role: by,
    status: 'CANCELLATION_REQUEST_COMPLETE',
    reason,
    lineIds: gone.map(({ id }) => id),
    deadline: null,
  })
  order.updatedAt = market.now()
  return true
}

/** Writes a cancellation down, whoever asked for it. */
export function recordCancellation(
  market: Market,
  order: Order,
  it: Pick<Cancellation, 'type' | 'role' | 'status' | 'reason' | 'deadline' | 'lineIds'>,
): Cancellation {
  const at = market.now()
  const cancellation: Cancellation = {
    ...it,
    id: nextId(market.book, 'request'),
    orderId: order.id,
    createdAt: at,
    updatedAt: at,
  }
  market.book.cancellations[cancellation.id] = cancellation
  toldCancellation(market, cancellation)
  return cancellation
}

export function toldCancellation(market: Market, cancellation: Cancellation) {
  market.notify(11, 'CANCELLATION_STATUS_CHANGE', {
    order_id: cancellation.orderId,
    cancellations_role: cancellation.role,
    cancel_status: cancellation.status,
    cancel_id: cancellation.id,
    create_time: cancellation.createdAt,
  })
}

/** A buyer wants out: before paying that is his own decision, afterwards the seller answers, before the courier has it. */
export function askToCancel(market: Market, order: Order) {
  if (!isCancellable(order) || openCancellation(market, order)) return
  const asked = { role: 'BUYER', type: 'BUYER_CANCEL' } as const
  if (order.status === 'UNPAID' || order.status === 'ON_HOLD') {
    const reason = 'ecom_order_unpaid_canceled_reason_no_longer_needed'
    recordCancellation(market, order, { ...asked, status: 'CANCELLATION_REQUEST_COMPLETE', reason, deadline: null })
    cancelOrder(market, order, 'BUYER', reason)
    return
  }
  const deadline = market.now() + UNSURE.answerWithinSeconds.cancel
  order.requestCancelAt = market.now()
  order.updatedAt = market.now()
  const reason = 'ecom_order_to_ship_canceled_reason_created_by_mistakes'
  const request = recordCancellation(market, order, {
    ...asked,
    status: 'CANCELLATION_REQUEST_PENDING',
    reason,
    deadline,
  })
  market.ground.time.at(deadline * 1000, { kind: 'cancelDeadline', id: request.id })
}

/** The request that waits for the seller; most orders have none, which they know themselves. */
export const openCancellation = (market: Market, order: Order) =>
  order.requestCancelAt === null
    ? undefined
    : Object.values(market.book.cancellations).find(
        (each) => each.orderId === order.id && each.status === 'CANCELLATION_REQUEST_PENDING',
      )

export function answerCancellation(market: Market, request: Cancellation, yes: boolean) {
  const order = market.book.orders[request.orderId]!
  request.status = yes ? 'CANCELLATION_REQUEST_COMPLETE' : 'CANCELLATION_REQUEST_CANCEL'
  request.updatedAt = market.now()
  request.deadline = null
  toldCancellation(market, request)
  if (yes) cancelOrder(market, order, 'BUYER', request.reason)
  else {
    order.requestCancelAt = null
    order.updatedAt = market.now()
  }
}

export const skuOf = ({ book }: Market, { productId, skuId }: Pick<Line, 'productId' | 'skuId'>): Sku | undefined =>
  book.products[productId]?.skus.find((sku) => sku.id === skuId)
