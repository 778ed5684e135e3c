import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { OrderState } from '../../../src-shared/orders/order.ts'
import { byDay, momentOf, refundIn, saleIn } from '../settlements/release.ts'
import type { OrderDocument } from './order-document.ts'
import { parcelLeftAt } from './order-parcels.ts'
import { PHASE } from './state-order.ts'

/** The channel's state and the local acts as one state: the furthest along that all its parcels are, and a cancel above all. */
export function shownState(order: OrderDocument): OrderState {
  const { channelState } = order
  if (PHASE[channelState] !== 2 || channelState === 'on_hold' || channelState === 'cancel_requested')
    return channelState
  const { parcels } = order
  if (parcels.every(({ handedOverAt }) => handedOverAt !== null)) return 'handed_over'
  if (parcels.every(({ packedAt }) => packedAt !== null)) return 'packed'
  if (parcels.every(({ printedAt }) => printedAt !== null)) return 'printed'
  return channelState
}

/** When the first goods of an order left the shop; null while all of them are here. */
export const leftAt = (order: OrderDocument): Instant | null =>
  order.parcels.reduce<Instant | null>((first, parcel) => {
    const at = parcelLeftAt(order, parcel)
    return at !== null && (first === null || at < first) ? at : first
  }, null)

/** Nothing of the order is left in the shop. */
export const hasLeftWhole = (order: OrderDocument): boolean =>
  order.parcels.every((parcel) => parcelLeftAt(order, parcel) !== null)

export const isCancelled = (order: OrderDocument): boolean => order.channelState === 'cancelled'

/** Paid or promised, and goods of it still here: their pieces are reserved. */
export const isOpen = (order: OrderDocument): boolean =>
  !hasLeftWhole(order) &&
  !isCancelled(order) &&
  (PHASE[order.channelState] === 2 ||
    order.channelState === 'partly_shipped' ||
    (order.channelState === 'unknown' && order.paidAt !== null))

/** Revenue is recognised when the channel calls the order completed; own sales when the goods leave. */
export const soldAt = (order: OrderDocument): Instant | null =>
  isCancelled(order) ? null : order.channel === 'own' ? leftAt(order) : (order.completedAt ?? paidForAt(order))

/**
 * When a channel paid for goods that had left: it does that once the order is completed, so its order list is older than its
 * income file. Null where no release pays for goods, or what is refunded takes all of it back.
 */
export function paidForAt(order: OrderDocument): Instant | null {
  const left = leftAt(order)
  if (left === null || order.channelState === 'delivery_failed') return null
  const paying = order.settlements.releases
    .toSorted(byDay)
    .find((release) => saleIn(release) > 0 && saleIn(release) + refundIn(release) > 0)
  return paying ? Math.max(left, momentOf(paying.releasedOn)) : null
}
