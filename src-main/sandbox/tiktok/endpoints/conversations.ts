import { createHash } from 'node:crypto'
import { z } from 'zod'
import { pictureSize } from '../../../../src-shared/kernel/picture-size.ts'
import type { Book, Conversation, Message } from '../book.ts'
import { conversationWith, isKnownBuyer, say } from '../chatting.ts'
import { flag, sortOrder, wholeIn } from '../checking.ts'
import { endpoint, listed } from '../endpoint.ts'
import { badParameter, SaidNo } from '../said-no.ts'
import { fileIn } from '../uploads.ts'

/* Customer service. Source: Partner Center's reference of customer_service 202309, 202407 and 202601 (2025-12). */

const SCOPE = 'seller.customer_service'
const LARGEST_PICTURE = 10 * 1024 * 1024
const LONGEST_TEXT = 2_000
const DAY = 86_400

const conversationOf = (book: Book, id: string | undefined): Conversation => {
  const found = book.conversations?.find((each) => each.id === id)
  if (!found) throw new SaidNo(45101003)
  return found
}

const participants = (book: Book, { buyerId }: Conversation) => [
  {
    role: 'BUYER',
    user_id: buyerId,
    im_user_id: buyerId,
    nickname: Object.values(book.orders).find((order) => order.buyerId === buyerId)?.buyer.username ?? '',
    avatar: '',
  },
  { role: 'SHOP', user_id: book.shop.id, im_user_id: book.shop.id, nickname: book.shop.name, avatar: '' },
]

const facts = (book: Book, conversation: Conversation) => ({
  id: conversation.id,
  create_time: conversation.createdAt,
  participant_count: 2,
  participants: participants(book, conversation),
  unread_count: conversation.unread,
})

const messageView = (book: Book, conversation: Conversation, { id, type, content, at, by }: Message) => {
  const { user_id: _, ...sender } = participants(book, conversation).find(({ role }) => role === by)!
  return { id, type, content, create_time: at, index: id, is_visible: true, sender }
}

const Paged = { page_size: wholeIn(1, 20), page_token: z.string().optional(), locale: z.string().optional() }

/** What stands in a message, by its kind; a card needs the thing that it shows. */
function checkContent(book: Book, type: string, content: string) {
  const wrong = new SaidNo(45101001)
  let said: Record<string, unknown>
  try {
    said = JSON.parse(content) as Record<string, unknown>
  } catch {
    throw wrong
  }
  const named = (name: string) => {
    const value = said[name]
    if (typeof value !== 'string' || value === '') throw wrong
    return value
  }
  if (type === 'TEXT' && named('content').length > LONGEST_TEXT) throw wrong
  if (type === 'IMAGE') named('url')
  if (type === 'PRODUCT_CARD' && !book.products[named('product_id')]) throw new SaidNo(45101003)
  if (type === 'ORDER_CARD' && !book.orders[named('order_id')]) throw new SaidNo(45101003)
}

export const conversationEndpoints = [
  endpoint('GET', '/customer_service/202309/agents/settings', SCOPE, {
    answer: ({ market }) => ({ can_accept_chat: market.book.acceptsChat ?? false }),
  }),
  endpoint('PUT', '/customer_service/202309/agents/settings', SCOPE, {
    body: z.looseObject({ can_accept_chat: z.boolean() }),
    answer: ({ market, body }) => {
      market.book.acceptsChat = body.can_accept_chat
      return {}
    },
  }),
  endpoint('GET', '/customer_service/202309/conversations', SCOPE, {
    query: z.looseObject(Paged),
    answer: (asked) => {
      const { market, query } = asked
      const lastOf = ({ messages }: Conversation) => messages.at(-1)
      const page = listed(asked, {
        rows: market.book.conversations ?? [],
        idOf: (each) => each.id,
        by: (each) => lastOf(each)?.at ?? each.createdAt,
        descending: true,
        size: query.page_size,
        token: query.page_token,
      })
      return {
        next_page_token: page.next_page_token,
        conversations: page.rows.map((each) => {
          const last = lastOf(each)
          return {
            ...facts(market.book, each),
            can_send_message: true,
            ...(last ? { latest_message: messageView(market.book, each, last) } : {}),
          }
        }),
      }
    },
  }),
  endpoint('POST', '/customer_service/202309/conversations', SCOPE, {
    body: z.looseObject({ buyer_user_id: z.string().min(1) }),
    answer: ({ market, body }) => {
      // a shop writes to those who bought from it
      if (!isKnownBuyer(market.book, body.buyer_user_id)) throw new SaidNo(45109003)
      return { conversation_id: conversationWith(market, body.buyer_user_id).id }
    },
  }),
  endpoint('GET', '/customer_service/202601/conversations/{conversation_id}', SCOPE, {
    answer: ({ market, params }) => ({
      conversation: facts(market.book, conversationOf(market.book, params.conversation_id)),
    }),
  }),
  endpoint('GET', '/customer_service/202309/conversations/{conversation_id}/messages', SCOPE, {
    query: z.looseObject({
      ...Paged,
      page_size: wholeIn(1, 10),
      sort_order: sortOrder.default('DESC'),
      sort_field: z.literal('create_time').optional(),
      need_data: flag.optional(),
    }),
    answer: (asked) => {
      const { market, query, params } = asked
      const conversation = conversationOf(market.book, params.conversation_id)
      const page = listed(asked, {
        rows: conversation.messages,
        idOf: (each) => each.id,
        by: (each) => each.at,
        descending: query.sort_order === 'DESC',
        size: query.page_size,
        token: query.page_token,
      })
      return {
        next_page_token: page.next_page_token,
        messages: page.rows.map((each) => messageView(market.book, conversation, each)),
        unsupported_msg_tips: '',
      }
    },
  }),
  endpoint('POST', '/customer_service/202309/conversations/{conversation_id}/messages', SCOPE, {
    body: z.looseObject({
      type: z.enum(['TEXT', 'IMAGE', 'VIDEO', 'PRODUCT_CARD', 'ORDER_CARD', 'RETURN_REFUND_CARD', 'COUPON_CARD']),
      content: z.string().min(1),
    }),
    answer: ({ market, params, body }) => {
      const conversation = conversationOf(market.book, params.conversation_id)
      if (['VIDEO', 'RETURN_REFUND_CARD', 'COUPON_CARD'].includes(body.type)) throw new SaidNo(45111001)
      checkContent(market.book, body.type, body.content)
      return { message_id: say(market, conversation, 'SHOP', body.type, body.content) }
    },
  }),
  endpoint('POST', '/customer_service/202309/conversations/{conversation_id}/messages/read', SCOPE, {
    answer: ({ market, params }) => {
      conversationOf(market.book, params.conversation_id).unread = 0
      return {}
    },
  }),
  endpoint('POST', '/customer_service/202309/images/upload', SCOPE, {
    isMultipart: true,
    answer: async ({ market, call }) => {
      const { bytes } = await fileIn(call, LARGEST_PICTURE)
      const size = pictureSize(bytes)
      if (!size) throw badParameter('param body.data is invalid: only jpg, gif, webp, or png')
      const uri = `tos-sandbox-i-o3syd03w52/${createHash('sha256').update('chat').update(bytes).digest('hex').slice(0, 32)}`
      const url = `${market.ground.url}/images/${encodeURIComponent(uri)}`
      market.book.images[uri] = { url, ...size, useCase: 'CHAT' }
      return { url, ...size }
    },
  }),
  endpoint('GET', '/customer_service/202407/performance', SCOPE, {
    query: z.looseObject({ support_date_ge: z.iso.date(), support_date_lt: z.iso.date() }),
    answer: ({ market, query }) => {
      const [from, to] = [query.support_date_ge, query.support_date_lt].map(
        (day) => Date.parse(`${day}T00:00:00+07:00`) / 1000,
      )
      const asked = (market.book.conversations ?? []).filter(
        ({ createdAt, messages }) => createdAt >= from! && createdAt < to! && messages[0]?.by === 'BUYER',
      )
      const waited = asked.flatMap(({ messages }) => {
        const answer = messages.find(({ by }) => by === 'SHOP')
        return answer ? [answer.at - messages[0]!.at] : []
      })
      const inTime = waited.filter((seconds) => seconds <= DAY).length
      return {
        performance: {
          support_session_count: asked.length,
          response_percentage: asked.length === 0 ? '0' : String(Math.round((100 * inTime) / asked.length)),
          response_time_mins:
            waited.length === 0
              ? '0'
              : String(Math.round(waited.reduce((sum, each) => sum + each, 0) / waited.length / 60)),
          satisfaction_percentage: '0',
        },
      }
    },
  }),
]
