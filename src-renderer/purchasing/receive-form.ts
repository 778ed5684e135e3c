import type { Variant } from '../../src-shared/catalog/catalog.ts'
import type { GoodsName } from '../../src-shared/catalog/goods-name.ts'
import { allocate, divRound } from '../../src-shared/kernel/allocate.ts'
import type { BusinessDay } from '../../src-shared/kernel/business-day.ts'
import { type Id, newId } from '../../src-shared/kernel/ids.ts'
import type { Rupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Purchase, PurchaseInput } from '../../src-shared/purchasing/purchase.ts'
import { readQuantity } from '../catalog/pieces-with-packs.ts'
import { readRupiah, rupiahText } from '../design/fields/rupiah-entry.ts'

export interface ReceiveLine {
  id: Id
  variantId: Id
  sku: string
  label: string
  goodsName: GoodsName
  /** As typed: `24`, `2 lusin`. */
  quantity: string
  /** As typed, rupiah of one piece. */
  price: string
  /** What a piece cost so far, to notice a slip of the finger. */
  averageCost: Rupiah | null
}

/** Terima Barang while it is being filled in. The id is made when it opens, so saving twice is saving once. */
export interface ReceiveForm {
  id: Id
  supplierName: string
  day: BusinessDay
  lines: readonly ReceiveLine[]
  discount: Rupiah | null
  extraCost: Rupiah | null
  paid: Rupiah | null
  paidFrom: string | null
  dueDay: BusinessDay | null
  note: string
}

export const emptyReceipt = (day: BusinessDay): ReceiveForm => ({
  id: newId(),
  supplierName: '',
  day,
  lines: [],
  discount: null,
  extraCost: null,
  paid: null,
  paidFrom: null,
  dueDay: null,
  note: '',
})

export const receiptOf = (purchase: Purchase): ReceiveForm => ({
  ...purchase,
  lines: purchase.lines.map(({ id, variantId, sku, label, goodsName, pieces, price }) => ({
    id,
    variantId,
    sku,
    label,
    goodsName,
    quantity: String(pieces),
    price: rupiahText(price),
    averageCost: null,
  })),
})

type Goods = Pick<Variant, 'id' | 'sku' | 'label' | 'goodsName' | 'averageCost'>

/** Goods that already stand there grow by the pieces; others come last, at what they cost so far. */
export function withReceived(form: ReceiveForm, goods: Goods, pieces: number): ReceiveForm {
  const isThere = form.lines.some(({ variantId }) => variantId === goods.id)
  const lines = isThere
    ? form.lines.map((line) =>
        line.variantId === goods.id ? { ...line, quantity: String((readQuantity(line.quantity) ?? 0) + pieces) } : line,
      )
    : [
        ...form.lines,
        {
          id: newId(),
          variantId: goods.id,
          sku: goods.sku,
          label: goods.label,
          goodsName: goods.goodsName,
          quantity: String(pieces),
          price: rupiahText(goods.averageCost),
          averageCost: goods.averageCost,
        },
      ]
  return { ...form, lines }
}

export const withReceiveLine = (form: ReceiveForm, variantId: Id, change: Partial<ReceiveLine>): ReceiveForm => ({
  ...form,
  lines: form.lines.map((line) => (line.variantId === variantId ? { ...line, ...change } : line)),
})

export const withoutReceiveLine = (form: ReceiveForm, variantId: Id): ReceiveForm => ({
  ...form,
  lines: form.lines.filter((line) => line.variantId !== variantId),
})

export const quantityOf = ({ quantity }: ReceiveLine): number | null => readQuantity(quantity)
export function priceOf({ price }: ReceiveLine): Rupiah | null {
  const read = readRupiah(price)
  return read.kind === 'amount' && read.amount >= 0 ? read.amount : null
}

export interface ReceiptSums {
  pieces: number
  goods: Rupiah
  total: Rupiah
  owed: Rupiah
  /** By line: its value, and its landed cost as a whole and per piece (rounded for reading). */
  lines: { value: Rupiah; landed: Rupiah; landedEach: Rupiah | null }[]
}

/** Extra cost less discount, spread over the lines by value (by pieces when all goods were free), to the last rupiah. */
export function receiptSums({ lines, discount, extraCost, paid }: ReceiveForm): ReceiptSums {
  const pieces = lines.map((line) => quantityOf(line) ?? 0)
  const values = lines.map((line, index) => (pieces[index] ?? 0) * (priceOf(line) ?? 0))
  const weights = values.some((value) => value > 0) ? values : pieces
  const spread = lines.length === 0 ? [] : allocate((extraCost ?? 0) - (discount ?? 0), weights)
  const goods = values.reduce((sum, value) => sum + value, 0)
  const total = goods - (discount ?? 0) + (extraCost ?? 0)
  return {
    pieces: pieces.reduce((sum, each) => sum + each, 0),
    goods,
    total,
    owed: Math.max(0, total - (paid ?? 0)),
    lines: values.map((value, index) => {
      const landed = value + (spread[index] ?? 0)
      const count = pieces[index] ?? 0
      return { value, landed, landedEach: count > 0 ? divRound(landed, 1, count) : null }
    }),
  }
}

/** What is missing, in the order of the fields. */
export type ReceiptMissing = { what: 'supplier' | 'lines' | 'wallet' } | { what: 'line'; line: ReceiveLine }

export function receiptMissing(form: ReceiveForm): ReceiptMissing | null {
  if (form.supplierName.trim() === '') return { what: 'supplier' }
  if (form.lines.length === 0) return { what: 'lines' }
  const line = form.lines.find((each) => quantityOf(each) === null || priceOf(each) === null)
  if (line) return { what: 'line', line }
  return (form.paid ?? 0) > 0 && form.paidFrom === null ? { what: 'wallet' } : null
}

/** The receipt as the core takes it. */
export const asPurchase = (form: ReceiveForm): PurchaseInput => ({
  id: form.id,
  supplierName: form.supplierName.trim(),
  day: form.day,
  lines: form.lines.flatMap((line) => {
    const pieces = quantityOf(line)
    const price = priceOf(line)
    return pieces === null || price === null ? [] : [{ id: line.id, variantId: line.variantId, pieces, price }]
  }),
  discount: form.discount ?? 0,
  extraCost: form.extraCost ?? 0,
  paid: form.paid ?? 0,
  paidFrom: (form.paid ?? 0) > 0 ? form.paidFrom : null,
  dueDay: receiptSums(form).owed > 0 ? form.dueDay : null,
  note: form.note.trim(),
})
