import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { OrderState } from '../../../src-shared/orders/order.ts'
import type { OrderDocument } from './order-document.ts'
import { PHASE } from './state-order.ts'

/** The channel's state and the local acts as one state: the furthest along, and a cancel above all. */
export function shownState(order: OrderDocument): OrderState {
  const { channelState } = order
  if (PHASE[channelState] !== 2 || channelState === 'on_hold' || channelState === 'cancel_requested')
    return channelState
  if (order.handedOverAt) return 'handed_over'
  if (order.packedAt) return 'packed'
  if (order.printedAt) return 'printed'
  return channelState
}

/** When the goods left the shop: at hand-over, or when the channel says shipped, whichever is known first. */
export const leftAt = (order: OrderDocument): Instant | null => order.handedOverAt ?? order.shippedAt

export const isCancelled = (order: OrderDocument): boolean => order.channelState === 'cancelled'

/** Paid or promised, and the goods still here: their pieces are reserved. */
export const isOpen = (order: OrderDocument): boolean =>
  leftAt(order) === null &&
  !isCancelled(order) &&
  (PHASE[order.channelState] === 2 || (order.channelState === 'unknown' && order.paidAt !== null))

/** Revenue is recognised when the channel calls the order completed; own sales when the goods leave. */
export const soldAt = (order: OrderDocument): Instant | null =>
  isCancelled(order) ? null : order.channel === 'own' ? leftAt(order) : order.completedAt
