import type { Instant } from '../../../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { Recipient } from '../../../../../src-shared/orders/order.ts'
import type { OrderStatement } from '../orders/order-list.ts'
import type { RowReader } from '../reading/row-reader.ts'
import { type Field, ORDER_MONEY_FIELDS, type OrderMoneyField } from './columns.ts'
import { isKnownStatus, isKnownSubstatus, requestKind } from './statuses.ts'

export const TIMES = ['placedAt', 'paidAt', 'arrangedAt', 'shippedAt', 'deliveredAt', 'cancelledAt'] as const

/** What one row says about its order as a whole. Blank is null or empty: it says nothing. */
export interface Statement extends OrderStatement {
  substatus: string
  request: string
  cancelReason: string
  deliveryOption: string
  courier: string
  paymentMethod: string
  shopFront: string
  buyerNote: string
  sellerNote: string
  recipient: Recipient
  times: Record<(typeof TIMES)[number], Instant | null>
  money: Record<OrderMoneyField, Rupiah | null>
  buyerPayment: Rupiah | null
}

export function readStatement(cells: RowReader<Field>): Statement {
  const known = (field: 'status' | 'substatus' | 'request', isKnown: (word: string) => boolean) => {
    const word = cells.sharedText(field)
    if (word !== '' && !isKnown(word)) cells.report('STATUS_UNKNOWN', field)
    return word
  }
  return {
    status: known('status', isKnownStatus),
    substatus: known('substatus', isKnownSubstatus),
    request: known('request', (word) => requestKind(word) !== 'unknown'),
    cancelReason: [cells.sharedText('cancelReason'), cells.sharedText('cancelledBy')].filter(Boolean).join(' · '),
    trackingNumber: cells.identifier('trackingNumber'),
    deliveryOption: cells.sharedText('deliveryOption'),
    courier: cells.sharedText('courier'),
    paymentMethod: cells.sharedText('paymentMethod'),
    shopFront: cells.sharedText('shopFront'),
    buyerNote: cells.text('buyerNote', 'note'),
    sellerNote: cells.text('sellerNote', 'note'),
    recipient: readRecipient(cells),
    times: Object.fromEntries(TIMES.map((field) => [field, cells.moment(field)])) as Statement['times'],
    money: Object.fromEntries(ORDER_MONEY_FIELDS.map((field) => [field, cells.amount(field)])) as Statement['money'],
    buyerPayment: cells.amount('buyerPayment'),
  }
}

/** Nothing but stars tells nothing. */
const MASKED = /^[*\s]*$/

function readRecipient(cells: RowReader<Field>): Recipient {
  const told = (text: string) => (MASKED.test(text) ? '' : text)
  const places = [cells.text('address', 'address'), cells.text('addressNote', 'address')]
  const area = [cells.text('village'), cells.text('district')]
  return {
    username: told(cells.text('username')),
    name: told(cells.text('recipientName')),
    phone: told(cells.text('phone')),
    address: [...places, ...area].map(told).filter(Boolean).join(', ').slice(0, 500),
    city: told(cells.sharedText('city')),
    province: told(cells.sharedText('province')),
  }
}

const differs = <Value>(a: Value | null, b: Value | null) => a !== null && b !== null && a !== b

/** Columns in which a later row says something else about the same order. */
export function contradictions(first: Statement, later: Statement): Field[] {
  const words = (['status', 'substatus'] as const).filter((field) =>
    differs(first[field] || null, later[field] || null),
  )
  const times = TIMES.filter((field) => differs(first.times[field], later.times[field]))
  const money = ORDER_MONEY_FIELDS.filter((field) => differs(first.money[field], later.money[field]))
  return [
    ...words,
    ...times,
    ...(differs(first.buyerPayment, later.buyerPayment) ? ['buyerPayment' as const] : []),
    ...money,
  ]
}

/** The first statement with what only a later row tells filled in. */
export function completed(first: Statement, later: Statement): Statement {
  const told = <Part extends object>(a: Part, b: Part): Part =>
    Object.fromEntries(
      Object.entries(a).map(([key, value]) => [key, value === null || value === '' ? b[key as keyof Part] : value]),
    ) as Part
  return {
    ...told(first, later),
    recipient: told(first.recipient, later.recipient),
    times: told(first.times, later.times),
    money: told(first.money, later.money),
  }
}
