import { expect, test } from 'vitest'
import { aConnectedApp, DAY } from './an-app.ts'

type App = Awaited<ReturnType<typeof aConnectedApp>>

const RETURNS = '/return_refund/202309/returns'
const MISSING = 'ecom_order_delivered_refund_reason_missing_product_seller'
const WRONG = 'ecom_order_delivered_refund_and_return_reason_wrong_product_seller'

async function delivered(app: App, quantity = 2) {
  const { id, packageId } = await app.paid([{ sku: app.skus()[0]!, quantity }])
  await app.ship(packageId)
  app.step(id, 'pickUp')
  app.step(id, 'deliver')
  return app.order(id)
}
const found = async (app: App) =>
  (await app.ask('POST', `${RETURNS}/search`, { query: { page_size: '10' }, body: {} })).data.return_orders

test('a seller asks on behalf of his buyer: one piece of two, for no more than it cost, and answers it himself', async () => {
  const app = await aConnectedApp()
  const order = await delivered(app)
  const [{ sku_id, sale_price }] = order.line_items
  const pieces = { skus: [{ sku_id, quantity: 1 }] }
  const calculated = await app.ask('POST', '/return_refund/202309/refunds/calculate', {
    body: { order_id: order.id, request_type: 'REFUND', reason_name: MISSING, ...pieces },
  })
  expect(calculated.data.order_refund_amount).toMatchObject({ currency: 'IDR', refund_total: sale_price })
  const ask = (body: object) =>
    app.ask('POST', RETURNS, {
      body: { order_id: order.id, return_type: 'REFUND', return_reason: MISSING, ...pieces, ...body },
    })
  expect((await ask({ return_reason: 'karena' })).code).toBe(25001014)
  expect((await ask({ return_reason: 'ecom_order_delivered_refund_reason_damaged' })).code).toBe(25001015)
  expect((await ask({ return_reason: WRONG })).code).toBe(25001021)
  expect((await ask({ skus: [{ sku_id, quantity: 3 }] })).code).toBe(25005011)
  expect((await ask({ skus: [{ sku_id: '1', quantity: 1 }] })).code).toBe(25001001)
  expect((await ask({ refund_total: String(Number(sale_price) + 1) })).code).toBe(25005005)
  expect((await ask({ order_id: '576461413038000001' })).code).toBe(25007006)
  const made = await app.ask('POST', RETURNS, {
    query: { idempotency_key: 'a-1' },
    body: { order_id: order.id, return_type: 'REFUND', return_reason: MISSING, ...pieces },
  })
  expect(made.data.return_status).toBe('RETURN_OR_REFUND_REQUEST_PENDING')
  const again = await app.ask('POST', RETURNS, {
    query: { idempotency_key: 'a-1' },
    body: { order_id: order.id, return_type: 'REFUND', return_reason: MISSING, ...pieces },
  })
  expect(again.data).toEqual(made.data)
  expect((await ask({})).code).toBe(25001011)
  expect(await found(app)).toMatchObject([
    {
      return_id: made.data.return_id,
      role: 'SELLER',
      return_reason: MISSING,
      refund_amount: { refund_total: sale_price },
    },
  ])
  await app.ask('POST', `${RETURNS}/${made.data.return_id}/approve`, { body: { decision: 'APPROVE_REFUND' } })
  expect((await app.order(order.id)).status).toBe('COMPLETED')
  expect((await ask({})).code).toBe(25001051)
})

test('what may be asked for follows the order, and the newer version says with which reasons', async () => {
  const app = await aConnectedApp()
  const { id, packageId } = await app.paid()
  const of = async (version: string, query: Record<string, string> = {}) => {
    const path = `/return_refund/${version}/orders/${id}/aftersale_eligibility`
    const { data } = await app.ask('GET', path, { query })
    return data.sku_eligibility[0].line_item_eligibility as {
      request_type: string
      eligible: boolean
      available_reason_names?: string[]
    }[]
  }
  const may = async (user: string) =>
    (await of('202309', { initiate_aftersale_user: user }))
      .filter((each) => each.eligible)
      .map((each) => each.request_type)
  expect(await may('SELLER')).toEqual(['CANCEL'])
  await app.ship(packageId)
  expect([await may('SELLER'), await may('BUYER')]).toEqual([[], ['CANCEL']])
  app.step(id, 'pickUp')
  app.step(id, 'deliver')
  expect(await may('SELLER')).toEqual(['REFUND', 'RETURN_AND_REFUND'])
  expect(await of('202512', { request_types: 'REFUND' })).toMatchObject([
    { request_type: 'REFUND', eligible: true, available_reason_names: [MISSING] },
  ])
})

test('a returned parcel is refused with reasons of its own, not with those of a request', async () => {
  const app = await aConnectedApp()
  const { id } = await delivered(app, 1)
  app.step(id, 'askReturn')
  const [{ return_id }] = await found(app)
  const names = async () => {
    const query = { return_or_cancel_id: return_id }
    const { data } = await app.ask('GET', '/return_refund/202309/reject_reasons', { query })
    return data.reasons.map(({ name }: { name: string }) => name) as string[]
  }
  expect(await names()).toContain('reverse_reject_request_reason_1')
  await app.ask('POST', `${RETURNS}/${return_id}/approve`, { body: { decision: 'APPROVE_RETURN' } })
  app.move(DAY)
  app.step(id, 'returnArrives')
  expect(await names()).toContain('reverse_reject_return_parcel_reason_1')
  const refuse = (reject_reason: string) =>
    app.ask('POST', `${RETURNS}/${return_id}/reject`, { body: { decision: 'REJECT_RECEIVE_PACKAGE', reject_reason } })
  expect((await refuse('reverse_reject_request_reason_1')).code).toBe(25001014)
  expect((await refuse('reverse_reject_return_parcel_reason_1')).code).toBe(0)
})
