import { businessDay, type Instant, startOfDay } from '../../../src-shared/kernel/business-day.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Entry, Movement } from '../effects.ts'
import { moved } from '../entry-lines.ts'
import type { LeavingParcel } from './goods-leaving.ts'
import type { OrderDocument } from './order-document.ts'
import type { ShopCalendar } from './order-facts.ts'

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
