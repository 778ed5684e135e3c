import type { ParcelItem, ScanVerdict } from '../../../src-shared/fulfilment/fulfilment.ts'
import type { Instant, Zone } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { ChannelState } from '../../../src-shared/orders/order.ts'
import type { OrderDocument } from '../orders/order-document.ts'
import { isCancelled, leftAt, shownState } from '../orders/order-life.ts'
import { piecesOf, scannedOf } from './parcel-items.ts'

/** When something is done, and the zone in which a refusal tells the time. */
export interface Moment {
  at: Instant
  zone: Zone
}

export type ParcelStanding =
  | 'open'
  | 'cancel requested'
  | 'cancelled'
  | 'held'
  | 'not ready'
  | 'already packed'
  | 'already handed over'

/** What the channel's word allows while the goods are still here. */
const STANDING: Record<ChannelState, ParcelStanding> = {
  unpaid: 'not ready',
  on_hold: 'not ready',
  unknown: 'not ready',
  to_arrange: 'open',
  arranged: 'open',
  cancel_requested: 'cancel requested',
  partly_shipped: 'already handed over',
  in_transit: 'already handed over',
  delivery_failed: 'already handed over',
  delivered: 'already handed over',
  completed: 'already handed over',
  return_open: 'already handed over',
  returned: 'already handed over',
  cancelled: 'cancelled',
}

/** Where a parcel stands on its way out of the door. Cancelled stops everything, whatever was done before. */
export function parcelStanding(order: OrderDocument): ParcelStanding {
  if (isCancelled(order)) return 'cancelled'
  if (leftAt(order) !== null) return 'already handed over'
  if (order.heldAt !== null) return 'held'
  const standing = STANDING[order.channelState]
  return order.packedAt !== null && standing !== 'not ready' ? 'already packed' : standing
}

/** To be picked and packed now. */
export const waitsForPacking = (order: OrderDocument): boolean => parcelStanding(order) === 'open'

/** What the desk says when a parcel's own code is scanned. A wish to cancel warns and lets the packer go on. */
export function scanParcel(order: OrderDocument): ScanVerdict {
  const standing = parcelStanding(order)
  return standing === 'open' ? 'opened' : standing
}

/** What the door says to a parcel that is about to leave; `right` when it may. */
export function scanAtDoor(order: OrderDocument): ScanVerdict {
  const standing = parcelStanding(order)
  if (standing === 'already packed') return order.channelState === 'cancel_requested' ? 'cancel requested' : 'right'
  return standing === 'open' || standing === 'cancel requested' ? 'not ready' : standing
}

/** The next parcel may be opened: this one cannot be packed, or nothing of it was checked. A cancelled one stays. */
export function makesRoom(order: OrderDocument, items: readonly ParcelItem[]): boolean {
  const standing = parcelStanding(order)
  if (standing === 'cancelled') return false
  return (standing !== 'open' && standing !== 'cancel requested') || scannedOf(items) === 0
}

export interface GoodsScan {
  verdict: ScanVerdict
  items: ParcelItem[]
  /** The key whose piece was counted; null when nothing was. */
  counted: string | null
}

/**
 * One piece of goods laid into the parcel. The order is looked at again with every piece, so that a cancel stops a parcel
 * that is already open.
 * @param key the item scanned, known to the catalog but perhaps not in this parcel; null for a code nobody knows.
 */
export function scanGoods(order: OrderDocument, items: readonly ParcelItem[], key: string | null): GoodsScan {
  const nothing = (verdict: ScanVerdict): GoodsScan => ({ verdict, items: [...items], counted: null })
  const standing = parcelStanding(order)
  if (standing !== 'open' && standing !== 'cancel requested') return nothing(standing)
  if (key === null) return nothing('unknown code')
  const item = items.find((each) => each.key === key)
  if (!item) return nothing('wrong item')
  if (item.scanned >= item.pieces) return nothing('too many')
  const next = items.map((each) => (each === item ? { ...item, scanned: item.scanned + 1 } : each))
  return { verdict: scannedOf(next) === piecesOf(next) ? 'complete' : 'right', items: next, counted: key }
}

/**
 * The order once its parcel is closed. Packing twice is the same as once.
 * @throws ORDER_CANCELLED, ORDER_NOT_READY, ORDER_HELD; GOODS_MISSING until every piece was scanned.
 */
export function packed(order: OrderDocument, items: readonly ParcelItem[], { at, zone }: Moment): OrderDocument {
  const { number: orderNumber } = order
  if (isCancelled(order)) throw cancelled(order, zone)
  if (order.packedAt !== null) return order
  const standing = parcelStanding(order)
  if (standing === 'held') throw new DomainError('ORDER_HELD', { orderNumber, reason: order.holdReason })
  if (standing !== 'open' && standing !== 'cancel requested')
    throw new DomainError('ORDER_NOT_READY', { orderNumber, state: shownState(order) })
  const missing = piecesOf(items) - scannedOf(items)
  if (missing > 0) throw new DomainError('GOODS_MISSING', { orderNumber, missing })
  return { ...order, packedAt: at }
}

/**
 * The order once the courier has it. Twice is the same as once, and where the channel already said shipped nothing is left
 * to do. An own sale is completed by it: nobody else will say so.
 * @throws ORDER_CANCELLED when the buyer was faster; ORDER_HELD; ORDER_NOT_PACKED; ORDER_NOT_READY when the channel holds it.
 */
export function handedOver(order: OrderDocument, { at, zone }: Moment): OrderDocument {
  const { number: orderNumber } = order
  if (order.handedOverAt !== null) return order
  if (isCancelled(order)) throw cancelled(order, zone)
  if (leftAt(order) !== null) return order
  if (order.heldAt !== null) throw new DomainError('ORDER_HELD', { orderNumber, reason: order.holdReason })
  if (order.packedAt === null) throw new DomainError('ORDER_NOT_PACKED', { orderNumber, state: shownState(order) })
  if (parcelStanding(order) === 'not ready')
    throw new DomainError('ORDER_NOT_READY', { orderNumber, state: shownState(order) })
  const left = { ...order, handedOverAt: at }
  return order.channel === 'own' ? { ...left, channelState: 'completed', completedAt: at } : left
}

const cancelled = ({ number, cancelledAt }: OrderDocument, zone: Zone) =>
  new DomainError('ORDER_CANCELLED', { orderNumber: number, at: cancelledAt, zone })

/** A parcel that is still here may be held; the newest reason stands. */
export function held(order: OrderDocument, reason: string, at: Instant): OrderDocument {
  if (isCancelled(order) || leftAt(order) !== null) return order
  if (order.heldAt !== null && order.holdReason === reason) return order
  return { ...order, heldAt: order.heldAt ?? at, holdReason: reason }
}

export const released = (order: OrderDocument): OrderDocument =>
  order.heldAt === null ? order : { ...order, heldAt: null, holdReason: '' }

/** SISIHKAN: only what was cancelled is taken out of the flow, once. */
export const setAside = (order: OrderDocument, at: Instant): OrderDocument =>
  isCancelled(order) && order.setAsideAt === null ? { ...order, setAsideAt: at } : order

export const labelPrinted = (order: OrderDocument, at: Instant): OrderDocument => ({
  ...order,
  printedAt: order.printedAt ?? at,
})
