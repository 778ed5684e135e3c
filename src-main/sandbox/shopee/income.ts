import { divRound, partOf } from '../../../src-shared/kernel/allocate.ts'
import type { Order, OrderLine, Return, Shopee } from './state.ts'
import { RETURN_REFUND_SIGN, WITHHOLDING_BASIS_POINTS } from './unsure.ts'

/*
 * What Shopee keeps of an order and what it pays. Fields and the sum of escrow_amount: v2.payment.get_escrow_detail (2026-08).
 * The rates are invented, near those that Indonesian shops paid in 2026.
 */
const COMMISSION_BASIS_POINTS = 800
const SERVICE_BASIS_POINTS = 400
const SERVICE_CEILING = 40_000
const PAYMENT_BASIS_POINTS = 180
const PROCESSING_FEE = 1250
const PROTECTION_BASIS_POINTS = 50

const share = (amount: number, basisPoints: number) => divRound(amount, basisPoints, 10_000)

export function incomeOf({ state }: Shopee, order: Order) {
  const { money } = order
  const kept = order.lines.map((line) => ({ line, quantity: soldOf(order, line) }))
  const original = kept.reduce((sum, { line, quantity }) => sum + line.originalPrice * quantity, 0)
  const goods = kept.reduce((sum, { line, quantity }) => sum + line.price * quantity, 0)
  const paidBuyer = goods - money.sellerVoucher - money.shopeeVoucher - money.coins + money.buyerShipping
  const isCancelled = order.status === 'CANCELLED'
  const refunded = isCancelled ? goods - money.sellerVoucher : money.refunded
  // fees are of what the seller sold for and kept
  const base = Math.max(0, goods - money.sellerVoucher - refunded)
  const commission_fee = share(base, COMMISSION_BASIS_POINTS)
  const service_fee = Math.min(SERVICE_CEILING, share(base, SERVICE_BASIS_POINTS))
  const seller_transaction_fee = isCancelled || order.isCod ? 0 : share(base, PAYMENT_BASIS_POINTS)
  const seller_order_processing_fee = isCancelled ? 0 : PROCESSING_FEE
  const order_ams_commission_fee = share(base, money.affiliateBasisPoints)
  const campaign_fee = share(base, money.campaignBasisPoints)
  const delivery_seller_protection_fee_premium_amount =
    money.isProtected && !isCancelled ? share(base, PROTECTION_BASIS_POINTS) : 0
  const withholding_tax = share(base, WITHHOLDING_BASIS_POINTS)
  const wasSent = order.packages.some(({ pickedUpAt }) => pickedUpAt > 0)
  const shipping = isCancelled && !wasSent ? 0 : money.shipping
  const buyer_paid_shipping_fee = isCancelled ? 0 : money.buyerShipping
  const shopee_shipping_rebate = shipping - buyer_paid_shipping_fee
  const isReturnedToShop = isCancelled && wasSent
  const escrow_amount =
    goods -
    money.sellerVoucher -
    refunded +
    buyer_paid_shipping_fee -
    shipping +
    shopee_shipping_rebate -
    (isReturnedToShop ? money.reverseShipping : 0) -
    commission_fee -
    service_fee -
    seller_transaction_fee -
    campaign_fee -
    seller_order_processing_fee -
    order_ams_commission_fee -
    delivery_seller_protection_fee_premium_amount -
    withholding_tax
  const total_adjustment_amount = money.adjustments.reduce((sum, { amount }) => sum + amount, 0)
  const returns = [...state.returns.values()].filter(({ orderSn }) => orderSn === order.sn)

  const order_income = {
    ...NOTHING_OF,
    escrow_amount,
    buyer_total_amount: paidBuyer,
    order_original_price: original,
    original_price: original,
    order_discounted_price: goods,
    order_selling_price: goods,
    order_seller_discount: original - goods,
    seller_discount: original - goods,
    shopee_discount: 0,
    original_shopee_discount: 0,
    voucher_from_seller: money.sellerVoucher,
    voucher_from_shopee: money.shopeeVoucher,
    coins: money.coins,
    buyer_paid_shipping_fee,
    commission_fee,
    service_fee,
    seller_transaction_fee,
    credit_card_transaction_fee: seller_transaction_fee,
    campaign_fee,
    seller_order_processing_fee,
    order_ams_commission_fee,
    delivery_seller_protection_fee_premium_amount,
    withholding_tax,
    estimated_shipping_fee: money.shipping,
    actual_shipping_fee: shipping,
    final_shipping_fee: buyer_paid_shipping_fee - shipping + shopee_shipping_rebate,
    shopee_shipping_rebate,
    reverse_shipping_fee: isReturnedToShop ? money.reverseShipping : 0,
    cost_of_goods_sold: goods,
    original_cost_of_goods_sold: goods,
    seller_return_refund: RETURN_REFUND_SIGN * refunded,
    drc_adjustable_refund: 0,
    net_commission_fee: commission_fee,
    net_service_fee: service_fee,
    total_adjustment_amount,
    escrow_amount_after_adjustment: escrow_amount + total_adjustment_amount,
    buyer_payment_method: order.paymentMethod,
    seller_voucher_code: money.sellerVoucher > 0 ? ['BATIK10'] : [],
    order_chargeable_weight: Math.round(
      order.lines.reduce((sum, line) => sum + line.weightKg * line.quantity * 1000, 0),
    ),
    items: itemsOf(order, goods, order_ams_commission_fee),
    order_adjustment: money.adjustments.map(({ amount, date, reason }) => ({
      amount,
      date,
      currency: 'IDR',
      adjustment_reason: reason,
    })),
  }
  return {
    order_sn: order.sn,
    buyer_user_name: order.buyer.username,
    return_order_sn_list: returns.map(({ sn }: Return) => sn),
    order_income,
    buyer_payment_info: {
      buyer_payment_method: order.paymentMethod,
      merchant_subtotal: goods,
      shipping_fee: money.buyerShipping,
      seller_voucher: money.sellerVoucher,
      shopee_voucher: money.shopeeVoucher,
      shopee_coins_redeemed: money.coins,
      buyer_total_amount: paidBuyer,
      buyer_service_fee: 0,
      buyer_tax_amount: 0,
      is_paid_by_credit_card: false,
    },
  }
}

/** What the buyer pays, shipping and all. */
export const totalOf = (order: Order): number => {
  const goods = order.lines.reduce((sum, line) => sum + line.price * soldOf(order, line), 0)
  return goods - order.money.sellerVoucher - order.money.shopeeVoucher - order.money.coins + order.money.buyerShipping
}

/** Pieces of a line that the order is about: of an order that was cancelled as a whole, all that was ordered. */
const soldOf = (order: Order, line: OrderLine) => line.quantity - (order.status === 'CANCELLED' ? 0 : line.cancelled)

/** Parts of lines that are told one by one add up to what is told of the order. */
function itemsOf(order: Order, goods: number, affiliate: number) {
  let before = 0
  return order.lines.map((line) => {
    const quantity = soldOf(order, line)
    const price = line.price * quantity
    const part = { pieces: price, of: Math.max(goods, 1), after: before }
    before += price
    return {
      item_id: line.itemId,
      item_name: line.name,
      item_sku: line.itemSku,
      model_id: line.modelId,
      model_name: line.modelName,
      model_sku: line.modelSku,
      line_item_id: line.orderItemId,
      original_price: line.originalPrice * quantity,
      selling_price: price,
      discounted_price: price,
      seller_discount: (line.originalPrice - line.price) * quantity,
      shopee_discount: 0,
      discount_from_coin: partOf(order.money.coins, part),
      discount_from_voucher_shopee: partOf(order.money.shopeeVoucher, part),
      discount_from_voucher_seller: partOf(order.money.sellerVoucher, part),
      activity_type: '',
      activity_id: 0,
      is_main_item: false,
      quantity_purchased: quantity,
      is_b2c_shop_item: false,
      ams_commission_fee: partOf(affiliate, part),
      is_kit: false,
      promotion_list: line.promotionType
        ? [{ promotion_type: line.promotionType, promotion_id: line.promotionId }]
        : [],
    }
  })
}

/** Fields that are there and stay nought in an ordinary Indonesian shop. */
const NOTHING_OF = Object.fromEntries(
  [
    'voucher_from_external_party',
    'buyer_transaction_fee',
    'cross_border_tax',
    'payment_promotion',
    'seller_lost_compensation',
    'seller_coin_cash_back',
    'escrow_tax',
    'shipping_fee_sst',
    'shipping_fee_discount_from_3pl',
    'seller_shipping_discount',
    'reverse_shipping_fee_sst',
    'final_product_protection',
    'credit_card_promotion',
    'final_product_vat_tax',
    'final_shipping_vat_tax',
    'rsf_seller_protection_fee_claim_amount',
    'fsf_seller_protection_fee_claim_amount',
    'shipping_seller_protection_fee_amount',
    'final_escrow_product_gst',
    'final_escrow_shipping_gst',
    'sales_tax_on_lvg',
    'final_return_to_seller_shipping_fee',
    'overseas_return_service_fee',
    'vat_on_imported_goods',
    'withholding_vat_tax',
    'withholding_pit_tax',
    'withholding_cit_tax',
    'buyer_paid_packaging_fee',
    'trade_in_bonus_by_seller',
    'fbs_fee',
    'ads_escrow_top_up_fee_or_technical_support_fee',
    'th_import_duty',
  ].map((field) => [field, 0]),
)
