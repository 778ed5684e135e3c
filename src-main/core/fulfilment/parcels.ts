import type {
  Parcel,
  ParcelItem,
  QueuedParcel,
  ScanResult,
  ScanVerdict,
} from '../../../src-shared/fulfilment/fulfilment.ts'
import { waybillCode } from '../../../src-shared/orders/waybill.ts'
import { variantsByIds } from '../catalog/catalog-views.repository.ts'
import type { Reader } from '../database/open.ts'
import { goodsOfOrders } from '../orders/goods-of-lines.ts'
import type { OrderDocument } from '../orders/order-document.ts'
import { shownState } from '../orders/order-life.ts'
import { parcelLeftAt } from '../orders/order-parcels.ts'
import { listingsOf } from '../orders/order-view.repository.ts'
import { ordersByIds } from '../orders/orders.repository.ts'
import { parcelsByCode } from '../orders/parcels.repository.ts'
import { orderIdsOfParcels, scansOf } from './fulfilment.repository.ts'
import { isWorkedOn, type ParcelOfOrder, parcelStanding } from './packing.ts'
import { type GoodsNames, listingOfKey, lying, parcelItems, piecesOf, scannedOf } from './parcel-items.ts'

export interface LoadedParcel extends ParcelOfOrder {
  items: ParcelItem[]
}

/** Parcels with what lies in them, in the order asked for; unknown ids are left out, repeated ones count once. */
export async function loadParcels(reader: Reader, parcelIds: readonly string[]): Promise<LoadedParcel[]> {
  const orderIds = await orderIdsOfParcels(reader, parcelIds)
  const parcels = new Map(
    (await parcelsOfOrders(reader, [...new Set(orderIds.values())])).map((each) => [each.parcel.id, each]),
  )
  return [...new Set(parcelIds)].flatMap((id) => parcels.get(id) ?? [])
}

/** All parcels of these orders, in the order asked for. */
export async function parcelsOfOrders(reader: Reader, orderIds: readonly string[]): Promise<LoadedParcel[]> {
  const stored = await ordersByIds(reader, orderIds)
  const orders = [...new Set(orderIds)].flatMap((id) => stored.get(id)?.document ?? [])
  const parcels = orders.flatMap((order) => order.parcels.map((parcel) => ({ order, parcel })))
  const goods = await goodsOfOrders(reader, orders)
  const scans = await scansOf(
    reader,
    parcels.map(({ parcel }) => parcel.id),
  )
  const inside = parcels.flatMap(({ parcel }) => lying(parcel, scans.get(parcel.id) ?? new Map()))
  const names = await namesOf(reader, {
    variantIds: [
      ...[...goods.values()].flatMap((byLine) =>
        [...byLine.values()].flatMap((components) => components.map(({ variantId }) => variantId)),
      ),
      ...inside.flatMap(({ variantId }) => variantId ?? []),
    ],
    listingIds: [
      ...orders.flatMap(({ id, lines }) =>
        lines.flatMap((line) => (line.listingId && !goods.get(id)!.has(line.line) ? line.listingId : [])),
      ),
      ...inside.flatMap(({ key }) => listingOfKey(key) ?? []),
    ],
  })
  return parcels.map(({ order, parcel }) => ({
    order,
    parcel,
    items: parcelItems(order, parcel, goods.get(order.id)!, names, scans.get(parcel.id) ?? new Map()),
  }))
}

async function namesOf(reader: Reader, wanted: { variantIds: string[]; listingIds: string[] }): Promise<GoodsNames> {
  const variants = await variantsByIds(reader, [...new Set(wanted.variantIds)])
  return {
    shelf: new Map(variants.map((variant) => [variant.id, variant])),
    unmapped: await listingsOf(reader, [...new Set(wanted.listingIds)]),
  }
}

export const buyerOf = ({ recipient }: OrderDocument): string => recipient.name || recipient.username
export const courierOf = ({ courier, shippingService }: OrderDocument): string => courier || shippingService

export const asParcel = ({ order, parcel, items }: LoadedParcel): Parcel => ({
  parcelId: parcel.id,
  orderId: order.id,
  number: parcel.number,
  parcels: order.parcels.length,
  orderNumber: order.number,
  channel: order.channel,
  state: shownState(order),
  standing: parcelStanding({ order, parcel, items }),
  isPacked: parcel.packedAt !== null,
  trackingNumber: parcel.waybill,
  courier: courierOf(order),
  buyer: buyerOf(order),
  buyerNote: order.buyerNote,
  shipBy: order.shipBy,
  isHeld: parcel.heldAt !== null,
  holdReason: parcel.holdReason,
  items,
  pieces: piecesOf(items),
  scanned: scannedOf(items),
})

/** Not closed yet, and not left. */
export const isToPack = ({ order, parcel }: LoadedParcel): boolean =>
  parcel.packedAt === null && parcelLeftAt(order, parcel) === null

export const asQueued = (loaded: LoadedParcel): QueuedParcel => {
  const { items, ...parcel } = asParcel(loaded)
  return {
    parcelId: parcel.parcelId,
    orderId: parcel.orderId,
    orderNumber: parcel.orderNumber,
    channel: parcel.channel,
    state: parcel.state,
    trackingNumber: parcel.trackingNumber,
    shipBy: parcel.shipBy,
    isHeld: parcel.isHeld,
    holdReason: parcel.holdReason,
    pieces: parcel.pieces,
    goods: items.map(({ name, productName, motif, colour, size, pieces, photoId, category }) => ({
      name,
      productName,
      motif,
      colour,
      size,
      pieces,
      photoId,
      category,
    })),
  }
}

/** The No. Resi that counts now, when a parcel was found by one that it replaced. */
export const currentWaybill = ({ parcel, order }: LoadedParcel, code: string): string | null =>
  order.number.toUpperCase() === code.toUpperCase() || waybillCode(parcel.waybill) === waybillCode(code)
    ? null
    : parcel.waybill

/**
 * The parcel a tracking number or order number names, however it is written. Orders that the channel sends in one bag share a
 * No. Resi: of these it is the one that is meant first where it is scanned, else the newest; and one that carries it now before one that did.
 */
export async function parcelByCode(
  reader: Reader,
  code: string,
  first: readonly ((parcel: LoadedParcel) => boolean)[] = [isOpenToPack],
): Promise<LoadedParcel | null> {
  const found = await parcelsByCode(reader, code)
  const parcels = await parcelsOfOrders(
    reader,
    found.map(({ orderId }) => orderId),
  )
  const named = found.map(({ orderId, parcel: number }) => {
    const ofOrder = parcels.filter(({ order }) => order.id === orderId)
    return ofOrder.find(({ parcel }) => parcel.number === number) ?? nextToDo(ofOrder)
  })
  const carrying = named.filter((parcel) => currentWaybill(parcel, code) === null)
  const meant = carrying.length > 0 ? carrying : named
  return first.flatMap((isFirst) => meant.find(isFirst) ?? [])[0] ?? meant[0] ?? null
}

const isOpenToPack = (parcel: LoadedParcel): boolean => isToPack(parcel) && isWorkedOn(parcelStanding(parcel))

/** Of an order's parcels the one that an order number means: the first that is not closed, else that still stands here. */
const nextToDo = (parcels: readonly LoadedParcel[]): LoadedParcel =>
  parcels.find(isToPack) ?? parcels.find(({ order, parcel }) => parcelLeftAt(order, parcel) === null) ?? parcels[0]!

export type GoodsInHand = NonNullable<ScanResult['item']>

/** What a verdict says of goods, and no more. */
export const asInHand = ({ name, motif, colour, size, shelf, photoId, category }: GoodsInHand): GoodsInHand => ({
  name,
  motif,
  colour,
  size,
  shelf,
  photoId,
  category,
})

export const unknownCode = (code: string): ScanResult => ({
  verdict: 'unknown code',
  code,
  parcel: null,
  item: null,
  mistake: null,
  cancelled: null,
  openAt: null,
  currentWaybill: null,
})

export function answer(
  verdict: ScanVerdict,
  code: string,
  parcel: LoadedParcel,
  item: GoodsInHand | null = null,
): ScanResult {
  const { order } = parcel
  return {
    verdict,
    code,
    parcel: asParcel(parcel),
    item: item && asInHand(item),
    mistake: null,
    cancelled: verdict === 'cancelled' ? { at: order.cancelledAt, reason: order.cancelReason } : null,
    openAt: null,
    currentWaybill: null,
  }
}
