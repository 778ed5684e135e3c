import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aProduct, aShirt, aVariant, reserve, shelve } from '../builders/a-product.ts'

describe('finding an SKU', () => {
  async function aCatalog() {
    const { client, ...rest } = await aCore()
    await client.catalog.products.save(aShirt())
    await client.catalog.products.save(
      aProduct({
        name: 'Kopi Robusta 100% Temanggung',
        category: 'Kopi',
        variants: [aVariant({ sku: 'KOPI-250', barcode: '8991234500011', size: '250 g' })],
      }),
    )
    await client.catalog.products.save(
      aProduct({ name: 'Botol KMJ', category: '', variants: [aVariant({ sku: 'BTL_01.A' })] }),
    )
    const skus = async (query: string, facts: object = {}) =>
      (await client.catalog.variants.search({ query, ...facts })).map(({ sku }) => sku)
    return { client, skus, ...rest }
  }

  test.each([
    ['the beginning of a code', 'kmj-bir', ['KMJ-BIR-M', 'KMJ-BIR-L', 'KMJ-BIR-XL']],
    ['a part of a code', 'xl', ['KMJ-BIR-XL', 'KMJ-MER-XL']],
    ['a part after any sign', '01', ['BTL_01.A']],
    ['a barcode', '89912345', ['KOPI-250']],
    ['words of the name and the options, in any order', 'merah ukir', ['KMJ-MER-M', 'KMJ-MER-L', 'KMJ-MER-XL']],
    ['signs as they are: no wildcards', '100%', ['KOPI-250']],
    ['nothing that is not there', '_', []],
    ['every word typed', 'kopi merah', []],
  ])('by %s', async (_, query, found) => {
    const { skus } = await aCatalog()
    expect(await skus(query)).toEqual(found)
  })

  test('the code itself comes first, then codes that begin so, then names', async () => {
    const { client, skus } = await aCatalog()
    await client.catalog.products.save(aProduct({ name: 'Zat Warna', variants: [aVariant({ sku: 'KMJ' })] }))
    expect((await skus('kmj')).slice(0, 2)).toEqual(['KMJ', 'KMJ-BIR-M'])
    expect((await skus('kmj')).at(-1)).toBe('BTL_01.A')
  })

  test('a word that stands whole goes before the beginning of one: the L of "lung ukir L" is a size', async () => {
    const { skus } = await aCatalog()
    expect(await skus('lung ukir l')).toEqual([
      'KMJ-BIR-L',
      'KMJ-MER-L',
      'KMJ-BIR-M',
      'KMJ-BIR-XL',
      'KMJ-MER-M',
      'KMJ-MER-XL',
    ])
    expect(await skus('lung ukir merah l', { limit: 1 })).toEqual(['KMJ-MER-L'])
  })

  test('an empty query begins at the top, and no more come than were asked for', async () => {
    const { skus } = await aCatalog()
    expect(await skus('', { limit: 2 })).toEqual(['BTL_01.A', 'KMJ-BIR-M'])
  })

  test('bundles can be left out', async () => {
    const { client, skus } = await aCatalog()
    const coffee = (await client.catalog.variants.byCode({ code: 'KOPI-250' }))!
    await client.catalog.products.save(
      aProduct({
        name: 'Paket Kopi',
        variants: [aVariant({ sku: 'PKT-KOPI', components: [{ variantId: coffee.id, pieces: 2 }] })],
      }),
    )
    expect(await skus('kopi')).toEqual(['KOPI-250', 'PKT-KOPI'])
    expect(await skus('kopi', { bundles: false })).toEqual(['KOPI-250'])
  })
})

describe('a scanned code', () => {
  test('is an SKU or a barcode, the whole of it', async () => {
    const { client } = await aCore()
    await client.catalog.products.save(aProduct({ variants: [aVariant({ barcode: '8991234500011' })] }))
    const scanned = async (code: string) => (await client.catalog.variants.byCode({ code }))?.sku ?? null
    expect(await scanned('8991234500011')).toBe('KMJ-LUK-L')
    expect(await scanned('KMJ-LUK-L')).toBe('KMJ-LUK-L')
    expect(await scanned(' kmj-luk-l ')).toBe('KMJ-LUK-L')
    expect(await scanned('KMJ-LUK')).toBeNull()
    expect(await scanned('899123450001')).toBeNull()
    expect(await scanned('')).toBeNull()
  })

  test('is paired with goods that had none', async () => {
    const { client } = await aCore()
    const { variants } = await client.catalog.products.save(aProduct())
    const paired = await client.catalog.variants.pairBarcode({ variantId: variants[0]!.id, barcode: '899777' })
    expect(paired).toMatchObject({ sku: 'KMJ-LUK-L', barcode: '899777' })
    expect(await client.catalog.variants.byCode({ code: '899777' })).toEqual(paired)
  })

  test('of other goods is not paired again, and those goods are named', async () => {
    const { client } = await aCore()
    await client.catalog.products.save(
      aProduct({ name: 'Syal', variants: [aVariant({ sku: 'SYL', barcode: '899777' })] }),
    )
    const { variants } = await client.catalog.products.save(aProduct())
    await expect(
      client.catalog.variants.pairBarcode({ variantId: variants[0]!.id, barcode: '899777' }),
    ).rejects.toMatchObject({ code: 'BARCODE_TAKEN', data: { barcode: '899777', product: 'Syal' } })
    await expect(client.catalog.variants.pairBarcode({ variantId: newId(), barcode: '1' })).rejects.toMatchObject({
      code: 'PRODUCT_NOT_FOUND',
    })
  })
})

describe('a bundle', () => {
  async function aShelf() {
    const { client, doors } = await aCore()
    const shirt = aShirt()
    await client.catalog.products.save(shirt)
    const [shirtM, shirtL] = shirt.variants as [(typeof shirt.variants)[0], (typeof shirt.variants)[0]]
    const bundle = (components: { variantId: string; pieces: number }[], facts: object = {}) =>
      aProduct({ name: 'Paket Sarimbit', variants: [aVariant({ sku: 'PKT', components, ...facts })] })
    return { client, doors, shirt, shirtM: shirtM!, shirtL: shirtL!, bundle }
  }

  test('can be sold as often as its scarcest component allows, and costs what they cost', async () => {
    const { client, doors, shirtM, shirtL, bundle } = await aShelf()
    shelve(doors, shirtM.id, 7, 700_000)
    reserve(doors, shirtM.id, 2)
    shelve(doors, shirtL.id, 9, 450_000)
    const { variants } = await client.catalog.products.save(
      bundle([
        { variantId: shirtM.id, pieces: 2 },
        { variantId: shirtL.id, pieces: 1 },
      ]),
    )
    expect(variants[0]).toMatchObject({ onHand: 0, reserved: 0, available: 2, averageCost: 250_000 })
  })

  test('costs nobody knows while one component has no cost', async () => {
    const { client, doors, shirtM, shirtL, bundle } = await aShelf()
    shelve(doors, shirtM.id, 7, 700_000)
    const { variants } = await client.catalog.products.save(
      bundle([
        { variantId: shirtM.id, pieces: 1 },
        { variantId: shirtL.id, pieces: 1 },
      ]),
    )
    expect(variants[0]).toMatchObject({ available: 0, averageCost: null })
  })

  test('a component named twice counts together', async () => {
    const { client, shirtM, bundle } = await aShelf()
    const { variants } = await client.catalog.products.save(
      bundle([
        { variantId: shirtM.id, pieces: 1 },
        { variantId: shirtM.id, pieces: 2 },
      ]),
    )
    expect(variants[0]!.components).toEqual([{ variantId: shirtM.id, pieces: 3 }])
  })

  test('may be made of its own product’s variants', async () => {
    const { client, shirt, shirtM, shirtL } = await aShelf()
    const components = [
      { variantId: shirtM.id, pieces: 1 },
      { variantId: shirtL.id, pieces: 1 },
    ]
    const saved = await client.catalog.products.save({
      ...shirt,
      variants: [...shirt.variants, aVariant({ sku: 'KMJ-SARIMBIT', motif: 'Sarimbit', components })],
    })
    expect(saved.variants.at(-1)!.components).toEqual(expect.arrayContaining(components))
  })

  test('holds no bundle, not even itself', async () => {
    const { client, shirtM, bundle } = await aShelf()
    const first = bundle([{ variantId: shirtM.id, pieces: 1 }])
    await client.catalog.products.save(first)
    const outer = bundle([{ variantId: first.variants[0]!.id, pieces: 1 }], { sku: 'PKT-2' })
    await expect(client.catalog.products.save({ ...outer, name: 'Paket Besar' })).rejects.toMatchObject({
      code: 'BUNDLE_IN_BUNDLE',
      data: { sku: 'PKT' },
    })
    const id = newId()
    const loop = bundle([{ variantId: id, pieces: 1 }], { id, sku: 'PKT-3' })
    await expect(client.catalog.products.save(loop)).rejects.toMatchObject({
      code: 'BUNDLE_IN_BUNDLE',
      data: { sku: 'PKT-3' },
    })
  })

  test('goods inside a bundle cannot become one', async () => {
    const { client, shirt, shirtM, shirtL, bundle } = await aShelf()
    await client.catalog.products.save(bundle([{ variantId: shirtM.id, pieces: 1 }]))
    const nested = {
      ...shirt,
      variants: shirt.variants.map((variant) =>
        variant.id === shirtM.id ? { ...variant, components: [{ variantId: shirtL.id, pieces: 1 }] } : variant,
      ),
    }
    await expect(client.catalog.products.save(nested)).rejects.toMatchObject({
      code: 'BUNDLE_IN_BUNDLE',
      data: { sku: 'KMJ-BIR-M' },
    })
  })

  test('goods with stock of their own cannot become one', async () => {
    const { client, doors, shirt, shirtM, shirtL } = await aShelf()
    shelve(doors, shirtM.id, 1, 50_000)
    const draft = {
      ...shirt,
      variants: shirt.variants.map((variant) =>
        variant.id === shirtM.id ? { ...variant, components: [{ variantId: shirtL.id, pieces: 1 }] } : variant,
      ),
    }
    await expect(client.catalog.products.save(draft)).rejects.toMatchObject({
      code: 'BUNDLE_HAS_STOCK',
      data: { sku: 'KMJ-BIR-M' },
    })
  })

  test('of goods nobody knows is refused', async () => {
    const { client, bundle } = await aShelf()
    const id = newId()
    await expect(client.catalog.products.save(bundle([{ variantId: id, pieces: 1 }]))).rejects.toMatchObject({
      code: 'PRODUCT_NOT_FOUND',
      data: { id },
    })
  })
})
