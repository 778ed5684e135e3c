import type { Market, Order } from './book.ts'
import { COURIERS, SELLER_DELIVERY } from './couriers.ts'
import { openCancellation } from './selling.ts'
import { shippingPaid } from './settling.ts'
import { UNSURE } from './unsure.ts'
import { rupiah, said } from './wire.ts'

/** An order as the API shows it; the list and the detail of 202507 differ in a few fields. */
export function orderView(market: Market, order: Order, path: string, version: 'list' | 'detail') {
  const { book, ground } = market
  const { option, provider } = COURIERS[order.courier]!
  const isOwnCourier = order.shippingType === 'SELLER'
  const delivery = isOwnCourier ? SELLER_DELIVERY : option
  const sum = (of: (line: Order['lines'][number]) => number) => order.lines.reduce((total, line) => total + of(line), 0)
  const ofSeller = sum((line) => line.sellerDiscount)
  const ofPlatform = sum((line) => line.platformDiscount)
  const goods = sum((line) => line.originalPrice)
  const subTotal = goods - ofSeller - ofPlatform
  const acceptedAt = order.isCod ? order.createdAt : order.paidAt
  const parcels = order.packageIds.map((id) => book.packages[id]!)
  const first = parcels.find(({ status }) => status !== 'CANCELLED') ?? parcels[0]
  const tags = parcels.map(({ tag }) => tag)
  const request = openCancellation(market, order)
  return said({
    id: order.id,
    status: ground.faults.status(path, order.status),
    commerce_platform: order.platform,
    order_type: 'NORMAL',
    user_id: order.buyerId,
    buyer_email: `${order.buyerId.slice(-6)}@chat.seller.tiktok.com`,
    buyer_nickname: version === 'detail' ? masked(order.buyer.username ?? '') : null,
    buyer_message: order.message,
    seller_note: '',
    create_time: order.createdAt,
    update_time: order.updatedAt,
    paid_time: order.paidAt,
    rts_time: order.rtsAt,
    collection_time: order.collectedAt,
    delivery_time: order.deliveredAt,
    cancel_time: order.cancelledAt,
    request_cancel_time: order.requestCancelAt,
    cancel_reason: order.cancelReason,
    cancellation_initiator: order.cancelledBy,
    cancel_order_sla_time: request?.deadline ?? (acceptedAt ? acceptedAt + UNSURE.cancelledUnlessShippedSeconds : null),
    rts_sla_time: acceptedAt ? acceptedAt + UNSURE.shipWithinSeconds : null,
    tts_sla_time: acceptedAt ? acceptedAt + UNSURE.cancelledUnlessShippedSeconds : null,
    shipping_due_time: acceptedAt ? acceptedAt + UNSURE.shipWithinSeconds : null,
    is_buyer_request_cancel: order.requestCancelAt !== null,
    is_on_hold_order: order.status === 'ON_HOLD',
    is_cod: order.isCod,
    is_sample_order: false,
    has_updated_recipient_address: false,
    payment_method_name: order.isCod ? 'Bayar di tempat' : 'Transfer bank',
    payment_method_code: version === 'detail' ? (order.isCod ? 'COD' : 'BANK_TRANSFER') : null,
    fulfillment_type: order.fulfillment,
    shipping_type: order.shippingType,
    delivery_type: 'HOME_DELIVERY',
    delivery_option_id: delivery.id,
    delivery_option_name: delivery.name,
    shipping_provider: first?.providerName ?? provider.name,
    shipping_provider_id: first?.providerId ?? provider.id,
    tracking_number: first?.trackingNumber ?? '',
    split_or_combine_tag:
      tags.find((tag) => tag !== 'DEFAULT') === 'COMBINE' ? 'COMBINED' : tags.includes('SPLIT') ? 'SPLIT' : null,
    warehouse_id: book.warehouses[0]!.id,
    packages: order.packageIds.map((id) => ({ id })),
    payment: {
      currency: 'IDR',
      sub_total: rupiah(subTotal),
      shipping_fee: rupiah(shippingPaid(order)),
      original_shipping_fee: rupiah(order.originalShippingFee),
      shipping_fee_platform_discount: rupiah(order.shippingPlatformDiscount),
      shipping_fee_seller_discount: rupiah(order.shippingSellerDiscount),
      shipping_fee_cofunded_discount: '0',
      seller_discount: rupiah(ofSeller),
      platform_discount: rupiah(ofPlatform),
      original_total_product_price: rupiah(goods),
      buyer_service_fee: rupiah(order.buyerServiceFee),
      tax: '0',
      total_amount: rupiah(subTotal + shippingPaid(order) + order.buyerServiceFee),
    },
    line_items: [...order.lines, ...(order.calledOff ?? [])].map((line) => {
      const parcel = line.packageId ? book.packages[line.packageId] : undefined
      const gone = order.calledOff?.find(({ id }) => id === line.id)
      return said({
        id: line.id,
        product_id: line.productId,
        product_name: line.productName,
        sku_id: line.skuId,
        sku_name: line.skuName,
        seller_sku: line.sellerSku,
        sku_type: 'NORMAL',
        sku_image: book.images[line.imageUri]?.url,
        original_price: rupiah(line.originalPrice),
        sale_price: rupiah(line.originalPrice - line.sellerDiscount - line.platformDiscount),
        seller_discount: rupiah(line.sellerDiscount),
        platform_discount: rupiah(line.platformDiscount),
        buyer_service_fee: '0',
        currency: 'IDR',
        package_id: line.packageId,
        package_status: gone ? 'CANCELLED' : parcel?.status,
        display_status: gone ? 'CANCELLED' : order.status,
        tracking_number: parcel?.trackingNumber ?? '',
        shipping_provider_id: parcel?.providerId,
        shipping_provider_name: parcel?.providerName,
        rts_time: parcel?.arrangedAt,
        cancel_reason: gone?.reason ?? order.cancelReason,
        cancel_user: gone?.by ?? order.cancelledBy,
        is_gift: false,
        is_dangerous_good: false,
      })
    }),
    recipient_address: order.status === 'UNPAID' || order.status === 'ON_HOLD' ? null : addressView(order),
  })
}

const masked = (text: string) =>
  text
    .split(' ')
    .map((word) => `${word.slice(0, 1)}***`)
    .join(' ')

const titled = (text: string) => text.toLowerCase().replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())

/** Buyers stay masked while TikTok's own couriers drive; whoever drives himself has to know the house. */
export function addressView({ buyer, shippingType }: Pick<Order, 'buyer' | 'shippingType'>) {
  const isMasked = shippingType === 'TIKTOK'
  const name = buyer.name ?? ''
  const phone = buyer.phone ?? ''
  const [province, city] = [titled(buyer.province ?? ''), titled(buyer.city ?? '')]
  const street = isMasked ? '***' : (buyer.address ?? '')
  return {
    name: isMasked ? masked(name) : name,
    first_name: isMasked ? masked(name) : name,
    last_name: '',
    phone_number: isMasked ? `(+62)${phone.slice(2, 5)}*****${phone.slice(-2)}` : `(+62)${phone.slice(2)}`,
    full_address: `Indonesia, ${province}, ${city}, ${street}`,
    address_detail: street,
    address_line1: street,
    address_line2: '',
    postal_code: '40132',
    region_code: 'ID',
    district_info: [
      { address_level: 'L0', address_level_name: 'country', address_name: 'Indonesia' },
      { address_level: 'L1', address_level_name: 'province', address_name: province },
      { address_level: 'L2', address_level_name: 'city', address_name: city },
    ],
  }
}
