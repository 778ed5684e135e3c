import { describe, expect, test } from 'vitest'
import { codeVerdicts } from '../../src-main/core/catalog/code-rule.ts'
import { optionsDisagree } from '../../src-main/core/catalog/option-words.ts'
import { aCore } from '../builders/a-core.ts'
import { aName, aProduct, aShop, aVariant, sell } from '../builders/a-product.ts'

const SKU = { variantId: 'V', sku: 'KAOS', barcode: null, size: '', colour: '', goodsName: aName('Kaos') }

/** Of variations that carry one code, those that the code maps by itself. */
const certain = (sku: typeof SKU | null, ...variationNames: string[]) =>
  [
    ...codeVerdicts(
      sku,
      variationNames.map((name) => ({ listingId: name, variationNames: [name] })),
    ),
  ]
    .filter(([, { isCertain }]) => isCertain)
    .map(([name]) => name)

describe('a code maps a listing by itself', () => {
  test('when it alone carries it and nothing speaks against it', () => {
    expect(certain(SKU, 'Biru,L')).toEqual(['Biru,L'])
    expect(certain({ ...SKU, size: 'L', colour: 'Biru' }, 'Blue, L')).toEqual(['Blue, L'])
    expect(certain(null, 'Biru,L')).toEqual([])
  })

  test('not when several variations carry it', () => {
    expect(certain(SKU, 'Merah', 'Hijau')).toEqual([])
  })

  test('not when size or colour disagree', () => {
    expect(certain({ ...SKU, size: 'M' }, 'Biru,XL')).toEqual([])
    expect(certain({ ...SKU, colour: 'Biru' }, 'Hijau')).toEqual([])
  })

  test('a size is a size however a seller words it, also beside its colour and a remark', () => {
    const M = { ...SKU, size: 'M' }
    for (const other of [
      'Large',
      'Extra Large',
      'Besar',
      'Hitam, X-Large',
      'Merah XL',
      'XL/Merah',
      'XL (LD 110)',
      'small',
    ])
      expect(certain(M, other)).toEqual([])
    for (const same of ['Medium', 'Sedang', 'Merah M', 'M-Merah', 'M (BB 45-55)'])
      expect(certain(M, same)).toEqual([same])
    expect(certain({ ...SKU, size: 'XXL' }, 'Double XL')).toEqual(['Double XL'])
    expect(certain({ ...SKU, size: 'XL' }, 'EXTRA LARGE')).toEqual(['EXTRA LARGE'])
  })

  test('when of several variations exactly one can be meant', () => {
    expect(certain({ ...SKU, size: 'S' }, 'S', 'M', 'L')).toEqual(['S'])
  })
})

test('sizes and colours are compared as people write them', () => {
  const options = (colour: string, size: string) => ({ colour, size })
  expect(optionsDisagree(options('Biru', '2XL'), options('BLUE', 'xxl'))).toBe(false)
  expect(optionsDisagree(options('', 'All Size'), options('', 'free size'))).toBe(false)
  expect(optionsDisagree(options('Biru Muda', ''), options('Biru Tua', ''))).toBe(true)
  for (const [a, b] of [
    ['Navy', 'Biru Dongker'],
    ['Maroon', 'Merah Marun'],
    ['Army', 'Hijau Army'],
    ['Abu Tua', 'Dark Grey'],
    ['Pink', 'merah muda'],
  ] as const)
    expect([a, b, optionsDisagree(options(a, ''), options(b, ''))]).toEqual([a, b, false])
  for (const [a, b] of [
    ['Navy', 'Biru'],
    ['Army', 'Olive'],
    ['Merah', 'Bata'],
    ['Biru', 'Benhur'],
  ] as const)
    expect([a, b, optionsDisagree(options(a, ''), options(b, ''))]).toEqual([a, b, true])
  // a word that is no colour may be a motif, and says nothing
  expect(optionsDisagree(options('Lung Ukir', ''), options('Biru', ''))).toBe(false)
})

describe('one code for many goods', () => {
  const mapped = async (client: Awaited<ReturnType<typeof aCore>>['client']) =>
    Object.fromEntries(
      (await client.catalog.listings.list({ show: 'all' })).rows.map(({ variationName, variant }) => [
        variationName,
        variant?.sku ?? null,
      ]),
    )

  test('SKUs made of S and M: XL with the same code the next day stays unmapped, also by button', async () => {
    const { client, core, doors } = await aCore()
    const shopId = aShop(doors)
    await sell(core, shopId, '001', [
      { productName: 'Kaos', variationName: 'S', sku: 'KAOS' },
      { productName: 'Kaos', variationName: 'M', sku: 'KAOS' },
    ])
    const { rows } = await client.catalog.listings.list({})
    await client.catalog.listings.createProducts({ listingIds: rows.map(({ id }) => id) })
    const before = await mapped(client)

    await sell(core, shopId, '002', [{ productName: 'Kaos', variationName: 'XL', sku: 'KAOS' }])
    expect(await mapped(client)).toEqual({ ...before, XL: null })
    expect(await client.catalog.listings.mapCertain()).toMatchObject({ mapped: 0, ordersSettled: 0 })
    const made = await client.catalog.listings.list({})
    await client.catalog.listings.createProducts({ listingIds: made.rows.map(({ id }) => id) })
    expect(new Set(Object.values(await mapped(client))).size).toBe(3)
  })

  test('the catalog knows KAOS as size S: of S, M and L with that code only S is mapped', async () => {
    const { client, core, doors } = await aCore()
    await client.catalog.products.save(aProduct({ name: 'Kaos', variants: [aVariant({ sku: 'KAOS', size: 'S' })] }))
    await sell(
      core,
      aShop(doors),
      '001',
      ['S', 'M', 'L'].map((size) => ({ productName: 'Kaos', variationName: size, sku: 'KAOS' })),
    )
    expect(await mapped(client)).toEqual({ S: 'KAOS', M: null, L: null })
    expect(await client.catalog.listings.mapCertain()).toMatchObject({ mapped: 0, ordersSettled: 0 })
  })

  test('one that is mapped stays when a second comes with its code, and the second is asked about first of all', async () => {
    const { client, core, doors } = await aCore()
    const shopId = aShop(doors)
    await client.catalog.products.save(aProduct({ name: 'Kemeja', variants: [aVariant({ sku: 'KMJ' })] }))
    await sell(core, shopId, '001', [{ productName: 'Kemeja', variationName: 'Merah', sku: 'KMJ' }])
    await sell(core, shopId, '002', [{ productName: 'Kemeja', variationName: 'Hijau', sku: 'KMJ' }])
    expect(await mapped(client)).toEqual({ Merah: 'KMJ', Hijau: null })
    const { rows } = await client.catalog.listings.list({})
    expect(rows[0]!.suggestions[0]).toMatchObject({ sku: 'KMJ', reason: 'same sku', score: 99 })
  })

  test('the code of another shop is a matter of that shop', async () => {
    const { client, core, doors } = await aCore()
    await client.catalog.products.save(aProduct({ name: 'Kemeja', variants: [aVariant({ sku: 'KMJ' })] }))
    await sell(core, aShop(doors), '001', [{ productName: 'Kemeja', variationName: 'A', sku: 'KMJ' }])
    await sell(core, aShop(doors, 'tiktok', 'TT'), '900', [{ productName: 'Kemeja', variationName: 'B', sku: 'KMJ' }])
    expect(await mapped(client)).toEqual({ A: 'KMJ', B: 'KMJ' })
  })
})
