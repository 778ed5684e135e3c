import { courierOf } from './couriers.ts'
import { totalOf } from './income.ts'
import { imageUrl } from './item-answers.ts'
import type { Order, Package, Shopee } from './state.ts'

/* How orders look on the wire. Source: v2.order.get_order_detail (2026-08). */

/** A name as Shopee hides it: `S******i`. */
export const masked = (text: string): string => (text.length > 1 ? `${text[0]}******${text.at(-1)}` : '******')
const maskedPhone = (phone: string) => `******${phone.slice(-2)}`

/** Fields that come only when they are asked for by name. */
export const OPTIONAL_FIELDS: Record<string, (shopee: Shopee, order: Order) => unknown> = {
  buyer_user_id: (_, order) => order.buyer.id,
  buyer_username: (_, order) => masked(order.buyer.username),
  estimated_shipping_fee: (_, order) => order.money.shipping,
  recipient_address: (_, { buyer }) => ({
    name: masked(buyer.name),
    phone: maskedPhone(buyer.phone),
    town: '',
    district: '',
    city: buyer.city,
    state: buyer.province,
    region: 'ID',
    zipcode: '',
    full_address: `${buyer.address.slice(0, 3)}******`,
  }),
  actual_shipping_fee: (_, { money }) => (money.isShippingFinal ? money.shipping : 0),
  actual_shipping_fee_confirmed: (_, { money }) => money.isShippingFinal,
  goods_to_declare: () => false,
  note: (_, order) => order.sellerNote,
  note_update_time: (_, order) => order.noteUpdateTime,
  item_list: (shopee, order) =>
    order.lines.map((line) => ({
      item_id: line.itemId,
      item_name: line.name,
      item_sku: line.itemSku,
      model_id: line.modelId,
      model_name: line.modelName,
      model_sku: line.modelSku,
      model_quantity_purchased: line.quantity,
      model_original_price: line.originalPrice,
      model_discounted_price: line.price,
      wholesale: false,
      weight: line.weightKg,
      add_on_deal: false,
      main_item: false,
      add_on_deal_id: 0,
      promotion_type: line.promotionType,
      promotion_id: line.promotionId,
      promotion_group_id: 0,
      order_item_id: line.orderItemId,
      line_item_id: line.orderItemId,
      image_info: { image_url: imageUrl(shopee, line.imageId) },
      product_location_id: ['IDZ'],
      is_prescription_item: false,
      is_b2c_owned_item: false,
      active_qty: line.quantity - line.cancelled - line.returned,
      cancel_requested_qty: order.status === 'IN_CANCEL' ? line.quantity - line.cancelled : 0,
      cancelled_qty: line.cancelled,
      return_requested_qty: 0,
      returned_qty: line.returned,
      promotion_list: line.promotionType
        ? [{ promotion_type: line.promotionType, promotion_id: line.promotionId }]
        : [],
    })),
  pay_time: (_, order) => order.payTime || null,
  dropshipper: () => null,
  dropshipper_phone: () => null,
  split_up: (_, order) => order.isSplit,
  buyer_cancel_reason: (_, order) => order.buyerCancelReason,
  cancel_by: (_, order) => order.cancelBy,
  cancel_reason: (_, order) => order.cancelReason,
  fulfillment_flag: () => 'fulfilled_by_local_seller',
  pickup_done_time: (_, order) => Math.max(...order.packages.map(({ pickedUpAt }) => pickedUpAt)),
  package_list: (_, order) => order.packages.map((parcel) => packageAnswer(order, parcel)),
  shipping_carrier: (_, order) => courierOf(order.channelId).name,
  checkout_shipping_carrier: (_, order) => courierOf(order.channelId).name,
  reverse_shipping_fee: (_, { money }) => money.reverseShipping,
  payment_method: (_, order) => order.paymentMethod,
  total_amount: (_, order) => totalOf(order),
  invoice_data: () => null,
  order_chargeable_weight_gram: (_, order) =>
    Math.round(order.lines.reduce((sum, line) => sum + line.weightKg * line.quantity * 1000, 0)),
  return_request_due_date: (_, order) => (order.completeTime ? order.completeTime + 2 * 86_400 : 0),
}

export function orderAnswer(shopee: Shopee, order: Order, fields: readonly string[]) {
  return {
    order_sn: order.sn,
    region: 'ID',
    currency: 'IDR',
    cod: order.isCod,
    order_status: shopee.ground.faults.status('order/get_order_detail', order.status),
    message_to_seller: order.message,
    create_time: order.createTime,
    update_time: order.updateTime,
    days_to_ship: 2,
    ship_by_date: order.shipByDate,
    booking_sn: '',
    ...Object.fromEntries(fields.map((field) => [field, OPTIONAL_FIELDS[field]!(shopee, order)])),
  }
}

function packageAnswer(order: Order, parcel: Package) {
  return {
    package_number: parcel.number,
    logistics_status: parcel.status,
    logistics_channel_id: order.channelId,
    shipping_carrier: courierOf(order.channelId).name,
    allow_self_design_awb: false,
    parcel_chargeable_weight: parcelGrams(order, parcel),
    group_shipment_id: null,
    item_list: parcel.lines.map(({ orderItemId, quantity }) => {
      const line = order.lines.find((each) => each.orderItemId === orderItemId)!
      return {
        item_id: line.itemId,
        model_id: line.modelId,
        model_quantity: quantity,
        order_item_id: orderItemId,
        promotion_group_id: 0,
        product_location_id: 'IDZ',
      }
    }),
  }
}

export const parcelGrams = (order: Order, parcel: Package): number =>
  Math.round(
    parcel.lines.reduce(
      (sum, { orderItemId, quantity }) =>
        sum + order.lines.find((line) => line.orderItemId === orderItemId)!.weightKg * quantity * 1000,
      0,
    ),
  )
