import type { Book, Conversation, Market } from './book.ts'
import { nextId } from './book.ts'

/* What shop and buyers write to each other: kept here, and told to whoever listens (notices 13 and 14). */

export const isKnownBuyer = ({ orders }: Book, buyerId: string): boolean =>
  Object.values(orders).some((order) => order.buyerId === buyerId)

/** The one conversation with a buyer; talking again goes on in it. */
export function conversationWith(market: Market, buyerId: string): Conversation {
  const { book } = market
  book.conversations ??= []
  const known = book.conversations.find((each) => each.buyerId === buyerId)
  if (known) return known
  const conversation: Conversation = {
    id: nextId(book, 'conversation'),
    buyerId,
    createdAt: market.now(),
    messages: [],
    unread: 0,
  }
  book.conversations.push(conversation)
  market.notify(13, 'NEW_CONVERSATION', { conversation_id: conversation.id, create_time: conversation.createdAt })
  return conversation
}

export function say(market: Market, to: Conversation, by: 'BUYER' | 'SHOP', type: string, content: string): string {
  const message = { id: nextId(market.book, 'message'), type, content, at: market.now(), by }
  to.messages.push(message)
  to.unread = by === 'BUYER' ? to.unread + 1 : to.unread
  market.notify(14, 'NEW_MESSAGE', {
    conversation_id: to.id,
    message_id: message.id,
    type,
    content,
    create_time: message.at,
  })
  return message.id
}
