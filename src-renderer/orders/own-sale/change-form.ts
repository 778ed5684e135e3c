import type { GoodsName } from '../../../src-shared/catalog/goods-name.ts'
import { businessDay, type Instant, type Zone } from '../../../src-shared/kernel/business-day.ts'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { type Order, type OwnSaleChange, PaymentKind } from '../../../src-shared/orders/orders.ts'
import type { SalePayment } from './PaymentFields.tsx'
import type { BuyerFields } from './pasting.ts'
import { momentOn, type SaleGoods, type ShipTo } from './sale-form.ts'

/** Goods of a sale while it is corrected; added now where `line` is null. */
export interface ChangeLine {
  line: number | null
  variantId: Id
  label: string
  goodsName: GoodsName
  /** Null while what is typed is not a quantity or an amount. */
  pieces: number | null
  price: Rupiah | null
}

/** An own sale while it is corrected. */
export interface ChangeForm extends SalePayment {
  lines: readonly ChangeLine[]
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
  lines: order.lines.map(({ line, variant, productName, goodsName, pieces, price }) => ({
    line,
    variantId: variant!.id,
    label: productName,
    goodsName,
    pieces,
    price,
  })),
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

/** Goods that stand in the sale already grow; others come last, at their own price. */
export function withGoodsAdded(
  form: ChangeForm,
  { id, label, goodsName, price }: SaleGoods,
  pieces: number,
): ChangeForm {
  const isThere = form.lines.some(({ variantId }) => variantId === id)
  const lines = isThere
    ? form.lines.map((each) => (each.variantId === id ? { ...each, pieces: (each.pieces ?? 0) + pieces } : each))
    : [...form.lines, { line: null, variantId: id, label, goodsName, pieces, price }]
  return { ...form, lines }
}

export const goodsSum = ({ lines }: ChangeForm): Rupiah =>
  lines.reduce((total, { pieces, price }) => total + (pieces ?? 0) * (price ?? 0), 0)

export const changedTotal = (form: ChangeForm): Rupiah =>
  goodsSum(form) - (form.discount ?? 0) + form.shipTo.shippingPaid

/** What keeps a change from being saved. */
export function wrongIn(form: ChangeForm): 'goods' | 'lines' | 'discount' | null {
  if (form.lines.length === 0) return 'goods'
  if (form.lines.some(({ pieces, price }) => pieces === null || price === null)) return 'lines'
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
  const standing = new Map(form.lines.map((each) => [each.line, each]))
  const prices = was.lines.flatMap(({ line, price: before }) => {
    const price = standing.get(line)?.price ?? null
    return line === null || price === null || price === before ? [] : [{ line, price }]
  })
  const pieces = was.lines.flatMap(({ line, pieces: before }) => {
    const is = standing.has(line) ? standing.get(line)!.pieces : 0
    return line === null || is === null || is === before ? [] : [{ line, pieces: is }]
  })
  const added = form.lines.flatMap(({ line, variantId, pieces, price }) =>
    line !== null || pieces === null || price === null ? [] : [{ variantId, pieces, price }],
  )
  return {
    id: order.id,
    ...differs,
    ...(prices.length > 0 ? { prices } : {}),
    ...(pieces.length > 0 ? { pieces } : {}),
    ...(added.length > 0 ? { added } : {}),
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
