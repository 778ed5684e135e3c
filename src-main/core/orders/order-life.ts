import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { ChannelState, OrderState } from '../../../src-shared/orders/order.ts'
import type { OrderDocument, OrderTimes } from './order-document.ts'

/**
 * How far along a channel state is. Inside one phase the newer statement wins (a cancel request may be withdrawn); a later
 * phase always wins over an earlier one, whatever arrives first, and cancelled wins over everything.
 */
const PHASE: Record<ChannelState, number> = {
  unknown: 0,
  unpaid: 1,
  on_hold: 2,
  to_arrange: 2,
  arranged: 2,
  cancel_requested: 2,
  partly_shipped: 3,
  in_transit: 3,
  delivery_failed: 3,
  delivered: 3,
  completed: 4,
  return_open: 4,
  returned: 4,
  cancelled: 5,
}

/** Breaks a tie between two statements of one phase and one moment, so that the order of arrival does not matter. */
const STEP: Record<ChannelState, number> = {
  unknown: 0,
  unpaid: 0,
  on_hold: 0,
  to_arrange: 1,
  arranged: 2,
  cancel_requested: 3,
  partly_shipped: 0,
  in_transit: 1,
  delivery_failed: 2,
  delivered: 3,
  completed: 0,
  return_open: 1,
  returned: 2,
  cancelled: 0,
}

interface Word {
  channelState: ChannelState
  asOf: Instant
}

/** True when `said` should replace `known`. A statement of the very same standing replaces it: that is a correction. */
export function replaces(said: Word, known: Word): boolean {
  const order =
    PHASE[said.channelState] - PHASE[known.channelState] ||
    said.asOf - known.asOf ||
    STEP[said.channelState] - STEP[known.channelState]
  return order >= 0
}

const SHIPPED: ReadonlySet<ChannelState> = new Set([
  'partly_shipped',
  'in_transit',
  'delivery_failed',
  'delivered',
  'completed',
  'return_open',
  'returned',
])

/**
 * Times that a state implies but a file does not print. Shopee's export has no shipping moment: the moment the shipment
 * was arranged stands for it. A completed order without its moment is taken as completed when the file was made.
 */
export function impliedTimes(state: ChannelState, times: OrderTimes, asOf: Instant): OrderTimes {
  const shippedAt =
    times.shippedAt ?? (SHIPPED.has(state) ? (times.arrangedAt ?? times.paidAt ?? times.placedAt ?? asOf) : null)
  const completedAt = times.completedAt ?? (state === 'completed' ? (times.deliveredAt ?? asOf) : null)
  return { ...times, shippedAt, completedAt }
}

export const earliest = (a: Instant | null, b: Instant | null) => (a === null ? b : b === null ? a : Math.min(a, b))

/** A moment once known stays known; of two statements the earlier moment is kept. */
export const mergedTimes = (a: OrderTimes, b: OrderTimes): OrderTimes => ({
  placedAt: earliest(a.placedAt, b.placedAt),
  paidAt: earliest(a.paidAt, b.paidAt),
  arrangedAt: earliest(a.arrangedAt, b.arrangedAt),
  shippedAt: earliest(a.shippedAt, b.shippedAt),
  deliveredAt: earliest(a.deliveredAt, b.deliveredAt),
  completedAt: earliest(a.completedAt, b.completedAt),
  cancelledAt: earliest(a.cancelledAt, b.cancelledAt),
})

/** The channel's word and the local acts as one state: the furthest along, and a cancel above all. */
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
