import { z } from 'zod'
import { imageUrl } from './item-answers.ts'
import { masked } from './order-answers.ts'
import { due } from './order-life.ts'
import { Int, queryInt, queryOneOf, queryText, read } from './parameters.ts'
import { agree, disputed, refund, returnBecomes } from './return-life.ts'
import { type Return, type Shopee, secondsNow } from './state.ts'
import { type Payload, Refused } from './wire.ts'

/* Source: v2.returns pages (2026-08). */

const WINDOW = 15 * 86_400
const STATUSES = ['REQUESTED', 'ACCEPTED', 'PROCESSING', 'JUDGING', 'SELLER_DISPUTE', 'CANCELLED', 'CLOSED'] as const

const LIST = z.object({
  page_no: queryInt(0),
  page_size: queryInt(1, 100),
  create_time_from: queryInt().optional(),
  create_time_to: queryInt().optional(),
  update_time_from: queryInt().optional(),
  update_time_to: queryInt().optional(),
  status: queryOneOf(STATUSES).optional(),
  negotiation_status: queryOneOf(['PENDING_RESPOND', 'PENDING_BUYER_RESPOND', 'TERMINATED']).optional(),
  seller_proof_status: queryOneOf(['PENDING', 'NOT_NEEDED', 'UPLOADED', 'OVERDUE']).optional(),
  seller_compensation_status: queryText().optional(),
})

export function returnList(shopee: Shopee, query: unknown): Payload {
  const asked = read(LIST, query, 'returns.')
  const within = (from: number | undefined, to: number | undefined, time: (each: Return) => number) => {
    if (from === undefined && to === undefined) return () => true
    if (from === undefined || to === undefined || from > to || to - from > WINDOW)
      throw new Refused('returns.error_param', 'Start time must be earlier than end time and diff in 15days.')
    return (each: Return) => time(each) >= from && time(each) <= to
  }
  const created = within(asked.create_time_from, asked.create_time_to, ({ createTime }) => createTime)
  const updated = within(asked.update_time_from, asked.update_time_to, ({ updateTime }) => updateTime)
  const found = [...shopee.state.returns.values()]
    .filter(
      (each) =>
        created(each) &&
        updated(each) &&
        (!asked.status || each.status === asked.status) &&
        (!asked.negotiation_status || negotiationOf(each) === asked.negotiation_status) &&
        (!asked.seller_proof_status || proofOf(each) === asked.seller_proof_status) &&
        (!asked.seller_compensation_status || asked.seller_compensation_status === NOT_COMPENSATED),
    )
    .toReversed()
  const start = asked.page_no * asked.page_size
  const page = shopee.ground.faults.rows('returns/get_return_list', found.slice(start, start + asked.page_size))
  return {
    response: { more: found.length > start + asked.page_size, return: page.map((each) => listed(shopee, each)) },
  }
}

/** In the list three states stand flat that the detail holds in objects of their own. */
function listed(shopee: Shopee, returned: Return) {
  const { seller_proof, seller_compensation, negotiation, activity, ...row } = answer(shopee, returned)
  return {
    ...row,
    negotiation_status: negotiation.negotiation_status,
    seller_proof_status: seller_proof.seller_proof_status,
    seller_compensation_status: seller_compensation.seller_compensation_status,
  }
}

const NOT_COMPENSATED = 'COMPENSATION_NOT_APPLICABLE'
const proofOf = ({ proof }: Return) => (proof ? 'UPLOADED' : 'NOT_NEEDED')
const isOpen = ({ status }: Return) => status === 'REQUESTED' || status === 'PROCESSING'
const negotiationOf = (returned: Return) =>
  returned.offer ? 'PENDING_BUYER_RESPOND' : isOpen(returned) ? 'PENDING_RESPOND' : 'TERMINATED'

const ONE = z.object({ return_sn: queryText().pipe(z.string().min(1)) })

export function returnDetail(shopee: Shopee, query: unknown): Payload {
  return { response: answer(shopee, returnOf(shopee, read(ONE, query, 'returns.').return_sn)) }
}

export function returnOf({ state }: Shopee, sn: string): Return {
  const found = state.returns.get(sn)
  if (!found) throw new Refused('returns.error_not_found', `The return ${sn} is not found.`)
  return found
}

function answer(shopee: Shopee, returned: Return) {
  const order = shopee.state.orders.get(returned.orderSn)!
  return {
    image: [],
    reason: returned.reason,
    text_reason: returned.text,
    return_sn: returned.sn,
    refund_amount: returned.refundAmount,
    currency: 'IDR',
    create_time: returned.createTime,
    update_time: returned.updateTime,
    status: shopee.ground.faults.status('returns', returned.status),
    due_date: returned.dueDate,
    tracking_number: returned.trackingNumber,
    dispute_reason: returned.dispute ? [String(returned.dispute.reasonId)] : [],
    dispute_text_reason: returned.dispute ? [returned.dispute.text] : [],
    needs_logistics: !returned.isRefundOnly,
    amount_before_discount: returned.refundAmount,
    order_sn: returned.orderSn,
    return_ship_due_date: returned.createTime + 5 * 86_400,
    return_seller_due_date: returned.dueDate,
    logistics_status: order.packages[0]?.status ?? '',
    reverse_logistics_status: returned.hasArrived
      ? 'LOGISTICS_DELIVERY_DONE'
      : returned.trackingNumber
        ? 'LOGISTICS_PICKUP_DONE'
        : 'LOGISTICS_NOT_START',
    return_refund_type: returned.isRefundOnly ? 'RRBOC' : 'RRAOC',
    return_solution: returned.isRefundOnly ? 1 : 0,
    is_seller_arrange: false,
    is_shipping_proof_mandatory: false,
    has_uploaded_shipping_proof: false,
    is_reverse_logistics_channel_integrated: true,
    reverse_logistics_channel_name: returned.isRefundOnly ? '' : 'SPX Standard',
    return_refund_request_type: 0,
    validation_type: 'seller_validation',
    is_arrived_at_warehouse: 0,
    user: { username: masked(order.buyer.username), email: '', portrait: '' },
    item: returned.lines.map(({ orderItemId, quantity }) => {
      const line = order.lines.find((each) => each.orderItemId === orderItemId)!
      return {
        item_id: line.itemId,
        model_id: line.modelId,
        name: line.name,
        images: [imageUrl(shopee, line.imageId)],
        amount: quantity,
        item_price: line.price,
        is_add_on_deal: false,
        is_main_item: false,
        add_on_deal_id: 0,
        item_sku: line.itemSku,
        variation_sku: line.modelSku,
        refund_amount: returned.refundAmount,
      }
    }),
    activity: [],
    seller_proof: { seller_proof_status: proofOf(returned), seller_evidence_deadline: 0 },
    seller_compensation: {
      seller_compensation_status: NOT_COMPENSATED,
      seller_compensation_due_date: 0,
      compensation_amount: 0,
    },
    negotiation: {
      negotiation_status: negotiationOf(returned),
      latest_solution: returned.offer?.solution ?? (returned.isRefundOnly ? 'REFUND' : 'RETURN_REFUND'),
      latest_offer_amount: returned.offer?.amount ?? returned.refundAmount,
      latest_offer_creator: returned.offer?.from ?? 'buyer',
      counter_limit: returned.offer ? 0 : 1,
      offer_due_date: returned.offer?.dueDate ?? returned.dueDate,
    },
    return_pickup_address: null,
    return_address: { whs_id: '' },
  }
}

const SN = z.object({ return_sn: z.string() })
const notNow = (message: string) => new Refused('returns.error_status', message)

export function confirmReturn(shopee: Shopee, body: unknown): Payload {
  const returned = returnOf(shopee, read(SN, body, 'returns.').return_sn)
  const mayAgree = returned.status === 'REQUESTED' || (returned.status === 'PROCESSING' && returned.hasArrived)
  if (!mayAgree) throw notNow('The return can not be confirmed in current status.')
  agree(shopee, returned)
  return { response: { return_sn: returned.sn } }
}

const OFFER = SN.extend({
  proposed_solution: z.enum(['RETURN_REFUND', 'REFUND']),
  proposed_adjusted_refund_amount: z.number().optional(),
})

export function offerSolution(shopee: Shopee, body: unknown): Payload {
  const asked = read(OFFER, body, 'returns.')
  const returned = returnOf(shopee, asked.return_sn)
  if (returned.status !== 'REQUESTED' || returned.offer)
    throw notNow('The return can not be negotiated in current status.')
  const amount = asked.proposed_adjusted_refund_amount ?? returned.refundAmount
  if (amount <= 0 || amount > returned.refundAmount)
    throw new Refused('returns.error_param', 'proposed_adjusted_refund_amount is out of range.')
  returned.offer = { solution: asked.proposed_solution, amount, from: 'seller', dueDate: secondsNow(shopee) + 86_400 }
  returnBecomes(shopee, returned, 'REQUESTED')
  due(shopee, 12 * 3600, 'offerTaken', returned.sn)
  return { response: { return_sn: returned.sn } }
}

/** Takes what the buyer offered last: his own first wish, where nobody offered anything else. */
export function acceptOffer(shopee: Shopee, body: unknown): Payload {
  const returned = returnOf(shopee, read(SN, body, 'returns.').return_sn)
  if (returned.status !== 'REQUESTED' || returned.offer?.from === 'seller') throw notNow('There is no offer to accept.')
  refund(shopee, returned)
  return { response: { return_sn: returned.sn } }
}

const DISPUTE = SN.extend({
  email: z.string().min(3),
  dispute_reason_id: Int,
  dispute_text_reason: z.string().optional(),
  image_list: z
    .array(z.object({ module_index: Int, requirement: z.string(), image_url: z.array(z.string()).min(1).max(3) }))
    .optional(),
})

export function disputeReturn(shopee: Shopee, body: unknown): Payload {
  const asked = read(DISPUTE, body, 'returns.')
  const returned = returnOf(shopee, asked.return_sn)
  if (returned.status !== 'REQUESTED' && returned.status !== 'PROCESSING')
    throw notNow('The return can not be disputed in current status.')
  const reason = DISPUTE_REASONS.find(({ id }) => id === asked.dispute_reason_id)
  if (!reason) throw new Refused('returns.error_param', 'dispute_reason_id is invalid.')
  if (reason.needsPictures && !asked.image_list?.some(({ module_index }) => module_index === 0))
    throw new Refused('returns.error_param', 'image_list of a required evidence module is missing.')
  returned.dispute = {
    reasonId: asked.dispute_reason_id,
    text: asked.dispute_text_reason ?? '',
    email: asked.email,
    images: asked.image_list?.flatMap(({ image_url }) => image_url) ?? [],
  }
  disputed(shopee, returned)
  return { response: { return_sn: returned.sn } }
}

const DISPUTE_REASONS = [
  { id: 1, says: 'Barang yang dikembalikan tidak sesuai', needsPictures: true },
  { id: 2, says: 'Barang yang dikembalikan rusak', needsPictures: true },
  { id: 3, says: 'Barang tidak dikembalikan', needsPictures: false },
  { id: 4, says: 'Bukti pembeli tidak benar', needsPictures: false },
]

export function disputeReasons(shopee: Shopee, query: unknown): Payload {
  returnOf(shopee, read(ONE, query, 'returns.').return_sn)
  return {
    response: {
      dispute_reason_list: DISPUTE_REASONS.map(({ id, says, needsPictures }) => ({
        dispute_reason_id: id,
        dispute_reason: says,
        dispute_requirement: needsPictures ? 'Foto barang yang diterima kembali' : '',
        sample_evidence: [],
        evidence_module_list: [{ module_index: 0, requirement: 'Foto bukti', is_required: needsPictures }],
      })),
    },
  }
}
