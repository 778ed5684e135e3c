import { businessDay, type Instant } from '../../../src-shared/kernel/business-day.ts'
import { type Effects, type Movement, NO_EFFECTS } from '../effects.ts'
import { channelSaleEntries } from './channel-sale-entries.ts'
import { goodsLeaving, type LeavingParcel } from './goods-leaving.ts'
import { backFromBefore, openingEntry, openings, wasBeforeBooks } from './opening-goods.ts'
import type { OrderDocument } from './order-document.ts'
import { isHistory, type ShopCalendar } from './order-facts.ts'
import type { GoodsByLine } from './order-goods.ts'
import { isCancelled } from './order-life.ts'
import { ownSaleEntries } from './own-sale-entries.ts'
import { releaseEntries, releasesOfHistory } from './release-entries.ts'
import { reservedGoods } from './reserved-goods.ts'
import { returnEffects } from './return-entries.ts'

/**
 * Every effect one order must have, and nothing else in Lumbung decides that.
 * Open: its pieces are reserved. Left: goods issued, their cost waits as goods in transit. Sold: revenue and cost of goods.
 * Returned, failed or cancelled after leaving: cost waits to be inspected, and goes where the inspection says. Released by the
 * channel: what it owed becomes balance, fees and whatever else the settlement names. Before the start day nothing is booked; goods
 * that were under way when the books began are goods the owner put in, though no longer on the shelf she counts.
 */
export function effectsOf(order: OrderDocument, goods: GoodsByLine, calendar: ShopCalendar): Effects {
  if (order.withdrawnAt !== null) return NO_EFFECTS
  if (isHistory(order, calendar)) {
    const { movements, entries } = backFromBefore(order, goods, calendar)
    return { ...NO_EFFECTS, movements, entries: [...entries, ...releasesOfHistory(order, calendar)] }
  }
  const dayOf = (at: Instant) => {
    const day = businessDay(at, calendar.zone)
    return day < calendar.startDay ? calendar.startDay : day
  }
  // an own sale that is cancelled is a correction: its goods never left
  const leaving = order.channel === 'own' && isCancelled(order) ? [] : goodsLeaving(order, goods)
  const back = leaving.length > 0 ? returnEffects(order, goods, dayOf) : NO_EFFECTS
  const underWay = leaving.filter(({ at }) => wasBeforeBooks(at, calendar))
  const entries = [
    ...(underWay.length > 0 ? [openingEntry(order, underWay, calendar)] : []),
    ...(order.channel === 'own'
      ? ownSaleEntries(order, leaving, calendar, dayOf)
      : channelSaleEntries(order, leaving, dayOf)),
    ...back.entries,
  ]
  return {
    reservations: reservedGoods(order, goods),
    movements: [
      ...openings(underWay, calendar),
      ...leaving.flatMap((parcel) => issues(parcel, dayOf)),
      ...back.movements,
    ],
    entries: [...entries, ...releaseEntries(order, entries, calendar)],
  }
}

const issues = ({ at, goods }: LeavingParcel, dayOf: (at: Instant) => string): Movement[] =>
  goods.map(({ effect, variantId, pieces }) => ({
    effect,
    kind: 'issue' as const,
    variantId,
    day: dayOf(at),
    at,
    pieces: -pieces,
    cost: 'average' as const,
  }))
