import { businessDay, type Instant, startOfDay } from '../../../src-shared/kernel/business-day.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Entry, Movement } from '../effects.ts'
import { moved } from '../entry-lines.ts'
import { goodsBack } from './goods-back.ts'
import type { LeavingParcel } from './goods-leaving.ts'
import type { OrderDocument } from './order-document.ts'
import type { ShopCalendar } from './order-facts.ts'
import type { GoodsByLine } from './order-goods.ts'

/*
 * Goods that were under way to a buyer when the books began: the owner put them in like the rest of her stock, but they
 * were no longer on the shelf that she counts for Stok Awal.
 */
export const wasBeforeBooks = (at: Instant, { zone, startDay }: ShopCalendar) => businessDay(at, zone) < startDay

/** `issue/<goods>` comes in as `opening/<goods>`. */
const openingKey = (issue: string) => issue.replace(/^issue/, 'opening')

/** They come in for the issue to take out again: the shelf counted at the start is untouched, and the cost has a source. */
export const openings = (parcels: readonly LeavingParcel[], { startDay, zone }: ShopCalendar): Movement[] =>
  goodsIn(parcels).map(({ effect, variantId, pieces }) => ({
    effect: openingKey(effect),
    kind: 'opening' as const,
    variantId,
    day: startDay,
    at: startOfDay(startDay, zone),
    pieces,
    cost: 'average' as const,
  }))

const goodsIn = (parcels: readonly LeavingParcel[]) => parcels.flatMap(({ goods }) => goods)

export const openingEntry = (
  order: OrderDocument,
  parcels: readonly LeavingParcel[],
  { startDay }: ShopCalendar,
): Entry => ({
  effect: 'opening',
  book: 'usaha',
  day: startDay,
  memo: memo('goods under way at the start', { order: order.number }),
  lines: moved(
    '3101',
    '1301',
    goodsIn(parcels).map(({ effect }) => openingKey(effect)),
  ),
})

/**
 * Of an order that was finished before the books began: pieces that were put on the shelf since then were not counted for Stok Awal,
 * and their cost stands in no book. They come in like goods that were under way.
 */
export function backFromBefore(
  order: OrderDocument,
  goods: GoodsByLine,
  calendar: ShopCalendar,
): { movements: Movement[]; entries: Entry[] } {
  if (order.returns.inspections.length === 0) return { movements: [], entries: [] }
  const shelved = goodsBack(order, goods).flatMap(({ variantId, inspected }) =>
    inspected.flatMap((found) =>
      variantId !== null && found.condition === 'sellable' && !wasBeforeBooks(found.at, calendar)
        ? [{ ...found, variantId, effect: `return/${found.id}/${variantId}` }]
        : [],
    ),
  )
  return {
    movements: shelved.map(({ effect, variantId, at, pieces }) => ({
      effect,
      kind: 'return' as const,
      variantId,
      day: businessDay(at, calendar.zone),
      at,
      pieces,
      cost: 'average' as const,
    })),
    entries: shelved.map(({ id, variantId, effect, at }) => ({
      effect: `inspected/${id}/${variantId}`,
      book: 'usaha',
      day: businessDay(at, calendar.zone),
      memo: memo('goods under way at the start', { order: order.number }),
      lines: moved('3101', '1301', [effect]),
    })),
  }
}
