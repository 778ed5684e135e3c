import type { ProductsWords } from '../../src-shared/catalog/products.words.ts'
import type { VariantText } from './product-form.ts'

/** Two sheets of one list of SKUs: what they are called and sold for, and what stood on the shelf and cost when the books began. */
export type SheetView = 'codes' | 'stock'

export const COLUMNS = {
  codes: ['sku', 'barcode', 'shelf', 'price'],
  stock: ['openingPieces', 'openingCost', 'reorderPoint', 'safetyStock'],
} as const satisfies Record<SheetView, readonly (keyof VariantText)[]>
export type ColumnId = (typeof COLUMNS)[SheetView][number]

export const viewOf = (column: ColumnId): SheetView =>
  (COLUMNS.codes as readonly ColumnId[]).includes(column) ? 'codes' : 'stock'

export const KINDS = {
  sku: 'code',
  barcode: 'code',
  shelf: 'text',
  price: 'number',
  openingPieces: 'number',
  openingCost: 'number',
  reorderPoint: 'number',
  safetyStock: 'number',
} as const satisfies Record<ColumnId, string>

/** In px. */
export const WIDTHS: Record<ColumnId, number> = {
  sku: 152,
  barcode: 126,
  shelf: 60,
  price: 92,
  openingPieces: 74,
  openingCost: 92,
  reorderPoint: 64,
  safetyStock: 74,
}

/** In px: codes that are made of product, colour and size tell theirs apart at the end. */
export const MOST: Partial<Record<ColumnId, number>> = { sku: 240 }

export const headsOf = (w: ProductsWords): Record<ColumnId, string> => ({
  sku: w.sku,
  barcode: w.barcode,
  shelf: w.shelf,
  price: w.price,
  openingPieces: w.openingPieces,
  openingCost: w.openingCost,
  reorderPoint: w.reorderShort,
  safetyStock: w.safetyShort,
})
