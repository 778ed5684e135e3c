import { INCOME_TAX_FIELD } from './unsure.ts'

/**
 * Amounts of a statement under the headings of the income file ("Order details", English, 2024-2026), so that one rule serves both.
 * A field that is not here is told by its own words.
 */
const NAMES: Record<string, string> = {
  subtotal_before_discount_amount: 'Subtotal before discounts',
  seller_discount_amount: 'Seller discounts',
  refund_subtotal_before_discount_amount: 'Refund subtotal before seller discounts',
  seller_discount_refund_amount: 'Refund of seller discounts',

  platform_commission_amount: 'Platform commission fee',
  dynamic_commission_amount: 'Dynamic commission',
  transaction_fee_amount: 'Payment Fee',
  credit_card_handling_fee_amount: 'Credit card installment handling fee',
  seller_paylater_handling_fee_amount: 'PayLater program fee',
  affiliate_commission_amount: 'Affiliate Commission',
  affiliate_partner_commission_amount: 'Affiliate partner commission',
  affiliate_ads_commission_amount: 'Affiliate Shop Ads commission',
  tap_shop_ads_commission: 'Affiliate Partner shop ads commission',
  affiliate_commission_deposit: 'Affiliate commission deposit',
  affiliate_commission_release: 'Affiliate commission refund',
  voucher_xtra_service_fee_amount: 'Voucher Xtra service fee',
  bonus_cashback_service_fee_amount: 'Bonus cashback service fee',
  flash_sales_service_fee_amount: 'Brands Crazy Deals/Flash Sale service fee',
  live_specials_fee_amount: 'LIVE Specials service fee',
  campaign_resource_fee: 'Campaign resource fee',
  sfp_service_fee_amount: 'Shipping Fee Program service fee',
  mall_service_fee_amount: 'Mall service fee',
  pre_order_service_fee_amount: 'Pre-order service fee',
  dt_handling_fee_amount: 'Dilayani Tokopedia handling fee',
  installation_service_fee: 'Installation service fee',

  actual_shipping_fee_amount: 'Shipping costs passed on to the logistics provider',
  customer_paid_shipping_fee_amount: 'Shipping cost paid by the customer',
  shipping_fee_discount_amount: 'Shipping cost borne by the platform',
  return_shipping_fee_amount: 'Return shipping costs (passed on to the customer)',
  exchange_shipping_fee_amount: 'Exchange shipping fee (passed on to the customer)',
  replacement_shipping_fee_amount: 'Replacement shipping fee (passed on to the customer)',
  shipping_insurance_fee_amount: 'Insurance fee',

  CHARGE_BACK: 'Chargeback',
  GMV_PAYMENT_FOR_ADS: 'GMV Payment for TikTok Ads',
  PLATFORM_PENALTY: 'Platform penalty',
  PLATFORM_COMPENSATION: 'Platform compensation',
  LOGISTICS_REIMBURSEMENT: 'Logistics reimbursement',
  SHIPPING_FEE_ADJUSTMENT: 'Shipping fee adjustment',
  [INCOME_TAX_FIELD]: 'Article 22 Income Tax withheld',
}

/** `local_vat_amount` is told as `Local vat`. */
export function nameOf(field: string): string {
  const words = field
    .toLowerCase()
    .replace(/_amount$/, '')
    .replaceAll('_', ' ')
  return NAMES[field] ?? `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
}
