import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { WhyBack } from '../../../src-shared/orders/return.ts'
import { backSince, type GoodsBack, goodsBack, inspectedPieces, whyBack } from './goods-back.ts'
import type { OrderDocument } from './order-document.ts'
import { isHistory, type ShopCalendar } from './order-facts.ts'
import type { GoodsByLine } from './order-goods.ts'

/** What an order has coming back: a pure function of it, kept beside it for lists. */
export interface ExpectedReturn {
  why: WhyBack
  since: Instant
  receivedAt: Instant | null
  pieces: number
  inspected: number
  openClaims: number
  /** The newest step, for a list by time. */
  lastAt: Instant
  /** Pieces not looked at yet, by SKU. */
  waitingBySku: ReadonlyMap<string, number>
}

/** Null when nothing of the order comes back, or came. Finished before the books began, it is no concern of theirs. */
export function expectedReturn(
  order: OrderDocument,
  goods: GoodsByLine,
  calendar: ShopCalendar,
): ExpectedReturn | null {
  const why = whyBack(order)
  if (why === null || isHistory(order, calendar)) return null
  const kinds = goodsBack(order, goods)
  const sum = (of: (kind: GoodsBack) => number) => kinds.reduce((total, kind) => total + of(kind), 0)
  const pieces = sum(({ expected }) => expected)
  if (pieces === 0) return null
  const since = backSince(order)!
  const waitingBySku = new Map<string, number>()
  for (const kind of kinds) {
    const waiting = kind.expected - inspectedPieces(kind)
    if (kind.variantId !== null && waiting > 0)
      waitingBySku.set(kind.variantId, (waitingBySku.get(kind.variantId) ?? 0) + waiting)
  }
  return {
    why,
    since,
    receivedAt: order.returns.receivedAt,
    pieces,
    inspected: sum(inspectedPieces),
    openClaims: order.returns.openClaims,
    lastAt: Math.max(since, order.returns.receivedAt ?? 0, ...order.returns.inspections.map(({ at }) => at)),
    waitingBySku,
  }
}
