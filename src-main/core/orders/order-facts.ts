import { type BusinessDay, businessDay, type Instant, type Zone } from '../../../src-shared/kernel/business-day.ts'
import type { OrderState } from '../../../src-shared/orders/order.ts'
import type { OrderDocument, OrderFacts } from './order-document.ts'
import { isCancelled, leftAt, paidForAt, shownState } from './order-life.ts'
import { orderAmounts } from './order-money.ts'
import { parcelLeftAt } from './order-parcels.ts'
import { firstStated } from './state-order.ts'

export interface ShopCalendar {
  zone: Zone
  startDay: BusinessDay
}

/** Finished before the books began: kept and searchable, without effects. */
export function isHistory(order: OrderDocument, { zone, startDay }: ShopCalendar): boolean {
  // Shopee's files do not say when an order was cancelled: it cannot have been before its goods left
  const finishedAt = isCancelled(order)
    ? (order.cancelledAt ?? leftAt(order) ?? order.placedAt)
    : (order.completedAt ?? paidForAt(order))
  return finishedAt !== null && businessDay(finishedAt, zone) < startDay
}

/** Not a sale yet, or none after all. */
const NO_SALE: ReadonlySet<OrderState> = new Set(['unpaid', 'cancelled', 'returned', 'unknown'])

/** When an order was placed, as near as anybody told. */
export const placedMoment = (order: OrderDocument): Instant =>
  order.placedAt ?? order.paidAt ?? firstStated(order.statements.states)

/** Parcels that the channel lets go and nobody has closed yet. */
const parcelsToPack = (order: OrderDocument) =>
  order.withdrawnAt === null && ['to_arrange', 'arranged', 'partly_shipped'].includes(order.channelState)
    ? order.parcels.filter((parcel) => parcel.packedAt === null && parcelLeftAt(order, parcel) === null)
    : []

export function orderFacts(order: OrderDocument, calendar: ShopCalendar): OrderFacts {
  const { grossSales, goodsValue, sellerDiscount, sellerVoucher, sellerCoins } = orderAmounts(order)
  const state = shownState(order)
  const toPack = parcelsToPack(order)
  return {
    state,
    leftAt: leftAt(order),
    parcelsToPack: toPack.length,
    isHeld: toPack.length > 0 && toPack.every(({ heldAt }) => heldAt !== null),
    placedDay: businessDay(placedMoment(order), calendar.zone),
    isHistory: isHistory(order, calendar),
    counts: order.withdrawnAt === null && !NO_SALE.has(state),
    pieces: order.lines.reduce((total, { pieces }) => total + pieces, 0),
    grossSales,
    goodsValue,
    sellerCuts: sellerDiscount + sellerVoucher + sellerCoins,
  }
}
