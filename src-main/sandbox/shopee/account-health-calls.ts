import { z } from 'zod'
import { onPage } from './discount-calls.ts'
import { queryInt, read } from './parameters.ts'
import { type Order, type Shopee, secondsNow } from './state.ts'
import { HEALTH_TARGET_PERCENT } from './unsure.ts'
import type { Payload } from './wire.ts'

/* How well the shop does by its own orders and listings. Source: v2.account_health pages (2026-08). */

const DAY = 86_400
const PERIOD = 7 * DAY
const [FULFILMENT, PERCENT] = [1, 2]
const [LATE, NOT_FULFILLED] = [1, 3]
const PROHIBITED = 1
const [GOOD, EXCELLENT] = [3, 4]

const pickedUp = ({ packages }: Order) => Math.max(0, ...packages.map(({ pickedUpAt }) => pickedUpAt))
const wasLate = (order: Order, now: number) =>
  order.shipByDate > 0 && order.shipByDate < (pickedUp(order) || (order.status === 'CANCELLED' ? 0 : now))
const wasNotFulfilled = ({ status, cancelBy }: Order) => status === 'CANCELLED' && cancelBy !== 'buyer'

const METRICS = [
  { id: LATE, name: 'Late Shipment Rate', counts: wasLate },
  { id: NOT_FULFILLED, name: 'Non-Fulfilment Rate', counts: wasNotFulfilled },
] as const

/** Orders that were paid in the seven days before a moment, or on delivery. */
const paidBefore = (shopee: Shopee, end: number) =>
  [...shopee.state.orders.values()].filter(({ payTime, isCod, createTime }) => {
    const at = payTime || (isCod ? createTime : 0)
    return at > end - PERIOD && at <= end
  })

export function shopPerformance(shopee: Shopee): Payload {
  const now = secondsNow(shopee)
  const rate = (end: number, counts: (typeof METRICS)[number]['counts']) => {
    const orders = paidBefore(shopee, end)
    const some = orders.filter((order) => counts(order, end)).length
    return orders.length === 0 ? 0 : Math.round((some * 10_000) / orders.length) / 100
  }
  const metrics = METRICS.map(({ id, name, counts }) => ({
    metric_type: FULFILMENT,
    metric_id: id,
    parent_metric_id: 0,
    metric_name: name,
    current_period: rate(now, counts),
    last_period: rate(now - PERIOD, counts),
    unit: PERCENT,
    target: { value: HEALTH_TARGET_PERCENT, comparator: '<' },
    exemption_end_date: '',
  }))
  const failed = metrics.filter(({ current_period }) => current_period >= HEALTH_TARGET_PERCENT).length
  return {
    response: {
      overall_performance: {
        rating: failed === 0 ? EXCELLENT : GOOD - failed,
        fulfillment_failed: failed,
        listing_failed: 0,
        custom_service_failed: 0,
      },
      metric_list: metrics,
    },
  }
}

const Paged = { page_no: queryInt(1).default(1), page_size: queryInt(1, 100).default(10) }
const PAGE = z.object(Paged)

export function lateOrders(shopee: Shopee, query: unknown): Payload {
  const asked = read(PAGE, query)
  const now = secondsNow(shopee)
  const late = [...shopee.state.orders.values()].filter(
    (order) => ['READY_TO_SHIP', 'PROCESSED', 'RETRY_SHIP'].includes(order.status) && wasLate(order, now),
  )
  return {
    response: {
      late_order_list: onPage(late, asked).rows.map(({ sn, shipByDate }) => ({
        order_sn: sn,
        shipping_deadline: shipByDate,
        late_by_days: Math.ceil((now - shipByDate) / DAY),
      })),
      total_count: late.length,
    },
  }
}

export function listingsWithIssues({ state }: Shopee, query: unknown): Payload {
  const asked = read(PAGE, query)
  const banned = [...state.items.values()].filter(({ status }) => status === 'BANNED')
  return {
    response: {
      listing_list: onPage(banned, asked).rows.map(({ itemId }) => ({ item_id: itemId, reason: PROHIBITED })),
      total_count: banned.length,
    },
  }
}

const SOURCE = z.object({ metric_id: queryInt(-1), ...Paged })

export function metricSource(shopee: Shopee, query: unknown): Payload {
  const asked = read(SOURCE, query)
  const now = secondsNow(shopee)
  const counts = METRICS.find(({ id }) => id === asked.metric_id)?.counts ?? (() => false)
  const orders = paidBefore(shopee, now).filter((order) => counts(order, now))
  const { rows } = onPage(orders, asked)
  return {
    response: {
      metric_id: asked.metric_id,
      ...(asked.metric_id === LATE
        ? {
            lsr_order_list: rows.map((order) => ({
              order_sn: order.sn,
              shipping_deadline: order.shipByDate,
              actual_shipping_time: pickedUp(order),
              late_by_days: Math.ceil(((pickedUp(order) || now) - order.shipByDate) / DAY),
            })),
          }
        : {}),
      ...(asked.metric_id === NOT_FULFILLED
        ? { nfr_order_list: rows.map(({ sn }) => ({ order_sn: sn, non_fulfillment_type: 2, detailed_reason: 1 })) }
        : {}),
      total_count: orders.length,
    },
  }
}

/** Nobody punishes this shop. */
export function penaltyPoints(_: Shopee, query: unknown): Payload {
  read(z.object({ ...Paged, violation_type: queryInt().optional() }), query)
  return { response: { penalty_point_list: [], total_count: 0 } }
}

export function punishments(_: Shopee, query: unknown): Payload {
  read(z.object({ ...Paged, punishment_status: queryInt(1, 2) }), query)
  return { response: { punishment_list: [], total_count: 0 } }
}
