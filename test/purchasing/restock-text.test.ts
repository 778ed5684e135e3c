import { expect, test } from 'vitest'
import { receiptOfList, whatsAppText } from '../../src-renderer/purchasing/restock-text.ts'
import { restockWords } from '../../src-shared/purchasing/restock.words.ts'

const row = {
  variantId: '01900000-0000-7000-8000-000000000001',
  sku: 'KMJ-LUK-L',
  label: 'Kemeja Lung Ukir L',
  goodsName: { product: 'Kemeja Lung Ukir', motif: '', colour: 'Biru', size: 'L' },
  unit: 'pcs',
  toSpare: 1,
  sold: 30,
  daysLeft: 1,
  need: 36,
  price: 61_000,
  pieces: 24,
}

test('a supplier is asked in plain lines, with the whole name and no price', () => {
  expect(whatsAppText(restockWords.id, 'Bu Siti', 'Batik Ratna', [row])).toBe(
    [
      'Halo Bu Siti, pesanan dari Batik Ratna:',
      '1. Kemeja Lung Ukir, Biru, L: 24 pcs',
      'Jumlah 24 pcs.',
      'Mohon kabari harga dan kapan bisa dikirim. Terima kasih.',
    ].join('\n'),
  )
})

test('the receipt that follows has the supplier, the pieces asked for and the last price', () => {
  expect(receiptOfList('2026-11-22', 'Bu Siti', [row])).toMatchObject({
    supplierName: 'Bu Siti',
    day: '2026-11-22',
    lines: [{ variantId: row.variantId, quantity: '24', price: '61.000' }],
  })
})
