import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeVerdicts } from '../../src-main/core/catalog/code-rule.ts'
import { codeKey } from '../../src-main/core/catalog/codes.ts'
import { codeLikeness, type KnownSku, nameLikeness, skuSuggester } from '../../src-main/core/catalog/suggest-sku.ts'
import { aName } from '../builders/a-product.ts'

const ours = (sku: string, name: string, facts: Partial<KnownSku> = {}): KnownSku => ({
  variantId: sku,
  sku,
  goodsName: aName(name),
  barcode: null,
  size: '',
  colour: '',
  ...facts,
})

const SHELF = [
  ours('KMJ-LUK-L', 'Kemeja Lung Ukir, Biru, L', { size: 'L', barcode: '8991234500011' }),
  ours('KMJ-LUK-M', 'Kemeja Lung Ukir, Biru, M', { size: 'M' }),
  ours('SYL-TRM', 'Syal Truntum'),
  ours('KOPI-250', 'Kopi Bubuk Robusta, 250 g', { size: '250 g' }),
]
const suggest = skuSuggester(SHELF)
/** A listing that alone in its shop carries its code. */
function listing(sku: string, productName = '', variationName = '') {
  const key = codeKey(sku)
  const match = SHELF.find((known) => [codeKey(known.sku), known.barcode].includes(key)) ?? null
  const verdict = codeVerdicts(match, [{ listingId: 'L', variationNames: [variationName] }]).get('L')!
  return suggest({ sku, productName, variationName }, verdict)
}

describe('a listing and the SKU it may be', () => {
  test('the same code is certain and stands alone, whatever its case', () => {
    expect(listing(' kmj-luk-l ', 'Syal Truntum')).toEqual([
      {
        variantId: 'KMJ-LUK-L',
        sku: 'KMJ-LUK-L',
        label: 'Kemeja Lung Ukir, Biru, L',
        goodsName: aName('Kemeja Lung Ukir, Biru, L'),
        reason: 'same sku',
        score: 100,
      },
    ])
  })

  test('a seller who types the barcode as SKU is understood', () => {
    expect(listing('8991234500011')).toMatchObject([{ variantId: 'KMJ-LUK-L', reason: 'same barcode', score: 100 }])
  })

  test('a code without its dashes is almost certain, never wholly', () => {
    expect(listing('KOPI250')).toMatchObject([{ variantId: 'KOPI-250', reason: 'similar sku', score: 99 }])
  })

  test('a typing slip in a code is found', () => {
    expect(listing('SYL-TMR')[0]).toMatchObject({ variantId: 'SYL-TRM', reason: 'similar sku' })
  })

  test('a long selling name leads to the goods it speaks of', () => {
    expect(listing('', 'PROMO Kopi Bubuk Robusta Temanggung Asli Premium', '250 g')[0]).toMatchObject({
      variantId: 'KOPI-250',
      reason: 'similar name',
    })
  })

  test('a sibling of another size is not suggested', () => {
    const found = listing('', 'Kemeja Batik Pria Lung Ukir', 'Biru,M')
    expect(found.map(({ variantId }) => variantId)).toEqual(['KMJ-LUK-M'])
  })

  test('a stranger gets no suggestion', () => {
    expect(listing('TAS-01', 'Tas Anyaman Pandan', 'Cokelat')).toEqual([])
  })

  test('a listing without any words gets none either', () => {
    expect(listing('')).toEqual([])
  })

  test('the right sibling is found among four hundred of one product in a shop of 20,000', () => {
    const many = Array.from({ length: 50 }, (_, product) =>
      Array.from({ length: 400 }, (_, at) =>
        ours(`P${product}-${at}`, `Kain Tenun Ikat Troso ${product}, Motif ${at}`, { variantId: `${product}/${at}` }),
      ),
    ).flat()
    const [best] = skuSuggester(many)({
      sku: '',
      productName: 'Kain Tenun Ikat Troso 31 Jepara',
      variationName: 'Motif 377',
    })
    expect(best).toMatchObject({ variantId: '31/377', reason: 'similar name' })
  })
})

describe('likeness', () => {
  const text = fc.string({ maxLength: 12 })
  const words = fc.uniqueArray(fc.constantFrom('kemeja', 'biru', 'l', 'lung', 'ukir', 'batik'), { maxLength: 6 })

  test('is 100 for equal codes, the same both ways, and never leaves 0 to 100', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const score = codeLikeness(a, b)
        expect(score).toBe(codeLikeness(b, a))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        if (a !== '') expect(codeLikeness(a, a)).toBe(100)
      }),
      { numRuns: 100 },
    )
  })

  test('of names grows with every word of ours that the listing says', () => {
    fc.assert(
      fc.property(words, words, fc.nat(5), (listing, ours, pick) => {
        const said = new Set(listing)
        const word = ours[pick % Math.max(1, ours.length)]
        if (word === undefined || said.has(word)) return
        expect(nameLikeness(new Set([...said, word]), new Set(ours))).toBeGreaterThan(nameLikeness(said, new Set(ours)))
      }),
      { numRuns: 100 },
    )
  })
})
