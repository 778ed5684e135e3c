import { expect, test } from 'vitest'
import { aConnectedApp } from './an-app.ts'

test('an order carries the number that another system gave it, one a system', async () => {
  const app = await aConnectedApp()
  const order = await app.order((await app.paid()).id)
  const say = (platform: string, id: string, origin_id = order.line_items[0].id, orderId = order.id) =>
    app.ask('POST', '/order/202406/orders/external_orders', {
      body: { orders: [{ id: orderId, external_order: { id, platform, line_items: [{ id: 'L1', origin_id }] } }] },
    })
  expect((await say('ERP_SYSTEM', 'SO-1')).data.errors).toEqual([])
  expect((await say('ERP_SYSTEM', 'SO-2')).data.errors).toEqual([])
  expect((await say('SHOPIFY', '#1001')).data.errors).toEqual([])
  expect((await say('EXCEL', 'X')).code).toBe(36009004)
  expect((await say('AMAZON', 'X', '1')).data.errors).toMatchObject([{ code: '36020001' }])
  expect((await say('AMAZON', 'X', undefined, '576461413038000001')).data.errors).toMatchObject([{ code: '36020001' }])
  const path = `/order/202406/orders/${order.id}/external_orders`
  expect((await app.ask('GET', path, { query: { platform: 'ERP_SYSTEM' } })).data.external_orders).toMatchObject([
    { id: 'SO-2', platform: 'ERP_SYSTEM', line_items: [{ id: 'L1', origin_id: order.line_items[0].id }] },
  ])
  const search = (platform: string, external_order_id: string) =>
    app.ask('POST', '/order/202406/orders/external_order_search', { query: { platform, external_order_id } })
  expect((await search('SHOPIFY', '#1001')).data.orders).toMatchObject([
    { id: order.id, external_order: { id: '#1001' } },
  ])
  expect((await search('ERP_SYSTEM', 'SO-1')).data.orders).toEqual([])
})

test('a discount that holds a product can be read, by its state, until it ends', async () => {
  const app = await aConnectedApp()
  const { data } = await app.ask('POST', '/product/202502/products/search', { query: { page_size: '1' }, body: {} })
  const [product] = data.products
  const hold = (isHeld: boolean) =>
    fetch(`${app.sandbox.controlUrl}/tiktok/promotion/${product.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ isHeld }),
    })
  const search = async (body: object) =>
    (await app.ask('POST', '/promotion/202309/activities/search', { body: { page_size: 10, ...body } })).data
  expect(await search({})).toMatchObject({ total_count: 0, activities: [], next_page_token: '' })
  await hold(true)
  const [activity] = (await search({ status: 'ONGOING' })).activities
  expect(activity).toMatchObject({ activity_type: 'FIXED_PRICE', status: 'ONGOING' })
  expect((await search({ activity_type: 'FLASHSALE' })).activities).toEqual([])
  const detail = (id: string) => app.ask('GET', `/promotion/202309/activities/${id}`)
  expect((await detail(activity.id)).data).toMatchObject({ activity_id: activity.id, products: [{ id: product.id }] })
  expect((await detail('7136104329798000001')).code).toBe(17029009)
  expect((await detail('satu')).code).toBe(17029001)
  expect((await app.ask('POST', '/promotion/202309/activities/search', { body: { page_size: 101 } })).code).toBe(
    36009004,
  )
  const stock = {
    skus: [
      { id: product.skus[0].id, inventory: [{ warehouse_id: product.skus[0].inventory[0].warehouse_id, quantity: 3 }] },
    ],
  }
  const change = () => app.ask('POST', `/product/202309/products/${product.id}/inventory/update`, { body: stock })
  expect((await change()).code).toBe(12052393)
  await hold(false)
  expect((await search({ status: 'ONGOING' })).activities).toEqual([])
  expect((await search({ status: 'DEACTIVATED' })).activities).toHaveLength(1)
  expect((await change()).code).toBe(0)
  expect((await app.ask('POST', '/promotion/202406/coupons/search', { body: {} })).data.coupons).toEqual([])
})
