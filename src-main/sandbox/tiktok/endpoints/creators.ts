import { z } from 'zod'
import { divRound } from '../../../../src-shared/kernel/allocate.ts'
import { unixSeconds, wholeIn } from '../checking.ts'
import { endpoint, listed } from '../endpoint.ts'
import { rupiah, said } from '../wire.ts'

const idr = (value: number) => ({ amount: rupiah(value), currency: 'IDR' })
const AFFILIATE_STATUS = { COMPLETED: 'COMPLETED', CANCELLED: 'CANCELLED' } as const

/** Which creator's video or live sold what: the only word of the API on where an order came from. */
export const creatorEndpoints = [
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
