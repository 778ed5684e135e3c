import { describe, expect, test } from 'vitest'
import { aConnectedApp, DAY } from './an-app.ts'

type App = Awaited<ReturnType<typeof aConnectedApp>>

/* The sum that the page of v2.payment.get_escrow_detail prints for escrow_amount (2026-08). */
const ADDED = [
  'original_cost_of_goods_sold',
  'seller_return_refund',
  'shopee_discount',
  'buyer_paid_shipping_fee',
  'shopee_shipping_rebate',
  'shipping_fee_discount_from_3pl',
  'rsf_seller_protection_fee_claim_amount',
  'buyer_paid_packaging_fee',
]
const TAKEN = [
  'original_shopee_discount',
  'voucher_from_seller',
  'seller_coin_cash_back',
  'actual_shipping_fee',
  'reverse_shipping_fee',
  'final_return_to_seller_shipping_fee',
  'seller_transaction_fee',
  'service_fee',
  'commission_fee',
  'campaign_fee',
  'shipping_seller_protection_fee_amount',
  'delivery_seller_protection_fee_premium_amount',
  'final_escrow_product_gst',
  'order_ams_commission_fee',
  'escrow_tax',
  'sales_tax_on_lvg',
  'reverse_shipping_fee_sst',
  'shipping_fee_sst',
  'withholding_tax',
  'overseas_return_service_fee',
  'vat_on_imported_goods',
  'withholding_vat_tax',
  'withholding_pit_tax',
  'withholding_cit_tax',
  'seller_order_processing_fee',
  'trade_in_bonus_by_seller',
  'fbs_fee',
  'ads_escrow_top_up_fee_or_technical_support_fee',
  'th_import_duty',
]
const sum = (income: Record<string, number>, fields: readonly string[]) =>
  fields.reduce((total, field) => total + income[field]!, 0)

/** A day of buyers; whatever is ready is arranged, and two weeks go by. */
async function aDayLater(app: App, kind = 'normal', orders = 40) {
  await app.control('POST', 'buyers/day', { kind, orders })
  app.move(DAY)
  app.keep(await app.refresh())
  const { response } = await app.get('order/get_shipment_list', { page_size: 100 })
  for (const { order_sn } of response.order_list) await app.post('logistics/ship_order', { order_sn, dropoff: {} })
  app.move(14 * DAY)
  app.keep(await app.refresh())
}

test('every escrow of a day adds up as the page says, and the wallet to what was released', async () => {
  const app = await aConnectedApp()
  await aDayLater(app)
  const orders = app.sandbox.world.orders()
  expect(new Set(orders.map(({ status }) => status)).size).toBeGreaterThan(1)
  const { response } = await app.post('payment/get_escrow_detail_batch', {
    order_sn_list: orders.slice(0, 50).map(({ id }) => id),
  })
  expect(response).toHaveLength(40)
  for (const { escrow_detail } of response) {
    const income = escrow_detail.order_income
    expect(income.escrow_amount).toBe(sum(income, ADDED) - sum(income, TAKEN))
    expect(
      income.items.reduce((total: number, item: { ams_commission_fee: number }) => total + item.ams_commission_fee, 0),
    ).toBe(income.order_ams_commission_fee)
  }
  const window = {
    create_time_from: app.seconds() - 15 * DAY,
    create_time_to: app.seconds(),
    page_no: 0,
    page_size: 100,
  }
  const rows = (await app.get('payment/get_wallet_transaction_list', window)).response.transaction_list
  const moved = rows.reduce((total: number, row: { amount: number }) => total + row.amount, 0)
  expect(rows[0].current_balance).toBe(moved)
  expect(rows.some((row: { transaction_type: string }) => row.transaction_type === 'WITHDRAWAL_CREATED')).toBe(true)
})

test('a correction after the release stands beside the escrow, not in it', async () => {
  const app = await aConnectedApp()
  const sn = await app.buy([{ sku: 'KMJ-LUK-M', quantity: 2 }])
  await app.ship(sn)
  for (const step of ['pickUp', 'deliver', 'complete', 'adjust'] as const) await app.step(sn, step)
  const { order_income } = (await app.get('payment/get_escrow_detail', { order_sn: sn })).response
  expect(order_income.total_adjustment_amount).toBe(-5000)
  expect(order_income.escrow_amount_after_adjustment).toBe(order_income.escrow_amount - 5000)
  expect(order_income.order_adjustment).toMatchObject([{ amount: -5000, currency: 'IDR' }])
})

test.each([
  [
    'payment/get_wallet_transaction_list',
    { page_no: 0, page_size: 10, create_time_from: 0, create_time_to: 16 * DAY },
    'time_period_too_large',
  ],
  ['payment/get_wallet_transaction_list', { page_no: 0 }, 'error_param'],
  ['payment/get_escrow_detail', {}, 'error_param'],
  ['payment/get_escrow_detail', { order_sn: 'NONE' }, 'error_not_found'],
  ['payment/get_escrow_list', { release_time_from: 1 }, 'error_param'],
  ['payment/get_income_detail', { date_from: '2026-11-01', date_to: '2026-11-20', income_status: 1 }, 'error_param'],
])('%s is refused with %j', async (path, query, error) => {
  const app = await aConnectedApp()
  expect((await app.get(path, query)).error).toBe(error)
})

test('many escrows are asked for with a body; asked with a query, it finds no orders', async () => {
  const app = await aConnectedApp()
  const sn = await app.buy([{ sku: 'KMJ-LUK-M' }])
  expect(await app.get('payment/get_escrow_detail_batch', { order_sn_list: sn })).toMatchObject({
    error: 'error_param',
    message: 'order_sn_list is required, format should be string[]',
  })
  expect((await app.post('payment/get_escrow_detail_batch', { order_sn_list: [sn, 'NONE'] })).response).toHaveLength(1)
})

describe('a return', () => {
  async function asked(app: App) {
    const sn = await app.buy([{ sku: 'KMJ-LUK-M' }])
    await app.ship(sn)
    for (const step of ['pickUp', 'deliver', 'askReturn'] as const) await app.step(sn, step)
    const list = await app.get('returns/get_return_list', { page_no: 0, page_size: 20 })
    return { sn, told: list.response.return[0] }
  }
  const detail = async (app: App, return_sn: string) =>
    (await app.get('returns/get_return_detail', { return_sn })).response

  test('is agreed to, comes back, is checked, and the money of the order is less by it', async () => {
    const app = await aConnectedApp()
    const { sn, told } = await asked(app)
    expect(told).toMatchObject({ order_sn: sn, status: 'REQUESTED', refund_amount: 169_000, needs_logistics: true })
    expect((await app.detail(sn)).order_status).toBe('TO_RETURN')
    await app.post('returns/confirm', { return_sn: told.return_sn })
    expect(await detail(app, told.return_sn)).toMatchObject({ status: 'PROCESSING' })
    app.move(3 * DAY)
    app.keep(await app.refresh())
    expect(await detail(app, told.return_sn)).toMatchObject({ reverse_logistics_status: 'LOGISTICS_DELIVERY_DONE' })
    app.move(3 * DAY)
    app.keep(await app.refresh())
    expect(await detail(app, told.return_sn)).toMatchObject({ status: 'ACCEPTED' })
    const { order_income, return_order_sn_list } = (await app.get('payment/get_escrow_detail', { order_sn: sn }))
      .response
    expect(return_order_sn_list).toEqual([told.return_sn])
    expect(order_income.seller_return_refund).toBe(-169_000)
    expect(await app.detail(sn)).toMatchObject({ order_status: 'COMPLETED' })
  })

  test('is disputed with a reason and a proof, and judged', async () => {
    const app = await aConnectedApp()
    const { told } = await asked(app)
    const dispute = {
      return_sn: told.return_sn,
      email: 'toko@contoh.id',
      dispute_reason_id: 1,
      dispute_text_reason: 'Barang sudah diperiksa',
    }
    expect(await app.post('returns/dispute', dispute)).toMatchObject({ error: 'returns.error_param' })
    expect(await app.post('returns/dispute', { ...dispute, dispute_reason_id: 99 })).toMatchObject({
      error: 'returns.error_param',
    })
    await app.post('returns/dispute', {
      ...dispute,
      image_list: [{ module_index: 0, requirement: 'Foto bukti', image_url: ['https://contoh.id/a.jpg'] }],
    })
    expect(await app.post('returns/confirm', { return_sn: told.return_sn })).toMatchObject({
      error: 'returns.error_status',
    })
    app.move(DAY)
    app.keep(await app.refresh())
    expect(await detail(app, told.return_sn)).toMatchObject({ status: 'JUDGING' })
    app.move(4 * DAY)
    app.keep(await app.refresh())
    expect(['ACCEPTED', 'CLOSED']).toContain((await detail(app, told.return_sn)).status)
  })

  test('is offered less, which the buyer takes; after the release it is taken from the wallet', async () => {
    const app = await aConnectedApp()
    const { told } = await asked(app)
    const offer = (amount: number) =>
      app.post('returns/offer', {
        return_sn: told.return_sn,
        proposed_solution: 'REFUND',
        proposed_adjusted_refund_amount: amount,
      })
    expect(await offer(999_999)).toMatchObject({ error: 'returns.error_param' })
    expect((await offer(50_000)).error).toBe('')
    app.move(DAY)
    app.keep(await app.refresh())
    expect(await detail(app, told.return_sn)).toMatchObject({ status: 'ACCEPTED', refund_amount: 50_000 })
  })
})
