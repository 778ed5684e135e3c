import { businessDay, type Instant, startOfDay } from '../../../src-shared/kernel/business-day.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Entry, Movement } from '../effects.ts'
import { moved } from '../entry-lines.ts'
import type { OrderDocument } from './order-document.ts'
import type { ShopCalendar } from './order-facts.ts'
import type { SkuPieces } from './order-goods.ts'

/*
 * Goods that were under way to a buyer when the books began: the owner put them in like the rest of her stock, but they
 * were no longer on the shelf that she counts for Stok Awal.
 */
export const wasBeforeBooks = (at: Instant, { zone, startDay }: ShopCalendar) => businessDay(at, zone) < startDay

const openingKey = (variantId: string) => `opening/${variantId}`

/** They come in for the issue to take out again: the shelf counted at the start is untouched, and the cost has a source. */
export const openings = (goods: readonly SkuPieces[], { startDay, zone }: ShopCalendar): Movement[] =>
  goods.map(({ variantId, pieces }) => ({
    effect: openingKey(variantId),
    kind: 'opening' as const,
    variantId,
    day: startDay,
    at: startOfDay(startDay, zone),
    pieces,
    cost: 'average' as const,
  }))

export const openingEntry = (order: OrderDocument, goods: readonly SkuPieces[], { startDay }: ShopCalendar): Entry => ({
  effect: 'opening',
  book: 'usaha',
  day: startDay,
  memo: memo('goods under way at the start', { order: order.number }),
  lines: moved(
    '3101',
    '1301',
    goods.map(({ variantId }) => openingKey(variantId)),
  ),
})
