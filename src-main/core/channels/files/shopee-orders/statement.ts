import type { Instant } from '../../../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { Recipient } from '../../../../../src-shared/orders/order.ts'
import type { RowReader } from '../reading/row-reader.ts'
import { type Field, ORDER_MONEY_FIELDS, type OrderMoneyField } from './columns.ts'
import { baseState, requestState, statusLabel } from './statuses.ts'

/** What one row says about its order as a whole. Blank is null or empty: it says nothing. */
export interface Statement {
  status: string
  cancelReason: string
  /** Every different word on cancelling or sending back; it stands per item line. */
  requests: string[]
  failedDelivery: string
  trackingNumber: string
  shippingOption: string
  dropOff: string
  paymentMethod: string
  buyerNote: string
  sellerNote: string
  recipient: Recipient
  placedAt: Instant | null
  paidAt: Instant | null
  arrangedAt: Instant | null
  completedAt: Instant | null
  shipBy: Instant | null
  piecesInOrder: number | null
  money: Record<OrderMoneyField, Rupiah | null>
  buyerPayment: Rupiah | null
}

export function readStatement(cells: RowReader<Field>): Statement {
  return {
    status: readStatus(cells),
    cancelReason: cells.sharedText('cancelReason'),
    requests: readRequests(cells),
    failedDelivery: cells.sharedText('failedDelivery'),
    trackingNumber: cells.identifier('trackingNumber'),
    shippingOption: cells.sharedText('shippingOption'),
    dropOff: cells.sharedText('dropOff'),
    paymentMethod: cells.sharedText('paymentMethod'),
    buyerNote: cells.text('buyerNote', 'note'),
    sellerNote: cells.text('sellerNote', 'note'),
    recipient: {
      username: cells.text('username'),
      name: cells.text('recipientName'),
      phone: cells.text('phone'),
      address: cells.text('address', 'address'),
      city: cells.sharedText('city'),
      province: cells.sharedText('province'),
    },
    placedAt: cells.moment('placedAt'),
    paidAt: cells.moment('paidAt'),
    arrangedAt: cells.moment('arrangedAt'),
    completedAt: cells.moment('completedAt'),
    shipBy: cells.moment('shipBy'),
    piecesInOrder: cells.count('piecesInOrder'),
    money: readMoney(cells),
    buyerPayment: cells.amount('buyerPayment'),
  }
}

function readStatus(cells: RowReader<Field>): string {
  const status = cells.sharedText('status')
  if (status !== '' && baseState(status) === 'unknown') cells.report('STATUS_UNKNOWN', 'status')
  return status
}

function readRequests(cells: RowReader<Field>): string[] {
  const request = cells.sharedText('request')
  if (request !== '' && requestState(request) === 'unknown') cells.report('STATUS_UNKNOWN', 'request')
  return request === '' ? [] : [request]
}

const readMoney = (cells: RowReader<Field>): Statement['money'] =>
  Object.fromEntries(ORDER_MONEY_FIELDS.map((field) => [field, cells.amount(field)])) as Statement['money']

const differs = <Value>(a: Value | null, b: Value | null) => a !== null && b !== null && a !== b

/** Columns in which a later row says something else about the same order. */
export function contradictions(first: Statement, later: Statement): Field[] {
  const fields: Field[] = []
  const isOtherStatus = statusLabel(first.status) !== statusLabel(later.status)
  if (first.status !== '' && later.status !== '' && isOtherStatus) fields.push('status')
  for (const field of ['placedAt', 'paidAt', 'completedAt', 'buyerPayment'] as const) {
    if (differs(first[field], later[field])) fields.push(field)
  }
  return [...fields, ...ORDER_MONEY_FIELDS.filter((field) => differs(first.money[field], later.money[field]))]
}

/** A handful of different words exist; an order of 200,000 rows must not gather as many. */
const MOST_REQUESTS = 20

/** The first statement with what only a later row tells filled in. */
export function completed(first: Statement, later: Statement): Statement {
  const requests = [...new Set([...first.requests, ...later.requests])].slice(0, MOST_REQUESTS)
  const known = Object.entries(later).filter(([field, value]) => {
    const isNew = value !== null && value !== ''
    return isNew && (first[field as keyof Statement] === null || first[field as keyof Statement] === '')
  })
  const money = Object.fromEntries(
    ORDER_MONEY_FIELDS.map((field) => [field, first.money[field] ?? later.money[field]]),
  ) as Statement['money']
  return { ...first, ...Object.fromEntries(known), requests, money }
}
