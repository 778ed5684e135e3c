import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { badParameter } from '../said-no.ts'

const TOPICS = [
  'ORDER_STATUS_CHANGE',
  'RECIPIENT_ADDRESS_UPDATE',
  'PACKAGE_UPDATE',
  'PRODUCT_STATUS_CHANGE',
  'SELLER_DEAUTHORIZATION',
  'UPCOMING_AUTHORIZATION_EXPIRATION',
  'CANCELLATION_STATUS_CHANGE',
  'RETURN_STATUS_CHANGE',
  'NEW_CONVERSATION',
  'NEW_MESSAGE',
  'PRODUCT_INFORMATION_CHANGE',
  'PRODUCT_CREATION',
  'PRODUCT_CATEGORY_CHANGE',
  'INVENTORY_STATUS_CHANGE',
  'PRODUCT_AUDIT_STATUS_CHANGE',
] as const

/** Only https to a name, no port: the gateway sends nothing to a laptop ("Webhooks configuration guide", 2025-12). */
function isReachable(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  const isName = /\.[a-z]{2,}$/i.test(url.hostname)
  return url.protocol === 'https:' && isName && url.port === ''
}

export const noticeEndpoints = [
  endpoint('GET', '/event/202309/webhooks', 'seller.authorization.info', {
    answer: ({ market }) => {
      const webhooks = Object.entries(market.book.webhooks).map(([topic, { address, createdAt, updatedAt }]) => ({
        event_type: topic,
        address,
        create_time: createdAt,
        update_time: updatedAt,
      }))
      return { total_count: webhooks.length, webhooks }
    },
  }),
  endpoint('PUT', '/event/202309/webhooks', 'seller.authorization.info', {
    body: z.looseObject({ address: z.string().min(1).max(255), event_type: z.enum(TOPICS) }),
    answer: ({ market, body }) => {
      if (!isReachable(body.address))
        throw badParameter('param body.address is invalid: only https, a domain name and no port')
      const at = market.now()
      const known = market.book.webhooks[body.event_type]
      market.book.webhooks[body.event_type] = {
        address: body.address,
        createdAt: known?.createdAt ?? at,
        updatedAt: at,
      }
      return {}
    },
  }),
  endpoint('DELETE', '/event/202309/webhooks', 'seller.authorization.info', {
    body: z.looseObject({ event_type: z.enum(TOPICS) }),
    answer: ({ market, body }) => {
      delete market.book.webhooks[body.event_type]
      return {}
    },
  }),
]
