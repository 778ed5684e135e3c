import { describe, expect, test } from 'vitest'
import { picture } from '../../../src-main/sandbox/tiktok/picture.ts'
import { aConnectedApp, DAY_ZERO } from './an-app.ts'

type App = Awaited<ReturnType<typeof aConnectedApp>>

const upload = (app: App, width = 600, useCase = 'MAIN_IMAGE') => {
  const form = new FormData()
  form.set('data', new Blob([new Uint8Array(picture(`${width}`, width, width))], { type: 'image/png' }), 'foto.png')
  form.set('use_case', useCase)
  return app.ask('POST', '/product/202309/images/upload', { form, cipher: null })
}
const warehouseOf = async (app: App) =>
  (await app.ask('GET', '/logistics/202309/warehouses')).data.warehouses[0].id as string

/** A listing that breaks no rule. */
const aListing = async (app: App) => ({
  save_mode: 'LISTING',
  category_id: '601195',
  category_version: 'v2',
  title: 'Kemeja batik tulis lengan panjang pria',
  description: '<p>Katun primisima</p>',
  main_images: [{ uri: (await upload(app)).data.uri as string }],
  product_attributes: [{ id: '100392', values: [{ id: '1003921' }] }],
  package_weight: { value: '0.25', unit: 'KILOGRAM' },
  listing_platforms: ['TIKTOK_SHOP', 'TOKOPEDIA'],
  skus: await Promise.all(
    ['M', 'L'].map(async (size) => ({
      seller_sku: `TULIS-${size}`,
      price: { amount: '250000', currency: 'IDR' },
      inventory: [{ warehouse_id: await warehouseOf(app), quantity: 5 }],
      sales_attributes: [{ name: 'Ukuran', value_name: size }],
    })),
  ),
})
const create = (app: App, body: unknown) => app.ask('POST', '/product/202309/products', { body })
const read = async (app: App, id: string) => (await app.ask('GET', `/product/202309/products/${id}`)).data
const search = async (app: App, body = {}) =>
  (await app.ask('POST', '/product/202502/products/search', { query: { page_size: '100' }, body })).data

describe('what is on sale', () => {
  test('all of the practice shop’s goods, by SKU', async () => {
    const app = await aConnectedApp()
    const { products, total_count } = await search(app)
    expect(total_count).toBe(8)
    expect(products.flatMap((product: { skus: unknown[] }) => product.skus).length).toBe(36)
    const [first] = products
    const detail = await read(app, first.id)
    expect(detail).toMatchObject({ title: first.title, status: 'ACTIVATE', audit: { status: 'APPROVED' } })
    expect((await fetch(detail.main_images[0].urls[0])).headers.get('content-type')).toBe('image/png')
    expect((await search(app, { seller_skus: [first.skus[0].seller_sku] })).products.length).toBe(1)
    const pair = { listing_platforms: ['TOKOPEDIA'] }
    expect(
      (await app.ask('POST', '/product/202502/products/search', { query: { page_size: '1' }, body: pair })).code,
    ).toBe(36009004)
  })

  test('categories lead to attributes, rules and brands', async () => {
    const app = await aConnectedApp()
    const ask = (path: string, query = {}) => app.ask('GET', path, { query })
    const { categories } = (await ask('/product/202309/categories', { category_version: 'v2' })).data
    const leaf = categories.find((category: { is_leaf: boolean }) => category.is_leaf)
    const { attributes } = (await ask(`/product/202309/categories/${leaf.id}/attributes`)).data
    expect(attributes.map(({ type }: { type: string }) => type)).toContain('SALES_PROPERTY')
    expect((await ask(`/product/202309/categories/${leaf.id}/rules`)).data.size_chart).toBeDefined()
    expect((await ask(`/product/202309/categories/${leaf.parent_id}/attributes`)).code).toBe(12052230)
    const brands = async (query = {}) =>
      (await ask('/product/202309/brands', { page_size: '100', ...query })).data.brands.map(
        ({ name }: { name: string }) => name,
      )
    expect((await ask('/product/202309/brands', { page_size: '1' })).data.brands.length).toBe(1)
    expect(await brands({ is_authorized: 'true' })).toEqual(['Batik Ratna', 'Batik Pesisir'])
    expect([await brands({ brand_name: 'Jepara' }), await brands({ brand_name: 'canting' })]).toEqual([
      [],
      ['Canting Jepara'],
    ])
    expect((await ask('/product/202312/prerequisites')).data.check_results.length).toBe(6)
    const { shop } = (await ask('/product/202309/prerequisites')).data
    expect(JSON.parse(shop.logistics.return_warehouse)).toMatchObject({ check_result: { is_failed: false } })
    const { code } = await app.ask('GET', '/logistics/202309/global_warehouses', { cipher: null })
    expect(code).toBe(0)
  })
})

describe('creating', () => {
  test('goes to review, then it is live; the same key creates once', async () => {
    const app = await aConnectedApp()
    const body = { ...(await aListing(app)), idempotency_key: 'sekali' }
    const first = await create(app, body)
    expect((await create(app, body)).data).toEqual(first.data)
    expect(await read(app, first.data.product_id)).toMatchObject({
      status: 'PENDING',
      product_status: 'INITIAL',
      audit: { status: 'AUDITING' },
    })
    expect(first.data.skus.map((sku: { seller_sku: string }) => sku.seller_sku)).toEqual(['TULIS-M', 'TULIS-L'])
    app.move(61_000)
    expect(await read(app, first.data.product_id)).toMatchObject({
      status: 'ACTIVATE',
      integrated_platform_statuses: [{ platform: 'TOKOPEDIA', status: 'ACTIVATE' }],
    })
    expect((await search(app)).total_count).toBe(9)
  })

  test('a review can fail, and says why', async () => {
    const app = await aConnectedApp()
    const { data } = await create(app, {
      ...(await aListing(app)),
      title: 'Kemeja batik tulis kw super lengan panjang',
    })
    app.move(61_000)
    const it = await read(app, data.product_id)
    expect(it).toMatchObject({ status: 'FAILED', audit: { status: 'FAILED' } })
    expect(it.audit_failed_reasons.length).toBe(1)
  })

  test.each<[string, Record<string, unknown>, number]>([
    ['no title', { title: undefined }, 36009004],
    ['a title of 24 letters', { title: 'Kemeja batik tulis panja' }, 12052051],
    ['an empty description', { description: ' ' }, 12052015],
    ['a description too long', { description: 'x'.repeat(10_001) }, 12052013],
    ['the first category tree', { category_version: 'v1' }, 12052217],
    ['a category that is none', { category_id: '1' }, 12052023],
    ['a category with branches', { category_id: '601152' }, 12052230],
    ['a category by invitation', { category_id: '950345' }, 12052223],
    ['a picture nobody uploaded', { main_images: [{ uri: 'tos-x/abc' }] }, 12052300],
    ['no picture', { main_images: [] }, 12052028],
    ['no material', { product_attributes: [] }, 12052104],
    ['an attribute of another category', { product_attributes: [{ id: '7', values: [{ id: '1' }] }] }, 12052240],
    ['pounds', { package_weight: { value: '1', unit: 'POUND' } }, 12019011],
    ['no weight', { package_weight: { value: '0', unit: 'GRAM' } }, 12019011],
    [
      'a parcel of no height',
      { package_dimensions: { length: '1', width: '1', height: '0', unit: 'CENTIMETER' } },
      12019012,
    ],
    ['a brand nobody knows', { brand_id: '1' }, 12052026],
    ['a brand that has to be allowed', { brand_id: '7082427311584347908' }, 12052208],
  ])('%s', async (_, wrong, code) => {
    const app = await aConnectedApp()
    expect((await create(app, { ...(await aListing(app)), ...wrong })).code).toBe(code)
  })

  test.each<[string, Record<string, unknown>, number]>([
    ['dollars', { price: { amount: '10', currency: 'USD' } }, 12052084],
    ['cents', { price: { amount: '250000.50', currency: 'IDR' } }, 12052012],
    ['a price of nothing', { price: { amount: '0', currency: 'IDR' } }, 12052570],
    ['a code with a space', { seller_sku: 'TULIS M' }, 12052054],
    ['a warehouse nobody knows', { inventory: [{ warehouse_id: '1', quantity: 5 }] }, 12052097],
    ['a hundred thousand pieces', { quantity: 100_000 }, 12052055],
    ['the same size twice', { sales_attributes: [{ name: 'Ukuran', value_name: 'L' }] }, 12052251],
    ['a size that has no name', { sales_attributes: [{ name: 'Ukuran' }] }, 12052248],
    ['no size, beside one that has one', { sales_attributes: [] }, 12052550],
  ])('an SKU with %s', async (_, { quantity, ...wrong }, code) => {
    const app = await aConnectedApp()
    const listing = await aListing(app)
    const [first, second] = listing.skus
    const inventory = quantity === undefined ? first!.inventory : [{ ...first!.inventory[0]!, quantity }]
    expect((await create(app, { ...listing, skus: [{ ...first!, inventory, ...wrong }, second] })).code).toBe(code)
  })

  test('pictures of SKUs: of one kind of variation, then of each of its values, and sent for that use', async () => {
    const app = await aConnectedApp()
    const listing = await aListing(app)
    const sku_img = { uri: (await upload(app, 300, 'ATTRIBUTE_IMAGE')).data.uri as string }
    const made = async (kinds: (size: string) => Record<string, unknown>[]) =>
      (
        await create(app, {
          ...listing,
          skus: listing.skus.map((sku) => ({ ...sku, sales_attributes: kinds(sku.seller_sku) })),
        })
      ).code
    const size = (value_name: string) => ({ name: 'Ukuran', value_name })
    const colour = { name: 'Warna', value_name: 'Merah' }
    expect(await made((each) => [size(each), { ...colour, sku_img }])).toBe(0)
    expect(await made((each) => [{ ...size(each), ...(each.endsWith('M') ? { sku_img } : {}) }])).toBe(12052522)
    expect(
      await made((each) => [
        { ...size(each), sku_img },
        { ...colour, sku_img },
      ]),
    ).toBe(12052528)
    expect(await made((each) => [{ ...size(each), sku_img: listing.main_images[0]! }])).toBe(12052520)
    expect(await made((each) => (each.endsWith('M') ? [size(each)] : [size(each), colour]))).toBe(12052550)
  })

  test('pictures: too small, not a picture, of another use', async () => {
    const app = await aConnectedApp()
    expect(await upload(app)).toMatchObject({ code: 0, data: { width: 600, height: 600, use_case: 'MAIN_IMAGE' } })
    expect((await upload(app, 200)).code).toBe(36009004)
    expect((await upload(app, 200, 'ATTRIBUTE_IMAGE')).code).toBe(0)
    expect((await upload(app, 600, 'LAIN')).code).toBe(36009004)
    const form = new FormData()
    form.set('data', new Blob(['bukan gambar']), 'foto.png')
    expect((await app.ask('POST', '/product/202309/images/upload', { form, cipher: null })).code).toBe(36009004)
  })
})

describe('changing', () => {
  test('an edit of a live product is looked at first; what was sold meanwhile stays sold', async () => {
    const app = await aConnectedApp()
    const [{ id }] = (await search(app)).products
    const partial = (body: unknown) => app.ask('POST', `/product/202509/products/${id}/partial_edit`, { body })
    expect((await partial({ title: 'Judul baru yang cukup panjang sekali' })).code).toBe(0)
    const before = await read(app, id)
    expect(before.title).not.toContain('Judul baru')
    const review = await app.ask('GET', `/product/202309/products/${id}`, {
      query: { return_under_review_version: 'true' },
    })
    expect(review.data.title).toContain('Judul baru')
    app.buy([{ sku: before.skus[0].seller_sku }])
    app.move(61_000)
    const after = await read(app, id)
    expect(after.title).toContain('Judul baru')
    expect(after.skus[0].inventory[0].quantity).toBe(before.skus[0].inventory[0].quantity - 1)
    expect((await partial({ title: 'pendek' })).code).toBe(12052051)
    expect(
      (await app.ask('PUT', `/product/202509/products/${id}`, { body: { title: 'Judul baru yang cukup panjang' } }))
        .message,
    ).toContain('body.description is missing')
  })

  test('stock: some SKUs are taken and the others say why', async () => {
    const app = await aConnectedApp()
    const product = (await search(app)).products.find(({ skus }: { skus: unknown[] }) => skus.length > 2)
    const warehouse_id = await warehouseOf(app)
    const update = (skus: unknown[]) =>
      app.ask('POST', `/product/202309/products/${product.id}/inventory/update`, { body: { skus } })
    const { code, data } = await update([
      { id: product.skus[0].id, inventory: [{ warehouse_id, quantity: 3 }] },
      { id: product.skus[1].id, inventory: [{ warehouse_id: '1', quantity: 3 }] },
      { id: '1', inventory: [{ warehouse_id, quantity: 3 }] },
      { id: product.skus[2].id, inventory: [{ warehouse_id, quantity: 100_000 }] },
    ])
    expect(code).toBe(0)
    expect(
      data.errors.map((error: { code: number; detail: { sku_id: string } }) => [error.code, error.detail.sku_id]),
    ).toEqual([
      [12052097, product.skus[1].id],
      [12052556, '1'],
      [12052055, product.skus[2].id],
    ])
    expect((await read(app, product.id)).skus[0].inventory[0].quantity).toBe(3)
    expect(
      (
        await app.ask('POST', '/product/202309/products/1/inventory/update', {
          body: { skus: [{ id: '1', inventory: [{ warehouse_id }] }] },
        })
      ).code,
    ).toBe(12052260)
  })

  test('prices: all or none, live products only, not during a promotion', async () => {
    const app = await aConnectedApp()
    const product = (await search(app)).products.find(({ skus }: { skus: unknown[] }) => skus.length > 2)
    const update = (...prices: [string, string][]) =>
      app.ask('POST', `/product/202309/products/${product.id}/prices/update`, {
        body: { skus: prices.map(([id, amount]) => ({ id, price: { amount, currency: 'IDR' } })) },
      })
    const [one, two] = product.skus
    expect((await update([one.id, '99000'], [two.id, '99000.5'])).code).toBe(12052012)
    expect((await read(app, product.id)).skus[0].price.tax_exclusive_price).toBe(one.price.tax_exclusive_price)
    expect((await update([one.id, '99000'])).code).toBe(0)
    expect((await read(app, product.id)).skus[0].price.tax_exclusive_price).toBe('99000')
    await fetch(`${app.sandbox.controlUrl}/tiktok/promotion/${product.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ isHeld: true }),
    })
    expect((await update([one.id, '99000'])).code).toBe(12052393)
    await app.ask('POST', '/product/202309/products/deactivate', { body: { product_ids: [product.id] } })
    expect((await update([one.id, '99000'])).code).toBe(12052901)
  })

  test('off the shelf, on it again, and gone', async () => {
    const app = await aConnectedApp()
    const [{ id, skus }] = (await search(app)).products
    const inBulk = async (method: string, path: string, ...product_ids: string[]) =>
      (await app.ask(method, path, { body: { product_ids } })).data.errors
    expect(await inBulk('POST', '/product/202309/products/deactivate', id, '1')).toMatchObject([
      { code: 12052260, detail: { product_id: '1' } },
    ])
    expect(() => app.buy([{ sku: skus[0].seller_sku }])).toThrow()
    expect(await inBulk('POST', '/product/202309/products/activate', id)).toEqual([])
    expect(await inBulk('DELETE', '/product/202309/products', id)).toEqual([])
    expect(await inBulk('POST', '/product/202309/products/activate', id)).toMatchObject([{ code: 12052901 }])
    expect((await app.ask('GET', `/product/202309/products/${id}`)).code).toBe(12052260)
    expect((await search(app, { status: 'DELETED' })).products.map((product: { id: string }) => product.id)).toEqual([
      id,
    ])
    expect((await search(app, { update_time_ge: DAY_ZERO / 1000 })).total_count).toBe(1)
  })
})

describe('what our own connector does not ask', () => {
  test('a deleted product comes back, not on sale', async () => {
    const app = await aConnectedApp()
    const search = { method: 'POST', path: '/product/202309/products/search' } as const
    const [{ id }] = (
      await app.ask(search.method, search.path, { query: { page_size: '1' }, body: { status: 'ACTIVATE' } })
    ).data.products
    const bulk = (method: string, path: string) => app.ask(method, path, { body: { product_ids: [id] } })
    const recover = () => bulk('POST', '/product/202309/products/recover')
    expect((await recover()).data.errors).toMatchObject([{ code: 12052901 }])
    await bulk('DELETE', '/product/202309/products')
    expect((await recover()).data.errors).toEqual([])
    expect((await app.ask('GET', `/product/202309/products/${id}`)).data.status).toBe('SELLER_DEACTIVATED')
  })

  test('a category is proposed by the title, as a leaf with the way to it', async () => {
    const app = await aConnectedApp()
    const { data } = await app.ask('POST', '/product/202309/categories/recommend', {
      body: { product_title: 'Kemeja batik pria lengan panjang', category_version: 'v2' },
    })
    expect(data.categories.at(-1)).toMatchObject({ id: data.leaf_category_id, is_leaf: true })
    expect((await app.ask('POST', '/product/202309/categories/recommend', { body: {} })).code).not.toBe(0)
  })

  test('a listing is looked at before it is sent', async () => {
    const app = await aConnectedApp()
    const check = async (body: object) =>
      (await app.ask('POST', '/product/202309/products/listing_check', { body })).data
    expect(await check({ title: 'Pendek' })).toMatchObject({ check_result: 'FAILED' })
    // it knows no version of the category tree
    const { category_version: _, ...listing } = await aListing(app)
    expect(await check(listing)).toEqual({ check_result: 'PASS', fail_reasons: [], warnings: {} })
    expect((await check({ ...listing, title: 'Pendek' })).fail_reasons).toMatchObject([{ code: 12052051 }])
  })
})
