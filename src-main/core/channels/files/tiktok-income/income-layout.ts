import type { SheetRow } from '../../../spreadsheet/sheet.ts'
import { bareHeading, headingKey, headingTexts, normalHeading } from '../reading/heading-names.ts'
import type { Column } from '../reading/report-cells.ts'

/** Columns that tell what a row is about, in English and Indonesian, newest heading first. */
const NAMED = {
  id: ['Order/adjustment ID', 'ID Pesanan/Penyesuaian', 'Order/Adjustment ID'],
  type: ['Transaction type', 'Type', 'Jenis transaksi'],
  createdOn: ['Order created time', 'Waktu pemesanan'],
  releasedOn: ['Order settled time', 'Waktu pembayaran pesanan'],
  currency: ['Currency', 'Mata uang'],
  released: ['Total settlement amount', 'Jumlah penyelesaian pembayaran'],
  revenue: ['Total Revenue', 'Total Pendapatan'],
  fees: ['Total Fees', 'Total Biaya'],
  adjustment: ['Adjustment amount', 'Ajustment amount', 'Jumlah penyesuaian'],
  relatedOrder: ['Related order ID', 'ID pesanan terkait'],
} as const
export type Named = keyof typeof NAMED

/** Sums of the columns behind them, as the sheet of totals shows by its indents; the first parts tell where each begins. */
const SUBTOTALS: readonly { names: readonly string[]; parts: RegExp }[] = [
  {
    names: ['Subtotal after seller discounts', 'Subtotal setelah diskon penjual'],
    parts:
      /^(subtotal before discounts|seller discounts|distance item fee|subtotal sebelum diskon|diskon penjual|biaya produk sesuai jarak)/,
  },
  {
    names: ['Refund subtotal after seller discounts', 'Subtotal pengembalian dana setelah diskon penjual'],
    parts:
      /^(refund subtotal before|refund of seller discounts|subtotal pengembalian dana sebelum|pengembalian dana diskon penjual)/,
  },
  {
    names: ['Platform commission fee', 'Biaya komisi platform'],
    parts:
      /^(flat fee|sales fee|.*commission.*(before|savings|discount)|savings|.*\(from ad spend\)|biaya komisi sebelum|diskon \(dari belanja iklan\)|diskon komisi)/,
  },
  {
    names: ['Shipping cost', 'Ongkir'],
    parts:
      /^(shipping costs? (passed|borne|paid|subsidy)|(replacement|exchange) shipping fee|refunded shipping cost|return shipping costs|distance shipping fee|logistics service fee|insurance reimbursement|ongkir (yang|peng)|pengembalian ongkir|subsidi ongkir|biaya pengiriman sesuai jarak|biaya layanan logistik|penggantian dana asuransi)/,
  },
  {
    names: ['Dilayani Tokopedia fee', 'Biaya Dilayani Tokopedia'],
    parts: /^(dilayani tokopedia handling|biaya penanganan dilayani)/,
  },
]

/** A sum and the columns that may be its parts, as far as headings tell: `sure` of them are, the others stand behind those. */
export interface Subtotal {
  column: Column
  candidates: Column[]
  sure: number
}

/** One side of what is released, `Total Revenue` or `Total Fees`: the columns that it sums, sums of others among them. */
export interface Side {
  total: Column
  columns: Column[]
  subtotals: Subtotal[]
}

export interface IncomeLayout {
  named: Record<Named, Column | null>
  sides: Side[]
  width: number
  missing: string[]
}

const REQUIRED: readonly Named[] = ['id', 'type', 'releasedOn', 'released', 'revenue', 'fees', 'adjustment']
/** So many of the headings that only this report has, and it was meant. */
const ENOUGH = 4

/** The layout when this row is the heading row of TikTok Shop's income sheet, else null. Headings of several languages may mix. */
export function incomeLayout(row: SheetRow): IncomeLayout | null {
  const columns = headingTexts(row).map((name, index) => ({ index, name: bareHeading(name).replace(/\s+/g, ' ') }))
  const find = (names: readonly string[]) =>
    columns.find(({ name }) => names.some((known) => headingKey(known) === headingKey(name))) ?? null
  const named = Object.fromEntries(
    Object.entries(NAMED).map(([key, names]) => [key, find(names)]),
  ) as IncomeLayout['named']
  const found = REQUIRED.filter((key) => named[key] !== null)
  if (named.id === null || found.length < ENOUGH) return null
  const taken = new Set(Object.values(named))
  const between = (from: Column, to: Column | null) =>
    columns.filter(
      (column) =>
        column.index > from.index && column.index < (to?.index ?? Number.POSITIVE_INFINITY) && !taken.has(column),
    )
  const { revenue, fees, adjustment } = named
  const sides =
    revenue && fees && adjustment
      ? [side(revenue, between(revenue, endOf(revenue, named))), side(fees, between(fees, endOf(fees, named)))]
      : []
  return {
    named,
    sides,
    // one heading in the middle is blank
    width: columns.findLastIndex(({ name }) => name !== '') + 1,
    missing: REQUIRED.filter((key) => named[key] === null).map((key) => NAMED[key][0]),
  }
}

/** A side ends where the next total begins. */
const endOf = (total: Column, { revenue, fees, adjustment, released }: IncomeLayout['named']): Column | null =>
  [revenue, fees, adjustment, released]
    .filter((column) => column !== null)
    .filter(({ index }) => index > total.index)
    .sort((a, b) => a.index - b.index)[0] ?? null

function side(total: Column, columns: Column[]): Side {
  const isSubtotal = ({ name }: Column) =>
    SUBTOTALS.find(({ names }) => names.some((known) => headingKey(known) === headingKey(name)))
  const starts = columns.flatMap((column, at) => {
    const known = isSubtotal(column)
    return known ? [{ column, at, parts: known.parts }] : []
  })
  const subtotals = starts.map(({ column, at, parts }, nth) => {
    const candidates = columns.slice(at + 1, starts[nth + 1]?.at)
    const last = candidates.findLastIndex(({ name }) => parts.test(normalHeading(name)))
    return { column, candidates, sure: last + 1 }
  })
  return { total, columns, subtotals }
}
