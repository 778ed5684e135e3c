import { z } from 'zod'
import { isOfBuyers, isReason, SELLER, SELLER_CANCELS } from '../after-sale-reasons.ts'
import { openedReturn, openReturn, refundable } from '../after-sales.ts'
import type { Line, Market, Order } from '../book.ts'
import { amount, id, listOf } from '../checking.ts'
import { endpoint } from '../endpoint.ts'
import { SaidNo } from '../said-no.ts'
import { isCancellable, openCancellation } from '../selling.ts'
import { rupiah } from '../wire.ts'
import { Keyed, once } from './returns.ts'

const orderOf = (market: Market, orderId: string): Order => {
  const order = market.book.orders[orderId]
  if (!order) throw new SaidNo(25007006)
  return order
}

const TYPES = ['CANCEL', 'REFUND', 'RETURN_AND_REFUND'] as const

/** Which pieces are meant: by lines, by SKUs and quantities, or all there are. */
const Pieces = {
  order_line_item_ids: z.array(id).min(1).optional(),
  skus: z
    .array(z.looseObject({ sku_id: id, quantity: z.number().int().min(1) }))
    .min(1)
    .optional(),
}
const Sent = {
  shipment_type: z.enum(['PLATFORM', 'BUYER_ARRANGE']).optional(),
  handover_method: z.enum(['DROP_OFF', 'PICKUP']).optional(),
}

function piecesOf(
  order: Order,
  asked: {
    order_line_item_ids?: string[] | undefined
    skus?: { sku_id: string; quantity: number }[] | undefined
  },
): Line[] {
  const among = asked.order_line_item_ids
    ? order.lines.filter(({ id: lineId }) => asked.order_line_item_ids!.includes(lineId))
    : order.lines
  if (among.length < (asked.order_line_item_ids?.length ?? 0)) throw new SaidNo(25001001)
  if (!asked.skus) return among
  return asked.skus.flatMap(({ sku_id, quantity }) => {
    const same = among.filter(({ skuId }) => skuId === sku_id)
    if (same.length === 0) throw new SaidNo(25001001)
    if (same.length < quantity) throw new SaidNo(25005011)
    return same.slice(0, quantity)
  })
}

/** What each side may still ask for of an order; the newer version says with which reasons. */
const eligibility = (version: '202309' | '202512') =>
  endpoint('GET', `/return_refund/${version}/orders/{order_id}/aftersale_eligibility`, 'seller.return_refund.basic', {
    query: z.looseObject({
      initiate_aftersale_user: z.enum(['SELLER', 'BUYER']).default('SELLER'),
      request_types: listOf(3)
        .pipe(z.array(z.enum(TYPES)))
        .optional(),
    }),
    answer: ({ market, params, query }) => {
      const order = orderOf(market, params.order_id!)
      const isSeller = query.initiate_aftersale_user === 'SELLER'
      const isDelivered = order.status === 'DELIVERED' && !openReturn(market, order)
      // a seller cannot call back what he has arranged; his buyer may still ask him to
      const mayCancel =
        isCancellable(order) &&
        !openCancellation(market, order) &&
        !(isSeller && order.status === 'AWAITING_COLLECTION')
      const reasons = {
        CANCEL: isSeller ? (SELLER_CANCELS[order.status] ?? []) : [],
        REFUND: isSeller ? Object.keys(SELLER.REFUND) : [],
        RETURN_AND_REFUND: isSeller ? Object.keys(SELLER.RETURN_AND_REFUND) : [],
      }
      const asked = version === '202512' ? (query.request_types ?? TYPES) : TYPES
      return {
        sku_eligibility: [...new Set(order.lines.map((line) => line.skuId))].map((skuId) => ({
          sku_id: skuId,
          line_item_eligibility: asked.map((type) => {
            const eligible = type === 'CANCEL' ? mayCancel : isDelivered
            return {
              request_type: type,
              eligible,
              order_line_items_ids: order.lines.filter((line) => line.skuId === skuId).map((line) => line.id),
              ...(version === '202512' ? { available_reason_names: eligible ? reasons[type] : [] } : {}),
              ...(eligible ? {} : { ineligible_code: 25001021, ineligible_reason: 'Order status does not allow it' }),
            }
          }),
        })),
      }
    },
  })

/** What a seller asks for on behalf of his buyer, and what it would give back. */
export const sellerReturnEndpoints = [
  eligibility('202309'),
  eligibility('202512'),
  endpoint('POST', '/return_refund/202309/refunds/calculate', 'seller.return_refund.basic', {
    body: z.looseObject({
      order_id: id,
      request_type: z.enum(TYPES),
      reason_name: z.string().min(1),
      ...Pieces,
      ...Sent,
    }),
    answer: ({ market, body }) => {
      const order = orderOf(market, body.order_id)
      const isCancel = body.request_type === 'CANCEL'
      // an order is cancelled whole
      const lines = isCancel ? order.lines : piecesOf(order, body)
      const total = order.paidAt === null ? 0 : refundable(lines)
      return {
        order_refund_amount: {
          currency: 'IDR',
          refund_total: rupiah(total),
          refund_subtotal: rupiah(total),
          refund_shipping_fee: '0',
          refund_tax: '0',
          retail_delivery_fee: '0',
        },
      }
    },
  }),
  endpoint('POST', '/return_refund/202309/returns', 'seller.return_refund.basic', {
    query: Keyed,
    body: z.looseObject({
      order_id: id,
      return_type: z.enum(['REFUND', 'RETURN_AND_REFUND']),
      return_reason: z.string().min(1),
      refund_total: amount.optional(),
      currency: z.literal('IDR').optional(),
      ...Pieces,
      ...Sent,
    }),
    answer: ({ market, query, body, call }) =>
      once(market, query.idempotency_key, call.path, () => {
        const order = orderOf(market, body.order_id)
        if (openReturn(market, order) || openCancellation(market, order)) throw new SaidNo(25001011)
        if (order.status === 'CANCELLED' || order.status === 'COMPLETED') throw new SaidNo(25001051)
        if (!isReason(body.return_reason)) throw new SaidNo(25001014)
        if (isOfBuyers(body.return_reason)) throw new SaidNo(25001015)
        if (!(body.return_reason in SELLER[body.return_type]) || order.status !== 'DELIVERED')
          throw new SaidNo(25001021)
        const lines = piecesOf(order, body)
        const most = refundable(lines)
        const refund = body.refund_total === undefined ? most : Number(body.refund_total)
        if (refund > most) throw new SaidNo(25005005)
        if (refund === 0) throw new SaidNo(25001001)
        const it = openedReturn(market, order, {
          role: 'SELLER',
          type: body.return_type,
          reason: body.return_reason,
          lineIds: lines.map((line) => line.id),
          refund,
        })
        return { return_id: it.id, return_status: it.status }
      }),
  }),
]
