import { type LostFact, MoneyKind, type MoneyLine, type Recipient } from '../../../src-shared/orders/order.ts'
import type { OrderDocument } from './order-document.ts'

/**
 * What a channel states of an order, field by field. Each field keeps the newest statement that knew it: a later one corrects
 * it, an earlier one that comes late changes nothing, and a source that does not know it never erases it. So any order in
 * which statements arrive ends in one document.
 */

/** One field, or some that are stated together. `null` is not known. */
export interface Field {
  name: string
  value: unknown
  /** A readable buyer stands before a masked one, whichever is newer. */
  rank: number
  fact: LostFact | null
}

const TIMES = [
  'placedAt',
  'paidAt',
  'arrangedAt',
  'statedShippedAt',
  'presumedShippedAt',
  'deliveredAt',
  'statedCompletedAt',
  'cancelledAt',
] as const
const SHIPPING = ['shipBy', 'isPickup'] as const
const TEXTS = [
  'shippingService',
  'courier',
  'trackingNumber',
  'shopFront',
  'cancelReason',
  'buyerNote',
  'sellerNote',
] as const

/** What is told of when one of these stands against a newer word; where the buyer met the shop is no news. */
const factOf = (name: (typeof TEXTS)[number]): LostFact | null =>
  name === 'shopFront' ? null : name.endsWith('Note') ? 'notes' : 'shipping'
const BUYER = ['username', 'name', 'phone', 'address', 'city', 'province'] as const satisfies (keyof Recipient)[]

/** The fields of a document in which a channel's statements meet; goods and states are joined elsewhere. */
export function fieldsOf(order: OrderDocument): Field[] {
  const field = (name: string, value: unknown, fact: LostFact | null, rank = 0): Field => ({ name, value, rank, fact })
  const text = (value: string) => (value === '' ? null : value)
  return [
    ...TIMES.map((name) => field(name, order[name], 'times')),
    ...SHIPPING.map((name) => field(name, order[name], 'shipping')),
    ...TEXTS.map((name) => field(name, text(order[name]), factOf(name))),
    field('payment', order.paymentMethod === '' && !order.isCod ? null : [order.paymentMethod, order.isCod], 'money'),
    field('buyerPayment', order.buyerPayment === 0 ? null : order.buyerPayment, 'money'),
    ...BUYER.map((name) =>
      field(`buyer/${name}`, text(order.recipient[name]), null, order.recipient[name].includes('*') ? 0 : 1),
    ),
    ...MoneyKind.options.map((kind) => field(`money/${kind}`, moneyOf(order, kind), 'money')),
  ]
}

/** Amounts of one kind: those that are something, or none when the channel states that it is nothing. */
function moneyOf({ money, statements }: OrderDocument, kind: MoneyKind): MoneyLine[] | null {
  const lines = money.filter((line) => line.kind === kind)
  return lines.length > 0 ? lines : statements.nothing.includes(kind) ? [] : null
}

/** The document with these values in its fields. */
export function withFields(order: OrderDocument, fields: readonly Field[]): OrderDocument {
  const values = new Map(fields.map(({ name, value }) => [name, value]))
  const of = <Value>(name: string) => values.get(name) as Value
  const payment = of<[string, boolean] | null>('payment')
  const kinds = MoneyKind.options.map((kind) => ({ kind, lines: of<MoneyLine[] | null>(`money/${kind}`) }))
  return {
    ...order,
    ...(Object.fromEntries([...TIMES, ...SHIPPING].map((name) => [name, of(name)])) as Pick<
      OrderDocument,
      (typeof TIMES)[number] | (typeof SHIPPING)[number]
    >),
    ...(Object.fromEntries(TEXTS.map((name) => [name, of(name) ?? ''])) as Pick<OrderDocument, (typeof TEXTS)[number]>),
    paymentMethod: payment?.[0] ?? '',
    isCod: payment?.[1] ?? false,
    buyerPayment: of<number | null>('buyerPayment') ?? 0,
    recipient: Object.fromEntries(BUYER.map((name) => [name, of(`buyer/${name}`) ?? ''])) as Recipient,
    money: kinds.flatMap(({ lines }) => lines ?? []),
    statements: {
      ...order.statements,
      nothing: kinds.filter(({ lines }) => lines?.length === 0).map(({ kind }) => kind),
    },
  }
}
