import { describe, expect, test } from 'vitest'
import { aConnectedApp, DAY, DAY_ZERO, HOUR } from './an-app.ts'

const CANCELLATIONS = '/return_refund/202309/cancellations'

/** What the API tells of one SKU: pieces that can be bought, and pieces in orders that are not shipped. */
const stockOf = async (app: Awaited<ReturnType<typeof aConnectedApp>>, sku: string) => {
  const found = await app.ask('POST', '/product/202502/products/search', {
    query: { page_size: '1' },
    body: { seller_skus: [sku] },
  })
  const id = found.data.products[0].skus.find((each: { seller_sku: string }) => each.seller_sku === sku).id
  const { data } = await app.ask('POST', '/product/202309/inventory/search', { body: { sku_ids: [id] } })
  const [{ skus }] = data.inventory
  return [skus[0].total_available_quantity, skus[0].total_committed_quantity]
}

describe('an order’s whole life', () => {
  test('bought, paid, shipped, picked up, delivered, completed', async () => {
    const app = await aConnectedApp()
    const sku = app.skus()[0]!
    const [before] = await stockOf(app, sku)
    const id = app.buy([{ sku, quantity: 2 }])
    const unpaid = await app.order(id)
    expect(unpaid).toMatchObject({ status: 'UNPAID', packages: [] })
    expect(unpaid.recipient_address).toBeUndefined()
    // a quantity of two is two lines
    expect(unpaid.line_items.map((line: { seller_sku: string }) => line.seller_sku)).toEqual([sku, sku])
    expect(await stockOf(app, sku)).toEqual([before - 2, 2])

    app.move(6 * 60_000)
    const paid = await app.order(id)
    expect(paid).toMatchObject({ status: 'AWAITING_SHIPMENT', paid_time: DAY_ZERO / 1000 + 300, tracking_number: '' })
    expect(paid.recipient_address.name).toBe('S*** R***')
    expect(paid.line_items[0]).toMatchObject({ package_status: 'TO_FULFILL', package_id: paid.packages[0].id })

    expect((await app.ship(paid.packages[0].id)).data).toEqual({})
    const shipped = await app.order(id)
    expect(shipped.status).toBe('AWAITING_COLLECTION')
    expect(shipped.tracking_number).not.toBe('')
    expect(await stockOf(app, sku)).toEqual([before - 2, 0])

    app.move(5 * HOUR)
    expect((await app.order(id)).status).toBe('IN_TRANSIT')
    app.move(2 * DAY)
    expect((await app.order(id)).status).toBe('DELIVERED')
    app.move(DAY)
    expect((await app.order(id)).status).toBe('COMPLETED')
    const tracking = await app.ask('GET', `/fulfillment/202309/orders/${id}/tracking`)
    expect(tracking.data.tracking.length).toBe(3)
    expect(tracking.data.tracking[0].update_time_millis).toBeGreaterThan(10 ** 12)
  })

  test('what the buyer pays adds up as the documentation says', async () => {
    const app = await aConnectedApp()
    const { payment, line_items } = await app.order(
      app.buy([{ sku: app.skus()[0]! }, { sku: app.skus()[7]! }], { promotion: 0.2 }),
    )
    const amount = (name: string) => Number(payment[name])
    const sales = line_items.reduce((sum: number, line: { sale_price: string }) => sum + Number(line.sale_price), 0)
    expect(amount('sub_total')).toBe(sales)
    expect(amount('seller_discount')).toBeGreaterThan(0)
    expect(amount('sub_total')).toBe(
      amount('original_total_product_price') - amount('seller_discount') - amount('platform_discount'),
    )
    expect(amount('shipping_fee')).toBe(
      amount('original_shipping_fee') -
        amount('shipping_fee_platform_discount') -
        amount('shipping_fee_seller_discount'),
    )
    expect(amount('total_amount')).toBe(amount('sub_total') + amount('shipping_fee') + amount('buyer_service_fee'))
  })

  test('nobody pays: cancelled after a day, the pieces are back', async () => {
    const app = await aConnectedApp()
    const sku = app.skus()[0]!
    const before = await stockOf(app, sku)
    const id = app.buy([{ sku }], { fate: { paysAfterMs: null } })
    app.move(25 * HOUR)
    expect(await app.order(id)).toMatchObject({
      status: 'CANCELLED',
      cancel_reason: 'system_cancel_unpaid_time_out',
      cancellation_initiator: 'SYSTEM',
    })
    expect(await stockOf(app, sku)).toEqual(before)
  })

  test('nobody ships: the platform cancels at the deadline it has announced', async () => {
    const app = await aConnectedApp()
    const { id } = await app.paid()
    const { tts_sla_time } = await app.order(id)
    app.move(tts_sla_time * 1000 - DAY_ZERO - 1000)
    expect((await app.order(id)).status).toBe('AWAITING_SHIPMENT')
    app.move(2000)
    expect((await app.order(id)).cancel_reason).toBe('system_cancel_order_reason_shipping_timeout')
  })

  test('sold out is sold out', async () => {
    const { sandbox, skus, buy } = await aConnectedApp({ stock: 1 })
    const sku = skus()[0]!
    buy([{ sku }])
    expect(() => buy([{ sku }])).toThrow('sold out')
    expect(sandbox.world.shelf()[0]).toMatchObject({ stock: 0, reserved: 1 })
  })

  test('a parcel that is lost ends the order, and the marketplace pays for the goods', async () => {
    const app = await aConnectedApp()
    const { id, packageId } = await app.paid()
    await app.ship(packageId)
    app.step(id, 'pickUp')
    app.step(id, 'lose')
    expect(await app.order(id)).toMatchObject({ status: 'CANCELLED', cancel_reason: 'package_lost' })
    app.move(DAY)
    const statements = await app.ask('GET', '/finance/202309/statements', { query: { sort_field: 'statement_time' } })
    const { data } = await app.ask(
      'GET',
      `/finance/202501/statements/${statements.data.statements[0].id}/statement_transactions`,
      {
        query: { sort_field: 'order_create_time' },
      },
    )
    expect(data.transactions[0]).toMatchObject({ type: 'PLATFORM_REIMBURSEMENT', adjustment_order_id: id })
    expect(data.transactions[0].order_id).toBeUndefined()
  })
})

describe('cancelling', () => {
  test('a buyer asks, the seller agrees; once more is refused', async () => {
    const app = await aConnectedApp()
    const { id } = await app.paid()
    app.step(id, 'askCancel')
    expect(await app.order(id)).toMatchObject({ status: 'AWAITING_SHIPMENT', is_buyer_request_cancel: true })
    const { data } = await app.ask('POST', `${CANCELLATIONS}/search`, {
      query: { page_size: '10' },
      body: { order_ids: [id] },
    })
    const [request] = data.cancellations
    expect(request).toMatchObject({
      cancel_type: 'BUYER_CANCEL',
      cancel_status: 'CANCELLATION_REQUEST_PENDING',
      seller_next_action_response: [{ action: 'SELLER_RESPOND_CANCEL', deadline: DAY_ZERO / 1000 + DAY / 1000 }],
    })
    const approve = (key: string) =>
      app.ask('POST', `${CANCELLATIONS}/${request.cancel_id}/approve`, { query: { idempotency_key: key } })
    expect((await approve('satu')).code).toBe(0)
    expect((await app.order(id)).status).toBe('CANCELLED')
    // the same key is the same act; another one comes too late
    expect((await approve('satu')).code).toBe(0)
    expect((await approve('dua')).code).toBe(25011012)
  })

  test('a seller refuses with a reason from the list, and ships', async () => {
    const app = await aConnectedApp()
    const { id, packageId } = await app.paid()
    app.step(id, 'askCancel')
    const { data } = await app.ask('POST', `${CANCELLATIONS}/search`, { body: {} })
    const { cancel_id } = data.cancellations[0]
    expect((await app.ship(packageId)).code).toBe(21008044)
    const reasons = await app.ask('GET', '/return_refund/202309/reject_reasons', {
      query: { return_or_cancel_id: cancel_id },
    })
    const reject = (reason: string) =>
      app.ask('POST', `${CANCELLATIONS}/${cancel_id}/reject`, { body: { reject_reason: reason } })
    expect((await reject('karena')).code).toBe(25001014)
    expect((await reject(reasons.data.reasons[0].name)).code).toBe(0)
    expect((await reject(reasons.data.reasons[0].name)).code).toBe(25020009)
    expect((await app.ship(packageId)).code).toBe(0)
  })

  test('a request that nobody answers is granted at its deadline', async () => {
    const app = await aConnectedApp()
    const { id } = await app.paid()
    app.step(id, 'askCancel')
    app.move(DAY + 1000)
    expect(await app.order(id)).toMatchObject({ status: 'CANCELLED', cancellation_initiator: 'BUYER' })
  })

  test('a seller cancels: the reason has to fit, the order whole, and not on its way', async () => {
    const app = await aConnectedApp()
    const cancel = (order_id: string, cancel_reason: string, more = {}) =>
      app.ask('POST', CANCELLATIONS, { body: { order_id, cancel_reason, ...more } })
    const two = await app.paid([{ sku: app.skus()[0]!, quantity: 2 }])
    expect((await cancel(two.id, 'sudah habis')).code).toBe(25001014)
    expect((await cancel(two.id, 'seller_cancel_unpaid_reason_out_of_stock')).code).toBe(25001021)
    const { line_items } = await app.order(two.id)
    const part = { skus: [{ sku_id: line_items[0].sku_id, quantity: 1 }] }
    expect((await cancel(two.id, 'seller_cancel_reason_out_of_stock', part)).code).toBe(25005010)
    expect((await cancel(two.id, 'seller_cancel_reason_out_of_stock')).data.cancel_status).toBe(
      'CANCELLATION_REQUEST_COMPLETE',
    )
    expect((await cancel(two.id, 'seller_cancel_reason_out_of_stock')).code).toBe(25001011)

    const sent = await app.paid()
    await app.ship(sent.packageId)
    expect((await cancel(sent.id, 'seller_cancel_reason_out_of_stock')).code).toBe(25001045)
  })
})

describe('parcels', () => {
  test('shipped once; cancelled ones and strange ones never', async () => {
    const app = await aConnectedApp()
    const { id, packageId } = await app.paid()
    expect((await app.ship('1')).code).toBe(21011028)
    expect((await app.ship(packageId)).code).toBe(0)
    expect((await app.ship(packageId)).code).toBe(11006021)
    app.step(id, 'pickUp')
    expect((await app.ship(packageId)).code).toBe(21011040)
    const other = await app.paid()
    app.step(other.id, 'cancel')
    expect((await app.ship(other.packageId)).code).toBe(21011041)
  })

  test('a slot has to be one that was offered', async () => {
    const app = await aConnectedApp()
    const { packageId, id: orderId } = await app.paid()
    const { data } = await app.ask('GET', `/fulfillment/202309/packages/${packageId}/handover_time_slots`)
    const { start_time, end_time, avaliable } = data.pickup_slots[0]
    expect(avaliable).toBe(true)
    const ofOrder = (query = {}) =>
      app.ask('GET', `/fulfillment/202309/orders/${orderId}/handover_time_slots`, { query })
    expect((await ofOrder()).data).toEqual(data)
    expect((await ofOrder({ order_line_item_ids: '1' })).code).toBe(36009004)
    const wrong = { handover_method: 'PICKUP', pickup_slot: { start_time: start_time + 1, end_time } }
    expect((await app.ship(packageId, wrong)).code).toBe(21011053)
    expect((await app.ship(packageId, { handover_method: 'PICKUP', pickup_slot: { start_time, end_time } })).code).toBe(
      0,
    )
  })

  test('the seller’s own courier: a provider from the list, a number nobody used, no label; the address is plain', async () => {
    const app = await aConnectedApp()
    const { data } = await app.ask('GET', '/logistics/202309/warehouses')
    const options = await app.ask('GET', `/logistics/202309/warehouses/${data.warehouses[0].id}/delivery_options`)
    const own = options.data.delivery_options.find((option: { type: string }) => option.type === 'SEND_BY_SELLER')
    const { data: couriers } = await app.ask('GET', `/logistics/202309/delivery_options/${own.id}/shipping_providers`)
    const shipping_provider_id = couriers.shipping_providers[0].id
    const self = (tracking_number: string, provider = shipping_provider_id) => ({
      self_shipment: { tracking_number, shipping_provider_id: provider },
    })
    const { id, packageId } = await app.paid()
    expect((await app.ship(packageId, self('JNE123456789', '1'))).code).toBe(21011022)
    expect((await app.ship(packageId, self('?'))).code).toBe(21011022)
    expect((await app.ship(packageId, self('JNE123456789'))).code).toBe(0)
    expect((await app.order(id)).recipient_address.name).toBe('Siti Rahmawati')
    const label = await app.ask('GET', `/fulfillment/202309/packages/${packageId}/shipping_documents`, {
      query: { document_type: 'SHIPPING_LABEL' },
    })
    expect(label.code).toBe(11034002)
    const other = await app.paid()
    expect((await app.ship(other.packageId, self('JNE123456789'))).code).toBe(21011025)
  })

  test('a label: not before it is arranged, not while it is made, not after the courier has it; its link dies in a day', async () => {
    const app = await aConnectedApp()
    const { id, packageId } = await app.paid()
    const label = (query = {}) =>
      app.ask('GET', `/fulfillment/202309/packages/${packageId}/shipping_documents`, {
        query: { document_type: 'SHIPPING_LABEL', ...query },
      })
    expect((await label()).code).toBe(21023035)
    await app.ship(packageId)
    expect((await label()).code).toBe(11034037)
    expect((await label({ document_type: 'INVOICE' })).code).toBe(36009004)
    const { doc_url, tracking_number } = (await label()).data
    expect(tracking_number).toBe((await app.order(id)).tracking_number)
    const pdf = await fetch(doc_url)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect((await pdf.text()).startsWith('%PDF-')).toBe(true)
    const png = await fetch((await label({ document_type: 'SHIPPING_LABEL_PICTURE' })).data.doc_url)
    expect(png.headers.get('content-type')).toBe('image/png')
    app.step(id, 'pickUp')
    expect((await label()).code).toBe(21042102)
    app.move(DAY + 1000)
    expect((await fetch(doc_url)).status).toBe(403)
  })

  test('in bulk some are shipped and the others say why', async () => {
    const app = await aConnectedApp()
    const [one, two] = [await app.paid(), await app.paid()]
    app.step(two.id, 'cancel')
    const { code, data } = await app.ask('POST', '/fulfillment/202309/packages/ship', {
      body: { packages: [{ id: one.packageId }, { id: two.packageId }] },
    })
    expect(code).toBe(0)
    expect(data.errors).toMatchObject([{ code: 21011041, detail: { package_id: two.packageId } }])
    expect((await app.order(one.id)).status).toBe('AWAITING_COLLECTION')
  })

  test('an order is split: its parts are shipped one after the other', async () => {
    const app = await aConnectedApp()
    const { id } = await app.paid([{ sku: app.skus()[0]!, quantity: 2 }, { sku: app.skus()[6]! }])
    const can = await app.ask('GET', '/fulfillment/202309/orders/split_attributes', { query: { order_ids: id } })
    expect(can.data.split_attributes[0]).toMatchObject({ order_id: id, can_split: true })
    const [first] = (await app.order(id)).line_items
    const split = (order_line_item_ids: string[]) =>
      app.ask('POST', `/fulfillment/202309/orders/${id}/split`, {
        body: { splittable_groups: [{ id: '1', order_line_item_ids }] },
      })
    expect((await split(['1'])).code).toBe(21011005)
    const { data } = await split([first.id])
    expect(data.packages).toEqual([{ id: expect.any(String), splittable_group_id: '1' }])
    expect((await split([first.id])).code).toBe(21011035)

    const after = await app.order(id)
    expect(after).toMatchObject({ split_or_combine_tag: 'SPLIT' })
    expect(after.packages.length).toBe(2)
    await app.ship(data.packages[0].id)
    expect((await app.order(id)).status).toBe('PARTIALLY_SHIPPING')
    await app.ship(after.packages.find((each: { id: string }) => each.id !== data.packages[0].id).id)
    expect((await app.order(id)).status).toBe('AWAITING_COLLECTION')
    app.move(4 * HOUR)
    expect((await app.order(id)).status).toBe('IN_TRANSIT')
  })

  test('two orders to one door go together, and apart again', async () => {
    const app = await aConnectedApp()
    const [one, two] = [await app.paid(), await app.paid()]
    const { data } = await app.ask('GET', '/fulfillment/202309/combinable_packages/search', {
      query: { page_size: '10' },
    })
    expect(data.combinable_packages[0].order_ids.toSorted()).toEqual([one.id, two.id])
    const combined = await app.ask('POST', '/fulfillment/202309/packages/combine', {
      body: { combinable_packages: [{ id: 'a', order_ids: [one.id, two.id] }] },
    })
    const [whole] = combined.data.packages
    expect((await app.order(one.id)).packages).toEqual([{ id: whole.id }])
    const apart = await app.ask('POST', `/fulfillment/202309/packages/${whole.id}/uncombine`, {
      body: { order_ids: [two.id] },
    })
    expect(apart.data.packages.length).toBe(2)
    expect((await app.ship((await app.order(one.id)).packages[0].id)).code).toBe(0)
    expect((await app.order(two.id)).status).toBe('AWAITING_SHIPMENT')
  })
})
