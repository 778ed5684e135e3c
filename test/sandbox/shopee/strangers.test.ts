import { describe, expect, test } from 'vitest'
import { aConnectedApp, DAY, HOUR } from './an-app.ts'

/* Calls that our own connector does not make, as clients of others make them. */

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
type App = Awaited<ReturnType<typeof aConnectedApp>>

async function picture(app: App, path: string, field: string) {
  const form = new FormData()
  form.append(field, new File([DOT], 'a.png', { type: 'image/png' }))
  return (await app.ask('POST', path, { form })).response
}

describe('advice while a listing is written', () => {
  test('categories and attributes that its name says', async () => {
    const app = await aConnectedApp()
    const [category_id] = (await app.get('product/category_recommend', { item_name: 'Daster batik rayon' })).response
      .category_id
    expect(category_id).toBe(100350)
    const asked = { item_name: 'Daster batik rayon', category_id }
    expect((await app.get('product/get_recommend_attribute', asked)).response.attribute_list).toEqual([
      { attribute_id: 100037, attribute_value_list: [{ value_id: 1002 }] },
      { attribute_id: 100134, attribute_value_list: [{ value_id: 2001 }] },
    ])
    expect(await app.get('product/category_recommend')).toMatchObject({ error: 'product.error_param' })
    const found = await app.post('product/search_attribute_value_list', {
      attribute_id: 100037,
      value_name: 'sutra',
      cursor: 0,
      limit: 10,
    })
    expect(found.response.value_list).toEqual([{ value_id: 1003, value_name: 'Sutra' }])
  })

  test('a brand that was asked for waits, and nothing is sold under it yet', async () => {
    const app = await aConnectedApp()
    const { image_info } = await picture(app, 'media_space/upload_image', 'image')
    const asked = {
      original_brand_name: 'Melati Jepara',
      category_list: [100350],
      product_image: { image_id_list: [image_info.image_id] },
      brand_region: 'ID',
    }
    const { brand_id } = (await app.post('product/register_brand', asked)).response
    expect(await app.post('product/register_brand', asked)).toMatchObject({ error: 'product.error_param' })
    const brands = async (status: number) => {
      const query = { category_id: 100350, status, offset: 0, page_size: 100 }
      return (await app.get('product/get_brand_list', query)).response.brand_list.map(
        (brand: { brand_id: number }) => brand.brand_id,
      )
    }
    expect(await brands(2)).toEqual([brand_id])
    expect(await brands(1)).not.toContain(brand_id)
    const { item_id } = await app.itemOf('KMJ-LUK-M')
    const brand = { brand_id, original_brand_name: 'Melati Jepara' }
    expect(await app.post('product/update_item', { item_id, brand })).toMatchObject({ error: 'product.error_param' })
  })

  test('the newer upload takes pictures in its own field', async () => {
    const app = await aConnectedApp()
    expect((await picture(app, 'media/upload_image', 'images')).image_list).toMatchObject([
      { image_id: expect.stringMatching(/^id-/) },
    ])
  })
})

describe('lists keep to every filter they are asked with', () => {
  test('items by status, orders by courier, packages by deadline', async () => {
    const app = await aConnectedApp()
    const { item_id } = await app.itemOf('KMJ-LUK-M')
    await app.post('product/unlist_item', { item_list: [{ item_id, unlist: true }] })
    const found = async (item_status: string) =>
      (await app.get('product/search_item', { item_sku: 'KMJ-LUK-M', page_size: 9, item_status })).response.item_id_list
    expect([await found('NORMAL'), await found('UNLIST')]).toEqual([[], [item_id]])
    const list = { offset: 0, page_size: 9, item_status: 'NORMAL', update_time_from: 9, update_time_to: 9 }
    expect(await app.get('product/get_item_list', list)).toMatchObject({ error: 'product.error_update_time_range' })

    await app.post('product/unlist_item', { item_list: [{ item_id, unlist: false }] })
    const bought: string[] = []
    for (let seed = 1; seed < 9; seed += 1) {
      bought.push(await app.buy([{ sku: 'KMJ-LUK-M' }], { seed }))
      app.move(60)
    }
    const couriers = new Map<string, number>()
    for (const sn of bought)
      couriers.set(sn, (await app.detail(sn, 'package_list')).package_list[0].logistics_channel_id)
    const window = { time_range_field: 'create_time', time_from: 1, time_to: app.seconds(), page_size: 50 }
    const since = { ...window, time_from: app.seconds() - DAY }
    for (const logistics_channel_id of new Set(couriers.values())) {
      const { order_list } = (await app.get('order/get_order_list', { ...since, logistics_channel_id })).response
      expect(order_list.map(({ order_sn }: { order_sn: string }) => order_sn).toSorted()).toEqual(
        bought.filter((sn) => couriers.get(sn) === logistics_channel_id).toSorted(),
      )
    }
    const sorted = async (ascending: boolean) =>
      (
        await app.post('order/search_package_list', {
          pagination: { page_size: 50 },
          sort: { sort_type: 2, ascending },
        })
      ).response.packages_list.map(({ order_sn }: { order_sn: string }) => order_sn)
    expect(await sorted(true)).toEqual(bought)
    expect(await sorted(false)).toEqual(bought.toReversed())
  })
})

describe('variations', () => {
  const tiers = (...options: string[]) => [
    {
      variation_id: 0,
      variation_name: 'Ukuran',
      variation_option_list: options.map((variation_option_name) => ({
        variation_option_id: 0,
        variation_option_name,
      })),
    },
  ]

  test('without a place in the new list go; a place for two, none for all, another depth are refused', async () => {
    const app = await aConnectedApp()
    const { item_id, model_id } = await app.itemOf('KMJ-LUK-M')
    const update = (options: string[], model_list?: object[]) =>
      app.post('product/update_tier_variation', {
        item_id,
        standardise_tier_variation: tiers(...options),
        ...(model_list ? { model_list } : {}),
      })
    const models = async () => (await app.get('product/get_model_list', { item_id })).response.model
    const all: { model_id: number }[] = await models()
    expect(
      await update(
        ['A'],
        all.slice(0, 2).map((model) => ({ ...model, tier_index: [0] })),
      ),
    ).toMatchObject({
      error: 'product.error_model_duplicate_tier_variation_index',
    })
    expect(await update(['A'], [])).toMatchObject({ error: 'product.error_busi_cannot_delete_all_model' })
    expect(await update(['A'], [{ model_id: 1, tier_index: [0] }])).toMatchObject({
      error: 'product.error_wrong_modelid',
    })
    const two = await app.post('product/update_tier_variation', {
      item_id,
      standardise_tier_variation: [...tiers('A'), ...tiers('B')],
    })
    expect(two).toMatchObject({ error: 'product.error_param', message: 'Canot change the level of tier-variation.' })
    const { image_info } = await picture(app, 'media_space/upload_image', 'image')
    const [pictured, bare] = tiers('M', 'L')[0]!.variation_option_list
    const halfPictured = [
      { ...tiers()[0]!, variation_option_list: [{ ...pictured!, image_id: image_info.image_id }, bare!] },
    ]
    expect(
      await app.post('product/update_tier_variation', {
        item_id,
        standardise_tier_variation: halfPictured,
        model_list: [{ model_id, tier_index: [0] }],
      }),
    ).toMatchObject({ error: 'product.error_tier_img_partial' })
    expect((await update(['M'], [{ model_id, tier_index: [0] }])).error).toBe('')
    expect((await models()).map((model: { model_id: number }) => model.model_id)).toEqual([model_id])
  })
})

test('on holiday nobody buys and stock stays as it is', async () => {
  const app = await aConnectedApp()
  const { item_id, model_id } = await app.itemOf('KMJ-LUK-M')
  const stock = () =>
    app.post('product/update_stock', { item_id, stock_list: [{ model_id, seller_stock: [{ stock: 7 }] }] })
  await app.post('shop/set_shop_holiday_mode', { holiday_mode_on: true })
  expect((await app.get('shop/get_shop_holiday_mode')).response.holiday_mode_on).toBe(true)
  expect(await stock()).toMatchObject({ error: 'product.error_holiday_mode_change_stock' })
  await expect(app.buy([{ sku: 'KMJ-LUK-M' }])).rejects.toThrow()
  await app.post('shop/set_shop_holiday_mode', { holiday_mode_on: false })
  expect((await stock()).error).toBe('')
})

test('a courier who did not come gets another day', async () => {
  const app = await aConnectedApp()
  const sn = await app.buy([{ sku: 'KMJ-LUK-M' }])
  const { response } = await app.get('logistics/get_shipping_parameter', { order_sn: sn })
  const [{ address_id, time_slot_list }] = response.pickup.address_list
  const again = () =>
    app.post('logistics/update_shipping_order', {
      order_sn: sn,
      pickup: { address_id, pickup_time_id: time_slot_list[1].pickup_time_id },
    })
  await app.ship(sn)
  expect(await again()).toMatchObject({ error: 'logistics.error_limit' })
  await app.step(sn, 'failPickUp')
  expect((await app.detail(sn)).order_status).toBe('RETRY_SHIP')
  expect((await again()).error).toBe('')
  expect((await app.detail(sn)).order_status).toBe('PROCESSED')
})

test('around a return: what can be offered, what proves it, where it is', async () => {
  const app = await aConnectedApp()
  const sn = await app.buy([{ sku: 'KMJ-LUK-M' }])
  await app.ship(sn)
  for (const step of ['pickUp', 'deliver', 'askReturn'] as const) await app.step(sn, step)
  app.move(HOUR)
  const listed = async (filter: object) =>
    (await app.get('returns/get_return_list', { page_no: 0, page_size: 9, ...filter })).response.return
  const [row] = await listed({ negotiation_status: 'PENDING_RESPOND' })
  expect(row).toMatchObject({ order_sn: sn, seller_proof_status: 'NOT_NEEDED' })
  expect(await listed({ negotiation_status: 'TERMINATED' })).toEqual([])
  const { return_sn, refund_amount } = row
  expect((await app.get('returns/get_available_solutions', { return_sn })).response).toMatchObject({
    offer_refund: { eligibility: true, max_refund_amount: refund_amount },
  })
  const form = new FormData()
  form.append('return_sn', return_sn)
  form.append('upload_image', new File([DOT], 'a.png', { type: 'image/png' }))
  const shown = (await app.ask('POST', 'returns/convert_image', { form })).response
  await app.post('returns/upload_proof', { return_sn, photo: [shown], description: 'Utuh saat dikirim' })
  expect((await app.get('returns/query_proof', { return_sn })).response).toMatchObject({
    image: [shown],
    description: 'Utuh saat dikirim',
  })
  expect((await app.get('returns/get_reverse_tracking_info', { return_sn })).response.tracking_number).toBe('')
  await app.post('returns/confirm', { return_sn })
  expect((await app.get('returns/get_reverse_tracking_info', { return_sn })).response.tracking_number).not.toBe('')
})

/* EcomPHP/shopee-php and clients in Python, as their requests arrive. */
describe('what other languages write of nothing, true and false', () => {
  test('1 and 0, True and False are yes and no', async () => {
    const app = await aConnectedApp()
    const { item_id } = await app.itemOf('KMJ-LUK-M')
    for (const need_tax_info of ['1', '0', 'True', 'False']) {
      const asked = { item_id_list: item_id, need_tax_info }
      expect((await app.get('product/get_item_base_info', asked)).error, need_tax_info).toBe('')
    }
    const orders = {
      time_range_field: 'create_time',
      time_from: app.seconds() - DAY,
      time_to: app.seconds(),
      page_size: 9,
    }
    const pending = async (request_order_status_pending: string) =>
      (await app.get('order/get_order_list', { ...orders, request_order_status_pending })).error
    expect([await pending('1'), await pending('0'), await pending('2')]).toEqual(['', '', 'error_param'])
  })

  test('an empty list or null where an object or a text belongs is as good as not sent', async () => {
    const app = await aConnectedApp()
    const order_sn = await app.buy([{ sku: 'KMJ-LUK-M' }])
    await app.move(2 * HOUR)
    const { pickup } = (await app.get('logistics/get_shipping_parameter', { order_sn })).response
    const way = {
      address_id: pickup.address_list[0].address_id,
      pickup_time_id: pickup.address_list[0].time_slot_list[0].pickup_time_id,
    }
    const ship = (more: object) => app.post('logistics/ship_order', { order_sn, package_number: null, ...more })
    expect((await ship({ pickup: [], dropoff: [], non_integrated: [] })).message).toContain('Only one of')
    expect((await ship({ pickup: ['x'] })).error).toBe('logistics.error_param')
    expect((await ship({ pickup: way, dropoff: [], non_integrated: [] })).error).toBe('')
  })

  test('a token sent empty is no token', async () => {
    const app = await aConnectedApp()
    const asked = { isPublic: true, query: { access_token: '', shop_id: '' } }
    expect((await app.ask('GET', 'payment/get_payment_method_list', asked)).error).toBe('')
    expect((await app.ask('GET', 'shop/get_shop_info', asked)).error).toBe('error_param')
  })
})
