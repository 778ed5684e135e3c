import { z } from 'zod'
import { id } from '../checking.ts'
import { endpoint } from '../endpoint.ts'
import { SaidNo, sentenceOf } from '../said-no.ts'

const Platform = z.enum([
  'SHOPIFY',
  'WOOCOMMERCE',
  'BIGCOMMERCE',
  'MAGENTO',
  'SALESFORCE_COMMERCE_CLOUD',
  'CHANNEL_ADVISOR',
  'AMAZON',
  'ORDER_MANAGEMENT_SYSTEM',
  'WAREHOUSE_MANAGEMENT_SYSTEM',
  'ERP_SYSTEM',
])

const named = (
  platform: string,
  { id: externalId, lines }: { id: string; lines: { id: string; originId: string }[] },
) => ({
  id: externalId,
  platform,
  line_items: lines.map((line) => ({ id: line.id, origin_id: line.originId })),
})

/** How other systems number the orders of this shop. */
export const referenceEndpoints = [
  endpoint('POST', '/order/202406/orders/external_orders', 'seller.order.ext_ref.write', {
    body: z.looseObject({
      orders: z
        .array(
          z.looseObject({
            id,
            external_order: z.looseObject({
              id: z.string().min(1),
              platform: Platform,
              line_items: z.array(z.looseObject({ id: z.string().min(1), origin_id: id })).max(100),
            }),
          }),
        )
        .min(1)
        .max(100),
    }),
    answer: ({ market, body }) => {
      market.book.references ??= {}
      const { references } = market.book
      return {
        errors: body.orders.flatMap(({ id: orderId, external_order }) => {
          const order = market.book.orders[orderId]
          const lines = external_order.line_items.map((line) => ({ id: line.id, originId: line.origin_id }))
          const isWhole = order && lines.every(({ originId }) => order.lines.some((line) => line.id === originId))
          const { id: externalId, platform } = external_order
          if (!isWhole) {
            const detail = { order_id: orderId, external_order: { id: externalId, platform } }
            // a code is text in this answer
            return [{ code: '36020001', message: sentenceOf(36020001), detail }]
          }
          // said again of the same system, it takes the place of what was said before
          references[orderId] = { ...references[orderId], [platform]: { id: externalId, lines } }
          return []
        }),
      }
    },
  }),
  endpoint('POST', '/order/202406/orders/external_order_search', 'seller.order.info', {
    query: z.looseObject({ platform: Platform, external_order_id: z.string().min(1) }),
    answer: ({ market, query }) => ({
      orders: Object.entries(market.book.references ?? {}).flatMap(([orderId, known]) => {
        const reference = known[query.platform]
        return reference?.id === query.external_order_id
          ? [{ id: orderId, external_order: named(query.platform, reference) }]
          : []
      }),
    }),
  }),
  endpoint('GET', '/order/202406/orders/{order_id}/external_orders', 'seller.order.info', {
    query: z.looseObject({ platform: Platform.optional() }),
    answer: ({ market, params, query }) => {
      if (!market.book.orders[params.order_id!]) throw new SaidNo(36020001)
      return {
        external_orders: Object.entries(market.book.references?.[params.order_id!] ?? {}).flatMap(
          ([platform, reference]) =>
            reference && (query.platform === undefined || query.platform === platform)
              ? [named(platform, reference)]
              : [],
        ),
      }
    },
  }),
]
