import { ORPCError } from '@orpc/client'
import type { ProductsWords } from '../../src-shared/catalog/products.words.ts'
import type { OpeningCellWords } from '../../src-shared/inventory/opening.words.ts'
import { type CellTrouble, readOpeningCost, readOpeningPieces } from '../../src-shared/inventory/opening-cells.ts'
import { readPieces } from '../../src-shared/kernel/written-pieces.ts'
import { readRupiah } from '../design/fields/rupiah-entry.ts'
import { type ProductForm, priceOf, rowsOf, type VariantText } from './product-form.ts'

/** What keeps a form from being saved, and where. */
export type FormProblem =
  | { what: 'name' | 'components' | 'variants' }
  | { what: 'sku missing'; row: string }
  | { what: 'sku twice' | 'barcode twice' | 'price' | 'reorderPoint' | 'safetyStock'; row: string; text: string }
  | { what: 'openingPieces' | 'openingCost'; row: string; text: string; why: CellTrouble }

export function problemIn(form: ProductForm): FormProblem | null {
  if (form.name.trim() === '') return { what: 'name' }
  if (form.variants.length === 0) return { what: 'variants' }
  if (form.isBundle && (form.components.length === 0 || form.components.some(({ pieces }) => !pieces)))
    return { what: 'components' }
  const skus = new Set<string>()
  const barcodes = new Set<string>()
  for (const row of rowsOf(form)) {
    const { id, sku, barcode, price, reorderPoint, safetyStock } = row
    if (sku.trim() === '') return { what: 'sku missing', row: id }
    if (skus.has(sku.trim().toLowerCase())) return { what: 'sku twice', row: id, text: sku.trim() }
    skus.add(sku.trim().toLowerCase())
    if (barcode !== '' && barcodes.has(barcode)) return { what: 'barcode twice', row: id, text: barcode }
    if (barcode !== '') barcodes.add(barcode)
    if (isPriceWrong(price)) return { what: 'price', row: id, text: price }
    if (isPiecesWrong(reorderPoint)) return { what: 'reorderPoint', row: id, text: reorderPoint }
    if (isPiecesWrong(safetyStock)) return { what: 'safetyStock', row: id, text: safetyStock }
    if (!form.isBundle)
      for (const what of ['openingPieces', 'openingCost'] as const) {
        const why = openingTrouble(row, what)
        if (why) return { what, row: id, text: row[what], why }
      }
  }
  return null
}

/** Why a cell of Stok Awal cannot be taken as it stands; by the same rules as on its own page. */
export function openingTrouble(row: VariantText, what: 'openingPieces' | 'openingCost'): CellTrouble | undefined {
  const read =
    what === 'openingPieces' ? readOpeningPieces(row.openingPieces) : readOpeningCost(row.openingCost, priceOf(row))
  return 'trouble' in read ? read.trouble : undefined
}

export function isPriceWrong(typed: string): boolean {
  const read = readRupiah(typed)
  return read.kind === 'unreadable' || (read.kind === 'amount' && read.amount < 0)
}
export function isPiecesWrong(typed: string): boolean {
  const read = readPieces(typed)
  return read === undefined || (read !== null && read < 0)
}

export function problemSentence(problem: FormProblem, w: ProductsWords, cells: OpeningCellWords): string {
  switch (problem.what) {
    case 'name':
      return w.nameNeeded
    case 'variants':
      return w.noVariants
    case 'components':
      return w.componentsNeeded
    case 'sku missing':
      return w.skuNeeded
    case 'sku twice':
      return w.skuTwice(problem.text)
    case 'barcode twice':
      return w.barcodeTwice(problem.text)
    case 'price':
    case 'reorderPoint':
    case 'safetyStock':
      return w.numberUnreadable(problem.text)
    case 'openingPieces':
    case 'openingCost':
      return `${problem.text} ${cells[problem.why]}`
  }
}

/** The cell a refusal of the core speaks of: the code that is taken, the SKU that has history. */
export function refusedCell(error: unknown, form: ProductForm): { row: string; column: 'sku' | 'barcode' } | null {
  if (!(error instanceof ORPCError) || typeof error.data !== 'object' || error.data === null) return null
  const { sku, barcode } = error.data as { sku?: string; barcode?: string }
  const row = form.variants.find((each) =>
    barcode !== undefined ? each.barcode === barcode : each.sku.trim().toLowerCase() === sku?.toLowerCase(),
  )
  return row ? { row: row.id, column: barcode !== undefined ? 'barcode' : 'sku' } : null
}
