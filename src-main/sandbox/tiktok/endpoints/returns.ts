import { z } from 'zod'
import { reasonText, rejecting, SELLER_CANCELS } from '../after-sale-reasons.ts'
import { AWAITED, agree, offerPart, refuseReturn } from '../after-sales.ts'
import type { Cancellation, Market, Order, Return } from '../book.ts'
import { amount, id, sortOrder, unixSeconds, wholeIn } from '../checking.ts'
import { endpoint, listed } from '../endpoint.ts'
import { SaidNo } from '../said-no.ts'
import { answerCancellation, cancelOrder, isCancellable, openCancellation, recordCancellation } from '../selling.ts'
import { rupiah, said } from '../wire.ts'
import { orderOf } from './orders.ts'

const REJECT_REASONS = [
  {
    name: 'order_manage_list_action_respond_popup_reject_reason_invalid_cancellation_reason',
    text: 'Alasan pembatalan tidak sah',
  },
  { name: 'order_manage_list_action_respond_popup_reject_reason_delivered', text: 'Pengiriman sesuai jadwal' },
  { name: 'order_manage_list_action_respond_popup_reject_reason_buyer_agree', text: 'Sudah sepakat dengan pembeli' },
  { name: 'seller_reject_apply_product_has_been_packed', text: 'Produk sudah dikemas' },
]
export const Keyed = z.looseObject({ idempotency_key: z.string().max(255).optional() })

/** The same key answers the same again and does nothing. */
export function once(market: Market, key: string | undefined, path: string, act: () => unknown): unknown {
  const name = `${path} ${key}`
  if (key !== undefined && name in market.book.answered) {
    const before = market.book.answered[name]
    return before === true ? {} : before
  }
  const answer = act() ?? {}
  if (key !== undefined) market.book.answered[name] = answer
  return answer
}

const requestOf = (market: Market, cancelId: string): Cancellation => {
  const request = market.book.cancellations[cancelId]
  if (!request) throw new SaidNo(25007006)
  if (request.type !== 'BUYER_CANCEL') throw new SaidNo(25020004)
  if (request.status === 'CANCELLATION_REQUEST_CANCEL') throw new SaidNo(25020009)
  if (request.status !== 'CANCELLATION_REQUEST_PENDING') throw new SaidNo(25011012)
  return request
}

const returnOf = (market: Market, returnId: string): Return => {
  const it = market.book.returns[returnId]
  if (!it) throw new SaidNo(25007006)
  return it
}

const money = (total: number) => ({
  currency: 'IDR',
  refund_total: rupiah(total),
  refund_subtotal: rupiah(total),
  refund_shipping_fee: '0',
  refund_tax: '0',
  buyer_service_fee: '0',
})

const priceOf = (line: Order['lines'][number]) => line.originalPrice - line.sellerDiscount - line.platformDiscount

function cancellationView(market: Market, it: Cancellation, path: string) {
  const order = market.book.orders[it.orderId]!
  const bought = [...order.lines, ...(order.calledOff ?? [])]
  const lines = bought.filter((line) => it.lineIds?.includes(line.id) ?? order.lines.includes(line))
  const refund = order.paidAt === null ? 0 : lines.reduce((sum, line) => sum + priceOf(line), 0)
  return said({
    cancel_id: it.id,
    order_id: it.orderId,
    cancel_type: it.type,
    cancel_status: market.ground.faults.status(path, it.status),
    cancel_reason: it.reason,
    cancel_reason_text: it.reason,
    role: it.role,
    create_time: it.createdAt,
    update_time: it.updatedAt,
    refund_amount: money(refund),
    cancel_line_items: lines.map((line, index) => ({
      cancel_line_item_id: String(BigInt(it.id) + BigInt(index + 1)),
      order_line_item_id: line.id,
      sku_id: line.skuId,
      sku_name: line.skuName,
      seller_sku: line.sellerSku,
      product_name: line.productName,
      refund_amount: money(order.paidAt === null ? 0 : priceOf(line)),
    })),
    seller_next_action_response: it.deadline ? [{ action: 'SELLER_RESPOND_CANCEL', deadline: it.deadline }] : [],
  })
}

function returnView(market: Market, it: Return, path: string) {
  const order = market.book.orders[it.orderId]!
  const lines = order.lines.filter((line) => it.lineIds.includes(line.id))
  const awaited = it.deadline ? AWAITED[it.status] : undefined
  return said({
    return_id: it.id,
    order_id: it.orderId,
    return_type: it.type,
    return_status: market.ground.faults.status(path, it.status),
    return_reason: it.reason,
    return_reason_text: reasonText(it.reason),
    role: it.role ?? 'BUYER',
    create_time: it.createdAt,
    update_time: it.updatedAt,
    arbitration_status: it.arbitration,
    can_buyer_keep_item: it.keepsItem,
    is_combined_return: false,
    shipment_type: it.type === 'REFUND' ? null : 'PLATFORM',
    handover_method: it.type === 'REFUND' ? null : 'DROP_OFF',
    return_method: it.type === 'REFUND' ? null : 'PLATFORM_SHIPPED',
    return_tracking_number: it.trackingNumber,
    return_provider_name: it.trackingNumber ? 'J&T Express' : '',
    seller_proposed_return_type: it.partialOffer === null ? null : 'PARTIAL_REFUND',
    partial_refund: it.partialOffer === null ? null : { amount: rupiah(it.partialOffer), currency: 'IDR' },
    refund_amount: money(it.refund),
    return_line_items: lines.map((line, index) => ({
      return_line_item_id: String(BigInt(it.id) + BigInt(index + 1)),
      order_line_item_id: line.id,
      product_name: line.productName,
      sku_id: line.skuId,
      sku_name: line.skuName,
      seller_sku: line.sellerSku,
      refund_amount: money(priceOf(line)),
    })),
    return_warehouse_address: {
      full_address: 'Jl. Kartini No. 7, Tahunan, Kabupaten Jepara, Jawa Tengah, 59427, Indonesia',
    },
    seller_next_action_response:
      awaited && it.deadline ? [{ action: awaited.action[it.type], deadline: it.deadline }] : [],
    shipping_fee_amount: [],
    discount_amount: [],
  })
}

const searchQuery = (low: number) =>
  z.looseObject({
    page_size: wholeIn(low, 50).default(10),
    sort_field: z.enum(['create_time', 'update_time']).default('create_time'),
    sort_order: sortOrder.default('DESC'),
    page_token: z.string().optional(),
  })
const times = {
  create_time_ge: unixSeconds.optional(),
  create_time_lt: unixSeconds.optional(),
  update_time_ge: unixSeconds.optional(),
  update_time_lt: unixSeconds.optional(),
}
const ids = z.array(z.string()).max(50).optional()

const isWithin = (
  row: { createdAt: number; updatedAt: number },
  asked: {
    create_time_ge?: number | undefined
    create_time_lt?: number | undefined
    update_time_ge?: number | undefined
    update_time_lt?: number | undefined
  },
) =>
  row.createdAt >= (asked.create_time_ge ?? 0) &&
  row.createdAt < (asked.create_time_lt ?? Number.POSITIVE_INFINITY) &&
  row.updatedAt >= (asked.update_time_ge ?? 0) &&
  row.updatedAt < (asked.update_time_lt ?? Number.POSITIVE_INFINITY)

const isIn = (value: string | null, among: readonly string[] | undefined) =>
  among === undefined || among.length === 0 || (value !== null && among.includes(value))

export const returnEndpoints = [
  endpoint('POST', '/return_refund/202309/cancellations', 'seller.return_refund.basic', {
    body: z.looseObject({
      order_id: id,
      cancel_reason: z.string().min(1),
      skus: z.array(z.looseObject({ sku_id: id, quantity: z.number().int().min(1) })).optional(),
      order_line_item_ids: z.array(id).optional(),
    }),
    answer: ({ market, body }) => {
      const order = orderOf(market, body.order_id)
      if (order.status === 'CANCELLED' || openCancellation(market, order)) throw new SaidNo(25001011)
      if (order.status === 'COMPLETED') throw new SaidNo(25001051)
      if (!isCancellable(order) || order.status === 'AWAITING_COLLECTION') throw new SaidNo(25001045)
      if (!Object.values(SELLER_CANCELS).flat().includes(body.cancel_reason)) throw new SaidNo(25001014)
      if (!SELLER_CANCELS[order.status]?.includes(body.cancel_reason)) throw new SaidNo(25001021)
      // a part of an order cannot be cancelled in Indonesia
      const wanted = body.skus?.reduce((sum, each) => sum + each.quantity, 0) ?? body.order_line_item_ids?.length
      if (wanted !== undefined && wanted !== order.lines.length) throw new SaidNo(25005010)
      const it = recordCancellation(market, order, {
        type: 'CANCEL',
        role: 'SELLER',
        status: 'CANCELLATION_REQUEST_COMPLETE',
        reason: body.cancel_reason,
        deadline: null,
      })
      cancelOrder(market, order, 'SELLER', body.cancel_reason)
      return { cancel_id: it.id, cancel_status: it.status }
    },
  }),
  endpoint('POST', '/return_refund/202309/cancellations/search', 'seller.return_refund.basic', {
    query: searchQuery(1),
    body: z.looseObject({
      ...times,
      cancel_ids: ids,
      order_ids: ids,
      buyer_user_ids: ids,
      cancel_status: ids,
      cancel_types: ids,
      locale: z.string().optional(),
    }),
    answer: (asked) => {
      const { market, query, body, call } = asked
      const rows = Object.values(market.book.cancellations).filter(
        (it) =>
          isWithin(it, body) &&
          isIn(it.id, body.cancel_ids) &&
          isIn(it.orderId, body.order_ids) &&
          isIn(market.book.orders[it.orderId]!.buyerId, body.buyer_user_ids) &&
          isIn(it.status, body.cancel_status) &&
          isIn(it.type, body.cancel_types),
      )
      const byUpdate = query.sort_field === 'update_time'
      const page = listed(asked, {
        rows,
        idOf: (it) => it.id,
        by: (it) => (byUpdate ? it.updatedAt : it.createdAt),
        descending: query.sort_order === 'DESC',
        size: query.page_size,
        token: query.page_token,
        changedAt: byUpdate ? (it) => it.updatedAt : undefined,
      })
      return {
        next_page_token: page.next_page_token,
        total_count: page.total_count,
        cancellations: page.rows.map((it) => cancellationView(market, it, call.path)),
      }
    },
  }),
  endpoint('POST', '/return_refund/202309/cancellations/{cancel_id}/approve', 'seller.return_refund.basic', {
    query: Keyed,
    answer: ({ market, params, query, call }) =>
      once(market, query.idempotency_key, call.path, () => {
        const request = requestOf(market, params.cancel_id!)
        if (!isCancellable(market.book.orders[request.orderId]!)) throw new SaidNo(25001045)
        answerCancellation(market, request, true)
      }),
  }),
  endpoint('POST', '/return_refund/202309/cancellations/{cancel_id}/reject', 'seller.return_refund.basic', {
    query: Keyed,
    body: z.looseObject({
      reject_reason: z.string().min(1),
      comment: z.string().max(1000).optional(),
      images: z.array(z.unknown()).max(9).optional(),
    }),
    answer: ({ market, params, query, body, call }) =>
      once(market, query.idempotency_key, call.path, () => {
        const request = requestOf(market, params.cancel_id!)
        if (!REJECT_REASONS.some(({ name }) => name === body.reject_reason)) throw new SaidNo(25001014)
        answerCancellation(market, request, false)
      }),
  }),
  endpoint('GET', '/return_refund/202309/reject_reasons', 'seller.return_refund.basic', {
    query: z.looseObject({ return_or_cancel_id: id, locale: z.string().optional() }),
    answer: ({ market, query }) => {
      if (market.book.cancellations[query.return_or_cancel_id]) return { reasons: REJECT_REASONS }
      return { reasons: rejecting(returnOf(market, query.return_or_cancel_id)) }
    },
  }),
  endpoint('POST', '/return_refund/202309/returns/search', 'seller.return_refund.basic', {
    query: searchQuery(10),
    body: z.looseObject({
      ...times,
      return_ids: ids,
      order_ids: ids,
      buyer_user_ids: ids,
      return_status: ids,
      return_types: ids,
      arbitration_status: ids,
      seller_proposed_return_type: ids,
      locale: z.string().optional(),
    }),
    answer: (asked) => {
      const { market, query, body, call } = asked
      const rows = Object.values(market.book.returns).filter(
        (it) =>
          isWithin(it, body) &&
          isIn(it.id, body.return_ids) &&
          isIn(it.orderId, body.order_ids) &&
          isIn(market.book.orders[it.orderId]!.buyerId, body.buyer_user_ids) &&
          isIn(it.status, body.return_status) &&
          isIn(it.type, body.return_types) &&
          isIn(it.arbitration, body.arbitration_status) &&
          isIn(it.partialOffer === null ? null : 'PARTIAL_REFUND', body.seller_proposed_return_type),
      )
      const byUpdate = query.sort_field === 'update_time'
      const page = listed(asked, {
        rows,
        idOf: (it) => it.id,
        by: (it) => (byUpdate ? it.updatedAt : it.createdAt),
        descending: query.sort_order === 'DESC',
        size: query.page_size,
        token: query.page_token,
        changedAt: byUpdate ? (it) => it.updatedAt : undefined,
      })
      return {
        next_page_token: page.next_page_token,
        total_count: page.total_count,
        return_orders: page.rows.map((it) => returnView(market, it, call.path)),
      }
    },
  }),
  endpoint('POST', '/return_refund/202309/returns/{return_id}/approve', 'seller.return_refund.basic', {
    query: Keyed,
    body: z.looseObject({
      decision: z.enum([
        'APPROVE_REFUND',
        'APPROVE_RETURN',
        'APPROVE_RECEIVED_PACKAGE',
        'APPROVE_REPLACEMENT',
        'ISSUE_REPLACEMENT_REFUND',
        'OFFER_PARTIAL_REFUND',
      ]),
      buyer_keep_item: z.boolean().optional(),
      partial_refund: z.looseObject({ amount, currency: z.literal('IDR') }).optional(),
    }),
    answer: ({ market, params, query, body, call }) =>
      once(market, query.idempotency_key, call.path, () => {
        const it = returnOf(market, params.return_id!)
        if (it.status === 'RETURN_OR_REFUND_REQUEST_CANCEL') throw new SaidNo(25020009)
        const awaited = AWAITED[it.status]
        if (body.decision === 'OFFER_PARTIAL_REFUND') {
          if (it.status !== 'RETURN_OR_REFUND_REQUEST_PENDING') throw new SaidNo(25020003)
          const part = Number(body.partial_refund?.amount ?? 0)
          if (part <= 0 || part >= it.refund) throw new SaidNo(25001001)
          return offerPart(market, it, part)
        }
        if (!awaited) throw new SaidNo(25011012)
        if (body.decision !== awaited.yes[it.type])
          throw new SaidNo(it.status === 'BUYER_SHIPPED_ITEM' ? 25011013 : 25020004)
        agree(market, it, { keepsItem: body.buyer_keep_item ?? false })
      }),
  }),
  endpoint('POST', '/return_refund/202309/returns/{return_id}/reject', 'seller.return_refund.basic', {
    query: Keyed,
    body: z.looseObject({
      decision: z.enum(['REJECT_REFUND', 'REJECT_RETURN', 'REJECT_RECEIVE_PACKAGE', 'REJECT_REPLACEMENT']),
      reject_reason: z.string().min(1),
      comment: z.string().max(1000).optional(),
      images: z.array(z.unknown()).max(9).optional(),
    }),
    answer: ({ market, params, query, body, call }) =>
      once(market, query.idempotency_key, call.path, () => {
        const it = returnOf(market, params.return_id!)
        if (it.status === 'RETURN_OR_REFUND_REQUEST_CANCEL') throw new SaidNo(25020009)
        const awaited = AWAITED[it.status]
        if (!awaited) throw new SaidNo(25020003)
        if (body.decision !== awaited.no[it.type]) throw new SaidNo(25020004)
        if (!rejecting(it).some(({ name }) => name === body.reject_reason)) throw new SaidNo(25001014)
        refuseReturn(market, it, body.comment ?? '')
      }),
  }),
  endpoint('GET', '/return_refund/202309/returns/{return_id}/records', 'seller.return_refund.basic', {
    answer: ({ market, params }) => ({
      records: returnOf(market, params.return_id!).records.map(({ at, role, description, note }) => ({
        event: 'ORDER_RETURN',
        role,
        description,
        note,
        reason_text: '',
        create_time: at,
        images: [],
        videos: [],
      })),
    }),
  }),
]
