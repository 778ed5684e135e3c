import { z } from 'zod'
import type { ReturnStatement } from '../../../../../src-shared/returns/return-file.ts'
import type { Payload } from '../connector.ts'
import { Amount, listOf, Moment, Text } from './wire.ts'

const Told = z.looseObject({
  return_sn: z.string(),
  order_sn: z.string(),
  status: Text,
  reason: Text,
  text_reason: Text,
  refund_amount: Amount.nullish(),
  create_time: Moment,
  due_date: Moment,
  return_seller_due_date: Moment,
  tracking_number: Text,
  needs_logistics: z.boolean().nullish(),
  return_solution: z.number().int().nullish(),
  logistics_status: Text,
  reverse_logistics_status: Text,
  is_arrived_at_warehouse: z.number().int().nullish(),
  item: listOf(z.looseObject({ amount: z.number().int().nullish() })),
  seller_compensation: z.looseObject({ compensation_amount: Amount.nullish() }).nullish(),
})

/** Refund alone. */
const REFUND_ONLY = 1
const DROPPED = ['CANCELLED', 'CLOSED']

export function readReturn(payload: Payload): ReturnStatement {
  const told = Told.parse(JSON.parse(payload.body))
  const isRefundOnly = told.return_solution === REFUND_ONLY
  return {
    number: told.return_sn,
    orderNumber: told.order_sn,
    waybill: told.tracking_number,
    status: told.status,
    solution: isRefundOnly ? 'REFUND' : 'RETURN_REFUND',
    reason: told.text_reason || told.reason,
    goodsStatus: told.reverse_logistics_status || told.logistics_status,
    pieces: told.item.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    bringsGoods: !isRefundOnly && told.needs_logistics !== false && !DROPPED.includes(told.status),
    refund: told.refund_amount ?? 0,
    compensation: told.seller_compensation?.compensation_amount ?? 0,
    askedAt: told.create_time,
    appealUntil: told.return_seller_due_date ?? told.due_date,
  }
}
