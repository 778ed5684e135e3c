import { atPlace, type Purchase } from '../frame/buyer-robot.ts'
import { NotPossible } from '../frame/world.ts'
import { courierOf, couriersOf } from './couriers.ts'
import { push } from './push-calls.ts'
import {
  type Item,
  type LogisticsStatus,
  type Model,
  type Order,
  type OrderStatus,
  type Package,
  type Shopee,
  secondsNow,
} from './state.ts'
import { COD_STARTS_READY } from './unsure.ts'

/*
 * An order from checkout to its money. Statuses and what leads from one to the next: "v2.0 data definition" and the sandbox
 * guide (2025-12). What buyers and couriers do by themselves comes from the purchase's fate.
 */
const HOUR = 3600
const DAY = 24 * HOUR
const UNPAID_SECONDS = DAY
const CONFIRM_SECONDS = 2 * DAY
const RELEASE_SECONDS = HOUR

/** What buyers pay with before anything is sent; and what they pay the courier. */
export const PAID_WITH = ['ShopeePay', 'SPayLater', 'BCA Virtual Account', 'QRIS']
export const CASH_ON_DELIVERY = 'Cash on Delivery'

const SN = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

interface Wanted {
  item: Item
  model: Model
  quantity: number
}

/** A buyer checks out; null when something of it is not on sale in that quantity. */
export function placeOrder(shopee: Shopee, purchase: Purchase): Order | null {
  const { state, ground } = shopee
  const wanted = wantedGoods(shopee, purchase)
  if (!wanted) return null
  const now = secondsNow(shopee)
  const couriers = couriersOf(state.couriers).filter(
    ({ isEnabled, takesCod }) => isEnabled && (takesCod || !purchase.isCod),
  )
  if (couriers.length === 0) return null
  const courier = atPlace(couriers, ({ share }) => share, purchase.courier)!
  const goods = wanted.reduce((sum, { model, quantity }) => sum + model.price * quantity, 0)
  for (const { model, item, quantity } of wanted) {
    model.stock -= quantity
    item.updateTime = now
  }
  const weightKg = wanted.reduce(
    (sum, { item, model, quantity }) => sum + (model.weightKg ?? item.weightKg) * quantity,
    0,
  )
  const shipping = courier.fee * Math.max(1, Math.ceil(weightKg))
  const startsReady = purchase.isCod && COD_STARTS_READY
  const order: Order = {
    sn: newSn(shopee),
    status: startsReady ? 'READY_TO_SHIP' : 'UNPAID',
    statusBefore: null,
    createTime: now,
    updateTime: now,
    payTime: 0,
    shipByDate: 0,
    completeTime: 0,
    releaseTime: 0,
    isCod: purchase.isCod,
    paymentMethod: purchase.isCod ? CASH_ON_DELIVERY : atPlace(PAID_WITH, () => 1, purchase.promotion)!,
    buyer: {
      id: ground.dice.between(100_000_000, 999_999_999),
      username: purchase.buyer.username ?? '',
      name: purchase.buyer.name ?? '',
      phone: purchase.buyer.phone ?? '',
      address: purchase.buyer.address ?? '',
      city: purchase.buyer.city ?? '',
      province: purchase.buyer.province ?? '',
    },
    message: purchase.note,
    sellerNote: '',
    noteUpdateTime: 0,
    channelId: courier.channelId,
    lines: wanted.map(({ item, model, quantity }) => ({
      orderItemId: ++state.last.line,
      itemId: item.itemId,
      modelId: model.modelId,
      name: item.name,
      modelName: model.tierIndex.map((index, tier) => item.tiers[tier]!.options[index]!.option).join(','),
      itemSku: item.sku,
      modelSku: item.tiers.length > 0 ? model.sku : '',
      quantity,
      cancelled: 0,
      returned: 0,
      originalPrice: model.originalPrice,
      price: model.price,
      weightKg: model.weightKg ?? item.weightKg,
      imageId: item.imageIds[0] ?? '',
      promotionType: purchase.isFromLive ? 'seller_streaming_price' : '',
      promotionId: purchase.isFromLive ? 7001 : 0,
    })),
    packages: [],
    isSplit: false,
    cancelBy: '',
    cancelReason: '',
    buyerCancelReason: '',
    money: {
      ...promised(purchase, goods, shipping),
      isShippingFinal: false,
      reverseShipping: 0,
      refunded: 0,
      adjustments: [],
    },
    fate: purchase.fate,
    isFromLive: purchase.isFromLive,
  }
  order.packages = [
    newPackage(
      shopee,
      order.lines.map(({ orderItemId, quantity }) => ({ orderItemId, quantity })),
    ),
  ]
  state.orders.set(order.sn, order)
  if (startsReady) becomesReady(shopee, order)
  else {
    due(shopee, UNPAID_SECONDS, 'unpaid', order.sn)
    if (purchase.fate.paysAfterMs !== null) due(shopee, purchase.fate.paysAfterMs / 1000, 'pay', order.sn)
    tellStatus(shopee, order)
  }
  return order
}

/** What Shopee and the seller promised at checkout, by where the buyer stands among programmes. */
function promised({ promotion, isFromLive, isCod }: Purchase, goods: number, shipping: number) {
  const has = (from: number, to: number) => promotion >= from && promotion < to
  return {
    sellerVoucher: has(0, 0.15) ? Math.min(10_000, Math.floor(goods / 20)) : 0,
    shopeeVoucher: has(0.1, 0.25) ? Math.min(15_000, Math.floor(goods / 10)) : 0,
    coins: has(0.25, 0.35) && !isCod ? Math.min(5000, Math.floor(goods / 50)) : 0,
    // free shipping: Shopee gives back to the courier's fee what the buyer does not pay
    buyerShipping: has(0.2, 0.7) ? 0 : shipping,
    shipping,
    affiliateBasisPoints: isFromLive ? 500 : 0,
    campaignBasisPoints: has(0.6, 0.8) ? 200 : 0,
    isProtected: has(0.3, 0.6),
  }
}

function wantedGoods({ state }: Shopee, purchase: Purchase): Wanted[] | null {
  const onSale = [...state.items.values()]
    .filter(({ status }) => status === 'NORMAL' && !state.shop.holiday)
    .flatMap((item) => item.models.map((model) => ({ item, model })))
  const wanted = new Map<Model, Wanted>()
  for (const { pick, sku, quantity } of purchase.lines) {
    const found =
      sku === undefined
        ? atPlace(onSale, ({ item }) => item.share / item.models.length, pick)
        : onSale.find(({ model }) => model.sku === sku)
    if (!found) return null
    const before = wanted.get(found.model)?.quantity ?? 0
    wanted.set(found.model, { ...found, quantity: before + quantity })
  }
  const all = [...wanted.values()]
  return all.every(({ model, quantity }) => model.stock >= quantity) ? all : null
}

function newSn({ state, ground }: Shopee): string {
  // the day is the shop's, WIB
  const day = new Date(ground.time.now() + 7 * 3_600_000).toISOString().slice(2, 10).replaceAll('-', '')
  for (;;) {
    const sn = `${day}${ground.dice.text(8, SN)}`
    if (!state.orders.has(sn)) return sn
  }
}

export function newPackage({ state }: Shopee, lines: Package['lines']): Package {
  return {
    number: `OFG${++state.last.package}`,
    status: 'LOGISTICS_NOT_START',
    lines,
    trackingNumber: '',
    trackingPolls: 0,
    arrangedAt: 0,
    pickedUpAt: 0,
    document: null,
    events: [],
  }
}

export const due = ({ ground }: Shopee, seconds: number, kind: string, id: string) =>
  ground.time.after(seconds * 1000, { kind, id })

function touch(shopee: Shopee, order: Order) {
  order.updateTime = secondsNow(shopee)
}

export function become(shopee: Shopee, order: Order, status: OrderStatus) {
  order.status = status
  touch(shopee, order)
  tellStatus(shopee, order)
}

function tellStatus(shopee: Shopee, order: Order) {
  push(shopee, 3, {
    items: [],
    ordersn: order.sn,
    status: order.status,
    completed_scenario: '',
    update_time: order.updateTime,
  })
}

export function parcelBecomes(
  shopee: Shopee,
  order: Order,
  parcel: Package,
  status: LogisticsStatus,
  description: string,
) {
  parcel.status = status
  parcel.events.push({ time: secondsNow(shopee), status, description })
  touch(shopee, order)
  push(shopee, 30, {
    ordersn: order.sn,
    package_number: parcel.number,
    fulfillment_status: status,
    update_time: order.updateTime,
  })
}

export function pay(shopee: Shopee, order: Order) {
  if (order.status !== 'UNPAID') throw new NotPossible(`Pesanan ${order.sn} berstatus ${order.status}, bukan UNPAID.`)
  order.payTime = secondsNow(shopee)
  becomesReady(shopee, order)
}

function becomesReady(shopee: Shopee, order: Order) {
  const days = Math.max(...order.lines.map(({ itemId }) => shopee.state.items.get(itemId)?.daysToShip ?? 2))
  order.shipByDate = secondsNow(shopee) + days * DAY
  for (const parcel of order.packages)
    parcelBecomes(shopee, order, parcel, 'LOGISTICS_READY', 'Pesanan siap diatur pengirimannya')
  become(shopee, order, 'READY_TO_SHIP')
  due(shopee, days * DAY, 'shipDeadline', order.sn)
  if (order.fate?.asksToCancelAfterMs) due(shopee, order.fate.asksToCancelAfterMs / 1000, 'askCancel', order.sn)
}

const MAY_ASK_TO_CANCEL: readonly OrderStatus[] = ['READY_TO_SHIP', 'PROCESSED', 'RETRY_SHIP']

export function askToCancel(shopee: Shopee, order: Order) {
  if (!MAY_ASK_TO_CANCEL.includes(order.status))
    throw new NotPossible(`Pesanan ${order.sn} berstatus ${order.status}; pembeli tidak bisa minta batal sekarang.`)
  order.statusBefore = order.status
  order.buyerCancelReason = 'Ingin mengubah pesanan'
  become(shopee, order, 'IN_CANCEL')
  due(shopee, 2 * DAY, 'cancelUnanswered', order.sn)
}

export function answerCancel(shopee: Shopee, order: Order, accepts: boolean) {
  if (accepts) return cancel(shopee, order, 'buyer', order.buyerCancelReason)
  const before = order.statusBefore ?? 'READY_TO_SHIP'
  order.statusBefore = null
  become(shopee, order, before)
  // the courier may have come meanwhile and gone again
  if (before === 'PROCESSED')
    for (const parcel of order.packages)
      if (parcel.status === 'LOGISTICS_REQUEST_CREATED') courierComes(shopee, order, parcel)
}

const MAY_BE_CANCELLED: readonly OrderStatus[] = [
  'UNPAID',
  'READY_TO_SHIP',
  'PROCESSED',
  'RETRY_SHIP',
  'IN_CANCEL',
  'SHIPPED',
]

export function cancel(shopee: Shopee, order: Order, by: string, reason: string) {
  if (!MAY_BE_CANCELLED.includes(order.status))
    throw new NotPossible(`Pesanan ${order.sn} berstatus ${order.status}; tidak bisa dibatalkan.`)
  const wasSent = order.status === 'SHIPPED'
  order.cancelBy = by
  order.cancelReason = reason
  order.statusBefore = null
  for (const line of order.lines) {
    // what is on the road comes back to the shop's shelf, not to the listing
    if (!wasSent) putBack(shopee, line.itemId, line.modelId, line.quantity - line.cancelled)
    line.cancelled = line.quantity
  }
  for (const parcel of order.packages)
    if (!wasSent)
      parcelBecomes(
        shopee,
        order,
        parcel,
        parcel.arrangedAt ? 'LOGISTICS_REQUEST_CANCELED' : 'LOGISTICS_INVALID',
        'Pengiriman dibatalkan',
      )
  become(shopee, order, 'CANCELLED')
}

export function putBack({ state }: Shopee, itemId: number, modelId: number, quantity: number) {
  const model = state.items.get(itemId)?.models.find((each) => each.modelId === modelId)
  if (model) model.stock += quantity
}

/** The shop says that the parcel is packed; a courier will come for it. */
export function arrange(shopee: Shopee, order: Order, parcel: Package, trackingNumber = '') {
  parcel.trackingNumber = trackingNumber || courierOf(order.channelId).trackingNumber(shopee.ground.dice)
  parcel.trackingPolls = 0
  parcel.document = null
  parcel.arrangedAt = secondsNow(shopee)
  parcelBecomes(shopee, order, parcel, 'LOGISTICS_REQUEST_CREATED', 'Pengiriman telah diatur')
  if (order.packages.every(({ arrangedAt }) => arrangedAt > 0)) become(shopee, order, 'PROCESSED')
  push(shopee, 4, { ordersn: order.sn, package_number: parcel.number, tracking_no: parcel.trackingNumber })
  courierComes(shopee, order, parcel)
}

function courierComes(shopee: Shopee, order: Order, parcel: Package) {
  const fate = order.fate
  const seconds = (fate?.pickedUpAfterMs ?? 4 * HOUR * 1000) / 1000
  const isFirstTry = !parcel.events.some(({ status }) => status === 'LOGISTICS_PICKUP_RETRY')
  due(shopee, seconds, fate?.pickUpFails && isFirstTry ? 'failPickUp' : 'pickUp', `${order.sn}/${parcel.number}`)
}

export function failPickUp(shopee: Shopee, order: Order, parcel: Package) {
  if (parcel.status !== 'LOGISTICS_REQUEST_CREATED' || order.status !== 'PROCESSED')
    throw new NotPossible(`Belum ada kurir yang ditunggu untuk paket ${parcel.number}; atur pengirimannya dulu.`)
  parcel.arrangedAt = 0
  parcelBecomes(shopee, order, parcel, 'LOGISTICS_PICKUP_RETRY', 'Kurir gagal mengambil paket')
  become(shopee, order, 'RETRY_SHIP')
}

export function pickUp(shopee: Shopee, order: Order, parcel: Package) {
  if (parcel.status !== 'LOGISTICS_REQUEST_CREATED')
    throw new NotPossible(`Paket ${parcel.number} berstatus ${parcel.status}; atur pengirimannya dulu.`)
  if (order.status === 'IN_CANCEL' || order.status === 'CANCELLED')
    throw new NotPossible(`Pesanan ${order.sn} berstatus ${order.status}; kurir tidak membawanya.`)
  parcel.pickedUpAt = secondsNow(shopee)
  parcelBecomes(shopee, order, parcel, 'LOGISTICS_PICKUP_DONE', 'Paket telah diserahkan ke jasa kirim')
  if (order.packages.every(({ pickedUpAt }) => pickedUpAt > 0)) {
    weigh(order)
    become(shopee, order, 'SHIPPED')
  }
  const kind = { delivered: 'deliver', refused: 'refuse', lost: 'lose' }[order.fate?.arrival ?? 'delivered']
  due(shopee, (order.fate?.arrivesAfterMs ?? 2 * DAY * 1000) / 1000, kind, `${order.sn}/${parcel.number}`)
}

/** The courier's own scales: some parcels cost another kilogram, which Shopee gives back where the buyer paid nothing. */
function weigh(order: Order) {
  order.money.isShippingFinal = true
  if (order.lines.reduce((sum, { quantity }) => sum + quantity, 0) >= 3)
    order.money.shipping += courierOf(order.channelId).fee
}

export function deliver(shopee: Shopee, order: Order, parcel: Package) {
  if (parcel.status !== 'LOGISTICS_PICKUP_DONE')
    throw new NotPossible(`Paket ${parcel.number} berstatus ${parcel.status}; belum dibawa kurir.`)
  parcelBecomes(shopee, order, parcel, 'LOGISTICS_DELIVERY_DONE', 'Paket telah diterima')
  if (!order.packages.every(({ status }) => status === 'LOGISTICS_DELIVERY_DONE')) return
  if (order.isCod) order.payTime = secondsNow(shopee)
  become(shopee, order, 'TO_CONFIRM_RECEIVE')
  const { fate } = order
  const confirms = fate?.confirmsAfterMs ? fate.confirmsAfterMs / 1000 : CONFIRM_SECONDS
  if (fate?.asksBack && fate.asksBack.afterMs / 1000 < confirms)
    due(shopee, fate.asksBack.afterMs / 1000, 'askReturn', order.sn)
  due(shopee, confirms, 'complete', order.sn)
}

/** Comes back to the shop, or never comes again. */
export function failDelivery(shopee: Shopee, order: Order, parcel: Package, isLost: boolean) {
  if (parcel.status !== 'LOGISTICS_PICKUP_DONE')
    throw new NotPossible(`Paket ${parcel.number} berstatus ${parcel.status}; belum dibawa kurir.`)
  parcelBecomes(
    shopee,
    order,
    parcel,
    isLost ? 'LOGISTICS_LOST' : 'LOGISTICS_DELIVERY_FAILED',
    isLost ? 'Paket hilang' : 'Paket gagal dikirim',
  )
  order.money.reverseShipping = isLost ? 0 : courierOf(order.channelId).fee
  if (order.status === 'SHIPPED') cancel(shopee, order, 'system', isLost ? 'Paket hilang' : 'Pengiriman gagal')
}

export function complete(shopee: Shopee, order: Order) {
  if (order.status !== 'TO_CONFIRM_RECEIVE' && order.status !== 'TO_RETURN')
    throw new NotPossible(`Pesanan ${order.sn} berstatus ${order.status}; belum sampai.`)
  order.completeTime = secondsNow(shopee)
  become(shopee, order, 'COMPLETED')
  due(shopee, RELEASE_SECONDS, 'release', order.sn)
}
