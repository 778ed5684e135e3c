import { describe, expect, test } from 'vitest'
import { nameOf } from '../../../../src-main/core/channels/connectors/tiktok/fee-names.ts'
import { tiktokConnector } from '../../../../src-main/core/channels/connectors/tiktok/tiktok-connector.ts'
import { meaningOf } from '../../../../src-main/core/payouts/wallet-rules.ts'
import { adjustmentAccount } from '../../../../src-main/core/settlements/balance-releases.ts'
import { shippedMeaning } from '../../../../src-main/core/settlements/fee-accounts.ts'
import { normalName } from '../../../../src-main/core/settlements/normal-name.ts'

const { reads } = tiktokConnector
const saidAt = Date.parse('2026-11-11T03:00:00Z')
const payload = (told: unknown) => ({ key: 'x', body: JSON.stringify(told), saidAt })

/** After the printed samples of the reference (Partner Center, 2026-11), shortened. */
const UNIT = {
  id: '576461413038851288',
  product_id: '1729592969712207008',
  product_name: 'Kaos polos',
  sku_id: '1729592969712207012',
  sku_name: 'Merah',
  seller_sku: 'KAOS-M',
  original_price: '75000',
  seller_discount: '6000',
  platform_discount: '1000',
  package_id: '1153132168123859123',
}
const ORDER = {
  id: '576461413038785752',
  status: 'AWAITING_SHIPMENT',
  create_time: 1_700_000_000,
  update_time: 1_700_000_300,
  paid_time: 1_700_000_200,
  rts_sla_time: 1_700_172_800,
  tts_sla_time: 1_700_259_200,
  commerce_platform: 'TOKOPEDIA',
  delivery_option_name: 'Standard Shipping',
  payment: {
    currency: 'IDR',
    sub_total: '136000',
    shipping_fee: '9000',
    original_shipping_fee: '15000',
    shipping_fee_platform_discount: '6000',
    buyer_service_fee: '1000',
    total_amount: '146000',
  },
  line_items: [UNIT, { ...UNIT, id: '576461413038851289' }],
  recipient_address: {
    name: 'S*** M***',
    phone_number: '(+62)812*****23',
    full_address: 'Indonesia, Jawa Barat, Kota Bandung, ***',
    district_info: [
      { address_level: 'L1', address_name: 'Jawa Barat' },
      { address_level: 'L2', address_name: 'Kota Bandung' },
    ],
  },
}
const read = (change: object = {}, parcels: object[] = []) =>
  reads.order(payload({ order: { ...ORDER, ...change }, parcels }))

describe('an order', () => {
  test('counts units of the same goods as pieces of one line, and keeps ids as text', () => {
    const { lines, ...order } = read()
    expect(lines).toMatchObject([
      {
        itemId: '1729592969712207008',
        modelId: '1729592969712207012',
        lineId: UNIT.id,
        pieces: 2,
        listPrice: 75_000,
        price: 68_000,
        sellerDiscount: 12_000,
        channelDiscount: 2000,
      },
    ])
    expect(order).toMatchObject({
      number: '576461413038785752',
      state: 'to_arrange',
      buyerPayment: 146_000,
      shipBy: 1_700_259_200_000,
      shopFront: 'Tokopedia',
      recipient: { name: 'S*** M***', city: 'Kota Bandung', province: 'Jawa Barat' },
    })
    expect(order.money).toContainEqual({
      name: 'Shipping Fee After Discount',
      kind: 'shipping paid by buyer',
      amount: 9000,
    })
    expect(order.money).toContainEqual({
      name: 'Shipping Fee Platform Discount',
      kind: 'shipping subsidy',
      amount: 6000,
    })
  })

  test('units at another price, or in another parcel, are lines of their own', () => {
    expect(read({ line_items: [UNIT, { ...UNIT, id: '2', seller_discount: '0' }] }).lines).toHaveLength(2)
    const split = read({
      line_items: [
        { ...UNIT, tracking_number: 'JX1', package_status: 'FULFILLING' },
        { ...UNIT, id: '2', package_id: '9', tracking_number: 'JX2', package_status: 'PROCESSING' },
      ],
    })
    expect(split.lines).toMatchObject([
      { waybill: 'JX1', isShipped: true },
      { waybill: 'JX2', isShipped: false },
    ])
  })

  test('has only the units that are still to be sent, and once it is over all that were bought', () => {
    const gone = { ...UNIT, id: '2', display_status: 'CANCELLED', package_status: 'CANCELLED' }
    const pieces = (change: object) => read(change).lines.map((line) => line.pieces)
    expect(pieces({ line_items: [UNIT, gone, { ...gone, id: '3', package_id: '9' }] })).toEqual([1])
    expect(pieces({ line_items: [UNIT, { ...gone, display_status: undefined }] })).toEqual([1])
    expect(pieces({ line_items: [UNIT, gone], status: 'CANCELLED' })).toEqual([2])
    // goods of a parcel that was called off are sent in another
    expect(pieces({ line_items: [UNIT, { ...gone, display_status: 'AWAITING_SHIPMENT' }] })).toEqual([2])
    // what was called off is not waited for
    const left = { ...UNIT, package_status: 'FULFILLING', display_status: 'IN_TRANSIT' }
    expect(read({ status: 'AWAITING_COLLECTION', line_items: [left, gone] }).state).toBe('arranged')
  })

  test.each([
    [{ is_buyer_request_cancel: true }, 'cancel_requested'],
    [{ status: 'IN_TRANSIT', is_buyer_request_cancel: true }, 'in_transit'],
    [{ status: 'CANCEL' }, 'cancelled'],
    [{ status: 'TELEPORTED' }, 'unknown'],
  ])('that says %j is %s', (change, state) => {
    expect(read(change).state).toBe(state)
  })

  test('has its number from the package while the order does not tell it yet', () => {
    const parcels = [{ tracking_number: 'JX0123456789', shipping_provider_name: 'J&T Express' }]
    expect(read({ status: 'AWAITING_COLLECTION', tracking_number: '' }, parcels)).toMatchObject({
      trackingNumber: 'JX0123456789',
      courier: 'J&T Express',
    })
    expect(read({ tracking_number: 'JX9' }, parcels).trackingNumber).toBe('JX9')
  })

  test('money that is no whole rupiah is not understood, and says so', () => {
    expect(() => read({ payment: { total_amount: '146000.50' } })).toThrow()
    expect(read({ payment: { total_amount: '146000.00' } }).buyerPayment).toBe(146_000)
  })
})

describe('a release', () => {
  const statement = { id: '7268877263519401990', statement_time: 1_700_006_400 }
  const transaction = {
    id: '1',
    type: 'ORDER',
    order_id: ORDER.id,
    settlement_amount: '61410',
    revenue_amount: '69000',
    fee_tax_amount: '-7590',
    shipping_cost_amount: '0',
    revenue_breakdown: { subtotal_before_discount_amount: '75000', seller_discount_amount: '-6000' },
    fee_tax_breakdown: {
      fee: {
        platform_commission_amount: '-3450',
        dynamic_commission_amount: '-2760',
        affiliate_commission_amount: '-1380',
        affiliate_commission_amount_before_pit: '-1400',
      },
      tax: { pit_amount: '0' },
    },
    shipping_cost_breakdown: {
      actual_shipping_fee_amount: '-15000',
      customer_paid_shipping_fee_amount: '9000',
      shipping_fee_discount_amount: '6000',
      supplementary_component: { fbm_shipping_cost_amount: '5' },
    },
  }
  const settled = (change: object = {}) =>
    reads.settlements(payload({ statement, transaction: { ...transaction, ...change } }), 'WIB')[0]!
  const amounts = ({ lines }: ReturnType<typeof settled>) =>
    Object.fromEntries(lines.map(({ name, amount }) => [name, amount]))

  test('is explained under the names of the income file, to the rupiah', () => {
    expect(settled()).toMatchObject({
      kind: 'order',
      orderNumber: ORDER.id,
      reference: '',
      released: 61_410,
      releasedOn: '2023-11-15',
    })
    expect(amounts(settled())).toEqual({
      'Subtotal before discounts': 75_000,
      'Seller discounts': -6000,
      'Platform commission fee': -3450,
      'Dynamic commission': -2760,
      'Affiliate Commission': -1380,
      'Shipping costs passed on to the logistics provider': -15_000,
      'Shipping cost paid by the customer': 9000,
      'Shipping cost borne by the platform': 6000,
    })
  })

  test('whose costs are written without a sign is taken as the sum makes it come out', () => {
    const unsigned = settled({
      fee_tax_amount: '7590',
      fee_tax_breakdown: { fee: { platform_commission_amount: '7590' } },
      shipping_cost_breakdown: null,
    })
    expect(amounts(unsigned)).toMatchObject({ 'Platform commission fee': -7590 })
    expect(Object.keys(amounts(unsigned))).not.toContain('Total settlement amount')
  })

  test('keeps a field of tomorrow by its own words, and what nothing explains by the name of the sum', () => {
    const told = settled({
      settlement_amount: '61000',
      fee_tax_breakdown: { fee: { moon_landing_fee_amount: '-7000' }, tax: { local_vat_amount: '-590' } },
    })
    expect(amounts(told)).toMatchObject({
      'Moon landing fee': -7000,
      'Local vat': -590,
      'Total settlement amount': -410,
    })
  })

  test('of something set right has its kind for a name and an id that tells it apart', () => {
    const told = settled({
      type: 'GMV_PAYMENT_FOR_ADS',
      order_id: null,
      adjustment_id: '88',
      settlement_amount: '-50000',
      revenue_amount: null,
      fee_tax_amount: null,
      adjustment_amount: '-50000',
      revenue_breakdown: null,
      fee_tax_breakdown: null,
      shipping_cost_breakdown: null,
    })
    expect(told).toMatchObject({
      kind: 'adjustment',
      orderNumber: '',
      reference: '88',
      lines: [{ name: 'GMV Payment for TikTok Ads', amount: -50_000 }],
    })
  })
})

test('a withdrawal goes out whatever its sign, and only what succeeded is done', () => {
  const line = (told: object) =>
    reads.walletLine(
      payload({ id: '5', type: 'WITHDRAW', status: 'SUCCESS', amount: '250000', create_time: 1_700_000_000, ...told }),
      'WIB',
    )
  expect(line({})).toMatchObject({
    type: 'Withdrawal',
    amount: -250_000,
    status: 'done',
    reference: '5',
    day: '2023-11-15',
  })
  expect(line({ amount: '-250000', status: 'PROCESSING' })).toMatchObject({ amount: -250_000, status: 'pending' })
  // "if the withdrawal is successful, the status will transition to PAID" (get withdrawals, 202309)
  expect(line({ status: 'PAID' }).status).toBe('done')
})

/*
 * Kinds of transactions and parts of sums as the reference explains them (get transactions by statement, 202501; get withdrawals,
 * 202309), with what they cost or bring. What its words leave open, and what is said to be for other countries alone, is asked about.
 */
test.each([
  ['6101', ['PLATFORM_COMMISSION_ADJUSTMENT', 'PLATFORM_COMMISSION_COMPENSATION', 'REBATE']],
  ['6101', ['refund_administration_fee_amount']],
  ['6102', ['PLATFORM_PENALTY', 'cofunded_promotion_service_fee_amount', 'seller_self_shipping_service_fee_amount']],
  ['6102', ['shipping_fee_guarantee_service_fee']],
  ['6104', ['COFUNDED_CREATOR_REWARDS', 'cofunded_creator_bonus_amount', 'external_affiliate_marketing_fee_amount']],
  ['6108', ['SHIPPING_FEE_ADJUSTMENT', 'SHIPPING_FEE_COMPENSATION', 'SHIPPING_FEE_REBATE', 'SAMPLE_SHIPPING_FEE']],
  ['6108', ['signature_confirmation_fee_amount']],
  ['6109', ['failed_delivery_subsidy_amount', 'free_return_subsidy_amount', 'return_shipping_fee_paid_buyer_amount']],
  ['6109', ['return_shipping_label_fee_amount', 'shipping_fee_guarantee_reimbursement']],
  ['4901', ['PLATFORM_COMPENSATION', 'PLATFORM_REIMBURSEMENT', 'LOGISTICS_REIMBURSEMENT', 'SELLER_MISSION_REWARD']],
])('goes to %s: %s', (account, fields) => {
  for (const field of fields)
    expect([field, shippedMeaning('tiktok', normalName(nameOf(field)))?.account]).toEqual([field, account])
})

test.each(['DEDUCTIONS_INCURRED_BY_SELLER', 'RESERVE', 'tsp_commission_amount', 'local_vat_amount'])(
  '%s is asked about',
  (field) => {
    expect(shippedMeaning('tiktok', normalName(nameOf(field)))).toBeNull()
  },
)

test.each([
  ['WITHDRAW', 'withdrawal', -250_000],
  // its orders are booked one by one; booked again the balance would be twice what it is
  ['SETTLE', 'statement', 250_000],
  ['REVERSE', 'withdrawal', 250_000],
  // a subsidy or a deduction that no statement tells of
  ['TRANSFER', 'adjustment', 250_000],
  ['TRANSFER', 'adjustment', -250_000],
])('%s is understood as %s', (type, meaning, amount) => {
  const told = {
    id: '5',
    type,
    status: 'SUCCESS',
    amount: String(type === 'TRANSFER' ? amount : 250_000),
    create_time: 1_700_000_000,
  }
  const line = reads.walletLine(payload(told), 'WIB')
  expect([meaningOf('balance', line), line.amount, line.status]).toEqual([meaning, amount, 'done'])
})

test.each([
  [40_000, '4901'],
  [-40_000, '6102'],
])('a transfer of %i goes to %s, as the reference explains it', (amount, account) => {
  const told = { id: '5', type: 'TRANSFER', status: 'SUCCESS', amount: String(amount), create_time: 1_700_000_000 }
  const line = reads.walletLine(payload(told), 'WIB')
  expect(adjustmentAccount(line.day, line)).toBe(account)
})

test.each([
  ['RETURN_AND_REFUND', 'BUYER_SHIPPED_ITEM', true],
  ['REFUND', 'RETURN_OR_REFUND_REQUEST_PENDING', false],
  ['RETURN_AND_REFUND', 'RETURN_OR_REFUND__REQUEST_CANCELLED', false],
  ['RETURN_AND_REFUND', 'REFUND_OR_RETURN_REQUEST_REJECT', false],
])('%s in %s brings goods: %s', (return_type, return_status, bringsGoods) => {
  const told = reads.return(
    payload({
      return_id: '4035318504086604100',
      order_id: ORDER.id,
      return_type,
      return_status,
      return_tracking_number: 'JP123',
      create_time: 1_700_300_000,
      refund_amount: { refund_total: '69000' },
      return_line_items: [{}],
      seller_next_action_response: [{ action: 'SELLER_RESPOND_RECEIVE_PACKAGE', deadline: 1_700_600_000 }],
    }),
  )
  expect(told).toMatchObject({
    number: '4035318504086604100',
    bringsGoods,
    refund: 69_000,
    pieces: 1,
    appealUntil: 1_700_600_000_000,
  })
})
