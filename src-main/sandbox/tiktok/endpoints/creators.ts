import { z } from 'zod'
import { divRound } from '../../../../src-shared/kernel/allocate.ts'
import type { Market, Order } from '../book.ts'
import { unixSeconds, wholeIn } from '../checking.ts'
import { endpoint, listed } from '../endpoint.ts'
import { UNSURE } from '../unsure.ts'
import { rupiah, said } from '../wire.ts'

const idr = (value: number) => ({ amount: rupiah(value), currency: 'IDR' })
const AFFILIATE_STATUS = { COMPLETED: 'COMPLETED', CANCELLED: 'CANCELLED' } as const

/** A day of the shop's own zone (WIB), as `YYYY-MM-DD`. */
const dayOf = (seconds: number) => new Date((seconds + 7 * 3_600) * 1000).toISOString().slice(0, 10)
const aDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** The shop's lives: what was sold in one is one session a day, from its first order to its last. */
function sessionsOf({ book }: Market) {
  const byDay = new Map<string, Order[]>()
  for (const order of Object.values(book.orders))
    if (order.isFromLive) byDay.set(dayOf(order.createdAt), [...(byDay.get(dayOf(order.createdAt)) ?? []), order])
  return [...byDay].map(([day, orders]) => {
    const times = orders.map((order) => order.createdAt)
    const pieces = orders.flatMap((order) => order.lines)
    const gmv = pieces.reduce((sum, line) => sum + line.originalPrice - line.sellerDiscount, 0)
    return { day, orders, pieces, gmv, from: Math.min(...times), to: Math.max(...times) + 60 }
  })
}

/** Which creator's video or live sold what: the only word of the API on where an order came from. */
export const creatorEndpoints = [
  endpoint('GET', '/analytics/202509/shop_lives/performance', UNSURE.scopeOfLives, {
    query: z.looseObject({
      start_date_ge: aDay,
      end_date_lt: aDay,
      page_size: wholeIn(1, 100).default(10),
      page_token: z.string().optional(),
      account_type: z.enum(['ALL', 'OFFICIAL_ACCOUNTS', 'MARKETING_ACCOUNTS', 'AFFILIATE_ACCOUNTS']).optional(),
      currency: z.enum(['LOCAL', 'USD']).optional(),
    }),
    answer: (asked) => {
      const { market, query } = asked
      const rows = sessionsOf(market).filter(({ day }) => day >= query.start_date_ge && day < query.end_date_lt)
      const page = listed(asked, {
        rows,
        idOf: (session) => session.orders[0]!.id,
        by: (session) => session.from,
        descending: true,
        size: query.page_size,
        token: query.page_token,
      })
      return {
        latest_available_date: dayOf(market.now()),
        next_page_token: page.next_page_token,
        total_count: page.total_count,
        live_stream_sessions: page.rows.map(({ day, orders, pieces, gmv, from, to }) => ({
          id: orders[0]!.id,
          title: `Live ${day}`,
          username: 'batikratna',
          start_time: String(from),
          end_time: String(to),
          sales_performance: {
            gmv: idr(gmv),
            '24h_live_gmv': idr(gmv),
            sku_orders: orders.length,
            created_sku_orders: orders.length,
            items_sold: pieces.length,
            customers: new Set(orders.map((order) => order.buyerId)).size,
            different_products_sold: new Set(pieces.map((line) => line.productId)).size,
          },
          interaction_performance: {
            viewers: orders.length * 40,
            views: orders.length * 55,
            comments: orders.length * 6,
          },
        })),
      }
    },
  }),
  endpoint('POST', '/affiliate_seller/202410/orders/search', 'seller.affiliate_collaboration.read', {
    query: z.looseObject({ page_size: wholeIn(1, 100), page_token: z.string().optional() }),
    body: z.looseObject({
      create_time_ge: unixSeconds.optional(),
      create_time_lt: unixSeconds.optional(),
      program_id: z.string().optional(),
    }),
    answer: (asked) => {
      const { market, query, body } = asked
      const rows = Object.values(market.book.orders).filter(
        (order) =>
          order.creator !== null &&
          order.createdAt >= (body.create_time_ge ?? 0) &&
          order.createdAt < (body.create_time_lt ?? Number.POSITIVE_INFINITY),
      )
      const page = listed(asked, {
        rows,
        idOf: (order) => order.id,
        by: (order) => order.createdAt,
        descending: true,
        size: query.page_size,
        token: query.page_token,
      })
      return {
        next_page_token: page.next_page_token,
        total_count: page.total_count,
        orders: page.rows.map((order) =>
          said({
            id: order.id,
            status: order.status in AFFILIATE_STATUS ? order.status : 'PROCESSING',
            create_time: order.createdAt,
            delivery_time: order.deliveredAt,
            skus: [...new Set(order.lines.map((line) => line.skuId))].map((skuId) => {
              const lines = order.lines.filter((line) => line.skuId === skuId)
              const base = lines.reduce((sum, line) => sum + line.originalPrice - line.sellerDiscount, 0)
              const commission = divRound(base, order.creatorRate, 10_000)
              const isDone = order.status === 'COMPLETED'
              return said({
                product_id: lines[0]!.productId,
                quantity: lines.length,
                refunded_quantity: 0,
                returned_quantity: 0,
                price: idr(lines[0]!.originalPrice),
                content_type: order.isFromLive ? 'LIVE' : 'VIDEO',
                content_id: order.buyerId,
                creator_username: order.creator,
                commission_rate: String(order.creatorRate),
                commission_model: 'OPEN_COLLABORATION',
                estimated_commission_base: idr(base),
                estimated_paid_commission: idr(commission),
                actual_commission_base: isDone ? idr(base) : null,
                actual_paid_commission: isDone ? idr(commission) : null,
              })
            }),
          }),
        ),
      }
    },
  }),
]
