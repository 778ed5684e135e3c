import { expect, test } from 'vitest'
import { aConnectedApp, DAY, HOUR } from './an-app.ts'

/* Discounts, vouchers, health of the shop, couriers, chat and tax invoices: calls that our own connector does not make. */

type App = Awaited<ReturnType<typeof aConnectedApp>>

async function aDiscount(app: App, more: object = {}): Promise<number> {
  const start_time = app.seconds() + HOUR
  const asked = { discount_name: 'Gajian', start_time, end_time: start_time + DAY, ...more }
  return (await app.post('discount/add_discount', asked)).response.discount_id
}
const priceOf = async (app: App, { item_id, model_id }: { item_id: number; model_id: number }) => {
  const { model } = (await app.get('product/get_model_list', { item_id })).response
  const found = model.find((each: { model_id: number }) => each.model_id === model_id)
  return { now: found.price_info[0].current_price, before: found.price_info[0].original_price, in: found.has_promotion }
}

test('a discount lowers prices while it goes on, and nobody edits them meanwhile', async () => {
  const app = await aConnectedApp()
  const goods = await app.itemOf('KMJ-LUK-M')
  const { now: price } = await priceOf(app, goods)
  const discount_id = await aDiscount(app)
  const cheaper = price - 20_000
  const item_list = [
    {
      item_id: goods.item_id,
      purchase_limit: 0,
      model_list: [{ model_id: goods.model_id, model_promotion_price: cheaper }],
    },
    { item_id: 7, purchase_limit: 0, item_promotion_price: 5_000 },
  ]
  expect((await app.post('discount/add_discount_item', { discount_id, item_list })).response).toMatchObject({
    count: 1,
    error_list: [{ item_id: 7, fail_error: 'discount.item_id_not_exist' }],
  })
  expect(await priceOf(app, goods)).toEqual({ now: price, before: price, in: false })
  app.move(HOUR + 1)
  expect(await priceOf(app, goods)).toEqual({ now: cheaper, before: price, in: true })
  const list = { page_no: 1, page_size: 10, discount_status: 'ongoing' }
  expect((await app.get('discount/get_discount_list', list)).response).toMatchObject({
    more: false,
    discount_list: [{ discount_id, status: 'ongoing', discount_name: 'Gajian' }],
  })
  expect(
    (await app.get('discount/get_discount', { discount_id, page_no: 1, page_size: 10 })).response.item_list,
  ).toEqual([
    expect.objectContaining({
      item_id: goods.item_id,
      item_promotion_price: 0,
      model_list: [
        expect.objectContaining({
          model_original_price: price,
          model_promotion_price: cheaper,
          model_id: goods.model_id,
        }),
      ],
    }),
  ])
  const edit = { item_id: goods.item_id, price_list: [{ model_id: goods.model_id, original_price: price + 1_000 }] }
  expect((await app.post('product/update_price', edit)).error).toBe('product.error_cannt_edit_price_in_promotion')

  const sn = await app.buy([{ sku: 'KMJ-LUK-M' }])
  expect((await app.detail(sn)).item_list[0]).toMatchObject({
    model_original_price: price,
    model_discounted_price: cheaper,
  })
  expect((await app.post('discount/delete_discount', { discount_id })).error).toBe('discount.discount_is_ongoing')
  app.move(DAY)
  app.keep(await app.refresh())
  expect(await priceOf(app, goods)).toEqual({ now: price, before: price, in: false })
  expect((await app.post('discount/end_discount', { discount_id })).error).toBe('discount.discount_is_end')
})

test('what no discount may be is refused by name', async () => {
  const app = await aConnectedApp()
  const at = app.seconds()
  const add = (start: number, end: number) =>
    app.post('discount/add_discount', { discount_name: 'x', start_time: at + start, end_time: at + end })
  expect((await add(-1, DAY)).error).toBe('discount.discount_start_time_smaller_than_now')
  expect((await add(HOUR, HOUR)).error).toBe('discount.discount_end_time_smaller_than_start_time')
  expect((await add(HOUR, HOUR + 60)).error).toBe('discount.discount_period_too_short')
  expect((await add(HOUR, HOUR + 181 * DAY)).error).toBe('discount.discount_period_too_long')
  const goods = await app.itemOf('KMJ-LUK-M')
  const item = (price: number) => [
    {
      item_id: goods.item_id,
      purchase_limit: 0,
      model_list: [{ model_id: goods.model_id, model_promotion_price: price }],
    },
  ]
  const [first, second] = [await aDiscount(app), await aDiscount(app)]
  const { now: price } = await priceOf(app, goods)
  const put = async (discount_id: number, price: number) =>
    (await app.post('discount/add_discount_item', { discount_id, item_list: item(price) })).response.error_list.map(
      (each: { fail_error: string }) => each.fail_error,
    )
  expect(await put(first, price + 1)).toEqual(['discount.promotion_price_higher_input_price'])
  expect(await put(first, price - 1_000)).toEqual([])
  expect(await put(first, price - 2_000)).toEqual(['discount.model_in_promotion'])
  expect(await put(second, price - 2_000)).toEqual(['discount.item_in_other_promotion'])
  expect((await app.post('discount/delete_discount', { discount_id: first })).error).toBe('')
  expect(await put(second, price - 2_000)).toEqual([])
  expect((await app.get('discount/get_discount', { discount_id: first, page_no: 1, page_size: 9 })).error).toBe(
    'common.error_not_found',
  )
})

test('vouchers are kept, listed by where they stand, and end', async () => {
  const app = await aConnectedApp()
  const start_time = app.seconds() + 60
  const asked = {
    voucher_name: 'Pelanggan baru',
    voucher_code: 'BARU',
    start_time,
    end_time: start_time + DAY,
    voucher_type: 1,
    reward_type: 1,
    usage_quantity: 50,
    min_basket_price: 100_000,
    discount_amount: 10_000,
  }
  const { voucher_id } = (await app.post('voucher/add_voucher', asked)).response
  expect((await app.post('voucher/add_voucher', asked)).error).toBe('voucher.voucher_code_duplicate_error')
  const other = { ...asked, voucher_code: 'LAIN' }
  expect((await app.post('voucher/add_voucher', { ...other, min_basket_price: 5_000 })).error).toBe(
    'voucher.voucher_min_price_error',
  )
  expect((await app.post('voucher/add_voucher', { ...other, voucher_code: 'BARU-1' })).error).toBe(
    'voucher.voucher_code_error',
  )
  expect((await app.post('voucher/add_voucher', { ...other, voucher_type: 2, item_id_list: [7] })).error).toBe(
    'voucher.voucher_item_not_exist',
  )
  const ids = async (status: string) =>
    (await app.get('voucher/get_voucher_list', { status })).response.voucher_list.map(
      (each: { voucher_id: number }) => each.voucher_id,
    )
  expect([await ids('upcoming'), await ids('ongoing')]).toEqual([[voucher_id], []])
  await app.post('voucher/update_voucher', { voucher_id, usage_quantity: 80 })
  app.move(61)
  expect([await ids('upcoming'), await ids('ongoing')]).toEqual([[], [voucher_id]])
  expect((await app.get('voucher/get_voucher', { voucher_id })).response).toMatchObject({
    voucher_code: 'BATIBARU',
    usage_quantity: 80,
    discount_amount: 10_000,
    current_usage: 0,
  })
  await app.post('voucher/end_voucher', { voucher_id })
  expect([await ids('expired'), await ids('all')]).toEqual([[voucher_id], [voucher_id]])
})

test('the health of the shop is that of its orders', async () => {
  const app = await aConnectedApp()
  const health = async () => (await app.get('account_health/get_shop_performance')).response
  expect((await health()).overall_performance).toMatchObject({ rating: 4, fulfillment_failed: 0 })
  const late = await app.buy([{ sku: 'KMJ-LUK-M' }], { isCod: true })
  const gone = await app.buy([{ sku: 'KMJ-LUK-L' }], { isCod: true })
  await app.post('order/cancel_order', { order_sn: gone, cancel_reason: 'CUSTOMER_REQUEST' })
  app.move(2 * DAY - HOUR)
  app.keep(await app.refresh())
  await app.ship(late)
  // nobody came for it in time
  app.move(2 * HOUR)
  const { ship_by_date, order_status } = await app.detail(late)
  expect([order_status, ship_by_date < app.seconds()]).toEqual(['PROCESSED', true])
  expect((await app.get('account_health/get_late_orders')).response).toEqual({
    late_order_list: [{ order_sn: late, shipping_deadline: ship_by_date, late_by_days: 1 }],
    total_count: 1,
  })
  const { overall_performance, metric_list } = await health()
  expect(overall_performance).toMatchObject({ rating: 1, fulfillment_failed: 2 })
  expect(metric_list).toMatchObject([
    { metric_id: 1, current_period: 50, target: { value: 10, comparator: '<' } },
    { metric_id: 3, current_period: 50 },
  ])
  const source = async (metric_id: number) =>
    (await app.get('account_health/get_metric_source_detail', { metric_id })).response
  expect((await source(3)).nfr_order_list).toMatchObject([{ order_sn: gone }])
  expect((await source(1)).lsr_order_list).toMatchObject([{ order_sn: late }])
  expect((await app.get('account_health/get_penalty_point_history')).response.total_count).toBe(0)
  expect((await app.get('account_health/get_punishment_history')).error).toBe('error_param')
  expect((await app.get('account_health/get_punishment_history', { punishment_status: 1 })).response.total_count).toBe(
    0,
  )
  expect((await app.get('account_health/get_listings_with_issues')).response.total_count).toBe(0)
})

test('a courier that is switched off is chosen by nobody; one stays on', async () => {
  const app = await aConnectedApp()
  const listed = async () => (await app.get('logistics/get_channel_list')).response.logistics_channel_list
  const ids: number[] = (await listed()).map((each: { logistics_channel_id: number }) => each.logistics_channel_id)
  const off = (logistics_channel_id: number) =>
    app.post('logistics/update_channel', { logistics_channel_id, enabled: false })
  const [stays, ...others] = ids as [number, ...number[]]
  for (const id of others) expect((await off(id)).response).toMatchObject({ logistics_channel_id: id, enabled: false })
  expect((await listed()).map((each: { enabled: boolean }) => each.enabled)).toEqual(ids.map((id) => id === stays))
  expect((await off(stays)).error).toBe('logistics.minimum_activation_rule')
  expect((await off(1)).error).toBe('logistics.error_param')
  const sns = await Promise.all([1, 2, 3, 4, 5, 6].map(() => app.buy([{ sku: 'KMJ-LUK-M' }])))
  const carriers = await Promise.all(sns.map(async (sn) => (await app.detail(sn, 'shipping_carrier')).shipping_carrier))
  expect(new Set(carriers).size).toBe(1)
})

test('chat is for other apps, and tax invoices for other countries', async () => {
  const app = await aConnectedApp()
  const asked = { direction: 'latest', type: 'all' }
  expect(await app.get('sellerchat/get_conversation_list', asked)).toMatchObject({
    status: 403,
    error: 'error_api_permission',
  })
  expect(await app.post('sellerchat/send_message', { to_id: 1 })).toMatchObject({ error: 'error_api_permission' })
  const invoices = (...sns: string[]) =>
    app.post('order/get_buyer_invoice_info', { queries: sns.map((order_sn) => ({ order_sn })) })
  expect(await invoices('A')).toMatchObject({ message: 'This API is only available for TH, VN, PH region' })
  expect(await invoices('A', 'A')).toMatchObject({ error: 'error_param', message: 'The Order SN is duplicated.' })
})
