import { z } from 'zod'
import { type Call, filesOf } from '../frame/call.ts'
import { imageUrl } from './item-answers.ts'
import { addImage } from './opened.ts'
import { queryText, read } from './parameters.ts'
import { returnOf } from './return-calls.ts'
import type { Shopee } from './state.ts'
import { type Payload, Refused } from './wire.ts'

/* What surrounds a return: what the seller may offer, show and follow. Source: v2.returns pages (2026-08). */

const ONE = z.object({ return_sn: queryText().pipe(z.string().min(1)) })
const of = (shopee: Shopee, query: unknown) => returnOf(shopee, read(ONE, query, 'returns.').return_sn)

export function availableSolutions(shopee: Shopee, query: unknown): Payload {
  const { sn, status, offer, refundAmount, isRefundOnly } = of(shopee, query)
  const isOpen = status === 'REQUESTED' && !offer
  const offered = (eligibility: boolean) => ({
    eligibility,
    refund_amount_adjustable: eligibility,
    max_refund_amount: refundAmount,
    min_refund_amount: 1,
  })
  return {
    response: { return_sn: sn, offer_return_refund: offered(isOpen && !isRefundOnly), offer_refund: offered(isOpen) },
  }
}

export function reverseTracking(shopee: Shopee, query: unknown): Payload {
  const { sn, trackingNumber, hasArrived, updateTime } = of(shopee, query)
  const status = hasArrived
    ? 'LOGISTICS_DELIVERY_DONE'
    : trackingNumber
      ? 'LOGISTICS_PICKUP_DONE'
      : 'LOGISTICS_NOT_START'
  return {
    response: {
      return_sn: sn,
      return_refund_request_type: 0,
      validation_type: 'seller_validation',
      reverse_logistics_status: status,
      reverse_logistics_update_time: updateTime,
      collection_pin_code: '',
      tracking_number: trackingNumber,
      tracking_info: trackingNumber
        ? [{ update_time: updateTime, tracking_description: status, epop_image_list: [], epod_image_list: [] }]
        : [],
    },
  }
}

/** One picture in the field `upload_image`: the address it is shown by in a proof. */
export async function convertImage(shopee: Shopee, call: Call): Promise<Payload> {
  const files = await filesOf(call)
  const [picture] = (files ?? []).filter(({ field }) => field === 'upload_image')
  if (!picture) throw new Refused('returns.error_param', 'upload_image is required')
  const isPng = picture.bytes.subarray(1, 4).toString('latin1') === 'PNG'
  if (!isPng && picture.bytes[0] !== 0xff) throw new Refused('returns.error_param', 'Only .jpg, .jpeg, and .png.')
  const url = imageUrl(shopee, addImage(shopee.state, isPng ? 'image/png' : 'image/jpeg', picture.bytes))
  return { response: { url, thumbnail: url } }
}

const PROOF = z.object({
  return_sn: z.string(),
  photo: z.array(z.object({ url: z.string(), thumbnail: z.string() })).default([]),
  description: z.string().default(''),
})

export function uploadProof(shopee: Shopee, body: unknown): Payload {
  const { return_sn, photo, description } = read(PROOF, body, 'returns.')
  returnOf(shopee, return_sn).proof = { photos: photo, description }
  return { response: {} }
}

export function queryProof(shopee: Shopee, query: unknown): Payload {
  const { proof } = of(shopee, query)
  return { response: { image: proof?.photos ?? [], video: [], description: proof?.description ?? '' } }
}

/** Only a quarrel about a compensation can be taken back, and none is asked for here. */
export function cancelDispute(shopee: Shopee, body: unknown): Payload {
  returnOf(shopee, read(z.object({ return_sn: z.string(), email: z.string() }), body, 'returns.').return_sn)
  throw new Refused('returns.error_status', 'The dispute can not be cancelled in current status.')
}
