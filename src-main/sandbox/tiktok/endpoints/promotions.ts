import { z } from 'zod'
import type { Activity, Market } from '../book.ts'
import { wholeIn } from '../checking.ts'
import { endpoint, listed } from '../endpoint.ts'
import { SaidNo } from '../said-no.ts'
import { rupiah } from '../wire.ts'

const STATUSES = ['DRAFT', 'NOT_START', 'ONGOING', 'EXPIRED', 'DEACTIVATED', 'NOT_EFFECTIVE'] as const
const TYPES = [
  'FIXED_PRICE',
  'DIRECT_DISCOUNT',
  'FLASHSALE',
  'SHIPPING_DISCOUNT',
  'BUY_MORE_SAVE_MORE',
  'GIFT_WITH_PURCHASE',
] as const

function statusOf({ isDeactivated, begin, end }: Activity, now: number): (typeof STATUSES)[number] {
  if (isDeactivated) return 'DEACTIVATED'
  if (end <= now) return 'EXPIRED'
  return begin > now ? 'NOT_START' : 'ONGOING'
}

const factsOf = (market: Market, activity: Activity) => ({
  title: activity.title,
  activity_type: 'FIXED_PRICE',
  status: statusOf(activity, market.now()),
  duration_type: 'NORMAL',
  product_level: 'VARIATION',
  begin_time: activity.begin,
  end_time: activity.end,
  participation_limit: [{ type: 'BUYER_NO_LIMIT' }],
  create_time: activity.createdAt,
  update_time: activity.updatedAt,
})

/** Discounts as an app may read them; they are made in Seller Center, here in the control API. */
export const promotionEndpoints = [
  endpoint('POST', '/promotion/202309/activities/search', 'seller.promotion.info', {
    // pages are asked for in the body here
    body: z.looseObject({
      page_size: z.number().int().min(0).max(100).default(50),
      page_token: z.string().optional(),
      status: z.enum(STATUSES).optional(),
      activity_type: z.enum(TYPES).optional(),
      activity_title: z.string().max(50).optional(),
    }),
    answer: (asked) => {
      const { market, body } = asked
      const { page_size, page_token, ...wanted } = body
      const now = market.now()
      const rows = (market.book.activities ?? []).filter(
        (activity) =>
          (wanted.status === undefined || statusOf(activity, now) === wanted.status) &&
          (wanted.activity_type === undefined || wanted.activity_type === 'FIXED_PRICE') &&
          // whole words, nothing alike
          (!wanted.activity_title || activity.title === wanted.activity_title),
      )
      const page = listed(
        { ...asked, body: wanted },
        {
          rows,
          idOf: (activity) => activity.id,
          by: (activity) => activity.createdAt,
          descending: true,
          size: page_size || 50,
          token: page_token === '' ? undefined : page_token,
        },
      )
      return {
        next_page_token: page.next_page_token,
        total_count: page.total_count,
        activities: page.rows.map((activity) => ({ id: activity.id, ...factsOf(market, activity) })),
      }
    },
  }),
  endpoint('GET', '/promotion/202309/activities/{activity_id}', 'seller.promotion.info', {
    answer: ({ market, params }) => {
      if (!/^\d{1,19}$/.test(params.activity_id!)) throw new SaidNo(17029001)
      const activity = (market.book.activities ?? []).find(({ id }) => id === params.activity_id)
      if (!activity) throw new SaidNo(17029009)
      return {
        activity_id: activity.id,
        ...factsOf(market, activity),
        products: [
          {
            id: activity.productId,
            quantity_limit: -1,
            quantity_per_user: -1,
            skus: (market.book.products[activity.productId]?.skus ?? []).map(({ id, price }) => ({
              id,
              quantity_limit: -1,
              quantity_per_user: -1,
              activity_price: { amount: rupiah(price), currency: 'IDR' },
            })),
          },
        ],
      }
    },
  }),
  // this seller gives none
  endpoint('POST', '/promotion/202406/coupons/search', 'seller.promotion.info', {
    query: z.looseObject({ page_size: wholeIn(1, 100).default(50), page_token: z.string().optional() }),
    body: z.looseObject({
      status: z.array(z.enum(['NOT_START', 'ONGOING', 'EXPIRED', 'DEACTIVATED'])).optional(),
      title_keyword: z.string().min(1).max(100).optional(),
      display_type: z.array(z.string()).optional(),
    }),
    answer: () => ({ total_count: 0, next_page_token: '', coupons: [] }),
  }),
  endpoint('GET', '/promotion/202406/coupons/{coupon_id}', 'seller.promotion.info', {
    answer: () => {
      throw new SaidNo(17029009)
    },
  }),
]
