import type { ParcelItem, ParcelStanding, ScanVerdict, StayReason } from '../../../src-shared/fulfilment/fulfilment.ts'
import type { Instant, Zone } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { ChannelState } from '../../../src-shared/orders/order.ts'
import { withDerived } from '../orders/joined-statements.ts'
import type { OrderDocument, OrderParcel, ParcelContent } from '../orders/order-document.ts'
import { isCancelled, shownState } from '../orders/order-life.ts'
import { parcelLeftAt, withParcel } from '../orders/order-parcels.ts'
import { isAsWanted, parcelDifference } from './parcel-difference.ts'
import { scannedOf } from './parcel-items.ts'

/** A parcel with its order, and what must lie in it beside what does. Each decision answers with the next order. */
export interface ParcelOfOrder {
  order: OrderDocument
  parcel: OrderParcel
  items: readonly ParcelItem[]
}

/** When something is done and by whom, and the zone in which a refusal tells the time. */
export interface Moment {
  at: Instant
  by: string
  zone: Zone
}

/** What the channel's word allows while the goods are still here. */
const STANDING: Record<ChannelState, ParcelStanding> = {
  unpaid: 'not ready',
  on_hold: 'not ready',
  unknown: 'not ready',
  to_arrange: 'open',
  arranged: 'open',
  cancel_requested: 'cancel requested',
  partly_shipped: 'open',
  in_transit: 'already handed over',
  delivery_failed: 'already handed over',
  delivered: 'already handed over',
  completed: 'already handed over',
  return_open: 'already handed over',
  returned: 'already handed over',
  cancelled: 'cancelled',
}

/**
 * Where a parcel stands on its way out of the door. Cancelled stops everything, whatever was done before; what the order
 * no longer asks for, or asks for besides, stops a packed one.
 */
export function parcelStanding({ order, parcel, items }: ParcelOfOrder): ParcelStanding {
  if (isCancelled(order)) return 'cancelled'
  if (parcelLeftAt(order, parcel) !== null) return 'already handed over'
  if (parcel.heldAt !== null) return 'held'
  const standing = STANDING[order.channelState]
  if (parcel.packedAt === null || standing === 'not ready') return standing
  return isAsWanted(items) ? 'already packed' : 'contents changed'
}

/** To be picked and packed now. */
export const waitsForPacking = (parcel: ParcelOfOrder): boolean => parcelStanding(parcel) === 'open'

/** What the desk says when a parcel's own code is scanned. A wish to cancel warns and lets the packer go on. */
export function scanParcel(parcel: ParcelOfOrder): ScanVerdict {
  const standing = parcelStanding(parcel)
  return standing === 'open' ? 'opened' : standing
}

/** What the door says to a parcel that is about to leave; `right` when it may. */
export function scanAtDoor(parcel: ParcelOfOrder): ScanVerdict {
  const standing = parcelStanding(parcel)
  if (standing === 'already packed')
    return parcel.order.channelState === 'cancel_requested' ? 'cancel requested' : 'right'
  return standing === 'open' || standing === 'cancel requested' ? 'not ready' : standing
}

const STAYS: Record<ParcelStanding, StayReason | null> = {
  open: 'not packed',
  'cancel requested': 'not packed',
  cancelled: 'cancelled',
  held: 'held',
  'not ready': 'not ready',
  'contents changed': 'contents changed',
  'already packed': null,
  'already handed over': null,
}

/** Why a parcel does not go along when all that wait for a courier go; null when it may. */
export function whyItStays(parcel: ParcelOfOrder): StayReason | null {
  const { channel, channelState } = parcel.order
  const standing = parcelStanding(parcel)
  if (standing !== 'already packed') return STAYS[standing]
  if (channelState === 'cancel_requested') return 'cancel requested'
  // nobody arranges an own sale: its courier is told at the counter
  return channelState === 'to_arrange' && channel !== 'own' ? 'not arranged' : null
}

/** Goods may be laid in and taken out. */
export const isWorkedOn = (standing: ParcelStanding) =>
  standing === 'open' || standing === 'cancel requested' || standing === 'contents changed'

/** The last piece may close it without a further word. Where the buyer asked to cancel, the owner is asked first. */
export const closesByItself = (parcel: ParcelOfOrder): boolean => {
  const standing = parcelStanding(parcel)
  return standing === 'open' || standing === 'contents changed'
}

/** All that lies in it may be taken out again, once it is opened if it was closed. */
export const startsOver = (standing: ParcelStanding) => isWorkedOn(standing) || standing === 'already packed'

/** The next parcel may be opened: this one cannot be packed, or nothing of it was checked. A cancelled one stays. */
export function makesRoom(parcel: ParcelOfOrder): boolean {
  const standing = parcelStanding(parcel)
  if (standing === 'cancelled') return false
  return !isWorkedOn(standing) || standing === 'contents changed' || scannedOf(parcel.items) === 0
}

export interface GoodsScan {
  verdict: ScanVerdict
  items: readonly ParcelItem[]
  /** The key whose piece was laid in or taken out; null when none was. */
  counted: string | null
}

/**
 * One piece of goods laid into the parcel, or taken out where more lies in it than the order asks for. The order is looked at
 * again with every piece, so that a cancel stops a parcel that is already open. A closed one takes nothing more.
 * @param key the item scanned, known to the catalog but perhaps not in this parcel; null for a code nobody knows.
 */
export function scanGoods(parcel: ParcelOfOrder, key: string | null): GoodsScan {
  const { items } = parcel
  const nothing = (verdict: ScanVerdict): GoodsScan => ({ verdict, items, counted: null })
  const standing = parcelStanding(parcel)
  const isClosed = standing === 'already packed'
  if (!isWorkedOn(standing) && !isClosed) return nothing(standing)
  if (key === null) return nothing('unknown code')
  const item = items.find((each) => each.key === key)
  if (!item) return nothing('wrong item')
  if (item.scanned === item.pieces || isClosed) return nothing(item.pieces === 0 ? 'wrong item' : 'too many')
  const step = item.scanned < item.pieces ? 1 : -1
  const next = items.map((each) => (each === item ? { ...item, scanned: item.scanned + step } : each))
  return { verdict: isAsWanted(next) ? 'complete' : step > 0 ? 'right' : 'taken out', items: next, counted: key }
}

/** What lies in a parcel when it is closed. */
const contentsOf = (items: readonly ParcelItem[]): ParcelContent[] =>
  items.filter(({ scanned }) => scanned > 0).map(({ key, variantId, scanned }) => ({ key, variantId, pieces: scanned }))

/**
 * The order once its parcel is closed. Packing twice is the same as once.
 * @throws ORDER_CANCELLED, ORDER_NOT_READY, ORDER_HELD; GOODS_MISSING until every piece was scanned; PARCEL_CONTENTS_CHANGED
 * while something lies in it that the order does not ask for.
 */
export function packed(of: ParcelOfOrder, { at, by, zone }: Moment): OrderDocument {
  const { order, parcel, items } = of
  const { number: orderNumber } = order
  if (isCancelled(order)) throw cancelled(order, zone)
  const standing = parcelStanding(of)
  if (standing === 'contents changed') throw contentsChanged([of])
  if (parcel.packedAt !== null) return order
  if (standing === 'held') throw new DomainError('ORDER_HELD', { orderNumber, reason: parcel.holdReason })
  if (!isWorkedOn(standing)) throw new DomainError('ORDER_NOT_READY', { orderNumber, state: shownState(order) })
  const { takeOut, putIn } = parcelDifference(items)
  if (takeOut.length > 0) throw contentsChanged([of])
  const missing = putIn.reduce((sum, { pieces }) => sum + pieces, 0)
  if (missing > 0) throw new DomainError('GOODS_MISSING', { orderNumber, missing })
  return withParcel(order, { ...parcel, packedAt: at, packedBy: by, contents: contentsOf(items) })
}

/** A closed parcel opened once more, to take out or put in what changed. What lies in it goes on as scanned. */
export const reopened = ({ order, parcel }: ParcelOfOrder): OrderDocument =>
  withParcel(order, { ...parcel, packedAt: null, packedBy: '', contents: null })

/**
 * The order once the courier has the parcel. Twice is the same as once, and where the channel already said shipped nothing is
 * left to do. An own sale is completed by it.
 * @throws ORDER_CANCELLED when the buyer was faster; ORDER_HELD; ORDER_NOT_PACKED; ORDER_NOT_READY when the channel holds it;
 * PARCEL_CONTENTS_CHANGED when other goods lie in it than the order asks for.
 */
export function handedOver(of: ParcelOfOrder, { at, by, zone }: Moment): OrderDocument {
  const { order, parcel } = of
  const { number: orderNumber } = order
  if (parcel.handedOverAt !== null) return order
  if (isCancelled(order)) throw cancelled(order, zone)
  if (parcelLeftAt(order, parcel) !== null) return order
  if (parcel.heldAt !== null) throw new DomainError('ORDER_HELD', { orderNumber, reason: parcel.holdReason })
  if (parcel.packedAt === null) throw new DomainError('ORDER_NOT_PACKED', { orderNumber, state: shownState(order) })
  const standing = parcelStanding(of)
  if (standing === 'not ready') throw new DomainError('ORDER_NOT_READY', { orderNumber, state: shownState(order) })
  if (standing === 'contents changed') throw contentsChanged([of])
  const left = withParcel(order, { ...parcel, handedOverAt: at, handedOverBy: by })
  return left.channel === 'own' ? withDerived(left) : left
}

const cancelled = ({ number, cancelledAt }: OrderDocument, zone: Zone) =>
  new DomainError('ORDER_CANCELLED', { orderNumber: number, at: cancelledAt, zone })

/** Says of each parcel what to take out and what to put in. */
export const contentsChanged = (parcels: readonly ParcelOfOrder[]) =>
  new DomainError('PARCEL_CONTENTS_CHANGED', {
    parcels: parcels.map(({ order, items }) => ({ orderNumber: order.number, ...parcelDifference(items) })),
  })

/**
 * The order as if the courier had not taken the parcel: it stands packed at the door again.
 * @throws HANDOVER_STANDS once the channel says it was shipped, goods of it came back, or somebody owes for it.
 */
export function handoverUndone({ order, parcel }: Pick<ParcelOfOrder, 'order' | 'parcel'>): OrderDocument {
  if (parcel.handedOverAt === null) return order
  const why = handoverStandsBecause(order)
  if (why) throw new DomainError('HANDOVER_STANDS', { orderNumber: order.number, why })
  const here = withParcel(order, { ...parcel, handedOverAt: null, handedOverBy: '' })
  // an own sale was completed by leaving, and by nothing else
  return order.channel === 'own' ? withDerived(here) : here
}

/** Why a hand-over cannot be taken back any more; null while it can. */
export function handoverStandsBecause({
  shippedAt,
  returns,
}: OrderDocument): 'shipped' | 'came back' | 'claimed' | null {
  if (shippedAt !== null) return 'shipped'
  const { receivedAt, inspections, refunds, openClaims, paidClaims } = returns
  if (receivedAt !== null || inspections.length > 0 || refunds.length > 0) return 'came back'
  return openClaims > 0 || paidClaims.length > 0 ? 'claimed' : null
}

/** A parcel that is still here may be held; the newest reason stands. */
export function held({ order, parcel }: Pick<ParcelOfOrder, 'order' | 'parcel'>, reason: string, at: Instant) {
  if (isCancelled(order) || parcelLeftAt(order, parcel) !== null) return order
  if (parcel.heldAt !== null && parcel.holdReason === reason) return order
  return withParcel(order, { ...parcel, heldAt: parcel.heldAt ?? at, holdReason: reason })
}

export const released = ({ order, parcel }: Pick<ParcelOfOrder, 'order' | 'parcel'>): OrderDocument =>
  parcel.heldAt === null ? order : withParcel(order, { ...parcel, heldAt: null, holdReason: '' })

/** SISIHKAN: only what was cancelled is taken out of the flow, once. */
export const setAside = ({ order, parcel }: Pick<ParcelOfOrder, 'order' | 'parcel'>, at: Instant): OrderDocument =>
  isCancelled(order) && parcel.setAsideAt === null ? withParcel(order, { ...parcel, setAsideAt: at }) : order

/** All parcels of an order get their label at once. */
export const labelPrinted = (order: OrderDocument, at: Instant): OrderDocument => ({
  ...order,
  parcels: order.parcels.map((parcel) => ({ ...parcel, printedAt: parcel.printedAt ?? at })),
})
