import { describe, expect, test } from 'vitest'
import { readSettlements, readWalletLine } from '../../../../src-main/core/channels/connectors/shopee/read-money.ts'
import { readOrder } from '../../../../src-main/core/channels/connectors/shopee/read-order.ts'
import { readReturn } from '../../../../src-main/core/channels/connectors/shopee/read-return.ts'

const saidAt = Date.parse('2026-11-11T03:00:00Z')
const payload = (told: unknown) => ({ key: 'x', body: JSON.stringify(told), saidAt })

/** The printed sample of get_escrow_detail (Shopee Open Platform, 2026-08), in part. */
const INCOME = {
  escrow_amount: 119_350,
  original_cost_of_goods_sold: 138_000,
  seller_discount: 12_000,
  buyer_paid_shipping_fee: 14_000,
  actual_shipping_fee: 14_000,
  commission_fee: 9_660,
  service_fee: 5_520,
  seller_transaction_fee: 2_050,
  seller_order_processing_fee: 1_250,
  withholding_tax: 170,
}
const release = { order_sn: '240101ABCDEF12', payout_amount: 119_350, escrow_release_time: 1_704_900_000 }
const settled = (income: object, paid: object = {}) =>
  readSettlements(
    payload({ release: { ...release, ...paid }, escrow: { order_income: { ...INCOME, ...income } } }),
    'WIB',
  )
const amounts = (lines: { name: string; amount: number }[]) =>
  Object.fromEntries(lines.map(({ name, amount }) => [name, amount]))

describe('a release', () => {
  test('is explained under the names of the income file, to the rupiah', () => {
    const [statement, ...more] = settled({})
    expect(more).toEqual([])
    expect(statement).toMatchObject({
      kind: 'order',
      orderNumber: '240101ABCDEF12',
      released: 119_350,
      releasedOn: '2024-01-10',
    })
    expect(amounts(statement!.lines)).toEqual({
      'Harga Asli Produk': 150_000,
      'Total Diskon Produk': -12_000,
      'Ongkir Dibayar Pembeli': 14_000,
      'Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim': -14_000,
      'Biaya Administrasi': -9_660,
      'Biaya Layanan': -5_520,
      'Biaya Transaksi': -2_050,
      'Biaya Proses Pesanan': -1_250,
      'PPh 22': -170,
    })
  })

  test('of which the channel tells too little has a line that says so', () => {
    const [statement] = settled({ escrow_amount: 119_000, a_fee_of_tomorrow: 350 }, { payout_amount: 119_000 })
    expect(amounts(statement!.lines)['Selisih yang tidak dirinci Shopee']).toBe(-350)
    const [bare] = readSettlements(payload({ release, escrow: null }), 'WIB')
    expect(bare!.lines).toEqual([{ name: 'Selisih yang tidak dirinci Shopee', amount: 119_350 }])
  })

  test.each([-69_000, 69_000])('a refund of %i is money taken back, whichever sign it has', (seller_return_refund) => {
    const [statement] = settled({ escrow_amount: 50_350, seller_return_refund }, { payout_amount: 50_350 })
    expect(amounts(statement!.lines)['Jumlah Pengembalian Dana ke Pembeli']).toBe(-69_000)
    expect(Object.keys(amounts(statement!.lines))).not.toContain('Selisih yang tidak dirinci Shopee')
  })

  test('a hundredfold payout is seen to be one', () => {
    expect(settled({}, { payout_amount: 11_935_000 })[0]!.released).toBe(119_350)
  })

  test('what was set right before is in it, what was set right later is a document of its own', () => {
    const order_adjustment = [
      { amount: -5_000, date: 1_705_000_000, currency: 'IDR', adjustment_reason: 'Selisih ongkir' },
    ]
    const [before, ...none] = settled({ order_adjustment }, { payout_amount: 114_350 })
    expect(none).toEqual([])
    expect(amounts(before!.lines)['Selisih ongkir']).toBe(-5_000)
    const [first, later] = settled({ order_adjustment })
    expect(first!.released).toBe(119_350)
    expect(later).toMatchObject({ kind: 'adjustment', reference: '1705000000', released: -5_000 })
  })

  test('cents are not understood, and say so', () => {
    expect(() => settled({ commission_fee: 9_660.5 })).toThrow(/int/)
  })
})

const ITEM = {
  item_id: 2000,
  item_name: 'Kaos',
  item_sku: 'KAOS',
  model_id: '9007199254740993',
  model_name: 'Merah',
  model_sku: 'KAOS-M',
  model_quantity_purchased: 3,
  model_original_price: 75_000,
  model_discounted_price: 69_000,
  order_item_id: 2000,
  promotion_group_id: 0,
}
const ORDER = {
  order_sn: '240101ABCDEF12',
  order_status: 'READY_TO_SHIP',
  create_time: 1_704_070_000,
  update_time: 1_704_070_600,
  total_amount: 221_000,
  item_list: [ITEM],
}
const read = (order: object, packages: object[] = [], escrow: object | null = null) =>
  readOrder(payload({ order: { ...ORDER, ...order }, packages, escrow }))

describe('an order', () => {
  test('has what its sums say of whose discount it was, and ids beyond what a number carries', () => {
    const items = [{ item_id: 2000, model_id: '9007199254740993', shopee_discount: 10_000 }]
    const { lines, money } = read({}, [], { order_income: { items, voucher_from_seller: 5_000 } })
    expect(lines).toMatchObject([
      { modelId: '9007199254740993', sellerDiscount: 8_000, channelDiscount: 10_000, pieces: 3 },
    ])
    expect(money).toEqual([{ name: 'Voucher Ditanggung Penjual', kind: 'seller voucher', amount: 5_000 }])
  })

  test('that was split says where each piece travels, and that a part has left', () => {
    const part = (package_number: string, logistics_status: string, model_quantity: number) => ({
      package_number,
      logistics_status,
      item_list: [{ ...ITEM, model_quantity }],
    })
    const package_list = [part('OFG1', 'LOGISTICS_PICKUP_DONE', 2), part('OFG2', 'LOGISTICS_READY', 1)]
    const numbers = [
      { package_number: 'OFG1', tracking_number: 'SPXID01' },
      { package_number: 'OFG2', tracking_number: '-' },
    ]
    const order = read({ order_status: 'PROCESSED', package_list }, numbers)
    expect(order).toMatchObject({ state: 'partly_shipped', trackingNumber: 'SPXID01' })
    expect(order.lines).toMatchObject([
      { pieces: 2, waybill: 'SPXID01', isShipped: true, sellerDiscount: 12_000 },
      { pieces: 1, waybill: '', isShipped: false, sellerDiscount: 6_000 },
    ])
  })

  test('whose one parcel was called off waits for nothing but the rest', () => {
    const part = (package_number: string, logistics_status: string, model_quantity: number) => ({
      package_number,
      logistics_status,
      item_list: [{ ...ITEM, model_quantity }],
    })
    const package_list = [part('OFG1', 'LOGISTICS_INVALID', 1), part('OFG2', 'LOGISTICS_PICKUP_DONE', 2)]
    const item_list = [{ ...ITEM, cancelled_qty: 1 }]
    const order = read({ order_status: 'PROCESSED', item_list, package_list })
    expect(order).toMatchObject({ state: 'arranged', lines: [{ pieces: 2, sellerDiscount: 12_000 }] })
    const over = [{ ...ITEM, cancelled_qty: ITEM.model_quantity_purchased }]
    expect(read({ order_status: 'CANCELLED', item_list: over }).lines).toMatchObject([{ pieces: 3 }])
  })

  test('that failed on the road is not a plain cancellation', () => {
    const package_list = [{ package_number: 'OFG1', logistics_status: 'LOGISTICS_DELIVERY_FAILED', item_list: null }]
    expect(read({ order_status: 'CANCELLED', package_list }).state).toBe('delivery_failed')
    expect(read({ order_status: 'CANCELLED' }).state).toBe('cancelled')
  })

  test.each(['PENDING', 'RETRY_SHIP', 'TO_RETURN', 'SANDBOX_NEW_STATUS'])(
    '%s has a state and keeps its word',
    (order_status) => {
      const states = { PENDING: 'on_hold', RETRY_SHIP: 'to_arrange', TO_RETURN: 'return_open' } as Record<
        string,
        string
      >
      expect(read({ order_status })).toMatchObject({
        state: states[order_status] ?? 'unknown',
        rawStatus: order_status,
      })
    },
  )
})

test.each([
  [{ transaction_type: '201', money_flow: 'MONEY_OUT', amount: 500_000 }, 'Penarikan Dana', -500_000],
  [{ transaction_type: 'WITHDRAWAL_CREATED', money_flow: 'MONEY_OUT', amount: -500_000 }, 'Penarikan Dana', -500_000],
  [
    { transaction_type: 'ESCROW_VERIFIED_ADD', money_flow: 'MONEY_IN', amount: 119_350 },
    'Penghasilan dari Pesanan',
    119_350,
  ],
  [{ transaction_type: 'SOMETHING_NEW', money_flow: 'MONEY_IN', amount: 1 }, 'SOMETHING_NEW', 1],
])('a movement %j', (row, type, amount) => {
  const line = readWalletLine(payload({ status: 'COMPLETED', create_time: 1_704_900_000, ...row }), 'WIB')
  expect(line).toMatchObject({ type, amount, status: 'done', day: '2024-01-10' })
})

test('a return names its order and whether goods come back', () => {
  const told = {
    return_sn: '240110123456789',
    order_sn: '240101ABCDEF12',
    status: 'REQUESTED',
    refund_amount: 69_000,
    needs_logistics: true,
    return_solution: 0,
    item: [{ amount: 1 }],
  }
  expect(readReturn(payload(told))).toMatchObject({
    orderNumber: '240101ABCDEF12',
    bringsGoods: true,
    pieces: 1,
    refund: 69_000,
  })
  expect(readReturn(payload({ ...told, return_solution: 1 })).bringsGoods).toBe(false)
  expect(readReturn(payload({ ...told, status: 'CANCELLED' })).bringsGoods).toBe(false)
})
