import { type DesiredStock, type StockRule, type StockTerms, WHOLE } from '../../../../src-shared/channels/stock-out.ts'

/** What a channel takes at most. */
const LARGEST = 999_999

/**
 * What a listing shall show, whoever asks: the engine, a file that is filled in, the page that explains it. Shares of several shops
 * are cut out of one whole one after another (`sharesBefore`: those of the shops before this one), so that they never come to more
 * than there is and the last piece is somebody's.
 */
export function desiredStock(terms: StockTerms, rule: StockRule, sharesBefore = 0): DesiredStock {
  const free = Math.max(0, terms.onHand - terms.reserved - terms.unpaid)
  const locked = Math.min(terms.lockedHere, free)
  const lockedElsewhere = Math.min(terms.lockedElsewhere, free - locked)
  const sellable = Math.max(0, free - locked - lockedElsewhere - terms.safetyStock)
  const left = Math.max(0, sellable - rule.keptBack)
  const isLast = left > 0 && sellable <= rule.lastPieces
  const offered = isLast ? 0 : left
  const upTo = (share: number) => Math.ceil((offered * share) / WHOLE)
  const shared = rule.share === WHOLE ? offered : upTo(sharesBefore + rule.share) - upTo(sharesBefore)
  const bounded = rule.atMost === null ? shared : Math.min(shared, rule.atMost)
  return { pieces: Math.min(LARGEST, bounded + locked), sellable, offered, isLast, shared, locked }
}
