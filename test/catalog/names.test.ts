import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { skuMaker, skuPrefix } from '../../src-main/core/catalog/new-sku.ts'
import { compareSizes, inSizeOrder } from '../../src-main/core/catalog/size-order.ts'
import { variantLabel } from '../../src-main/core/catalog/variant-label.ts'
import { parseVariationName } from '../../src-main/core/catalog/variation-name.ts'
import { aVariant } from '../builders/a-product.ts'

describe('the label of an SKU', () => {
  const label = (name: string, motif: string, colour: string, size: string) =>
    variantLabel(name, { motif, colour, size })

  test('is the product with its options, in one line', () => {
    expect(label('Kemeja Lung Ukir', '', 'Biru', 'L')).toBe('Kemeja Lung Ukir, Biru, L')
  })

  test('does not repeat what the name says already, however it is written', () => {
    expect(label('Kemeja Lung Ukir (biru)', 'Lung Ukir', 'Biru', 'XL')).toBe('Kemeja Lung Ukir (biru), XL')
  })

  test('takes whole words only: the L of Lung is not a size', () => {
    expect(label('Kemeja Lung', '', '', 'L')).toBe('Kemeja Lung, L')
  })

  test('of a product without options is its name', () => {
    expect(label('Gantungan Kunci', '', '', '')).toBe('Gantungan Kunci')
  })
})

describe('sizes', () => {
  const sorted = (...sizes: string[]) => sizes.toSorted(compareSizes)

  test('stand as a shop hangs them', () => {
    expect(sorted('XXL', 'M', 'S', '3XL', 'L', 'XS', 'XL')).toEqual(['XS', 'S', 'M', 'L', 'XL', 'XXL', '3XL'])
  })

  test('count up when they are numbers, after the letters', () => {
    expect(sorted('40', '9', 'L', '38', '250 g', '1 kg', '')).toEqual(['', 'L', '1 kg', '9', '38', '40', '250 g'])
  })

  test('leave All Size for the end', () => {
    expect(sorted('All Size', 'XL', '42')).toEqual(['XL', '42', 'All Size'])
  })

  test('have one order, whichever way they came', () => {
    const size = fc.oneof(
      fc.constantFrom('S', 'M', 'L', 'XL', 'XXL', '2XL', '3L', 'All Size', 'allsize', '38', '40', '5', ''),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(size), fc.integer({ min: 0, max: 20 }), (sizes, turn) => {
        const turned = [...sizes.slice(turn), ...sizes.slice(0, turn)]
        expect(turned.toSorted(compareSizes)).toEqual(sizes.toSorted(compareSizes))
      }),
      { numRuns: 200 },
    )
  })

  test('go up within each colour, and colours keep the order they were given in', () => {
    const variants = [
      ['Merah', 'XL'],
      ['Biru', 'M'],
      ['Merah', 'S'],
      ['Biru', 'S'],
    ].map(([colour, size]) => aVariant({ colour, size }))
    expect(inSizeOrder(variants).map(({ colour, size }) => `${colour} ${size}`)).toEqual([
      'Merah S',
      'Merah XL',
      'Biru S',
      'Biru M',
    ])
  })
})

describe('what a variation name says', () => {
  test.each([
    ['Biru,L', { motif: '', colour: 'Biru', size: 'L' }],
    ['L,Biru', { motif: '', colour: 'Biru', size: 'L' }],
    ['Lung Ukir,Biru Navy,XXL', { motif: 'Lung Ukir', colour: 'Biru Navy', size: 'XXL' }],
    ['Warna: Sogan, Ukuran: 3XL', { motif: '', colour: 'Sogan', size: '3XL' }],
    ['Motif Parang,Ukuran M', { motif: 'Parang', colour: '', size: 'M' }],
    ['Gelombang Laut,All Size', { motif: '', colour: 'Gelombang Laut', size: 'All Size' }],
    ['250 gram', { motif: '', colour: '', size: '250 gram' }],
    ['Bubuk,1,5 kg', { motif: '', colour: 'Bubuk', size: '1,5 kg' }],
    ['Hitam,38-40', { motif: '', colour: 'Hitam', size: '38-40' }],
    ['120 x 200 cm', { motif: '', colour: '', size: '120 x 200 cm' }],
    ['Default', { motif: '', colour: '', size: '' }],
    ['-', { motif: '', colour: '', size: '' }],
    ['', { motif: '', colour: '', size: '' }],
    ['Truntum', { motif: '', colour: 'Truntum', size: '' }],
  ])('%s', (name, options) => {
    expect(parseVariationName(name)).toEqual(options)
  })

  test('always fits the fields of an SKU', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const { motif, colour, size } = parseVariationName(name)
        expect(motif.length).toBeLessThanOrEqual(60)
        expect(colour.length).toBeLessThanOrEqual(40)
        expect(size.length).toBeLessThanOrEqual(20)
        expect([motif, colour, size].every((text) => text.isWellFormed())).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a SKU code of our own', () => {
  test('begins with the consonants of the product', () => {
    expect(['Batik Tulis', 'Kemeja', 'Kopi Susu', 'Ubi', '3 Roda', '★'].map(skuPrefix)).toEqual([
      'BTK',
      'KMJ',
      'KOP',
      'UBI',
      'ROD',
      'SKU',
    ])
  })

  test('counts on from the codes that are there, and adds what tells the options apart', () => {
    const skus = skuMaker(new Set(['btk-0007-l', 'lain']))
    const stem = skus.stemFor('Batik Tulis')
    expect(stem).toBe('BTK-0008')
    expect(skus.make(stem, { motif: '', colour: '', size: 'L' })).toBe('BTK-0008-L')
    expect(skus.make(stem, { motif: '', colour: 'Biru Navy', size: '' })).toBe('BTK-0008-BIRNAV')
    expect(skus.stemFor('Batik Cap')).toBe('BTK-0009')
  })

  test('is never given twice', () => {
    const skus = skuMaker(new Set(['kmj-0001-l']))
    const options = { motif: '', colour: '', size: 'L' }
    expect([1, 2, 3].map(() => skus.make('KMJ-0001', options))).toEqual([
      'KMJ-0001-L-2',
      'KMJ-0001-L-3',
      'KMJ-0001-L-4',
    ])
  })
})
