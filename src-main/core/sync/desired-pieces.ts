import type { StockRule } from '../../../src-shared/sync/stock-rule.ts'

/** What is known of the goods behind a listing. */
export interface GoodsBehind {
  /** Pieces that may be sold, the safety stock already kept; null where nobody ever counted or bought any. */
  available: number | null
}

/**
 * How many pieces a listing shall offer; null when nothing is to be told, so that goods nobody has counted yet are not sold out at the
 * channel by mistake. Pure: the same stock and rule always give the same number.
 */
export function desiredPieces({ available }: GoodsBehind, rule: StockRule): number | null {
  if (rule.kind === 'off') return null
  if (rule.kind === 'fixed') return rule.pieces
  if (available === null) return null
  if (available <= rule.leaveLast) return 0
  const free = Math.max(0, available - rule.keepBack)
  // never a piece more than the share: two halves of three are one and one
  const share = Math.floor((free * rule.sharePercent) / 100)
  return rule.most === null ? share : Math.min(share, rule.most)
}
