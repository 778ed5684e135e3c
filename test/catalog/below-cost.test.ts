import { expect, test } from 'vitest'
import { belowCostSentence, pricesBelowCost } from '../../src-renderer/catalog/below-cost.ts'
import { NOTHING_STANDS, type VariantText } from '../../src-renderer/catalog/product-form.ts'
import { productsWords } from '../../src-shared/catalog/products.words.ts'

const row = (size: string, price: string, averageCost: number | null): VariantText => ({
  id: `01900000-0000-7000-8000-00000000000${size.length}`,
  motif: '',
  colour: '',
  size,
  sku: `KMJ-${size}`,
  barcode: '',
  shelf: '',
  price,
  reorderPoint: '',
  safetyStock: '',
  ownPhotoId: null,
  openingPieces: '',
  openingCost: '',
  rest: { unit: 'pcs', weightGrams: 0, components: [], averageCost },
  stands: NOTHING_STANDS,
})

test('a price below its cost is said with the loss of a piece, the worst first', () => {
  const rows = [row('M', '100rb', 106_775), row('L', '90.000', 106_775), row('XL', '120rb', 106_775)]
  expect(belowCostSentence(rows, productsWords.id)).toBe(
    'L: Harga Jual Rp90.000 di bawah Harga Modal Rp106.775, rugi Rp16.775 per pcs sebelum biaya kanal. Juga 1 SKU lain.',
  )
})

test('no price yet, a price that cannot be read, a cost nobody knows and a price equal to it are no warning', () => {
  const rows = [row('S', '', 50_000), row('M', 'x', 50_000), row('L', '1rb', null), row('XL', '50.000', 50_000)]
  expect(pricesBelowCost(rows)).toEqual([])
  expect(belowCostSentence(rows, productsWords.id)).toBeNull()
})
