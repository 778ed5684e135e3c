import { z } from 'zod'
import { divRound } from '../../../src-shared/kernel/allocate.ts'
import { queryInt, queryText, read } from './parameters.ts'
import type { Shopee } from './state.ts'
import { type Payload, Refused } from './wire.ts'

const REPORT = z.object({
  page_no: queryInt(1),
  page_size: queryInt(1, 500),
  place_order_time_start: queryInt().optional(),
  place_order_time_end: queryInt().optional(),
  order_sn: queryText().optional(),
})

/** Orders that came from a live, as the affiliate report tells them: money in hundredths, times as text. Source: v2.ams.get_conversion_report (2026-08). */
export function conversionReport({ state }: Shopee, query: unknown): Payload {
  const asked = read(REPORT, query)
  if (asked.page_no * asked.page_size > 10_000)
    throw new Refused('error_param', 'page_no * page_size should not exceed 10000')
  const found = [...state.orders.values()].filter(
    (order) =>
      order.isFromLive &&
      (!asked.order_sn || order.sn === asked.order_sn) &&
      order.createTime >= (asked.place_order_time_start ?? 0) &&
      order.createTime <= (asked.place_order_time_end ?? Number.POSITIVE_INFINITY),
  )
  const start = (asked.page_no - 1) * asked.page_size
  return {
    response: {
      total_count: found.length,
      has_more: found.length > start + asked.page_size,
      list: found.slice(start, start + asked.page_size).map((order) => {
        const goods = order.lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
        return {
          order_sn: order.sn,
          affiliate_id: 7001,
          affiliate_name: 'Live toko',
          affiliate_username: 'live.toko',
          channel: 'Shopee Live',
          order_type: 'Direct',
          order_status:
            order.status === 'COMPLETED' ? 'Completed' : order.status === 'CANCELLED' ? 'Cancelled' : 'Pending',
          place_order_time: String(order.createTime),
          order_completed_time: order.completeTime ? String(order.completeTime) : '',
          order_brand_commission: String(divRound(goods, order.money.affiliateBasisPoints, 10_000)),
          items: order.lines.map((line) => ({
            item_id: line.itemId,
            model_id: line.modelId,
            item_name: line.name,
            qty: line.quantity,
            price: line.price * 100,
            purchase_value: line.price * line.quantity * 100,
          })),
        }
      }),
    },
  }
}
