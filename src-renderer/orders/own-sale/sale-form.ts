import type { Variant } from '../../../src-shared/catalog/catalog.ts'
import {
  type BusinessDay,
  businessDay,
  type Instant,
  startOfDay,
  type Zone,
} from '../../../src-shared/kernel/business-day.ts'
import { type Id, newId } from '../../../src-shared/kernel/ids.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { OwnSaleDraft } from '../../../src-shared/orders/orders.ts'
import type { SalePayment } from './PaymentFields.tsx'
import type { BuyerFields } from './pasting.ts'

export type SaleGoods = Pick<Variant, 'id' | 'sku' | 'label' | 'goodsName' | 'available' | 'price'>

export interface SaleLine {
  goods: SaleGoods
  /** Null while what is typed is not a quantity or an amount. */
  pieces: number | null
  price: Rupiah | null
}

export type ShipTo = NonNullable<OwnSaleDraft['shipTo']>

/** Pesanan Manual while it is being filled in. The id is made when it opens, so saving twice is saving once. */
export interface SaleForm extends SalePayment {
  id: Id
  lines: readonly SaleLine[]
  buyerName: string
  shipTo: ShipTo | null
  note: string
}

export const emptySale = (): SaleForm => ({
  id: newId(),
  lines: [],
  payment: 'cash',
  paidInto: null,
  discount: 0,
  soldOn: null,
  buyerName: '',
  shipTo: null,
  note: '',
})

export const NO_ADDRESS: ShipTo = {
  phone: '',
  address: '',
  city: '',
  province: '',
  courier: '',
  trackingNumber: '',
  shippingPaid: 0,
  shipBy: null,
}

/** Goods that already stand in the sale grow by the pieces; others come last, at their own price. */
export function withGoods(form: SaleForm, goods: SaleGoods, pieces: number): SaleForm {
  const isThere = form.lines.some((line) => line.goods.id === goods.id)
  const lines = isThere
    ? form.lines.map((line) => (line.goods.id === goods.id ? { ...line, pieces: (line.pieces ?? 0) + pieces } : line))
    : [...form.lines, { goods, pieces, price: goods.price }]
  return { ...form, lines }
}

export const withLine = (form: SaleForm, variantId: Id, change: Partial<SaleLine>): SaleForm => ({
  ...form,
  lines: form.lines.map((line) => (line.goods.id === variantId ? { ...line, ...change } : line)),
})

export const withoutLine = (form: SaleForm, variantId: Id): SaleForm => ({
  ...form,
  lines: form.lines.filter((line) => line.goods.id !== variantId),
})

/** With what is known of a buyer. An address that comes along is where a parcel goes. */
export function withBuyer(form: SaleForm, { buyerName = form.buyerName, ...place }: Partial<BuyerFields>): SaleForm {
  const isPlace = Object.values(place).some((value) => value !== '')
  return { ...form, buyerName, shipTo: isPlace ? { ...(form.shipTo ?? NO_ADDRESS), ...place } : form.shipTo }
}

export const lineSum = ({ pieces, price }: SaleLine): Rupiah => (pieces ?? 0) * (price ?? 0)

const goodsTotal = ({ lines }: Pick<SaleForm, 'lines'>): Rupiah =>
  lines.reduce((total, line) => total + lineSum(line), 0)

export const saleTotal = (form: SaleForm): Rupiah =>
  goodsTotal(form) - (form.discount ?? 0) + (form.shipTo?.shippingPaid ?? 0)

export const salePieces = ({ lines }: SaleForm): number => lines.reduce((total, { pieces }) => total + (pieces ?? 0), 0)

/** What is still missing before it can be saved, in the order of the fields. */
export type Missing = 'goods' | 'lines' | 'discount' | 'recipient' | 'address'

export function missingIn(form: SaleForm): Missing | null {
  const { lines, shipTo, buyerName, discount } = form
  if (lines.length === 0) return 'goods'
  if (lines.some(({ pieces, price }) => pieces === null || price === null)) return 'lines'
  if (discount === null || discount > goodsTotal(form)) return 'discount'
  if (shipTo && buyerName.trim() === '') return 'recipient'
  if (shipTo && shipTo.address.trim() === '') return 'address'
  return null
}

/** The moment of a sale on a chosen day: as late in it as it is now, so that what is typed one after another stays in order. */
export const momentOn = (day: BusinessDay | null, now: Instant, zone: Zone): Instant =>
  day === null ? now : startOfDay(day, zone) + (now - startOfDay(businessDay(now, zone), zone))

/** The draft as the core takes it, or null while something is missing. */
export function asDraft(form: SaleForm, now: Instant, zone: Zone): OwnSaleDraft | null {
  if (missingIn(form)) return null
  const { id, payment, paidInto, shipTo, note, soldOn } = form
  const lines = form.lines.flatMap(({ goods, pieces, price }) =>
    pieces === null || price === null ? [] : [{ variantId: goods.id, pieces, price }],
  )
  return {
    id,
    lines,
    payment,
    ...(paidInto === null ? {} : { paidInto }),
    ...(form.discount ? { discount: form.discount } : {}),
    buyerName: form.buyerName.trim(),
    soldAt: momentOn(soldOn, now, zone),
    shipTo,
    note: note.trim(),
  }
}
