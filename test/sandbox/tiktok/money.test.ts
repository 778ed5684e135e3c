import { describe, expect, test } from 'vitest'
import { aConnectedApp, DAY, DAY_ZERO, HOUR } from './an-app.ts'

type App = Awaited<ReturnType<typeof aConnectedApp>>

const delivered = async (app: App, more: Parameters<App['paid']>[1] = {}) => {
  const it = await app.paid(undefined, more)
  await app.ship(it.packageId)
  app.step(it.id, 'pickUp')
  app.step(it.id, 'deliver')
  return it.id
}
const statements = async (app: App) =>
  (await app.ask('GET', '/finance/202309/statements', { query: { sort_field: 'statement_time' } })).data.statements
const transactions = (app: App, id: string) =>
  app.ask('GET', `/finance/202501/statements/${id}/statement_transactions`, {
    query: { sort_field: 'order_create_time' },
  })
const returns = async (app: App, body = {}) =>
  (await app.ask('POST', '/return_refund/202309/returns/search', { query: { page_size: '10' }, body })).data
    .return_orders
const sum = (amounts: Record<string, string>) => Object.values(amounts).reduce((total, each) => total + Number(each), 0)

describe('settling', () => {
  test('what completes today stands on the statement of the coming midnight UTC, and is paid a day later', async () => {
    const app = await aConnectedApp()
    const id = await delivered(app)
    const open = await app.ask('GET', '/finance/202507/orders/unsettled', {
      query: { sort_field: 'order_create_time' },
    })
    expect(open.data.transactions[0]).toMatchObject({
      order_id: id,
      status: 'UNSETTLED',
      unsettled_reason: 'waiting for the end of the after-sales period',
    })
    app.step(id, 'complete')
    expect(await statements(app)).toEqual([])
    app.move(7 * HOUR)
    const [statement] = await statements(app)
    expect(statement).toMatchObject({
      statement_time: Date.parse('2026-11-11T00:00:00Z') / 1000,
      payment_status: 'PROCESSING',
    })
    const again = await app.ask('GET', '/finance/202507/orders/unsettled', {
      query: { sort_field: 'order_create_time' },
    })
    expect(again.data.transactions).toEqual([])
    app.move(DAY)
    expect((await statements(app))[0]).toMatchObject({
      payment_status: 'PAID',
      payment_time: statement.statement_time + DAY / 1000,
    })

    const moved = async (types: string) =>
      (await app.ask('GET', '/finance/202309/withdrawals', { query: { types } })).data.withdrawals
    expect(await moved('SETTLE')).toMatchObject([{ amount: statement.settlement_amount, status: 'SUCCESS' }])
    expect(await moved('WITHDRAW')).toEqual([])
    app.move(5 * DAY)
    expect(await moved('WITHDRAW')).toMatchObject([{ amount: statement.settlement_amount }])
    expect((await app.ask('GET', '/finance/202309/withdrawals', { query: { types: 'ALL' } })).code).toBe(36009004)
  })

  test('each amount is the sum of its lines, by SKU, by order and by statement', async () => {
    const app = await aConnectedApp()
    const ids = [
      await delivered(app, { promotion: 0.2, isFromLive: true }),
      await delivered(app, { promotion: 0.7 }),
      await delivered(app, { isCod: true }),
    ]
    for (const id of ids) app.step(id, 'complete')
    app.move(DAY)
    const [statement] = await statements(app)
    const { data } = await transactions(app, statement.id)
    let total = 0
    for (const it of data.transactions) {
      const { fee, tax } = it.fee_tax_breakdown
      expect(Number(it.revenue_amount)).toBe(sum(it.revenue_breakdown))
      expect(Number(it.fee_tax_amount)).toBe(sum(fee) + sum(tax))
      expect(Number(it.shipping_cost_amount)).toBe(sum(it.shipping_cost_breakdown))
      expect(Number(it.settlement_amount)).toBe(
        Number(it.revenue_amount) + Number(it.fee_tax_amount) + Number(it.shipping_cost_amount),
      )
      total += Number(it.settlement_amount)
      const order = await app.ask('GET', `/finance/202501/orders/${it.order_id}/statement_transactions`)
      expect(order.data).toMatchObject({
        settlement_amount: it.settlement_amount,
        fee_and_tax_amount: it.fee_tax_amount,
      })
      expect(
        order.data.sku_transactions.every((sku: { statement_id: string }) => sku.statement_id === statement.id),
      ).toBe(true)
    }
    expect(total).toBe(Number(statement.settlement_amount))
    expect(Number(data.payable_amount)).toBe(total)
    const live = data.transactions.find((each: { order_id: string }) => each.order_id === ids[0])
    expect(Number(live.fee_tax_breakdown.fee.live_specials_fee_amount)).toBeLessThan(0)
    expect(Number(live.fee_tax_breakdown.fee.affiliate_commission_amount)).toBeLessThan(0)
  })

  test('money without an order stands on a statement too; payouts by payment are not to be had here', async () => {
    const app = await aConnectedApp()
    await fetch(`${app.sandbox.controlUrl}/tiktok/adjustments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ amount: -25_000 }),
    })
    app.move(DAY)
    const [statement] = await statements(app)
    expect(statement).toMatchObject({ adjustment_amount: '-25000', settlement_amount: '-25000', revenue_amount: '0' })
    const { data } = await transactions(app, statement.id)
    expect(data.transactions[0]).toMatchObject({ type: 'GMV_PAYMENT_FOR_ADS', adjustment_amount: '-25000' })
    expect(data.transactions[0].adjustment_order_id).toBeUndefined()
    expect((await app.ask('GET', '/finance/202309/payments', { query: { sort_field: 'create_time' } })).code).not.toBe(
      0,
    )
  })

  test('a creator’s order says who sold it, and at what rate', async () => {
    const app = await aConnectedApp()
    const id = await delivered(app, { isFromLive: true })
    const { data } = await app.ask('POST', '/affiliate_seller/202410/orders/search', {
      query: { page_size: '10' },
      body: {},
    })
    expect(data.orders).toMatchObject([{ id, skus: [{ content_type: 'LIVE', commission_rate: '500' }] }])
    const lives = await app.ask('GET', '/analytics/202509/shop_lives/performance', {
      query: { start_date_ge: '2026-11-11', end_date_lt: '2026-11-12' },
    })
    expect(lives.data.live_stream_sessions).toMatchObject([{ sales_performance: { sku_orders: 1, items_sold: 1 } }])
  })
})

describe('returns', () => {
  test('goods come back: agreed, sent, received, refunded, and the settlement has it', async () => {
    const app = await aConnectedApp()
    const id = await delivered(app)
    app.step(id, 'askReturn')
    const [asked] = await returns(app)
    expect(asked).toMatchObject({
      order_id: id,
      return_type: 'RETURN_AND_REFUND',
      return_status: 'RETURN_OR_REFUND_REQUEST_PENDING',
      seller_next_action_response: [{ action: 'SELLER_RESPOND_RETURN', deadline: DAY_ZERO / 1000 + (2 * DAY) / 1000 }],
    })
    const approve = (decision: string, more = {}) =>
      app.ask('POST', `/return_refund/202309/returns/${asked.return_id}/approve`, { body: { decision, ...more } })
    expect((await approve('APPROVE_REFUND')).code).toBe(25020004)
    expect((await approve('APPROVE_RETURN')).code).toBe(0)
    expect((await approve('APPROVE_RETURN')).code).toBe(25011012)
    app.move(DAY)
    expect((await returns(app))[0]).toMatchObject({ return_status: 'BUYER_SHIPPED_ITEM' })
    app.step(id, 'returnArrives')
    expect((await approve('APPROVE_RETURN')).code).toBe(25011013)
    expect((await approve('APPROVE_RECEIVED_PACKAGE')).code).toBe(0)
    expect((await returns(app))[0]).toMatchObject({
      return_status: 'RETURN_OR_REFUND_REQUEST_COMPLETE',
      refund_amount: asked.refund_amount,
    })
    expect((await app.order(id)).status).toBe('COMPLETED')
    const records = await app.ask('GET', `/return_refund/202309/returns/${asked.return_id}/records`)
    expect(records.data.records.length).toBe(5)

    app.move(DAY)
    const { data } = await app.ask('GET', `/finance/202501/orders/${id}/statement_transactions`)
    const [sku] = data.sku_transactions
    expect(Number(sku.revenue_breakdown.refund_subtotal_before_discount_amount)).toBe(
      -Number(sku.revenue_breakdown.subtotal_before_discount_amount),
    )
    expect(Number(data.revenue_amount)).toBe(0)
    expect(Number(sku.shipping_cost_breakdown.return_shipping_fee_amount)).toBeLessThan(0)
  })

  test('money alone: refused with a reason, or a part offered', async () => {
    const app = await aConnectedApp()
    const fate = { asksBack: { afterMs: DAY, reason: 'missing' as const, refundOnly: true } }
    const id = await delivered(app, { fate })
    app.step(id, 'askReturn')
    const [first] = await returns(app)
    const path = `/return_refund/202309/returns/${first.return_id}`
    expect(first.return_type).toBe('REFUND')
    expect(
      (await app.ask('POST', `${path}/reject`, { body: { decision: 'REJECT_RETURN', reject_reason: 'x' } })).code,
    ).toBe(25020004)
    expect(
      (await app.ask('POST', `${path}/reject`, { body: { decision: 'REJECT_REFUND', reject_reason: 'x' } })).code,
    ).toBe(25001014)
    const offer = (amount: string) =>
      app.ask('POST', `${path}/approve`, {
        body: { decision: 'OFFER_PARTIAL_REFUND', partial_refund: { amount, currency: 'IDR' } },
      })
    expect((await offer(String(Number(first.refund_amount.refund_total) + 1))).code).toBe(25001001)
    expect((await offer('20000')).code).toBe(0)
    expect((await returns(app))[0]).toMatchObject({
      return_status: 'AWAITING_BUYER_RESPONSE',
      partial_refund: { amount: '20000' },
    })
    app.move(DAY)
    expect((await returns(app))[0].refund_amount.refund_total).toBe('20000')
    app.move(DAY)
    const { data } = await app.ask('GET', `/finance/202501/orders/${id}/statement_transactions`)
    expect(Number(data.revenue_amount)).toBeGreaterThan(0)
  })

  test('nobody answers: agreed at the deadline', async () => {
    const app = await aConnectedApp()
    const id = await delivered(app)
    app.step(id, 'askReturn')
    app.move(2 * DAY + 1000)
    expect((await returns(app))[0].return_status).toBe('AWAITING_BUYER_SHIP')
    expect((await app.order(id)).status).toBe('DELIVERED')
  })
})
