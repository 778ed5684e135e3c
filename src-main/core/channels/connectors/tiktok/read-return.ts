import { z } from 'zod'
import type { ReturnStatement } from '../../../../../src-shared/returns/return-file.ts'
import type { Payload } from '../connector.ts'
import { amountOf } from './amount.ts'

/* Source: Partner Center, return_refund 202309 (2026-11). */

const Text = z.string().nullish()
const Return = z.object({
  return_id: z.string(),
  order_id: z.string(),
  return_type: z.string(),
  return_status: z.string(),
  return_reason: Text,
  return_reason_text: Text,
  return_tracking_number: Text,
  can_buyer_keep_item: z.boolean().nullish(),
  create_time: z.number().nullish(),
  refund_amount: z.object({ refund_total: Text }).nullish(),
  return_line_items: z.array(z.unknown()).nullish(),
  seller_next_action_response: z.array(z.object({ action: z.string(), deadline: z.number().nullish() })).nullish(),
})

/** Statuses in which nothing comes back any more; the notices spell one with two underlines. */
const DROPPED = /(REQUEST_REJECT|REQUEST_CANCEL(LED)?|REJECT_RECEIVE_PACKAGE)$/

export function readReturn({ body }: Payload): ReturnStatement {
  const told = Return.parse(JSON.parse(body))
  const deadline = told.seller_next_action_response?.[0]?.deadline
  return {
    number: told.return_id,
    orderNumber: told.order_id,
    waybill: told.return_tracking_number ?? '',
    status: told.return_status,
    solution: told.return_type,
    reason: told.return_reason_text || told.return_reason || '',
    goodsStatus: '',
    // one line of the wire is one piece
    pieces: told.return_line_items?.length ?? 0,
    bringsGoods: told.return_type !== 'REFUND' && !told.can_buyer_keep_item && !DROPPED.test(told.return_status),
    refund: amountOf(told.refund_amount?.refund_total),
    compensation: 0,
    askedAt: told.create_time ? told.create_time * 1000 : null,
    appealUntil: deadline ? deadline * 1000 : null,
  }
}
