import { expect, test } from 'vitest'
import { inSizeOrder } from '../../src-shared/catalog/size-order.ts'

const sorted = (...sizes: string[]) => inSizeOrder(sizes, (size) => size)

test.each([
  [['XL', 'M', 'XXL', 'L', 'S', 'XS']],
  [['2XL', '3XL', 'XL', 'L']],
  [['XXL', 'All Size', 'M']],
  [['38', '28', '30']],
  [['Anak 10', 'Anak 2', 'Anak 1']],
  [['1,5 kg', '1 kg', '10 kg']],
])('%j stands from small to large', (sizes) => {
  const known = [
    'XS',
    'S',
    'M',
    'L',
    'XL',
    'XXL',
    '2XL',
    '3XL',
    'All Size',
    '28',
    '30',
    '38',
    'Anak 1',
    'Anak 2',
    'Anak 10',
    '1 kg',
    '1,5 kg',
    '10 kg',
  ]
  expect(sorted(...sizes)).toEqual(known.filter((size) => sizes.includes(size)))
})

test('words that tell no order keep the order of the shop', () => {
  expect(sorted('Besar', 'Kecil', 'M')).toEqual(['Besar', 'Kecil', 'M'])
  expect(sorted('28-30', '26-28')).toEqual(['28-30', '26-28'])
})
