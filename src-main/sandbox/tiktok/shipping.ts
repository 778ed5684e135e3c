import { type Market, nextId, type Order, type Parcel } from './book.ts'
import { COURIERS } from './couriers.ts'
import { answerCancellation, cancelOrder, moveTo, openCancellation, skuOf } from './selling.ts'
import { adjust, settle } from './settling.ts'
import { UNSURE } from './unsure.ts'

const HOUR = 3_600_000

export const ordersOf = (market: Market, parcel: Parcel) => parcel.orderIds.map((id) => market.book.orders[id]!)
export const parcelsOf = (market: Market, order: Order) => order.packageIds.map((id) => market.book.packages[id]!)

/** All that are still to go this way have done so. */
const isEach = (market: Market, order: Order, of: (parcel: Parcel) => boolean) =>
  parcelsOf(market, order)
    .filter(({ status }) => status !== 'CANCELLED')
    .every(of)

export interface Shipment {
  handoverMethod: 'PICKUP' | 'DROP_OFF'
  pickupSlot: { start: number; end: number } | null
  /** Of the seller's own courier. */
  self: { providerId: string; providerName: string; trackingNumber: string } | null
}

/** The shipment is arranged: the parcel gets its number, its pieces leave what is set aside. */
export function arrange(market: Market, parcel: Parcel, { handoverMethod, pickupSlot, self }: Shipment) {
  const { book, ground } = market
  const orders = ordersOf(market, parcel)
  const { provider } = COURIERS[orders[0]!.courier]!
  parcel.arrangedAt = market.now()
  parcel.updatedAt = market.now()
  parcel.status = 'PROCESSING'
  parcel.handoverMethod = handoverMethod
  parcel.pickupSlot = pickupSlot
  if (self) {
    parcel.providerId = self.providerId
    parcel.providerName = self.providerName
    for (const order of orders) order.shippingType = 'SELLER'
  }
  parcel.trackingNumber = self?.trackingNumber ?? `${provider.prefix}${nextId(book, 'package').slice(-10)}`
  book.trackingNumbers[parcel.trackingNumber] = parcel.id
  for (const order of orders) {
    for (const line of order.lines) {
      const sku = line.packageId === parcel.id ? skuOf(market, line) : undefined
      if (sku) sku.committed -= 1
    }
    const isWhole = isEach(market, order, (other) => other.arrangedAt !== null)
    order.rtsAt ??= market.now()
    seen(market, order, 'Penjual menyiapkan paket.')
    moveTo(market, order, isWhole ? 'AWAITING_COLLECTION' : 'PARTIALLY_SHIPPING')
  }
  toldParcel(market, parcel)
  const wait = orders[0]!.fate.pickedUpAfterMs
  ground.time.after(wait, { kind: orders[0]!.fate.pickUpFails ? 'pickUpFails' : 'pickUp', id: parcel.id })
}

export function toldParcel(market: Market, parcel: Parcel) {
  market.notify(4, 'PACKAGE_UPDATE', {
    sc_type: parcel.tag === 'DEFAULT' ? 0 : parcel.tag === 'SPLIT' ? 1 : 2,
    role_type: 1,
    package_list: [{ package_id: parcel.id, order_id_list: parcel.orderIds }],
    update_time: market.now(),
  })
}

export const seen = (market: Market, order: Order, text: string) => order.events.push({ at: market.now() * 1000, text })

/** The courier came and left without it; he comes again the next day. */
export function pickUpFails(market: Market, parcel: Parcel) {
  if (parcel.status !== 'PROCESSING') return
  parcel.pickUpsFailed += 1
  parcel.updatedAt = market.now()
  for (const order of ordersOf(market, parcel)) seen(market, order, 'Kurir gagal mengambil paket.')
  toldParcel(market, parcel)
  market.ground.time.after(24 * HOUR, { kind: 'pickUp', id: parcel.id })
}

export function pickUp(market: Market, parcel: Parcel) {
  if (parcel.status !== 'PROCESSING') return
  parcel.status = 'FULFILLING'
  parcel.updatedAt = market.now()
  for (const order of ordersOf(market, parcel)) {
    const request = openCancellation(market, order)
    if (request) answerCancellation(market, request, false)
    order.collectedAt ??= market.now()
    seen(market, order, 'Paket diambil kurir.')
    const isWhole = isEach(market, order, ({ status }) => status === 'FULFILLING' || status === 'COMPLETED')
    if (isWhole) moveTo(market, order, 'IN_TRANSIT')
    else order.updatedAt = market.now()
  }
  const [order] = ordersOf(market, parcel)
  market.ground.time.after(order!.fate.arrivesAfterMs, { kind: order!.fate.arrival, id: parcel.id })
}

export function deliver(market: Market, parcel: Parcel) {
  if (parcel.status !== 'FULFILLING') return
  parcel.status = 'COMPLETED'
  parcel.updatedAt = market.now()
  for (const order of ordersOf(market, parcel)) {
    seen(market, order, 'Paket sampai di alamat pembeli.')
    const isWhole = isEach(market, order, ({ status }) => status === 'COMPLETED')
    if (!isWhole) continue
    order.deliveredAt = market.now()
    if (order.isCod) order.paidAt = market.now()
    moveTo(market, order, 'DELIVERED')
    const { time } = market.ground
    time.after(UNSURE.afterSalesSeconds * 1000, { kind: 'complete', id: order.id })
    if (order.fate.asksBack) time.after(order.fate.asksBack.afterMs, { kind: 'askReturn', id: order.id })
    if (order.fate.confirmsAfterMs !== null) time.after(order.fate.confirmsAfterMs, { kind: 'complete', id: order.id })
  }
}

/** Nobody took it: the courier brings it back, and the order is over. */
export function refuse(market: Market, parcel: Parcel) {
  if (parcel.status !== 'FULFILLING') return
  for (const order of ordersOf(market, parcel)) {
    seen(market, order, 'Paket ditolak dan kembali ke penjual.')
    cancelOrder(market, order, 'SYSTEM', 'returned_to_shipper_refused')
  }
}

/** The courier lost it: the order is over, and the marketplace pays for the goods. */
export function lose(market: Market, parcel: Parcel) {
  if (parcel.status !== 'FULFILLING') return
  for (const order of ordersOf(market, parcel)) {
    seen(market, order, 'Paket hilang di perjalanan.')
    cancelOrder(market, order, 'SYSTEM', 'package_lost')
    const worth = order.lines.reduce((sum, line) => sum + line.originalPrice - line.sellerDiscount, 0)
    adjust(market, 'PLATFORM_REIMBURSEMENT', worth, order.id)
  }
}

/** The buyer can ask for nothing any more: the order completes, its money is settled. */
export function complete(market: Market, order: Order) {
  if (order.status !== 'DELIVERED') return
  const isDisputed = Object.values(market.book.returns).some(
    (each) => each.orderId === order.id && each.status !== 'RETURN_OR_REFUND_REQUEST_COMPLETE' && !isOver(each.status),
  )
  if (isDisputed) return
  order.completedAt = market.now()
  moveTo(market, order, 'COMPLETED')
  settle(market, order)
}

/** A request that ended without money for the buyer. */
export const isOver = (status: string) =>
  [
    'RETURN_OR_REFUND_REQUEST_CANCEL',
    'REFUND_OR_RETURN_REQUEST_REJECT',
    'REJECT_RECEIVE_PACKAGE',
    'RETURN_OR_REFUND_REQUEST_COMPLETE',
  ].includes(status)
