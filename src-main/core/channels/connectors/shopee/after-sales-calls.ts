import { z } from 'zod'
import type { CancelRequest, ReturnAnswer } from '../after-sales.ts'
import type { Payload } from '../connector.ts'
import { ChannelTrouble } from '../trouble.ts'
import { type AtShop, listOf, payloadOf, Text } from './wire.ts'

/* Source: v2.order and v2.returns pages, Shopee Open Platform (2026-08). */

const Standing = z.looseObject({
  order_list: listOf(z.looseObject({ order_status: Text, buyer_cancel_reason: Text })),
})
const ASKED = 'IN_CANCEL'

/** Shopee names no moment until which the seller may answer. */
export async function cancelRequest(shop: AtShop, orderNumber: string): Promise<CancelRequest | null> {
  const query = { order_sn_list: orderNumber, response_optional_fields: 'buyer_cancel_reason' }
  const call = { method: 'GET', path: 'order/get_order_detail', query, isReading: true } as const
  const [order] = (await shop.told(Standing, call)).said.order_list
  return order?.order_status === ASKED ? { reason: order.buyer_cancel_reason, answerUntil: null } : null
}

const Return = z.looseObject({ return_sn: z.string() })

export async function returnNow(shop: AtShop, number: string): Promise<Payload | null> {
  const query = { return_sn: number }
  const call = { method: 'GET', path: 'returns/get_return_detail', query, isReading: true } as const
  try {
    const { said, at } = await shop.told(Return, call)
    return payloadOf(number, said, at)
  } catch (problem) {
    const isUnknown = problem instanceof ChannelTrouble && /not.?found|not.?exist/i.test(problem.message)
    if (isUnknown) return null
    throw problem
  }
}

/** A dispute wants pictures that Shopee keeps, an e-mail address and a reason of its own list: the Seller Centre asks for them. */
export async function answerReturn(shop: AtShop, number: string, answer: ReturnAnswer): Promise<void> {
  if (answer.is === 'dispute')
    throw new ChannelTrouble({
      kind: 'permanent',
      code: 'ONLY_BY_HAND',
      message: 'a dispute needs pictures and a reason of the Seller Centre',
    })
  const body = { return_sn: number }
  await shop.told(z.looseObject({}), { method: 'POST', path: 'returns/confirm', body, isReading: false })
}
