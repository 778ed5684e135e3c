import { z } from 'zod'
import type { Market, Order } from '../book.ts'
import { listOf, sortOrder, unixSeconds, wholeIn } from '../checking.ts'
import { endpoint, listed } from '../endpoint.ts'
import { orderView } from '../order-view.ts'
import { SaidNo } from '../said-no.ts'
import { shippingPaid } from '../settling.ts'
import { rupiah } from '../wire.ts'

const STATUSES = [
  'UNPAID',
  'ON_HOLD',
  'AWAITING_SHIPMENT',
  'PARTIALLY_SHIPPING',
  'AWAITING_COLLECTION',
  'IN_TRANSIT',
  'DELIVERED',
  'COMPLETED',
  'CANCELLED',
] as const

export const orderOf = (market: Market, id: string): Order => {
  const order = market.book.orders[id]
  if (!order) throw new SaidNo(11001002, 'Order not found.')
  return order
}

const byIds = z.looseObject({ ids: listOf(50) })

const details = (version: 'detail' | 'list') => ({
  query: byIds,
  answer: ({ market, query, call }: { market: Market; query: z.infer<typeof byIds>; call: { path: string } }) => ({
    orders: query.ids
      .flatMap((id) => market.book.orders[id] ?? [])
      .map((order) => orderView(market, order, call.path, version)),
  }),
})

export const orderEndpoints = [
  endpoint('POST', '/order/202309/orders/search', 'seller.order.info', {
    query: z.looseObject({
      page_size: wholeIn(1, 100),
      sort_order: sortOrder.default('DESC'),
      sort_field: z.enum(['create_time', 'update_time']).default('create_time'),
      page_token: z.string().optional(),
    }),
    body: z.looseObject({
      order_status: z.enum(STATUSES).optional(),
      create_time_ge: unixSeconds.optional(),
      create_time_lt: unixSeconds.optional(),
      update_time_ge: unixSeconds.optional(),
      update_time_lt: unixSeconds.optional(),
      shipping_type: z.enum(['TIKTOK', 'SELLER']).optional(),
      buyer_user_id: z.string().optional(),
      is_buyer_request_cancel: z.boolean().optional(),
      warehouse_ids: z.array(z.string()).max(100).optional(),
    }),
    answer: (asked) => {
      const { market, query, body, call } = asked
      const warehouseId = market.book.warehouses[0]!.id
      const rows = Object.values(market.book.orders).filter(
        (order) =>
          (body.order_status === undefined || order.status === body.order_status) &&
          order.createdAt >= (body.create_time_ge ?? 0) &&
          order.createdAt < (body.create_time_lt ?? Number.POSITIVE_INFINITY) &&
          order.updatedAt >= (body.update_time_ge ?? 0) &&
          order.updatedAt < (body.update_time_lt ?? Number.POSITIVE_INFINITY) &&
          (body.shipping_type === undefined || order.shippingType === body.shipping_type) &&
          (body.buyer_user_id === undefined || order.buyerId === body.buyer_user_id) &&
          (body.is_buyer_request_cancel === undefined ||
            (order.requestCancelAt !== null) === body.is_buyer_request_cancel) &&
          (body.warehouse_ids === undefined || body.warehouse_ids.includes(warehouseId)),
      )
      const byUpdate = query.sort_field === 'update_time'
      const asksForChanges = byUpdate || body.update_time_ge !== undefined
      const page = listed(asked, {
        rows,
        idOf: (order) => order.id,
        by: (order) => (byUpdate ? order.updatedAt : order.createdAt),
        descending: query.sort_order === 'DESC',
        size: query.page_size,
        token: query.page_token,
        changedAt: asksForChanges ? (order) => order.updatedAt : undefined,
      })
      return {
        next_page_token: page.next_page_token,
        total_count: page.total_count,
        orders: page.rows.map((order) => orderView(market, order, call.path, 'list')),
      }
    },
  }),
  endpoint('GET', '/order/202309/orders', 'seller.order.info', details('list')),
  endpoint('GET', '/order/202507/orders', 'seller.order.info', details('detail')),
  endpoint('GET', '/order/202407/orders/{order_id}/price_detail', 'seller.order.info', {
    answer: ({ market, params }) => {
      const order = orderOf(market, params.order_id!)
      const sum = (of: (line: Order['lines'][number]) => number) =>
        order.lines.reduce((total, line) => total + of(line), 0)
      const goods = sum((line) => line.originalPrice)
      const ofSeller = sum((line) => line.sellerDiscount)
      const ofPlatform = sum((line) => line.platformDiscount)
      const subtotal = goods - ofSeller - ofPlatform
      const total = rupiah(subtotal + shippingPaid(order) + order.buyerServiceFee)
      return {
        currency: 'IDR',
        total,
        payment: total,
        subtotal: rupiah(subtotal),
        sku_list_price: rupiah(goods),
        sku_sale_price: rupiah(subtotal),
        subtotal_deduction_seller: rupiah(ofSeller),
        subtotal_deduction_platform: rupiah(ofPlatform),
        shipping_list_price: rupiah(order.originalShippingFee),
        shipping_sale_price: rupiah(shippingPaid(order)),
        shipping_fee_deduction_seller: rupiah(order.shippingSellerDiscount),
        shipping_fee_deduction_platform: rupiah(order.shippingPlatformDiscount),
        tax_amount: '0',
        line_items: order.lines.map((line) => ({
          id: line.id,
          currency: 'IDR',
          sku_list_price: rupiah(line.originalPrice),
          sku_sale_price: rupiah(line.originalPrice - line.sellerDiscount - line.platformDiscount),
          subtotal_deduction_seller: rupiah(line.sellerDiscount),
          subtotal_deduction_platform: rupiah(line.platformDiscount),
        })),
      }
    },
  }),
]
