import { describe, expect, test } from 'vitest'
import { aConnectedApp, DAY, HOUR } from './an-app.ts'

const READY = { tracking_number: '', shipping_document_type: 'THERMAL_AIR_WAYBILL' }

describe('lists of orders', () => {
  test('pages of a window name each order once, and the status only when it is asked for', async () => {
    const app = await aConnectedApp()
    const bought = await Promise.all(Array.from({ length: 7 }, () => app.buy([{ sku: 'KMJ-LUK-M' }])))
    const query = {
      time_range_field: 'create_time',
      time_from: app.seconds() - 60,
      time_to: app.seconds() + 60,
      page_size: 3,
    }
    const named: string[] = []
    for (let cursor = ''; ; ) {
      const { response } = await app.get('order/get_order_list', { ...query, cursor })
      expect(response.order_list[0]).not.toHaveProperty('order_status')
      named.push(...response.order_list.map(({ order_sn }: { order_sn: string }) => order_sn))
      if (!response.more) break
      cursor = response.next_cursor
    }
    expect(named.toSorted()).toEqual(bought.toSorted())
    const told = await app.get('order/get_order_list', {
      ...query,
      response_optional_fields: 'order_status',
      order_status: 'READY_TO_SHIP',
    })
    expect(told.response.order_list[0].order_status).toBe('READY_TO_SHIP')
  })

  test.each([
    ['more than fifteen days', { time_from: 0, time_to: 15 * DAY + 1 }, 'order.order_list_invalid_time'],
    ['an end before its beginning', { time_from: 2, time_to: 1 }, 'order.order_list_invalid_time'],
    ['no beginning', { time_from: '' }, 'error_param'],
    ['an unknown field', { time_range_field: 'ship_time' }, 'error_param'],
    ['a page of 101', { page_size: 101 }, 'error_param'],
    ['an invented cursor', { cursor: 'abc' }, 'error_param'],
    ['two statuses', { order_status: 'UNPAID,SHIPPED' }, 'error_param'],
  ])('a list is refused over %s', async (_, change, error) => {
    const app = await aConnectedApp()
    const query = { time_range_field: 'create_time', time_from: 1, time_to: 100, page_size: 20, ...change }
    expect((await app.get('order/get_order_list', query)).error).toBe(error)
  })

  test('details hold back what is not named, and hide the buyer', async () => {
    const app = await aConnectedApp()
    const sn = await app.buy([{ sku: 'KMJ-LUK-M', quantity: 2 }])
    const bare = (await app.get('order/get_order_detail', { order_sn_list: sn })).response.order_list[0]
    expect(bare).toMatchObject({ order_sn: sn, currency: 'IDR', order_status: 'READY_TO_SHIP' })
    for (const held of ['item_list', 'total_amount', 'recipient_address', 'package_list'])
      expect(bare).not.toHaveProperty(held)
    const full = await app.detail(sn, 'item_list,recipient_address')
    expect(full.item_list[0]).toMatchObject({
      model_sku: 'KMJ-LUK-M',
      model_quantity_purchased: 2,
      model_discounted_price: 169_000,
    })
    expect(full.recipient_address.phone).toMatch(/^\*{6}\d\d$/)
    expect(await app.get('order/get_order_detail', { order_sn_list: 'NONE' })).toMatchObject({
      error: 'error_not_found',
    })
  })
})

describe('an order', () => {
  test('is paid, arranged, fetched, delivered, completed and paid out', async () => {
    const app = await aConnectedApp()
    const sn = await app.buy([{ sku: 'KMJ-LUK-M' }], { isPaid: false })
    const status = async () => (await app.detail(sn)).order_status
    expect(await status()).toBe('UNPAID')
    await app.step(sn, 'pay')
    expect((await app.ship(sn)).error).toBe('')
    expect(await status()).toBe('PROCESSED')
    for (const [step, then] of [
      ['pickUp', 'SHIPPED'],
      ['deliver', 'TO_CONFIRM_RECEIVE'],
      ['complete', 'COMPLETED'],
    ] as const) {
      await app.step(sn, step)
      expect(await status()).toBe(then)
    }
    const released = await app.get('payment/get_escrow_list', {
      release_time_from: app.seconds() - 60,
      release_time_to: app.seconds(),
    })
    expect(released.response.escrow_list).toMatchObject([{ order_sn: sn }])
  })

  test('goes its way by itself once the shop has arranged it', async () => {
    const app = await aConnectedApp()
    const sn = await app.buy([{ sku: 'KMJ-LUK-M' }])
    await app.ship(sn)
    app.move(10 * DAY)
    app.keep(await app.refresh())
    expect((await app.detail(sn)).order_status).toBe('COMPLETED')
  })

  test('is cancelled when nobody pays, when nobody ships, and its pieces are back on sale', async () => {
    const app = await aConnectedApp()
    const stock = () => app.sandbox.world.shelf().find(({ sku }) => sku === 'KMJ-LUK-M')!.stock
    const [unpaid, unsent] = [
      await app.buy([{ sku: 'KMJ-LUK-M', quantity: 3 }], { isPaid: false }),
      await app.buy([{ sku: 'KMJ-LUK-M' }]),
    ]
    expect(stock()).toBe(96)
    app.move(3 * DAY)
    app.keep(await app.refresh())
    for (const sn of [unpaid, unsent])
      expect(await app.detail(sn, 'cancel_by')).toMatchObject({ order_status: 'CANCELLED', cancel_by: 'system' })
    expect(stock()).toBe(100)
  })

  test('whose buyer asks to cancel goes back where it was, or ends', async () => {
    const app = await aConnectedApp()
    const [kept, ended] = [await app.buy([{ sku: 'KMJ-LUK-M' }]), await app.buy([{ sku: 'KMJ-LUK-M' }])]
    const answer = (order_sn: string, operation: string) =>
      app.post('order/handle_buyer_cancellation', { order_sn, operation })
    expect(await answer(kept, 'REJECT')).toMatchObject({ error: 'order.cancel_order_invalid_status' })
    for (const sn of [kept, ended]) await app.step(sn, 'askCancel')
    expect((await app.detail(kept)).order_status).toBe('IN_CANCEL')
    await answer(kept, 'REJECT')
    await answer(ended, 'ACCEPT')
    expect((await app.detail(kept)).order_status).toBe('READY_TO_SHIP')
    expect((await app.detail(ended)).order_status).toBe('CANCELLED')
  })

  test('is cancelled by the seller with a reason, whole or in part, but not once it is arranged', async () => {
    const app = await aConnectedApp()
    const [sn, sent, partly] = [
      await app.buy([{ sku: 'KMJ-LUK-M' }]),
      await app.buy([{ sku: 'KMJ-LUK-M' }]),
      await app.buy([{ sku: 'KMJ-LUK-M', quantity: 3 }]),
    ]
    const item = await app.itemOf('KMJ-LUK-M')
    const cancel = (order_sn: string, more: object) =>
      app.post('order/cancel_order', { order_sn, cancel_reason: 'OUT_OF_STOCK', ...more })
    expect(await cancel(sn, {})).toMatchObject({ error: 'order. error_param' })
    expect(await cancel(sn, { cancel_reason: 'BORED' })).toMatchObject({ error: 'order.error_param' })
    expect(await cancel(sn, { cancel_reason: 'COD_NOT_SUPPORTED' })).toMatchObject({ error: 'order. error_param' })
    await cancel(partly, { partial_cancel_item_list: [{ ...item, model_quantity: 1 }] })
    expect((await app.detail(partly)).item_list[0]).toMatchObject({ cancelled_qty: 1, active_qty: 2 })
    await cancel(sn, { item_list: [item] })
    expect(await app.detail(sn, 'cancel_by,cancel_reason')).toMatchObject({
      order_status: 'CANCELLED',
      cancel_by: 'seller',
      cancel_reason: 'OUT_OF_STOCK',
    })
    await app.ship(sent)
    expect(await cancel(sent, { cancel_reason: 'CUSTOMER_REQUEST' })).toMatchObject({ error: 'order.error_limit' })
  })

  test('that was refused or lost is cancelled, and cash on delivery is paid at the door', async () => {
    const app = await aConnectedApp()
    const [refused, paid] = [
      await app.buy([{ sku: 'KMJ-LUK-M' }], { isCod: true }),
      await app.buy([{ sku: 'KMJ-LUK-M' }], { isCod: true }),
    ]
    for (const sn of [refused, paid]) {
      await app.ship(sn)
      await app.step(sn, 'pickUp')
    }
    await app.step(refused, 'refuse')
    await app.step(paid, 'deliver')
    expect(await app.detail(refused, 'package_list')).toMatchObject({
      order_status: 'CANCELLED',
      package_list: [{ logistics_status: 'LOGISTICS_DELIVERY_FAILED' }],
    })
    expect((await app.detail(paid, 'pay_time')).pay_time).toBe(app.seconds())
  })
})

describe('parcels', () => {
  test('are arranged once, with a slot that is there, in one way', async () => {
    const app = await aConnectedApp()
    const sn = await app.buy([{ sku: 'KMJ-LUK-M' }])
    const arrange = (way: object) => app.post('logistics/ship_order', { order_sn: sn, ...way })
    expect(await arrange({})).toMatchObject({ error: 'logistics.error_param' })
    expect(await arrange({ dropoff: {}, pickup: { address_id: 2826, pickup_time_id: '1' } })).toMatchObject({
      error: 'logistics.error_param',
    })
    expect(await arrange({ pickup: { address_id: 1, pickup_time_id: '1' } })).toMatchObject({
      error: 'logistics.address_not_found',
    })
    expect(await arrange({ pickup: { address_id: 2826, pickup_time_id: '1' } })).toMatchObject({
      error: 'logistics.error_pickup_time',
    })
    expect(await arrange({ non_integrated: { tracking_number: 'X' } })).toMatchObject({
      error: 'logistics.error_unsupported',
    })
    expect(await arrange({ package_number: '', dropoff: {} })).toMatchObject({ error: 'logistics.error_param' })
    expect(await arrange({ package_number: 'OFG1', dropoff: {} })).toMatchObject({
      error: 'logistics.package_number_not_found',
    })
    expect(await app.get('logistics/get_tracking_number', { order_sn: sn })).toMatchObject({
      error: 'logistics.error_status',
    })
    expect((await arrange({ dropoff: {} })).error).toBe('')
    expect(await arrange({ dropoff: {} })).toMatchObject({
      error: 'logistics.error_param',
      message: 'Order has been shipped.',
    })
  })

  test('have a number after a while, and a label that must be asked for, waited for and fetched', async () => {
    const app = await aConnectedApp()
    const sn = await app.buy([{ sku: 'KMJ-LUK-M' }])
    await app.ship(sn)
    const number = async () =>
      (await app.get('logistics/get_tracking_number', { order_sn: sn })).response.tracking_number
    expect(await number()).toBe('')
    const tracking_number = await number()
    expect(tracking_number).toMatch(/^(SPXID|JP|CM)/)
    const rows = (path: string, row: object = {}) =>
      app.post(`logistics/${path}`, { order_list: [{ order_sn: sn, ...READY, tracking_number, ...row }] })
    expect(await rows('create_shipping_document', { tracking_number: 'WRONG' })).toMatchObject({
      error: 'common.batch_api_all_failed',
      response: { result_list: [{ order_sn: sn, fail_error: 'logistics.tracking_number_invalid' }] },
    })
    expect(await rows('create_shipping_document', { shipping_document_type: 'A4' })).toMatchObject({
      response: { result_list: [{ fail_error: 'logistics.shipping_document_type_invalid' }] },
    })
    expect((await rows('create_shipping_document')).error).toBe('')
    expect(await rows('download_shipping_document')).toMatchObject({
      error: 'logistics.shipping_document_should_print_first',
    })
    expect((await rows('get_shipping_document_result')).response.result_list[0].status).toBe('PROCESSING')
    expect((await rows('get_shipping_document_result')).response.result_list[0].status).toBe('READY')
    const file = await app.raw('POST', 'logistics/download_shipping_document', {
      body: { order_list: [{ order_sn: sn }] },
    })
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    await app.step(sn, 'pickUp')
    expect(await rows('create_shipping_document')).toMatchObject({
      response: { result_list: [{ fail_error: 'logistics.package_can_not_print' }] },
    })
  })

  test('some rows may fail while others succeed', async () => {
    const app = await aConnectedApp()
    const sn = await app.buy([{ sku: 'KMJ-LUK-M' }])
    await app.ship(sn)
    const reply = await app.post('logistics/get_shipping_document_parameter', {
      order_list: [{ order_sn: sn }, { order_sn: 'NONE' }],
    })
    expect(reply).toMatchObject({ error: '', warning: [{ order_sn: 'NONE' }] })
    expect(reply.response.result_list).toMatchObject([
      { suggest_shipping_document_type: 'THERMAL_AIR_WAYBILL' },
      { fail_error: 'logistics.order_not_exist' },
    ])
  })

  test('an order is split into parcels that carry all of it, each arranged by its own number', async () => {
    const app = await aConnectedApp()
    const sn = await app.buy([{ sku: 'KMJ-LUK-M' }, { sku: 'KAI-MCK' }])
    const [first, second] = (await app.detail(sn)).item_list.map(
      (line: { item_id: number; model_id: number; order_item_id: number }) => ({
        item_id: line.item_id,
        model_id: line.model_id,
        order_item_id: line.order_item_id,
      }),
    )
    const split = (...parcels: object[][]) =>
      app.post('order/split_order', { order_sn: sn, package_list: parcels.map((item_list) => ({ item_list })) })
    expect(await split([first, second])).toMatchObject({ error: 'order.order_cannot_split' })
    expect(await split([first], [first])).toMatchObject({ error: 'order.error_param' })
    const { package_list } = (await split([first], [second])).response
    expect(package_list).toHaveLength(2)
    expect(await app.get('logistics/get_shipping_parameter', { order_sn: sn })).toMatchObject({
      error: 'logistics.package_number_not_exist',
    })
    const waiting = await app.post('order/search_package_list', { pagination: { page_size: 10 } })
    expect(waiting.response.packages_list).toHaveLength(2)
    for (const { package_number } of package_list) {
      expect((await app.detail(sn)).order_status).toBe('READY_TO_SHIP')
      expect((await app.ship(sn, { package_number })).error).toBe('')
    }
    expect((await app.detail(sn)).order_status).toBe('PROCESSED')
    expect(await app.post('order/unsplit_order', { order_sn: sn })).toMatchObject({
      error: 'order.order_cannot_unsplit',
    })
  })

  test('a courier who comes in vain asks for another arrangement', async () => {
    const app = await aConnectedApp()
    const sn = await app.buy([{ sku: 'KMJ-LUK-M' }])
    await app.ship(sn)
    await app.step(sn, 'failPickUp')
    expect((await app.detail(sn)).order_status).toBe('RETRY_SHIP')
    expect((await app.ship(sn)).error).toBe('')
    app.move(5 * HOUR)
    app.keep(await app.refresh())
    expect((await app.detail(sn)).order_status).toBe('SHIPPED')
  })
})
