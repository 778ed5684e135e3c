import { type Market, nextId } from './book.ts'

const WEEK = 7 * 86_400

/** A discount holds price and stock of a product from now on, or leaves them free again. */
export function hold(market: Market, productId: string, isHeld: boolean): boolean {
  const product = market.book.products[productId]
  if (!product) return false
  market.book.activities ??= []
  const now = market.now()
  product.isInPromotion = isHeld
  for (const activity of market.book.activities)
    if (activity.productId === productId && !activity.isDeactivated)
      Object.assign(activity, { isDeactivated: true, updatedAt: now })
  if (isHeld)
    market.book.activities.push({
      id: nextId(market.book, 'activity'),
      title: `Diskon ${market.book.activities.length + 1}`,
      productId,
      begin: now,
      end: now + WEEK,
      isDeactivated: false,
      createdAt: now,
      updatedAt: now,
    })
  return true
}
