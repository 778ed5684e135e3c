import type { Instant } from '../../../../../src-shared/kernel/business-day.ts'
import type { ChannelState, MoneyLine, OrderSnapshot } from '../../../../../src-shared/orders/order.ts'
import { linesByParcel, mergeTwins, snapshotLine } from '../orders/item-line.ts'
import { moneyLine } from '../orders/money-line.ts'
import type { OrderDraft } from '../orders/order-list.ts'
import type { Layout } from '../reading/recognise.ts'
import { type Field, ORDER_MONEY, ORDER_MONEY_FIELDS } from './columns.ts'
import { readShippingOption } from './shipping-option.ts'
import type { Statement } from './statement.ts'
import { channelState } from './statuses.ts'

export type Draft = OrderDraft<Field, Statement>

/** The latest moment an order tells of. A deadline is none: it lies ahead of the download. */
export function latestMoment({ numberedOn, statement }: Draft): Instant {
  const { placedAt, paidAt, arrangedAt, completedAt } = statement
  return Math.max(placedAt ?? numberedOn ?? 0, paidAt ?? 0, arrangedAt ?? 0, completedAt ?? 0)
}

/**
 * `Waktu Pengiriman Diatur` says "arranged" and is filled when the parcel leaves. In the downloads seen, orders still
 * to be sent have none even with a waybill; of cancelled orders those that failed on the road have one, and those
 * cancelled before the courier came have none.
 */
const NOT_YET_SHIPPED: ReadonlySet<ChannelState> = new Set([
  'unpaid',
  'to_arrange',
  'arranged',
  'cancel_requested',
  'unknown',
])

/** The order as the file states it, in words that were true at some moment of `asOf`. */
export function snapshotOf(draft: Draft, asOf: Pick<OrderSnapshot, 'atLeast' | 'atMost'>): OrderSnapshot {
  const { statement, number } = draft
  const lines = mergeTwins(linesByParcel(draft.lines)).map(snapshotLine)
  const state = channelState({
    status: statement.status,
    requests: statement.requests,
    failedDelivery: statement.failedDelivery,
    isBooked: statement.trackingNumber !== '' || statement.arrangedAt !== null,
    cameBack: lines.every(({ pieces, returnedPieces }) => pieces === returnedPieces),
  })
  const { service, courier } = readShippingOption(statement.shippingOption)
  return {
    channel: 'shopee',
    number,
    state,
    rawStatus: statement.status,
    tellsOfFailure: draft.layout.columns.has('failedDelivery'),
    tellsOfReturns: draft.layout.columns.has('request'),
    ...asOf,
    placedAt: statement.placedAt ?? draft.numberedOn,
    paidAt: statement.paidAt,
    arrangedAt: statement.arrangedAt,
    shippedAt: null,
    presumedShippedAt: NOT_YET_SHIPPED.has(state) ? null : statement.arrangedAt,
    deliveredAt: null,
    completedAt: statement.completedAt,
    cancelledAt: null,
    shipBy: statement.shipBy,
    cancelReason: statement.cancelReason,
    paymentMethod: statement.paymentMethod,
    isCod: /\bcod\b|bayar di tempat|cash on delivery/i.test(statement.paymentMethod),
    shippingService: service,
    courier,
    trackingNumber: statement.trackingNumber,
    isPickup: readPickup(statement.dropOff),
    buyerNote: statement.buyerNote,
    sellerNote: statement.sellerNote,
    recipient: statement.recipient,
    lines,
    money: moneyLines(statement, draft.layout),
    buyerPayment: statement.buyerPayment ?? 0,
  }
}

function readPickup(dropOff: string): boolean | null {
  if (/pick-?\s?up|jemput/i.test(dropOff)) return true
  return /counter|drop-?\s?off|antar/i.test(dropOff) ? false : null
}

/**
 * A cell that says nothing is owed is a statement too: it takes back what an earlier file said. A blank one says nothing. Some
 * layouts write what somebody gave with a minus and some without; the kind says which way it goes.
 */
const moneyLines = ({ money }: Statement, layout: Layout<Field>): MoneyLine[] =>
  ORDER_MONEY_FIELDS.flatMap((field) => {
    const amount = money[field]
    const name = layout.columns.get(field)?.heading ?? ''
    return amount === null ? [] : [moneyLine(name, ORDER_MONEY[field], Math.abs(amount))]
  })
