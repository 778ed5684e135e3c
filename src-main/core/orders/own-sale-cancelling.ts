import { businessDay, type Instant, type Zone } from '../../../src-shared/kernel/business-day.ts'
import { NO_RETURNS, type OrderDocument } from './order-document.ts'
import { leftAt } from './order-life.ts'

/**
 * Whether cancelling an own sale may still mean that it never was: its goods are here, or they went over the counter today
 * and nothing came back since. Later the goods and the money come back on the day they come back, as a return.
 */
export function isTypingMistake(sale: OrderDocument, now: Instant, { zone }: { zone: Zone }): boolean {
  const left = leftAt(sale)
  if (left === null) return true
  const hasReturn = JSON.stringify(sale.returns) !== JSON.stringify(NO_RETURNS)
  const wasHandedOver = sale.parcels.some(({ handedOverAt }) => handedOverAt !== null)
  return !wasHandedOver && !hasReturn && businessDay(left, zone) === businessDay(now, zone)
}
