import { describe, expect, test } from 'vitest'
import { aConnectedApp } from './an-app.ts'

type App = Awaited<ReturnType<typeof aConnectedApp>>

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

async function anImage(app: App): Promise<string> {
  const form = new FormData()
  form.append('image', new Blob([PNG], { type: 'image/png' }), 'foto.png')
  return (await app.ask('POST', 'media_space/upload_image', { isPublic: true, form })).response.image_info.image_id
}
const anItem = (imageId: string) => ({
  item_name: 'Kemeja Kawung Baru',
  description: 'Kemeja batik katun halus, jahitan rapi.',
  item_sku: 'BARU-1',
  category_id: 100047,
  original_price: 150_000,
  weight: 0.25,
  dimension: { package_height: 3, package_length: 25, package_width: 20 },
  image: { image_id_list: [imageId] },
  logistic_info: [{ logistic_id: 8003, enabled: true }],
  seller_stock: [{ stock: 12 }],
  brand: { brand_id: 0, original_brand_name: 'NoBrand' },
  attribute_list: [{ attribute_id: 100037, attribute_value_list: [{ value_id: 1001 }] }],
})

describe('what is on sale', () => {
  test('pages join to everything, and statuses are asked for by repeated keys', async () => {
    const app = await aConnectedApp()
    const all: number[] = []
    for (let offset = 0; ; ) {
      const { response } = await app.get('product/get_item_list', {
        offset,
        page_size: 3,
        item_status: ['NORMAL', 'UNLIST'],
      })
      all.push(...response.item.map((item: { item_id: number }) => item.item_id))
      if (!response.has_next_page) break
      offset = response.next_offset
    }
    expect(new Set(all).size).toBe(8)
  })

  test('ids are taken joined by commas and repeated; an item with models tells neither price nor stock', async () => {
    const app = await aConnectedApp()
    const [varied, plain] = [await app.itemOf('KMJ-LUK-M'), await app.itemOf('KAI-MCK')]
    const ids = [varied.item_id, plain.item_id].map(String)
    const joined = await app.get('product/get_item_base_info', { item_id_list: ids.join(',') })
    const repeated = await app.get('product/get_item_base_info', { item_id_list: ids })
    expect(repeated.response).toEqual(joined.response)
    const [first, second] = joined.response.item_list
    expect(first).toMatchObject({ has_model: true, weight: '0.26' })
    expect(first).not.toHaveProperty('price_info')
    expect(second.stock_info_v2.summary_info.total_available_stock).toBe(100)
  })

  test.each([
    [{ page_size: 10, item_status: 'NORMAL' }, 'offset is required'],
    [{ offset: 0, page_size: 101, item_status: 'NORMAL' }, 'page_size'],
    [{ offset: 0, page_size: 10, item_status: 'ON_SALE' }, 'item_status'],
    [{ offset: 0, page_size: 'ten', item_status: 'NORMAL' }, 'page_size'],
    [{ offset: 20_000, page_size: 10, item_status: 'NORMAL' }, 'offset over limit'],
  ])('a list is refused that asks %j', async (query, word) => {
    const app = await aConnectedApp()
    const reply = await app.get('product/get_item_list', query)
    expect(reply.error).toBe('product.error_param')
    expect(reply.message).toContain(word)
  })
})

describe('stock and price', () => {
  test('are set to what is said, model by model', async () => {
    const app = await aConnectedApp()
    const { item_id, model_id } = await app.itemOf('KMJ-LUK-M')
    const reply = await app.post('product/update_stock', {
      item_id,
      stock_list: [
        { model_id, seller_stock: [{ stock: 7 }] },
        { model_id: 42, seller_stock: [{ stock: 7 }] },
      ],
    })
    expect(reply).toMatchObject({
      error: '',
      response: {
        success_list: [{ model_id, stock: 7 }],
        failure_list: [{ model_id: 42, failed_reason: 'Wrong model_id.' }],
      },
    })
    expect(app.sandbox.world.shelf().find(({ sku }) => sku === 'KMJ-LUK-M')!.stock).toBe(7)
  })

  test('a refusal about reserved pieces comes as error_auth, which is no matter of tokens', async () => {
    const app = await aConnectedApp()
    const { item_id, model_id } = await app.itemOf('KMJ-LUK-M')
    await app.control('PUT', 'shopee/promotion/KMJ-LUK-M', { reserved: 5 })
    expect(
      await app.post('product/update_stock', { item_id, stock_list: [{ model_id, seller_stock: [{ stock: 4 }] }] }),
    ).toMatchObject({
      error: 'product.error_auth',
      message: 'Total stock must be more than reserved stock.',
    })
    expect(
      await app.post('product/update_price', { item_id, price_list: [{ model_id, original_price: 100_000 }] }),
    ).toMatchObject({
      error: 'product.error_cannt_edit_price_in_promotion',
    })
  })

  test.each([
    [
      'a number in quotes',
      (id: number, model: number) => ({
        item_id: String(id),
        stock_list: [{ model_id: model, seller_stock: [{ stock: 1 }] }],
      }),
      'product.error_param',
    ],
    ['no models', (id: number) => ({ item_id: id, stock_list: [] }), 'product.error_param'],
    [
      'a model twice',
      (id: number, model: number) => ({
        item_id: id,
        stock_list: [1, 2].map((stock) => ({ model_id: model, seller_stock: [{ stock }] })),
      }),
      'product.error_param',
    ],
    [
      'an item that has models',
      (id: number) => ({ item_id: id, stock_list: [{ model_id: 0, seller_stock: [{ stock: 1 }] }] }),
      'product.error_edit_item_stock_for_item_has_model',
    ],
    [
      'a warehouse',
      (id: number, model: number) => ({
        item_id: id,
        stock_list: [{ model_id: model, seller_stock: [{ location_id: 'IDZ', stock: 1 }] }],
      }),
      'product.error_auth',
    ],
    [
      'less than nothing',
      (id: number, model: number) => ({
        item_id: id,
        stock_list: [{ model_id: model, seller_stock: [{ stock: -1 }] }],
      }),
      'product.error_busi_update_stock_failed',
    ],
    [
      'an item that is not there',
      (_: number, model: number) => ({ item_id: 5, stock_list: [{ model_id: model, seller_stock: [{ stock: 1 }] }] }),
      'product.error_item_not_found',
    ],
  ])('stock of %s is refused', async (_, body, error) => {
    const app = await aConnectedApp()
    const { item_id, model_id } = await app.itemOf('KMJ-LUK-M')
    expect((await app.post('product/update_stock', body(item_id, model_id))).error).toBe(error)
  })

  test('prices have no decimals, and variations are not further apart than seven times', async () => {
    const app = await aConnectedApp()
    const { item_id, model_id } = await app.itemOf('KMJ-LUK-M')
    const set = (original_price: number) =>
      app.post('product/update_price', { item_id, price_list: [{ model_id, original_price }] })
    expect(await set(150_000.5)).toMatchObject({ error: 'product.error_busi_update_price_failed' })
    expect(await set(2_000_000)).toMatchObject({ error: 'product.error_param' })
    expect((await set(175_000)).response.success_list).toEqual([{ model_id, original_price: 175_000 }])
  })
})

describe('writing a listing', () => {
  test('says its brand where the category asks for one, be it none', async () => {
    const app = await aConnectedApp()
    const item = { ...anItem(await anImage(app)), category_id: 100107 }
    const { brand: _, ...unsaid } = item
    const { response } = await app.get('product/get_brand_list', {
      category_id: 100107,
      status: 1,
      offset: 0,
      page_size: 100,
    })
    expect(response).toMatchObject({ is_mandatory: true, has_next_page: false })
    expect((await app.post('product/add_item', unsaid)).error).toBe('product.error_param')
    for (const brand_id of [0, response.brand_list[0].brand_id])
      expect((await app.post('product/add_item', { ...item, brand: { brand_id } })).error).toBe('')
  })

  test('is made with its picture, given variations, changed field by field, hidden and deleted', async () => {
    const app = await aConnectedApp()
    const imageId = await anImage(app)
    const { item_id } = (await app.post('product/add_item', anItem(imageId))).response
    const model = ['S', 'M'].map((_, index) => ({
      tier_index: [index],
      original_price: 150_000,
      model_sku: `BARU-${index}`,
      seller_stock: [{ stock: 5 }],
    }))
    const tiers = [
      {
        variation_id: 0,
        variation_name: 'Ukuran',
        variation_option_list: [{ variation_option_name: 'S' }, { variation_option_name: 'M' }],
      },
    ]
    const first = await app.post('product/init_tier_variation', { item_id, standardise_tier_variation: tiers, model })
    expect(first.response.model.map((each: { model_sku: string }) => each.model_sku)).toEqual(['BARU-0', 'BARU-1'])
    await app.post('product/update_item', { item_id, item_name: 'Kemeja Kawung Lain' })
    const [item] = (await app.get('product/get_item_base_info', { item_id_list: String(item_id) })).response.item_list
    expect(item).toMatchObject({ item_name: 'Kemeja Kawung Lain', item_sku: 'BARU-1', has_model: true })
    expect((await fetch(item.image.image_url_list[0])).headers.get('content-type')).toBe('image/png')
    await app.post('product/unlist_item', { item_list: [{ item_id, unlist: true }] })
    expect((await app.post('product/delete_item', { item_id })).error).toBe('')
    expect(await app.post('product/update_item', { item_id, item_name: 'Terlambat sudah' })).toMatchObject({
      error: 'product.error_item_uneditable',
    })
  })

  test.each([
    ['no name', { item_name: undefined }, 'item_name is required'],
    ['a short name', { item_name: 'Abc' }, 'item_name'],
    ['no price', { original_price: undefined }, 'original_price is required'],
    ['a branch for a category', { category_id: 100011 }, 'leaf category'],
    ['an unknown picture', { image: { image_id_list: ['none'] } }, 'image_id'],
    ['ten pictures', { image: { image_id_list: Array(10).fill('x') } }, 'image'],
    ['no attributes', { attribute_list: [] }, 'mandatory attribute'],
    ['an unknown courier', { logistic_info: [{ logistic_id: 1, enabled: true }] }, 'logistic_id'],
    ['no courier', { logistic_info: [{ logistic_id: 8003, enabled: false }] }, 'at least one'],
    ['an unknown brand', { brand: { brand_id: 5 } }, 'brand_id'],
    ['a weight of nothing', { weight: 0 }, 'weight'],
    ['a short description', { description: 'Pendek' }, 'description'],
  ])('is refused with %s', async (_, change, word) => {
    const app = await aConnectedApp()
    const reply = await app.post('product/add_item', { ...anItem(await anImage(app)), ...change })
    expect(reply.error).toBe('product.error_param')
    expect(reply.message).toContain(word)
  })

  test('a picture that is none is refused', async () => {
    const app = await aConnectedApp()
    const form = new FormData()
    form.append('image', new Blob(['GIF89a']), 'foto.gif')
    expect((await app.ask('POST', 'media_space/upload_image', { form })).error).toBe('error_param')
  })
})
