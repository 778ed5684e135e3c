import type { Instant } from '../../../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { Recipient } from '../../../../../src-shared/orders/order.ts'
import type { OrderStatement } from '../orders/order-list.ts'
import type { RowReader } from '../reading/row-reader.ts'
import type { Field } from './columns.ts'
import { tokopediaState } from './statuses.ts'

/** What one row says about its order as a whole. Blank is null or empty: it says nothing. */
export interface Statement extends OrderStatement {
  /** `J&T(Reguler)`: courier and service. */
  courier: string
  cod: string
  buyerNote: string
  sellerNote: string
  recipient: Recipient
  paidAt: Instant | null
  completedAt: Instant | null
  cancelledAt: Instant | null
  shippedAt: Instant | null
  shippingPaid: Rupiah | null
  buyerPayment: Rupiah | null
}

export function readStatement(cells: RowReader<Field>): Statement {
  const status = cells.sharedText('status')
  if (status !== '' && tokopediaState(status) === 'unknown') cells.report('STATUS_UNKNOWN', 'status')
  return {
    status,
    trackingNumber: cells.identifier('trackingNumber'),
    courier: cells.sharedText('courier'),
    cod: cells.sharedText('cod'),
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
    paidAt: cells.moment('paidAt'),
    completedAt: cells.moment('completedOn', 'completedTime'),
    cancelledAt: cells.moment('cancelledOn', 'cancelledTime'),
    shippedAt: cells.moment('shippedOn', 'shippedTime'),
    // paid for through Tokopedia, and no business of the seller's
    shippingPaid: /^non[- ]?tunai$/i.test(cells.written('shippingPaid')) ? 0 : cells.amount('shippingPaid'),
    buyerPayment: cells.amount('buyerPayment'),
  }
}

const differs = <Value>(a: Value | null, b: Value | null) => a !== null && b !== null && a !== b

/** Columns in which a later row says something else about the same order. */
export function contradictions(first: Statement, later: Statement): Field[] {
  const fields: Field[] = []
  if (differs(first.status || null, later.status || null)) fields.push('status')
  for (const field of ['paidAt', 'shippingPaid', 'buyerPayment'] as const)
    if (differs(first[field], later[field])) fields.push(field)
  if (differs(first.completedAt, later.completedAt)) fields.push('completedOn')
  if (differs(first.cancelledAt, later.cancelledAt)) fields.push('cancelledOn')
  if (differs(first.shippedAt, later.shippedAt)) fields.push('shippedOn')
  return fields
}

/** The first statement with what only a later row tells filled in; each product carries a note of its own. */
export function completed(first: Statement, later: Statement): Statement {
  const told = Object.entries(first).map(([key, value]) => [
    key,
    value === null || value === '' ? later[key as keyof Statement] : value,
  ])
  const notes = (a: string, b: string) => (b === '' || a.includes(b) ? a : [a, b].filter(Boolean).join('\n'))
  return {
    ...(Object.fromEntries(told) as Statement),
    buyerNote: notes(first.buyerNote, later.buyerNote),
    sellerNote: notes(first.sellerNote, later.sellerNote),
  }
}
