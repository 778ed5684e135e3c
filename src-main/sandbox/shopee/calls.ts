import type { Call } from '../frame/call.ts'
import * as health from './account-health-calls.ts'
import * as advice from './advice-calls.ts'
import { conversionReport } from './affiliates.ts'
import * as couriers from './courier-calls.ts'
import * as discounts from './discount-calls.ts'
import * as listings from './listing-calls.ts'
import * as logistics from './logistics-calls.ts'
import * as orders from './order-calls.ts'
import * as products from './product-calls.ts'
import * as pushes from './push-calls.ts'
import * as returns from './return-calls.ts'
import * as proofs from './return-proof-calls.ts'
import * as shops from './shop-calls.ts'
import { type Shopee, secondsNow } from './state.ts'
import { updatePrice, updateStock } from './stock-and-price.ts'
import { firstToken, refreshedToken } from './tokens.ts'
import * as vouchers from './voucher-calls.ts'
import * as wallet from './wallet.ts'
import type { Payload } from './wire.ts'

export interface ApiCall {
  /** Signed for the app alone, for its shop, or either way. */
  signedFor: 'app' | 'shop' | 'either'
  /** Where its parameters stand, and with it its verb: what asks by the query is a GET, all else a POST. */
  asked: 'query' | 'body' | 'files'
  answer(shopee: Shopee, input: unknown, call: Call): Payload | Promise<Payload>
}

const ofShop = (asked: ApiCall['asked'], answer: ApiCall['answer']): ApiCall => ({ signedFor: 'shop', asked, answer })
const ofEither = (asked: ApiCall['asked'], answer: ApiCall['answer']): ApiCall => ({
  signedFor: 'either',
  asked,
  answer,
})
const ofApp = (asked: ApiCall['asked'], answer: ApiCall['answer']): ApiCall => ({ signedFor: 'app', asked, answer })

/** Everything that is answered, by its path below /api/v2/. */
export const CALLS_BY_PATH: Record<string, ApiCall> = {
  'auth/token/get': ofApp('body', firstToken),
  'auth/access_token/get': ofApp('body', refreshedToken),
  'public/get_shops_by_partner': ofApp('query', shops.linkedShops),
  'public/get_shopee_ip_ranges': ofApp('query', shops.ipRanges),
  'public/get_merchants_by_partner': ofApp('query', shops.linkedMerchants),

  'shop/get_shop_info': ofShop('query', shops.shopInfo),
  'shop/get_profile': ofShop('query', shops.shopProfile),
  'shop/update_profile': ofShop('body', shops.updateProfile),
  'shop/get_shop_holiday_mode': ofShop('query', shops.holidayMode),
  'shop/set_shop_holiday_mode': ofShop('body', shops.setHolidayMode),
  'shop/get_shop_notification': ofShop('query', shops.shopNotices),
  'shop/get_authorised_reseller_brand': ofShop('query', shops.resellerBrands),
  'shop/get_warehouse_detail': ofShop('query', shops.warehouses),

  'product/get_item_list': ofShop('query', products.itemList),
  'product/search_item': ofShop('query', products.searchItem),
  'product/get_item_base_info': ofShop('query', products.itemBaseInfo),
  'product/get_item_extra_info': ofShop('query', products.itemExtraInfo),
  'product/get_item_promotion': ofShop('query', products.itemPromotions),
  'product/get_model_list': ofShop('query', products.itemModels),
  'product/get_category': ofShop('query', products.categories),
  'product/get_attribute_tree': ofShop('query', products.attributeTree),
  'product/get_brand_list': ofShop('query', products.brandList),
  'product/category_recommend': ofShop('query', advice.categoryRecommend),
  'product/get_recommend_attribute': ofShop('query', advice.recommendAttribute),
  'product/search_attribute_value_list': ofShop('body', advice.searchAttributeValues),
  'product/get_variation_tree': ofShop('query', advice.variationTree),
  'product/get_item_violation_info': ofShop('query', advice.itemViolations),
  'product/get_comment': ofShop('query', advice.comments),
  'product/register_brand': ofShop('body', advice.registerBrand),
  'product/get_item_limit': ofShop('query', products.itemLimit),
  'product/update_stock': ofShop('body', updateStock),
  'product/update_price': ofShop('body', updatePrice),
  'product/add_item': ofShop('body', listings.addItem),
  'product/update_item': ofShop('body', listings.updateItem),
  'product/init_tier_variation': ofShop('body', listings.initTierVariation),
  'product/update_tier_variation': ofShop('body', listings.updateTierVariation),
  'product/add_model': ofShop('body', listings.addModel),
  'product/update_model': ofShop('body', listings.updateModel),
  'product/delete_model': ofShop('body', listings.deleteModel),
  'product/unlist_item': ofShop('body', (shopee, body) => products.unlistItem(shopee, body, secondsNow(shopee))),
  'product/delete_item': ofShop('body', (shopee, body) => products.deleteItem(shopee, body, secondsNow(shopee))),
  'media/upload_image': ofEither('files', (shopee, _, call) => products.uploadPictures(shopee, call)),
  'media_space/upload_image': ofEither('files', (shopee, _, call) => products.uploadImage(shopee, call)),

  'order/get_order_list': ofShop('query', orders.orderList),
  'order/get_order_detail': ofShop('query', orders.orderDetail),
  'order/get_shipment_list': ofShop('query', orders.shipmentList),
  'order/get_warehouse_filter_config': ofShop('query', orders.warehouseFilter),
  'order/search_package_list': ofShop('body', orders.searchPackages),
  'order/get_package_detail': ofShop('query', orders.packageDetail),
  'order/cancel_order': ofShop('body', orders.cancelOrder),
  'order/handle_buyer_cancellation': ofShop('body', orders.handleCancellation),
  'order/set_note': ofShop('body', orders.setNote),
  'order/get_buyer_invoice_info': ofShop('body', orders.buyerInvoices),
  'order/split_order': ofShop('body', orders.splitOrder),
  'order/unsplit_order': ofShop('body', orders.unsplitOrder),

  'logistics/get_shipping_parameter': ofShop('query', logistics.shippingParameter),
  'logistics/get_mass_shipping_parameter': ofShop('body', logistics.massShippingParameter),
  'logistics/ship_order': ofShop('body', logistics.shipOrder),
  'logistics/update_shipping_order': ofShop('body', logistics.updateShippingOrder),
  'logistics/batch_ship_order': ofShop('body', logistics.batchShip),
  'logistics/mass_ship_order': ofShop('body', logistics.massShip),
  'logistics/get_tracking_number': ofShop('query', logistics.trackingNumber),
  'logistics/get_mass_tracking_number': ofShop('body', logistics.massTrackingNumber),
  'logistics/get_tracking_info': ofShop('query', logistics.trackingInfo),
  'logistics/get_channel_list': ofShop('query', couriers.channelList),
  'logistics/update_channel': ofShop('body', couriers.updateChannel),
  'logistics/get_address_list': ofShop('query', logistics.addressList),
  'logistics/get_shipping_document_parameter': ofShop('body', logistics.documentParameter),
  'logistics/create_shipping_document': ofShop('body', logistics.createDocument),
  'logistics/get_shipping_document_result': ofShop('body', logistics.documentResult),
  'logistics/download_shipping_document': ofShop('body', logistics.downloadDocument),

  'payment/get_payment_method_list': ofEither('query', wallet.paymentMethods),
  'payment/get_escrow_detail': ofShop('query', wallet.escrowDetail),
  'payment/get_escrow_detail_batch': ofShop('body', wallet.escrowDetails),
  'payment/get_escrow_list': ofShop('query', wallet.escrowList),
  'payment/get_wallet_transaction_list': ofShop('query', wallet.walletTransactions),
  'payment/get_income_detail': ofShop('query', wallet.incomeDetail),
  'payment/get_income_overview': ofShop('query', wallet.incomeOverview),

  'returns/get_return_list': ofShop('query', returns.returnList),
  'returns/get_return_detail': ofShop('query', returns.returnDetail),
  'returns/confirm': ofShop('body', returns.confirmReturn),
  'returns/offer': ofShop('body', returns.offerSolution),
  'returns/accept_offer': ofShop('body', returns.acceptOffer),
  'returns/dispute': ofShop('body', returns.disputeReturn),
  'returns/get_available_solutions': ofShop('query', proofs.availableSolutions),
  'returns/get_reverse_tracking_info': ofShop('query', proofs.reverseTracking),
  'returns/convert_image': ofShop('files', (shopee, _, call) => proofs.convertImage(shopee, call)),
  'returns/upload_proof': ofShop('body', proofs.uploadProof),
  'returns/query_proof': ofShop('query', proofs.queryProof),
  'returns/cancel_dispute': ofShop('body', proofs.cancelDispute),
  'returns/get_return_dispute_reason': ofShop('query', returns.disputeReasons),

  'discount/get_discount_list': ofShop('query', discounts.discountList),
  'discount/get_discount': ofShop('query', discounts.discountDetail),
  'discount/add_discount': ofShop('body', discounts.addDiscount),
  'discount/update_discount': ofShop('body', discounts.updateDiscount),
  'discount/end_discount': ofShop('body', discounts.endDiscount),
  'discount/delete_discount': ofShop('body', discounts.deleteDiscount),
  'discount/add_discount_item': ofShop('body', discounts.addDiscountItems),
  'discount/update_discount_item': ofShop('body', discounts.updateDiscountItems),
  'discount/delete_discount_item': ofShop('body', discounts.deleteDiscountItem),

  'voucher/get_voucher_list': ofShop('query', vouchers.voucherList),
  'voucher/get_voucher': ofShop('query', vouchers.voucherDetail),
  'voucher/add_voucher': ofShop('body', vouchers.addVoucher),
  'voucher/update_voucher': ofShop('body', vouchers.updateVoucher),
  'voucher/end_voucher': ofShop('body', vouchers.endVoucher),
  'voucher/delete_voucher': ofShop('body', vouchers.deleteVoucher),

  'account_health/get_shop_performance': ofShop('query', health.shopPerformance),
  'account_health/get_metric_source_detail': ofShop('query', health.metricSource),
  'account_health/get_late_orders': ofShop('query', health.lateOrders),
  'account_health/get_listings_with_issues': ofShop('query', health.listingsWithIssues),
  'account_health/get_penalty_point_history': ofShop('query', health.penaltyPoints),
  'account_health/get_punishment_history': ofShop('query', health.punishments),

  'sellerchat/get_conversation_list': ofShop('query', shops.chat),
  'sellerchat/get_one_conversation': ofShop('query', shops.chat),
  'sellerchat/get_unread_conversation_count': ofShop('query', shops.chat),
  'sellerchat/get_message': ofShop('query', shops.chat),
  'sellerchat/get_offer_toggle_status': ofShop('query', shops.chat),
  'sellerchat/set_offer_toggle_status': ofShop('body', shops.chat),
  'sellerchat/send_message': ofShop('body', shops.chat),
  'sellerchat/send_autoreply_message': ofShop('body', shops.chat),
  'sellerchat/delete_conversation': ofShop('body', shops.chat),
  'sellerchat/read_conversation': ofShop('body', shops.chat),
  'sellerchat/unread_conversation': ofShop('body', shops.chat),
  'sellerchat/pin_conversation': ofShop('body', shops.chat),
  'sellerchat/unpin_conversation': ofShop('body', shops.chat),
  'sellerchat/upload_image': ofShop('files', shops.chat),

  'push/get_lost_push_message': ofEither('query', pushes.lostPushes),
  'push/confirm_consumed_lost_push_message': ofEither('body', pushes.confirmLost),
  'push/get_app_push_config': ofEither('query', pushes.pushConfig),
  'push/set_app_push_config': ofEither('body', pushes.setPushConfig),

  'ams/get_conversion_report': ofShop('query', conversionReport),
}
