import { z } from 'zod'
import type { AfterSalesAtChannel } from '../after-sales.ts'
import type { Payload } from '../connector.ts'
import { ChannelTrouble } from '../trouble.ts'
import type { ShopCalls } from './shop-calls.ts'

/* Source: Partner Center, return_refund 202309 (2026-11). */

const Deadlines = z.array(z.object({ action: z.string(), deadline: z.number().nullish() })).nullish()
const Cancellations = z.object({
  cancellations: z
    .array(
      z.object({
        cancel_status: z.string(),
        cancel_reason_text: z.string().nullish(),
        seller_next_action_response: Deadlines,
      }),
    )
    .nullish(),
})
const PENDING = 'CANCELLATION_REQUEST_PENDING'

const Return = z.looseObject({ return_id: z.string(), return_type: z.string(), return_status: z.string() })
const Returns = z.object({ return_orders: z.array(Return).nullish() })
const Reasons = z.object({ reasons: z.array(z.object({ name: z.string() })).nullish() })

/** Statuses that wait for the seller, with the word that the decision about them ends in. */
const DECISIONS: Readonly<Record<string, (type: string) => { yes: string; no: string }>> = {
  RETURN_OR_REFUND_REQUEST_PENDING: (type) => {
    const about = { REFUND: 'REFUND', REPLACEMENT: 'REPLACEMENT' }[type] ?? 'RETURN'
    return { yes: `APPROVE_${about}`, no: `REJECT_${about}` }
  },
  BUYER_SHIPPED_ITEM: () => ({ yes: 'APPROVE_RECEIVED_PACKAGE', no: 'REJECT_RECEIVE_PACKAGE' }),
}
export const AWAITED: readonly string[] = Object.keys(DECISIONS)

const LONGEST_COMMENT = 1_000

export function afterSalesCalls({ get, post }: ShopCalls): AfterSalesAtChannel {
  const standing = async (number: string) => {
    const { data, answer } = await post(
      '/return_refund/202309/returns/search',
      { return_ids: [number] },
      { query: { page_size: '10' }, isReading: true },
    )
    const [told] = Returns.parse(data).return_orders ?? []
    return told ? { told, answer } : null
  }
  return {
    async cancelRequest(orderNumber) {
      const { data } = await post(
        '/return_refund/202309/cancellations/search',
        { order_ids: [orderNumber] },
        { query: { page_size: '50' }, isReading: true },
      )
      const pending = (Cancellations.parse(data).cancellations ?? []).find(
        ({ cancel_status }) => cancel_status === PENDING,
      )
      if (!pending) return null
      const deadline = pending.seller_next_action_response?.[0]?.deadline
      return { reason: pending.cancel_reason_text ?? '', answerUntil: deadline ? deadline * 1000 : null }
    },

    async returnNow(number) {
      const found = await standing(number)
      if (!found) return null
      return { key: number, body: JSON.stringify(found.told), saidAt: found.answer.at } satisfies Payload
    },

    async answerReturn(number, answer) {
      const told = (await standing(number))?.told
      const decisions = told && DECISIONS[told.return_status]
      if (!told || !decisions)
        throw new ChannelTrouble({
          kind: 'permanent',
          code: 'NOTHING_ASKED',
          message: `the return does not wait for the seller: ${told?.return_status ?? 'unknown'}`,
        })
      const { yes, no } = decisions(told.return_type)
      const path = `/return_refund/202309/returns/${number}`
      // named by what it answers, so that it is done once however often it is sent
      const query = { idempotency_key: `${answer.is}-${number}-${told.return_status}` }
      if (answer.is === 'accept')
        return void (await post(`${path}/approve`, { decision: yes }, { query, isReading: false }))
      const { data } = await get('/return_refund/202309/reject_reasons', { return_or_cancel_id: number })
      const [reason] = Reasons.parse(data).reasons ?? []
      const body = { decision: no, reject_reason: reason?.name ?? '', comment: answer.why.slice(0, LONGEST_COMMENT) }
      await post(`${path}/reject`, body, { query, isReading: false })
    },
  }
}
