import { ORPCError } from '@orpc/client'
import type { ProductsWords } from '../../src-shared/catalog/products.words.ts'
import type { FormProblem, ProductForm } from './variant-draft.ts'

export function problemSentence(problem: FormProblem, w: ProductsWords): string {
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
      return w.numberUnreadable(problem.text)
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
