import { columnLetter } from '../../../spreadsheet/column-letter.ts'
import { readSignedAmount } from '../../../spreadsheet/money/amounts.ts'
import { contentOf, isFormula, type PlainCell, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { bareHeading, headingKey, headingTexts } from '../reading/heading-names.ts'
import { otherCurrency } from '../reading/other-currency.ts'
import type { Column } from '../reading/report-cells.ts'
import { isGoodsPrice, isKnownAmount, isOther, isSubtotal, isTotal, spelledName } from './names.ts'

export interface AmountColumn extends Column {
  /** The title that stands above this and maybe other columns; blank where there is none. */
  group: string
  /** Some name we know; the amounts of another column are kept all the same, and said. */
  isKnown: boolean
}

/** What a heading row of an income sheet says about the rows below it. */
export interface IncomeLayout {
  orderNumber: Column | null
  reference: Column | null
  releasedOn: Column | null
  /** Held against the order number, which begins with the same day, it shows how the file writes its days. */
  placedOn: Column | null
  viewBy: Column | null
  /** Filled in rows of products, and a dash in the row of their order. */
  productId: Column | null
  /** What the file itself says that a row releases. */
  total: Column | null
  /** Everything that a row releases or holds back, in the order of the file. */
  amounts: AmountColumn[]
  /** Other columns, which the summary may total all the same. */
  others: Column[]
  width: number
  /** Where the last heading stands. */
  lastColumn: number
  missing: string[]
}

const ORDER_NUMBER = names('No. Pesanan', 'Order ID', 'Order No.')
const REFERENCE = names('No. Pengajuan', 'Refund ID', 'Request ID')
const RELEASED_ON = names('Tanggal Dana Dilepaskan', 'Payout Completed Date', 'Tanggal Pelepasan Dana')
const PLACED_ON = names('Waktu Pesanan Dibuat', 'Order Creation Date', 'Order Creation Time')
const VIEW_BY = names('Lihat berdasarkan', 'View By')
const PRODUCT_ID = names('ID Produk', 'Product ID')

function names(...headings: string[]): (heading: string) => boolean {
  const known = new Set(headings.map(headingKey))
  return (heading) => known.has(headingKey(heading))
}

export const isOrderNumber = ORDER_NUMBER
export const isViewBy = VIEW_BY

/** So many known amounts, and it was meant to be an income sheet, whatever else is missing. */
const ENOUGH = 3

/**
 * The layout when this row is the heading row of an income sheet, else null. `above` are the rows over it, nearest last; `totalAt`
 * is the column that was found to hold what each row releases, where its name does not say so.
 */
export function incomeLayout(row: SheetRow, above: readonly SheetRow[], totalAt = -1): IncomeLayout | null {
  if ([row, ...above].some(otherCurrency)) return null
  const headings = headingTexts(row).map((heading) => spelledName(bareHeading(heading).replace(/\s+/g, ' ')))
  const columns = headings.map((name, index) => ({ index, name }))
  const find = (is: (heading: string) => boolean) => columns.find(({ name }) => is(name)) ?? null
  const known = columns.filter(({ name }) => isKnownAmount(name))
  const goodsPrice = find(isGoodsPrice)
  const orderNumber = find(ORDER_NUMBER)
  const releasedOn = find(RELEASED_ON)
  const total = find(isTotal) ?? columns[totalAt] ?? null
  const isMeant = releasedOn
    ? known.length >= ENOUGH || total !== null
    : known.length >= ENOUGH && (goodsPrice || total)
  if (!orderNumber || !isMeant) return null
  const missing = [...(releasedOn ? [] : ['Tanggal Dana Dilepaskan']), ...(goodsPrice ? [] : ['Harga Asli Produk'])]
  const named = new Set([orderNumber, releasedOn, total, find(REFERENCE), find(VIEW_BY), find(PRODUCT_ID)])
  const isFree = (column: Column) => !named.has(column)
  const range = goodsPrice ? rangeOf(columns, goodsPrice.index, total?.index ?? null, known) : { from: 0, to: -1 }
  const isAmount = (column: Column) =>
    isFree(column) &&
    (isKnownAmount(column.name) ||
      (column.index >= range.from &&
        column.index <= range.to &&
        !isOther(column.name) &&
        !isSubtotal(column.name) &&
        !isTotal(column.name)))
  return {
    orderNumber,
    reference: find(REFERENCE),
    releasedOn,
    placedOn: find(PLACED_ON),
    viewBy: find(VIEW_BY),
    productId: find(PRODUCT_ID),
    total,
    amounts: columns.filter(isAmount).map((column) => amountColumn(column, above)),
    others: columns.filter((column) => isFree(column) && !isAmount(column) && column.name !== ''),
    width: headings.filter((heading) => heading !== '').length,
    lastColumn: headings.findLastIndex((heading) => heading !== ''),
    missing,
  }
}

/**
 * Where a sheet holds what each row releases under a name that nobody knows: the column whose amounts are, row by row, the sum of all
 * others. Counted as one more amount it would release everything twice.
 */
export function unnamedTotal({ amounts, total }: IncomeLayout, rows: readonly SheetRow[]): number | null {
  if (total) return null
  const told = rows.map(({ cells }) =>
    amounts.map(({ index }) => readSignedAmount(contentOf(cells[index])).amount ?? 0),
  )
  const withMoney = told.filter((row) => row.some((amount) => amount !== 0))
  const at = amounts.findIndex(
    ({ isKnown }, column) =>
      !isKnown &&
      withMoney.length > 0 &&
      withMoney.every((row) => row.reduce((sum, amount) => sum + amount, 0) === 2 * row[column]!),
  )
  return amounts[at]?.index ?? null
}

/** The layout without columns of an unknown name in which words stand, such as a buyer's name with digits in it. */
export function withoutWords(layout: IncomeLayout, rows: readonly SheetRow[]): IncomeLayout {
  const holdsWords = ({ index, isKnown }: AmountColumn): boolean => {
    const written = rows.map(({ cells }) => contentOf(cells[index])).filter((cell) => cell !== null && cell !== '-')
    return !isKnown && written.length > 0 && written.every(isWord)
  }
  const words = layout.amounts.filter(holdsWords)
  if (words.length === 0) return layout
  return {
    ...layout,
    amounts: layout.amounts.filter((column) => !words.includes(column)),
    others: [...layout.others, ...words],
  }
}

const isWord = (cell: PlainCell): boolean =>
  readSignedAmount(cell).amount === null && /\p{L}/u.test(String(cell).replace(/^(rp|idr)\b/i, ''))

/** Between the price of the goods and the total all columns are amounts; without a total up to the first column that is known to be none. */
function rangeOf(columns: readonly Column[], start: number, total: number | null, known: readonly Column[]) {
  if (total !== null) return { from: Math.min(start, total), to: Math.max(start, total) }
  const last = Math.max(...known.map(({ index }) => index))
  const next = columns.find(({ index, name }) => index > last && (name === '' || isOther(name)))
  return { from: start, to: next ? next.index - 1 : columns.length - 1 }
}

function amountColumn({ index, name }: Column, above: readonly SheetRow[]): AmountColumn {
  const group = titleAt(above.at(-1), index)
  const own = name || ownTitle(above, index) || `Kolom ${columnLetter(index)}`
  return { index, name: own, group, isKnown: isKnownAmount(name) }
}

/** What stands right above a column whose own heading is blank, where headings are merged over two rows. */
function ownTitle(above: readonly SheetRow[], index: number): string {
  const row = above.findLast(({ cells }) => typeof cells[index] === 'string')
  return row ? textAt(row, index) : ''
}

/** The title of a row of merged cells that covers a column: the last one that begins at it or to the left of it. */
export function titleAt(row: SheetRow | undefined, index: number): string {
  for (let at = Math.min(index, (row?.cells.length ?? 0) - 1); row && at >= 0; at--) {
    const title = textAt(row, at)
    if (title !== '') return title
  }
  return ''
}

function textAt(row: SheetRow, index: number): string {
  const cell = row.cells[index]
  if (cell === undefined || isFormula(cell)) return ''
  const text = contentOf(cell)
  return typeof text === 'string' && text.length <= 80 ? text.replace(/\s+/g, ' ').trim() : ''
}
