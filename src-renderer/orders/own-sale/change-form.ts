import { businessDay, type Instant, type Zone } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { type Order, type OwnSaleChange, PaymentKind } from '../../../src-shared/orders/orders.ts'
import type { SalePayment } from './PaymentFields.tsx'
import type { BuyerFields } from './pasting.ts'
import { momentOn, type ShipTo } from './sale-form.ts'

/** An own sale while it is corrected. */
export interface ChangeForm extends SalePayment {
  prices: readonly { line: number; pieces: number; price: Rupiah | null }[]
  buyerName: string
  shipTo: ShipTo
  note: string
}

const amountOf = (order: Order, kind: Order['money'][number]['kind']): Rupiah =>
  order.money.filter((line) => line.kind === kind).reduce((total, { amount }) => total + amount, 0)

/** The sale as it stands, in fields. */
export const formOf = (order: Order, zone: Zone): ChangeForm => ({
  payment: PaymentKind.parse(order.paymentMethod),
  paidInto: order.paidInto,
  discount: amountOf(order, 'seller discount'),
  soldOn: order.placedAt === null ? null : businessDay(order.placedAt, zone),
  prices: order.lines.map(({ line, pieces, price }) => ({ line, pieces, price })),
  buyerName: order.recipient.name,
  shipTo: {
    phone: order.recipient.phone,
    address: order.recipient.address,
    city: order.recipient.city,
    province: order.recipient.province,
    courier: order.courier,
    trackingNumber: order.trackingNumber,
    shippingPaid: amountOf(order, 'shipping paid by buyer'),
    shipBy: order.shipBy,
  },
  note: order.buyerNote,
})

export const withBuyerFields = (form: ChangeForm, { buyerName, ...place }: Partial<BuyerFields>): ChangeForm => ({
  ...form,
  buyerName: buyerName ?? form.buyerName,
  shipTo: { ...form.shipTo, ...place },
})

export const goodsSum = ({ prices }: ChangeForm): Rupiah =>
  prices.reduce((total, { pieces, price }) => total + pieces * (price ?? 0), 0)

export const changedTotal = (form: ChangeForm): Rupiah =>
  goodsSum(form) - (form.discount ?? 0) + form.shipTo.shippingPaid

/** What keeps a change from being saved. */
export function wrongIn(form: ChangeForm): 'price' | 'discount' | null {
  if (form.prices.some(({ price }) => price === null)) return 'price'
  return form.discount === null || form.discount > goodsSum(form) ? 'discount' : null
}

/** Only what differs is sent, so that two people who correct one sale at once do not undo each other. */
export function changeOf(order: Order, form: ChangeForm, now: Instant, zone: Zone): OwnSaleChange {
  const was = formOf(order, zone)
  const today = businessDay(now, zone)
  const before = { ...flat(was), ...was.shipTo }
  const after = { ...flat(form), ...form.shipTo }
  const differs = Object.fromEntries(
    Object.entries(after).filter(([fact, value]) => value !== before[fact as keyof typeof before]),
  )
  const prices = form.prices.flatMap(({ line, price }, index) =>
    price === null || price === was.prices[index]!.price ? [] : [{ line, price }],
  )
  return {
    id: order.id,
    ...differs,
    ...(prices.length > 0 ? { prices } : {}),
    ...((form.soldOn ?? today) === was.soldOn ? {} : { soldAt: momentOn(form.soldOn, now, zone) }),
  }
}

const flat = ({ payment, paidInto, discount, buyerName, note }: ChangeForm) => ({
  payment,
  paidInto,
  discount,
  buyerName: buyerName.trim(),
  note: note.trim(),
})
