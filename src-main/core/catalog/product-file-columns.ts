import { Unit, type Variant, type VariantDraft } from '../../../src-shared/catalog/catalog.ts'
import type { ProductFileWords } from '../../../src-shared/catalog/product-file.words.ts'
import { LARGEST_PRICE, MOST_PIECES } from '../../../src-shared/kernel/limits.ts'
import { letterCount, plain } from '../../../src-shared/kernel/page.ts'
import { formatNumber, parseRupiah } from '../../../src-shared/kernel/rupiah.ts'
import { readAmount } from '../spreadsheet/money/amounts.ts'
import { unguarded } from '../spreadsheet/writing/guarded-text.ts'

/** A cell as a spreadsheet holds it; blank is null. */
export type FileCell = string | number | boolean | null

/** What one row of a product file says of an SKU. A field that its file has no column for, or no number in, is absent. */
export interface FileFields extends Partial<Omit<VariantDraft, 'id' | 'sku' | 'components'>> {
  name: string
  sku: string
  category?: string
}

/** The value of a cell, or why it cannot be one. */
type CellReading<T> = { value: T } | { reason: string } | null

interface FileColumn {
  heading: string
  width: number
  write: (variant: Variant) => string | number | null
  /** Absent: the column is for reading only, and whatever stands in it is passed over. */
  field?: keyof FileFields
  read?: (cell: FileCell, words: ProductFileWords) => CellReading<string | number | null>
}

const text =
  (letters: number, isRequired = false): FileColumn['read'] =>
  (cell, words) => {
    const typed = asText(cell)
    if (typed === '' && isRequired) return { reason: words.required }
    return letterCount(typed) > letters ? { reason: words.tooLong(letters) } : { value: typed }
  }

/** Codes are text. A long one that a spreadsheet program took for a number has lost its last digits for good. */
const code =
  (letters: number, isRequired: boolean): FileColumn['read'] =>
  (cell, words) => {
    const isRounded =
      (typeof cell === 'number' && !Number.isSafeInteger(cell)) ||
      (typeof cell === 'string' && /^\d([.,]\d+)?E\+\d+$/i.test(cell.trim()))
    if (isRounded) return { reason: words.roundedCode }
    const typed = asText(cell)
    if (typed === '') return isRequired ? { reason: words.required } : { value: null }
    return letterCount(typed) > letters ? { reason: words.tooLong(letters) } : { value: typed }
  }

/** A blank number says nothing: what is known stays. */
const wholeNumber =
  (limit: number): FileColumn['read'] =>
  (cell, words) => {
    if (asText(cell) === '') return null
    const value = amountIn(cell)
    if (value === null || !Number.isInteger(value) || value < 0) return { reason: words.wholeNumber }
    return value > limit ? { reason: words.tooLarge(formatNumber(limit)) } : { value }
  }

/** As spreadsheets write whole numbers, here and abroad (`12.500`, `12,500`), or as people type amounts (`85rb`). */
export const amountIn = (cell: FileCell): number | null =>
  typeof cell === 'number' ? cell : (readAmount(asText(cell)).amount ?? parseRupiah(asText(cell)))

const unit: FileColumn['read'] = (cell, words) => {
  const typed = asText(cell).toLowerCase()
  if (typed === '') return null
  const known = Unit.safeParse(typed)
  return known.success ? { value: known.data } : { reason: words.unit(Unit.options.join(', ')) }
}

export const asText = (cell: FileCell): string => (cell === null ? '' : plain(unguarded(String(cell))))

/** The product file, one row an SKU. The headings are the file's format and stay Indonesian in every language. */
export const PRODUCT_FILE: FileColumn[] = [
  { heading: 'Nama Produk', width: 36, field: 'name', read: text(200, true), write: ({ productName }) => productName },
  { heading: 'Kategori', width: 16, field: 'category', read: text(60), write: ({ category }) => category },
  { heading: 'Kode SKU', width: 20, field: 'sku', read: code(60, true), write: ({ sku }) => sku },
  { heading: 'Barcode', width: 18, field: 'barcode', read: code(128, false), write: ({ barcode }) => barcode },
  { heading: 'Motif', width: 16, field: 'motif', read: text(60), write: ({ motif }) => motif },
  { heading: 'Warna', width: 14, field: 'colour', read: text(40), write: ({ colour }) => colour },
  { heading: 'Ukuran', width: 10, field: 'size', read: text(20), write: ({ size }) => size },
  { heading: 'Satuan', width: 9, field: 'unit', read: unit, write: ({ unit }) => unit },
  { heading: 'Rak', width: 9, field: 'shelf', read: text(30), write: ({ shelf }) => shelf },
  {
    heading: 'Harga Jual',
    width: 13,
    field: 'price',
    read: wholeNumber(LARGEST_PRICE),
    write: ({ price }) => price,
  },
  {
    heading: 'Berat (g)',
    width: 10,
    field: 'weightGrams',
    read: wholeNumber(1_000_000),
    write: ({ weightGrams }) => weightGrams,
  },
  {
    heading: 'Batas Stok Ulang',
    width: 16,
    field: 'reorderPoint',
    read: wholeNumber(MOST_PIECES),
    write: ({ reorderPoint }) => reorderPoint,
  },
  {
    heading: 'Stok Pengaman',
    width: 14,
    field: 'safetyStock',
    read: wholeNumber(MOST_PIECES),
    write: ({ safetyStock }) => safetyStock,
  },
  { heading: 'Harga Modal', width: 13, write: ({ averageCost }) => averageCost },
  {
    heading: 'Stok Fisik',
    width: 11,
    write: ({ onHand, components }) => (components.length > 0 ? null : onHand),
  },
]

export const REQUIRED_HEADINGS = PRODUCT_FILE.filter(({ field }) => field === 'name' || field === 'sku').map(
  ({ heading }) => heading,
)
