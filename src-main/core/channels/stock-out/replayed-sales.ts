import type { StockRule, StockTerms } from '../../../../src-shared/channels/stock-out.ts'
import { desiredStock } from './desired-stock.ts'

/** Something that happened to a SKU: a sale of a shop, or goods that came and went otherwise (`shopId` null). */
export interface PastEvent {
  at: number
  shopId: string | null
  /** Sold, or come in; below zero what went. */
  pieces: number
}

interface Replay {
  events: readonly PastEvent[]
  /** Free before the first event. */
  pieces: number
  safetyStock: number
  /** Shops at channels that carry the SKU, with their rule and the shares cut before theirs. */
  shops: readonly { shopId: string; rule: StockRule; sharesBefore: number }[]
  /** How long a channel does not know of what happened elsewhere. */
  unawareMs: number
}

/**
 * The sales of the past once more, with every channel showing what its rule says, as late as it learns of it. A channel sells what it
 * shows and no more: what it sells beyond what is there is oversold, what buyers wanted beyond what it shows is turned away.
 */
export function replayedSales({ events, pieces, safetyStock, shops, unawareMs }: Replay): {
  oversold: number
  turnedAway: number
} {
  let level = Math.max(0, pieces)
  const terms = (): StockTerms => ({
    isBundle: false,
    onHand: level,
    reserved: 0,
    unpaid: 0,
    safetyStock,
    lockedElsewhere: 0,
    lockedHere: 0,
  })
  const shown = new Map<string, number>()
  const learn = () => {
    for (const { shopId, rule, sharesBefore } of shops)
      shown.set(shopId, desiredStock(terms(), rule, sharesBefore).pieces)
  }
  learn()
  let [oversold, turnedAway] = [0, 0]
  const learning: number[] = []
  for (const { at, shopId, pieces: some } of [...events].sort((a, b) => a.at - b.at)) {
    for (; learning.length > 0 && learning[0]! <= at; learning.shift()) learn()
    const there = shopId === null ? undefined : shown.get(shopId)
    const sold = shopId === null ? 0 : there === undefined ? Math.min(some, level) : Math.min(some, there)
    if (shopId === null) level = Math.max(0, level + some)
    else {
      turnedAway += some - sold
      oversold += Math.max(0, sold - level)
      level = Math.max(0, level - sold)
      if (there !== undefined) shown.set(shopId, there - sold)
    }
    learning.push(at + unawareMs)
  }
  return { oversold, turnedAway }
}
