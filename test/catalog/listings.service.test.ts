import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aProduct, aShirt, aShop, aVariant, sell, shelve } from '../builders/a-product.ts'

async function aShopWithShirts() {
  const core = await aCore()
  const shirt = aShirt()
  await core.client.catalog.products.save(shirt)
  const { listings } = core.client.catalog
  const bySku = (sku: string) => shirt.variants.find((variant) => variant.sku === sku)!
  const listed = async (show: 'all' | 'unmapped' = 'all') => (await listings.list({ show })).rows
  return { ...core, shirt, bySku, listings, listed, shopId: aShop(core.doors) }
}

describe('listings that a channel speaks of', () => {
  test('are mapped at once when their SKU is one of ours, whatever its case', async () => {
    const { core, shopId, bySku, listed } = await aShopWithShirts()
    await sell(core, shopId, '001', [{ productName: 'Kemeja Batik', sku: ' kmj-bir-m ' }])
    expect(await listed()).toMatchObject([
      { variant: { id: bySku('KMJ-BIR-M').id, label: 'Kemeja Lung Ukir, Biru, M' } },
    ])
  })

  test('wait with suggestions when it is not, and count what was sold', async () => {
    const { core, shopId, bySku, listings } = await aShopWithShirts()
    await sell(core, shopId, '001', [
      { productName: 'Kemeja Batik Lung Ukir', variationName: 'Merah,XL', pieces: 2 },
      { productName: 'Tas Anyaman' },
    ])
    await sell(core, shopId, '002', [{ productName: 'Kemeja Batik Lung Ukir', variationName: 'Merah,XL' }])

    const { rows, unmapped, total } = await listings.list({})
    expect({ unmapped, total }).toEqual({ unmapped: 2, total: 2 })
    expect(rows).toMatchObject([
      { productName: 'Kemeja Batik Lung Ukir', orders: 2, pieces: 3, variant: null, shopName: 'Batik Ratna' },
      { productName: 'Tas Anyaman', orders: 1, pieces: 1, suggestions: [] },
    ])
    expect(rows[0]!.suggestions[0]).toMatchObject({ variantId: bySku('KMJ-MER-XL').id, reason: 'similar name' })
  })

  test('stand unmapped first, then by name, page by page', async () => {
    const { core, shopId, listings } = await aShopWithShirts()
    await sell(core, shopId, '001', [
      { productName: 'Ada', sku: 'KMJ-BIR-M' },
      { productName: 'tas' },
      { productName: 'Syal', variationName: 'Biru' },
      { productName: 'Syal', variationName: 'Abu' },
      { productName: 'Bros', sku: 'KMJ-BIR-L' },
    ])
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listings.list({ show: 'all', limit: 2, ...(cursor ? { cursor } : {}) })
      seen.push(...page.rows.map(({ productName, variationName }) => `${productName} ${variationName}`.trim()))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(['Syal Abu', 'Syal Biru', 'tas', 'Ada', 'Bros'])
    expect((await listings.list({ show: 'all', query: 'syal bi' })).rows).toMatchObject([{ variationName: 'Biru' }])
    expect(await listings.list({ show: 'unmapped', query: 'ada' })).toMatchObject({ rows: [], unmapped: 0, total: 1 })
  })

  test('are one listing however often and with whatever blanks they are named', async () => {
    const { core, shopId, listed } = await aShopWithShirts()
    const names = [
      { sku: 'X', productName: 'Syal', variationName: 'Biru' },
      { sku: ' X', productName: 'Syal ', variationName: 'Biru' },
      { sku: 'X', productName: 'Syal', variationName: 'Abu' },
    ]
    await sell(core, shopId, '001', names)
    await sell(core, shopId, '002', names)
    expect((await listed()).map(({ variationName, orders }) => [variationName, orders])).toEqual([
      ['Abu', 2],
      ['Biru', 2],
    ])
  })

  test('are not mapped to archived goods', async () => {
    const { client, core, shirt, shopId, listed } = await aShopWithShirts()
    await client.catalog.products.archive({ id: shirt.id, archived: true })
    await sell(core, shopId, '001', [{ productName: 'Kemeja', sku: 'KMJ-BIR-M' }])
    expect(await listed()).toMatchObject([{ variant: null, suggestions: [] }])
  })
})

describe('mapping a listing', () => {
  test('gives waiting orders their stock at once, and freeing it takes it back', async () => {
    const { core, client, shopId, bySku, listings, listed } = await aShopWithShirts()
    await sell(core, shopId, '001', [{ productName: 'Kemeja promo', pieces: 2 }])
    const [listing] = await listed()
    const reserved = async () => (await client.catalog.variants.byCode({ code: 'KMJ-BIR-M' }))!.reserved
    const mapping = { listingId: listing!.id, variantId: bySku('KMJ-BIR-M').id }

    expect(await listings.map({ mappings: [mapping] })).toEqual({ mapped: 1, ordersSettled: 1, wasStopped: false })
    expect(await reserved()).toBe(2)
    expect(await listings.map({ mappings: [mapping] })).toEqual({ mapped: 0, ordersSettled: 0, wasStopped: false })
    expect(await listings.map({ mappings: [{ ...mapping, variantId: null }] })).toEqual({
      mapped: 1,
      ordersSettled: 1,
      wasStopped: false,
    })
    expect(await reserved()).toBe(0)
    expect(await listed('unmapped')).toHaveLength(1)
  })

  test('to a bundle reserves its components, and follows when the bundle is made of other goods', async () => {
    const { core, client, shopId, bySku, listings, listed } = await aShopWithShirts()
    await sell(core, shopId, '001', [{ productName: 'Paket sarimbit', pieces: 1 }])
    const bundle = aProduct({
      name: 'Paket Sarimbit',
      variants: [aVariant({ sku: 'PKT', components: [{ variantId: bySku('KMJ-BIR-M').id, pieces: 2 }] })],
    })
    await client.catalog.products.save(bundle)
    const [listing] = await listed()
    await listings.map({ mappings: [{ listingId: listing!.id, variantId: bundle.variants[0]!.id }] })
    const reserved = async (code: string) => (await client.catalog.variants.byCode({ code }))!.reserved
    expect([await reserved('KMJ-BIR-M'), await reserved('KMJ-BIR-L')]).toEqual([2, 0])

    await client.catalog.products.save({
      ...bundle,
      variants: [{ ...bundle.variants[0]!, components: [{ variantId: bySku('KMJ-BIR-L').id, pieces: 1 }] }],
    })
    expect([await reserved('KMJ-BIR-M'), await reserved('KMJ-BIR-L')]).toEqual([0, 1])
  })

  test('to goods that are unknown or archived is refused, and nothing is stored', async () => {
    const { client, core, shirt, shopId, bySku, listings, listed } = await aShopWithShirts()
    await sell(core, shopId, '001', [{ productName: 'Syal' }, { productName: 'Topi' }])
    const [first, second] = await listed()
    const unknown = newId()
    const mappings = (variantId: string) => [
      { listingId: first!.id, variantId: bySku('KMJ-BIR-M').id },
      { listingId: second!.id, variantId },
    ]
    await expect(listings.map({ mappings: mappings(unknown) })).rejects.toMatchObject({
      code: 'PRODUCT_NOT_FOUND',
      data: { id: unknown },
    })
    await client.catalog.products.archive({ id: shirt.id, archived: true })
    await expect(listings.map({ mappings: mappings(bySku('KMJ-BIR-L').id) })).rejects.toMatchObject({
      code: 'PRODUCT_NOT_FOUND',
    })
    expect(await listed('unmapped')).toHaveLength(2)
  })

  test('that is certain needs no hand: the same code as SKU or as barcode', async () => {
    const { client, core, shopId, listings, listed } = await aShopWithShirts()
    await sell(core, shopId, '001', [
      { productName: 'Syal', sku: 'SYL-1' },
      { productName: 'Topi', sku: '899123' },
      { productName: 'Kemeja Lung Ukir', variationName: 'Biru,M' },
    ])
    await client.catalog.products.save(
      aProduct({
        name: 'Aksesori',
        variants: [aVariant({ sku: 'syl-1', size: 'S' }), aVariant({ sku: 'TOPI', barcode: '899123', size: 'M' })],
      }),
    )
    expect(await listings.mapCertain()).toEqual({ mapped: 2, ordersSettled: 1, wasStopped: false })
    expect((await listed('unmapped')).map(({ productName }) => productName)).toEqual(['Kemeja Lung Ukir'])
    expect(await listings.mapCertain()).toEqual({ mapped: 0, ordersSettled: 0, wasStopped: false })
  })
})

describe('products made of listings, for a newcomer', () => {
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

  test('group the variations of a name, take the channel’s codes and the latest price', async () => {
    const { client, core, doors } = await aCore()
    const shopId = aShop(doors)
    const earlier = { placedAt: SUNDAY - 86_400_000 }
    await sell(
      core,
      shopId,
      '001',
      [{ productName: 'Batik Tulis', variationName: 'Biru,L', listPrice: 300_000 }],
      earlier,
    )
    await sell(core, shopId, '002', [
      { productName: 'Batik Tulis', variationName: 'Biru,L', listPrice: 325_000, weightGrams: 300 },
      { productName: 'Batik Tulis', variationName: 'Biru,M', sku: 'BT-BIRU-M', listPrice: 310_000 },
      { productName: 'Gantungan Kunci', variationName: 'Default', listPrice: 15_000 },
    ])
    const { rows } = await client.catalog.listings.list({})
    expect(await client.catalog.listings.createProducts({ listingIds: ids(rows) })).toMatchObject({
      products: 2,
      variants: 3,
      ordersSettled: 2,
    })

    const { rows: products } = await client.catalog.products.list({})
    expect(products.map(({ name, skus }) => [name, skus])).toEqual([
      ['Batik Tulis', 2],
      ['Gantungan Kunci', 1],
    ])
    const batik = await client.catalog.products.get({ id: products[0]!.id })
    expect(batik.variants).toMatchObject([
      { sku: 'BT-BIRU-M', colour: 'Biru', size: 'M', price: 310_000 },
      { sku: 'BTK-0001-BIR-L', colour: 'Biru', size: 'L', price: 325_000, weightGrams: 300 },
    ])
    const key = await client.catalog.products.get({ id: products[1]!.id })
    expect(key.variants).toMatchObject([{ sku: 'GNT-0001', colour: '', size: '', price: 15_000 }])
    expect(batik.variants.map(({ reserved }) => reserved)).toEqual([1, 2])
    expect((await client.catalog.listings.list({})).unmapped).toBe(0)
  })

  test('what they make can be saved as it is', async () => {
    const { client, core, doors } = await aCore()
    await sell(core, aShop(doors), '001', [
      {
        productName: `Batik ${'panjang '.repeat(30)}`,
        variationName: `${'Motif, '.repeat(40)}XL`,
        sku: 'S'.repeat(80),
      },
    ])
    const { rows } = await client.catalog.listings.list({})
    await client.catalog.listings.createProducts({ listingIds: ids(rows) })
    const { rows: products } = await client.catalog.products.list({})
    const made = await client.catalog.products.get({ id: products[0]!.id })
    expect(await client.catalog.products.save(made)).toMatchObject(made)
  })

  test('made twice they are made once', async () => {
    const { client, core, doors } = await aCore()
    await sell(core, aShop(doors), '001', [{ productName: 'Syal' }])
    const listingIds = ids((await client.catalog.listings.list({})).rows)
    await client.catalog.listings.createProducts({ listingIds })
    expect(await client.catalog.listings.createProducts({ listingIds })).toMatchObject({
      products: 0,
      variants: 0,
      ordersSettled: 0,
    })
    expect((await client.catalog.products.list({})).total).toBe(1)
  })

  test('the same goods at two channels are one SKU: by code, or by name and options', async () => {
    const { client, core, doors } = await aCore()
    const [shopee, tiktok] = [aShop(doors), aShop(doors, 'tiktok', 'Batik Ratna TT')]
    await sell(core, shopee, '001', [
      { productName: 'Batik Tulis Jepara', variationName: 'Biru,L', sku: 'BT-L' },
      { productName: 'Syal Troso', variationName: 'Merah' },
    ])
    await sell(core, tiktok, '900', [
      { productName: 'Kemeja Batik Premium', variationName: 'Blue, L', sku: 'BT-L' },
      { productName: 'SYAL TROSO', variationName: 'merah' },
    ])
    const { rows } = await client.catalog.listings.list({})
    expect(await client.catalog.listings.createProducts({ listingIds: ids(rows) })).toMatchObject({
      products: 2,
      variants: 2,
    })
    const mapped = (await client.catalog.listings.list({ show: 'all' })).rows.map(({ variant }) => variant!.sku)
    expect(mapped.toSorted()).toEqual(['BT-L', 'BT-L', 'SYL-0001-MER', 'SYL-0001-MER'])
  })

  test('a code that a seller gave to every variation names none of them, and all of them begin with it', async () => {
    const { client, core, doors } = await aCore()
    await sell(
      core,
      aShop(doors),
      '001',
      ['M', 'L', 'XL'].map((size) => ({ productName: 'Kemeja', variationName: `Biru,${size}`, sku: 'KEMEJA' })),
    )
    const { rows } = await client.catalog.listings.list({})
    await client.catalog.listings.createProducts({ listingIds: ids(rows) })
    const [product] = (await client.catalog.products.list({})).rows
    const { variants } = await client.catalog.products.get({ id: product!.id })
    expect(variants.map(({ sku, size }) => [size, sku])).toEqual([
      ['M', 'KEMEJA-BIR-M'],
      ['L', 'KEMEJA-BIR-L'],
      ['XL', 'KEMEJA-BIR-XL'],
    ])
    const listed = (await client.catalog.listings.list({ show: 'all' })).rows
    expect(new Set(listed.map(({ variant }) => variant!.id)).size).toBe(3)
  })

  test.each<[string, string[], string[]]>([
    [
      'one code for the family, with blanks',
      ['M-TAC Panjang', 'M-TAC Panjang'],
      ['M-TAC-PANJANG-M', 'M-TAC-PANJANG-XL'],
    ],
    ['a code each', ['KMJ/1', 'KMJ/2'], ['KMJ/1', 'KMJ/2']],
    ['no code', ['', ''], ['KMJ-0001-M', 'KMJ-0001-XL']],
    ['a family code too long for a sticker', ['A'.repeat(25), 'A'.repeat(25)], ['KMJ-0001-M', 'KMJ-0001-XL']],
    ['a family code without letters', ['★ ★', '★ ★'], ['KMJ-0001-M', 'KMJ-0001-XL']],
  ])('siblings are named alike: %s', async (_, [first, second], named) => {
    const { client, core, doors } = await aCore()
    await sell(core, aShop(doors), '001', [
      { productName: 'Kemeja', variationName: 'M', sku: first! },
      { productName: 'Kemeja', variationName: 'XL', sku: second! },
    ])
    const { rows } = await client.catalog.listings.list({})
    await client.catalog.listings.createProducts({ listingIds: ids(rows) })
    const listed = (await client.catalog.listings.list({ show: 'all' })).rows
    expect(listed.map(({ variant }) => variant!.sku)).toEqual(named)
  })

  test('two families that share a code, and siblings of a later file, follow the pattern of their own product', async () => {
    const { client, core, doors } = await aCore()
    const shop = aShop(doors)
    const make = async (number: string, goods: { productName: string; variationName: string; sku: string }[]) => {
      await sell(core, shop, number, goods)
      await client.catalog.listings.createProducts({ listingIds: ids((await client.catalog.listings.list({})).rows) })
      return (await client.catalog.listings.list({ show: 'all' })).rows.map(({ variant }) => variant!.sku)
    }
    const sold = (productName: string, size: string, sku: string) => ({ productName, variationName: size, sku })
    expect(
      await make('001', [
        sold('Celana', 'M', 'OBRAL'),
        sold('Celana', 'L', 'OBRAL'),
        sold('Kemeja', 'M', 'OBRAL'),
        sold('Topi', 'M', 'TOPI'),
        sold('Topi', 'L', 'TOPI'),
      ]),
    ).toEqual(['CLN-0001-L', 'CLN-0001-M', 'KMJ-0001-M', 'TOPI-L', 'TOPI-M'])
    expect(await make('002', [sold('Celana', 'XL', 'OBRAL'), sold('Topi', 'XL', 'TOPI')])).toEqual([
      'CLN-0001-L',
      'CLN-0001-M',
      'CLN-0001-XL',
      'KMJ-0001-M',
      'TOPI-L',
      'TOPI-M',
      'TOPI-XL',
    ])
  })

  test('known goods gain the variation, and goods with that variation are not made again', async () => {
    const { client, core, doors, bySku, shirt } = await aShopWithShirts()
    await sell(core, aShop(doors), '001', [
      { productName: 'Kemeja Lung Ukir', variationName: 'Biru,M' },
      { productName: 'Kemeja Lung Ukir', variationName: 'Hijau,M' },
    ])
    const { rows } = await client.catalog.listings.list({})
    expect(await client.catalog.listings.createProducts({ listingIds: ids(rows) })).toMatchObject({
      products: 0,
      variants: 1,
    })
    const { variants } = await client.catalog.products.get({ id: shirt.id })
    expect(variants).toHaveLength(7)
    expect(variants.at(-1)).toMatchObject({ sku: 'KMJ-0001-HIJ-M', colour: 'Hijau', size: 'M' })
    const listed = (await client.catalog.listings.list({ show: 'all' })).rows
    expect(listed.map(({ variant }) => variant!.id)).toContain(bySku('KMJ-BIR-M').id)
  })

  test('a code that archived goods hold is not taken from them', async () => {
    const { client, core, doors, shirt } = await aShopWithShirts()
    await client.catalog.products.archive({ id: shirt.id, archived: true })
    await sell(core, aShop(doors), '001', [{ productName: 'Kemeja Baru', variationName: 'M', sku: 'KMJ-BIR-M' }])
    const { rows } = await client.catalog.listings.list({})
    await client.catalog.listings.createProducts({ listingIds: ids(rows) })
    expect((await client.catalog.listings.list({ show: 'all' })).rows[0]!.variant).toMatchObject({ sku: 'KMJ-0001-M' })
  })

  test('sold goods leave the shelf they are then counted on', async () => {
    const { client, core, doors } = await aCore()
    await sell(core, aShop(doors), '001', [{ productName: 'Syal', pieces: 3 }])
    const { rows } = await client.catalog.listings.list({})
    await client.catalog.listings.createProducts({ listingIds: ids(rows) })
    const syal = (await client.catalog.variants.search({ query: 'syal' }))[0]!
    shelve(doors, syal.id, 10, 100_000)
    expect(await client.catalog.variants.byCode({ code: syal.sku })).toMatchObject({
      onHand: 10,
      reserved: 3,
      available: 7,
    })
  })
})
