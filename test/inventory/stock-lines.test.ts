import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellOf } from '../../src-renderer/inventory/matrix-moves.ts'
import { headSizes, sizeFamily, stockLines } from '../../src-renderer/inventory/stock-lines.ts'
import type { StockRow } from '../../src-shared/inventory/inventory.ts'

let next = 0
const row = (productName: string, colour: string, size: string, facts: Partial<StockRow> = {}): StockRow => ({
  variantId: `v${++next}`,
  productId: productName,
  productName,
  category: '',
  photoId: null,
  sku: `SKU-${next}`,
  motif: '',
  colour,
  size,
  shelf: '',
  unit: 'pcs',
  onHand: 3,
  reserved: 1,
  safetyStock: 0,
  available: 2,
  short: 0,
  reorderPoint: 0,
  state: 'enough',
  value: 0,
  averageCost: null,
  withoutCost: 0,
  ...facts,
})

test.each([
  ['M', 'letters'],
  ['xxl', 'letters'],
  ['3XL', 'letters'],
  ['All Size', 'letters'],
  ['28', '#'],
  ['Anak 1', 'anak #'],
  ['1,5 kg', '# kg'],
  ['2 m', '# m'],
  ['2 XL', 'letters'],
  ['', ''],
])('the sizes beside %s are %s', (size, family) => expect(sizeFamily(size)).toBe(family))

test('28 to 38 is another family than M to XXL and than Anak 1 to 5, each under its own head', () => {
  const rows = [
    ...['28', '30', '32', '34', '38'].map((size) => row('Celana', 'Hitam', size)),
    ...['M', 'L', 'XL', 'XXL'].map((size) => row('Kemeja', 'Hitam', size)),
    ...['M', 'L'].map((size) => row('Kemeja', 'Putih', size)),
    ...['Anak 1', 'Anak 2'].map((size) => row('Kemeja Koko', 'Putih', size)),
  ]
  const { sections, lines } = stockLines(rows)
  expect(sections.map(({ sizes }) => sizes)).toEqual([
    ['28', '30', '32', '34', '38'],
    ['M', 'L', 'XL', 'XXL'],
    ['Anak 1', 'Anak 2'],
  ])
  expect(lines.map(({ layout }) => layout)).toEqual(['columns', 'columns', 'columns', 'columns'])
  expect(headSizes(sections)).toEqual([])
})

test('one family has its sizes in the head, and goods without a size stand beside', () => {
  const { sections, lines } = stockLines([
    row('Kemeja', 'Hitam', 'M'),
    row('Kemeja', 'Hitam', 'L'),
    row('Tas', 'Hitam', ''),
  ])
  expect(sections).toHaveLength(1)
  expect(headSizes(sections)).toEqual(['M', 'L'])
  expect(lines.map(({ layout }) => layout)).toEqual(['columns', 'whole'])
})

test('a line is named by what its category does not say, and never by a size', () => {
  const { lines } = stockLines([
    row('Kemeja Lung Ukir', 'Biru', 'M', { category: 'Kemeja', motif: 'Lung Ukir' }),
    row('Kemeja Parang', 'Merah', 'M', { category: 'Kemeja' }),
  ])
  expect(lines.map(({ goods }) => goods)).toEqual([
    { product: '', motif: 'Lung Ukir', colour: 'Biru', size: '' },
    { product: 'Parang', motif: '', colour: 'Merah', size: '' },
  ])
})

test('every SKU has one cell, and sums add up to what is shown, whatever the sizes', () => {
  const size = fc.constantFrom('', 'S', 'M', 'L', 'XL', 'XXL', '3XL', '28', '30', 'Anak 1', 'All Size')
  const goods = fc.record({ product: fc.constantFrom('A', 'B'), colour: fc.constantFrom('Hitam', 'Putih'), size })
  fc.assert(
    fc.property(fc.array(goods, { maxLength: 40 }), (list) => {
      const rows = list.map(({ product, colour, size }, index) => row(product, colour, size, { available: index }))
      const { sections, lines } = stockLines(rows)
      const cells = lines.flatMap(({ cells }) => cells.filter((cell) => cell !== null))
      expect(cells.map(({ variantId }) => variantId).sort()).toEqual(rows.map(({ variantId }) => variantId).sort())
      for (const { variantId } of rows) expect(cellOf(lines, variantId)).not.toBeNull()
      const all = rows.reduce((sum, { available }) => sum + available, 0)
      expect(sections.reduce((sum, { sums }) => sum + sums.available, 0)).toBe(all)
      expect(lines.reduce((sum, { sums }) => sum + (sums?.available ?? 0), 0)).toBe(all)
    }),
  )
})
