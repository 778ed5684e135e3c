import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { skuMaker, skuPrefix } from '../../src-main/core/catalog/new-sku.ts'
import { compareSizes, inSizeOrder } from '../../src-main/core/catalog/size-order.ts'
import { nameOfListing, parseVariationName } from '../../src-main/core/catalog/variation-name.ts'
import { coloursOf } from '../../src-shared/catalog/colour-words.ts'
import { nameBeside, type Options, partsOfName, wholeName } from '../../src-shared/catalog/goods-name.ts'
import { wordsOf } from '../../src-shared/kernel/folded.ts'
import { aVariant } from '../builders/a-product.ts'

describe('the name of an SKU in one line', () => {
  const label = (product: string, motif: string, colour: string, size: string) =>
    wholeName({ product, motif, colour, size })

  test('is the product with its options', () => {
    expect(label('Kemeja Lung Ukir', '', 'Biru', 'L')).toBe('Kemeja Lung Ukir, Biru, L')
  })

  test('does not repeat what the name ends with, however it is written', () => {
    expect(label('Kemeja Lung Ukir (biru)', 'Lung Ukir', 'Biru', 'XL')).toBe('Kemeja Lung Ukir (biru), XL')
    expect(label('Kemeja Lung Ukir', 'Lung Ukir', 'Biru', 'L')).toBe('Kemeja Lung Ukir, Biru, L')
    expect(label('Outer Sekar Jagad All Size', '', '', 'All size')).toBe('Outer Sekar Jagad, All size')
    expect(label('Outer Hitam All Size', '', 'Hitam', 'All size')).toBe('Outer Hitam, All size')
  })

  test.each([
    ['Kemeja Tactical M-TAC RIPSTOP', '', 'Abu Tua', 'M', 'Kemeja Tactical M-TAC RIPSTOP, Abu Tua, M'],
    ['Kemeja Lengan Pendek M-TAC', '', 'Putih', 'M', 'Kemeja Lengan Pendek M-TAC, Putih, M'],
    ['Rok Hitam Putih', '', 'Hitam', '', 'Rok Hitam Putih, Hitam'],
    ['Kaos Hitam-Putih', '', 'Putih', '', 'Kaos Hitam-Putih, Putih'],
    ['Celana 30 Hari', '', '', '30', 'Celana 30 Hari, 30'],
    ['Kaos Seri S', '', '', 'S', 'Kaos Seri S, S'],
    ['Kemeja Lung', '', '', 'L', 'Kemeja Lung, L'],
    ['Biru', '', 'Biru', '', 'Biru, Biru'],
  ])('%s does not say %s%s %s', (product, motif, colour, size, whole) => {
    expect(label(product, motif, colour, size)).toBe(whole)
  })

  test('of a product without options is its name', () => {
    expect(label('Gantungan Kunci', '', '', '')).toBe('Gantungan Kunci')
  })

  test('shown part by part says no word twice', () => {
    const parts = partsOfName({ product: 'Kemeja Lung Ukir (biru)', motif: 'Lung Ukir', colour: 'Biru', size: 'XL' })
    expect(parts).toEqual({ product: 'Kemeja', motif: 'Lung Ukir', colour: 'Biru', size: 'XL' })
  })

  test('beside its colour and size says neither again', () => {
    const name = 'Outer Sekar Jagad All Size'
    expect(nameBeside({ name, colour: '', size: 'All size' }).product).toBe('Outer Sekar Jagad')
    expect(nameBeside({ name: 'Kemeja Hitam', colour: 'Hitam', size: 'M' }).product).toBe('Kemeja')
    expect(nameBeside({ name, colour: 'Navy', size: 'M' }).product).toBe(name)
  })

  const word = fc.constantFrom(
    'Kemeja',
    'M-TAC',
    'Hitam',
    'Hitam-Putih',
    'Lung',
    'Ukir',
    '30',
    'M',
    '(biru)',
    'Biru',
    'All Size',
  )
  const some = (most: number) => fc.array(word, { maxLength: most }).map((words) => words.join(' '))
  const options = fc.record({ motif: some(2), colour: some(2), size: fc.oneof(some(1), fc.constant('All size')) })
  const product = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
  const words = (text: string) => wordsOf(text).join(' ')
  const listed = ({ motif, colour, size }: Options) => [motif, colour, size].filter(Boolean).map(words)

  test('loses no option, unless the name ends with it', () => {
    fc.assert(
      fc.property(product, options, (product, options) => {
        const whole = words(wholeName({ product, ...options }))
        const shown = partsOfName({ product, ...options })
        expect(whole).toBe(words([shown.product, options.motif, options.colour, options.size].join(' ')))
        expect(words(product).startsWith(words(shown.product))).toBe(true)
        expect(shown.product).not.toBe('')
      }),
    )
  })

  test('tells any two SKUs of one product apart that differ in more than what the name ends with', () => {
    fc.assert(
      fc.property(product, options, options, (product, one, other) => {
        const unsaid = (each: Options) => {
          const end = words(product)
            .slice(words(partsOfName({ product, ...each }).product).length)
            .trim()
          return [end, listed(each).join(' | ')]
        }
        fc.pre(listed(one).join(' | ') !== listed(other).join(' | '))
        if (wholeName({ product, ...one }) === wholeName({ product, ...other })) {
          expect(unsaid(one)[0]).not.toBe(unsaid(other)[0])
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the colours that words tell', () => {
  const names = (text: string) => coloursOf(text).map(({ name }) => name)

  test.each([
    ['Hitam', ['hitam']],
    ['ABU TUA', ['abu tua']],
    ['Abu-abu', ['abu']],
    ['Biru Dongker', ['navy']],
    ['Hijau Army', ['army']],
    ['Mocca', ['coklat susu']],
    ['black', ['hitam']],
    ['Hitam Putih', ['hitam', 'putih']],
    ['Merah/Navy', ['merah', 'navy']],
    ['Gelombang Laut', []],
    ['Biru Langka', []],
    ['', []],
  ])('%s', (text, colours) => expect(names(text)).toEqual(colours))

  test('are dyes one can paint with', () => {
    for (const { dye } of coloursOf('hitam putih abu merah coklat hijau biru ungu kuning'))
      expect(dye).toMatch(/^#[0-9a-f]{6}$/)
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
    ['Merah XL', { motif: '', colour: 'Merah', size: 'XL' }],
    ['S-L/Hijau Army', { motif: '', colour: 'Hijau Army', size: 'S-L' }],
    ['Hitam, Extra Large', { motif: '', colour: 'Hitam', size: 'Extra Large' }],
    ['Navy, XL (LD 110)', { motif: '', colour: 'Navy', size: 'XL (LD 110)' }],
    ['Tipe S', { motif: '', colour: 'Tipe S', size: '' }],
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
test('a title that ends in its only variation says it once', () => {
  expect(nameOfListing('Outer Sekar Jagad Batik Jepara All Size', 'All size')).toEqual({
    product: 'Outer Sekar Jagad Batik Jepara',
    motif: '',
    colour: '',
    size: 'All size',
  })
  expect(nameOfListing('Kaos Polos XL', 'L').product).toBe('Kaos Polos XL')
  expect(nameOfListing('All Size', 'All Size').product).toBe('All Size')
})
