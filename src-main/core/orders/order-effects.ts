import { businessDay, type Instant } from '../../../src-shared/kernel/business-day.ts'
import { type Effects, type Movement, NO_EFFECTS } from '../effects.ts'
import { channelSaleEntries } from './channel-sale-entries.ts'
import { openingEntry, openings, wasBeforeBooks } from './opening-goods.ts'
import type { OrderDocument } from './order-document.ts'
import { isHistory, type ShopCalendar } from './order-facts.ts'
import { type GoodsByLine, issueKey, piecesBySku, type SkuPieces } from './order-goods.ts'
import { isCancelled, isOpen, leftAt } from './order-life.ts'
import { ownSaleEntries } from './own-sale-entries.ts'
import { returnEffects } from './return-entries.ts'

/**
 * Every effect one order must have, and nothing else in Lumbung decides that.
 * Open: its pieces are reserved. Left: goods issued, their cost waits as goods in transit. Sold: revenue and cost of goods.
 * Returned, failed or cancelled after leaving: cost waits to be inspected, and goes where the inspection says. Before the start day nothing is booked; goods
 * that were under way when the books began are goods the owner put in, though no longer on the shelf she counts.
 */
export function effectsOf(order: OrderDocument, goods: GoodsByLine, calendar: ShopCalendar): Effects {
  if (isHistory(order, calendar)) return NO_EFFECTS
  const dayOf = (at: Instant) => {
    const day = businessDay(at, calendar.zone)
    return day < calendar.startDay ? calendar.startDay : day
  }
  const all = piecesBySku(order, goods)
  const left = leftAt(order)
  // an own sale that is cancelled is a correction: its goods never left
  const issued = left !== null && !(order.channel === 'own' && isCancelled(order))
  const back = issued ? returnEffects(order, goods, dayOf) : NO_EFFECTS
  const underWay = issued && wasBeforeBooks(left, calendar)
  return {
    reservations: isOpen(order) ? reservations(all) : [],
    movements: [
      ...(underWay ? openings(all, calendar) : []),
      ...(issued ? issues(all, left, dayOf) : []),
      ...back.movements,
    ],
    entries: [
      ...(underWay ? [openingEntry(order, all, calendar)] : []),
      ...(order.channel === 'own'
        ? ownSaleEntries(order, all, calendar, dayOf)
        : channelSaleEntries(order, all, dayOf)),
      ...back.entries,
    ],
  }
}

const reservations = (goods: readonly SkuPieces[]) =>
  goods.map(({ variantId, pieces }) => ({ effect: `reserve/${variantId}`, variantId, pieces }))

const issues = (goods: readonly SkuPieces[], left: Instant, dayOf: (at: Instant) => string): Movement[] =>
  goods.map(({ variantId, pieces }) => ({
    effect: issueKey(variantId),
    kind: 'issue' as const,
    variantId,
    day: dayOf(left),
    at: left,
    pieces: -pieces,
    cost: 'average' as const,
  }))
