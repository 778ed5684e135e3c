import type { Parcel, ParcelItem } from '../../../src-shared/fulfilment/fulfilment.ts'
import { variantsByIds } from '../catalog/catalog-views.repository.ts'
import type { Reader } from '../database/open.ts'
import { goodsOfOrders } from '../orders/goods-of-lines.ts'
import type { OrderDocument } from '../orders/order-document.ts'
import { shownState } from '../orders/order-life.ts'
import { listingsOf } from '../orders/order-view.repository.ts'
import { ordersByIds } from '../orders/orders.repository.ts'
import { scansOf } from './fulfilment.repository.ts'
import { parcelItems, piecesOf, scannedOf } from './parcel-items.ts'

export interface LoadedParcel {
  order: OrderDocument
  items: ParcelItem[]
}

/** Orders as parcels with what was scanned so far, in the order asked for; unknown ids are left out, repeated ones count once. */
export async function loadParcels(reader: Reader, orderIds: readonly string[]): Promise<LoadedParcel[]> {
  const stored = await ordersByIds(reader, orderIds)
  const orders = [...new Set(orderIds)].flatMap((id) => stored.get(id)?.document ?? [])
  const goods = await goodsOfOrders(reader, orders)
  const variantIds = [...goods.values()].flatMap((byLine) =>
    [...byLine.values()].flatMap((components) => components.map(({ variantId }) => variantId)),
  )
  const variants = await variantsByIds(reader, [...new Set(variantIds)])
  const shelf = new Map(variants.map((variant) => [variant.id, variant]))
  const unmapped = await listingsOf(
    reader,
    orders.flatMap(({ id, lines }) =>
      lines.flatMap((line) => (line.listingId && !goods.get(id)!.has(line.line) ? line.listingId : [])),
    ),
  )
  const scans = await scansOf(reader, orderIds)
  return orders.map((order) => ({
    order,
    items: parcelItems(order, goods.get(order.id)!, shelf, unmapped, scans.get(order.id) ?? new Map()),
  }))
}

const buyerOf = ({ recipient }: OrderDocument): string => recipient.name || recipient.username
export const courierOf = ({ courier, shippingService }: OrderDocument): string => courier || shippingService

export const asParcel = ({ order, items }: LoadedParcel): Parcel => ({
  orderId: order.id,
  orderNumber: order.number,
  channel: order.channel,
  state: shownState(order),
  trackingNumber: order.trackingNumber,
  courier: courierOf(order),
  buyer: buyerOf(order),
  buyerNote: order.buyerNote,
  shipBy: order.shipBy,
  isHeld: order.heldAt !== null,
  holdReason: order.holdReason,
  items,
  pieces: piecesOf(items),
  scanned: scannedOf(items),
})
