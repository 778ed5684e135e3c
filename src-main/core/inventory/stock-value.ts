import { divRound } from '../../../src-shared/kernel/allocate.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'

/**
 * Moving average, exact to the rupiah: the state is pieces and value, the average itself is never stored, so nothing
 * drifts. `costed` counts the pieces whose cost is known; it differs from stock on hand while goods have left before
 * their cost came ("HPP belum diisi") or stand on the shelf without one.
 * SAK EMKM chapter 9 allows the weighted average; cost becomes expense with the revenue it belongs to.
 */
export interface StockValue {
  onHand: number
  costed: number
  value: Rupiah
}

export const EMPTY_SHELF: StockValue = { onHand: 0, costed: 0, value: 0 }

/** What one movement changes. */
export interface StockChange {
  pieces: number
  costed: number
  cost: Rupiah
}

export const applied = (shelf: StockValue, change: StockChange): StockValue => ({
  onHand: shelf.onHand + change.pieces,
  costed: shelf.costed + change.costed,
  value: shelf.value + change.cost,
})

/** Value of `pieces` taken out at the average; the last piece carries what remains, so rounding loses nothing. */
const averageCost = (shelf: StockValue, pieces: number): Rupiah =>
  pieces === shelf.costed ? shelf.value : divRound(shelf.value, pieces, shelf.costed)

/** Goods leave. Never refused: what the costed stock cannot cover leaves without cost and waits for it. */
export function issued(shelf: StockValue, pieces: number): StockChange {
  const covered = Math.max(0, Math.min(pieces, shelf.costed))
  return { pieces: -pieces, costed: -covered, cost: covered === 0 ? 0 : -averageCost(shelf, covered) }
}

/**
 * Surplus found takes the average. While the shelf has none its value is not known (it is not nothing: sold at zero
 * cost it would flatter the profit), and it waits.
 */
export const found = (shelf: StockValue, pieces: number): StockChange =>
  shelf.costed === 0
    ? { pieces, costed: 0, cost: 0 }
    : { pieces, costed: pieces, cost: divRound(shelf.value, pieces, shelf.costed) }

/** Cost that arrived for goods already recorded: `uncosted` pieces, negative for goods that left. */
export const costFilled = (shelf: StockValue, uncosted: number): StockChange => ({
  ...(uncosted < 0 ? issued(shelf, -uncosted) : found(shelf, uncosted)),
  pieces: 0,
})

/**
 * The rupiah by which value must be corrected after `change`, booked to cost of goods sold. Only a receipt taken back
 * after its goods were sold can push the costed pieces below zero; the next receipt then pays for those pieces at its own
 * price, and the difference is this true-up. Zero in ordinary life.
 */
export function trueUp(before: StockValue, change: StockChange): Rupiah {
  const after = applied(before, change)
  if (after.costed === 0) return after.value
  if (before.costed < 0 && change.costed > 0) {
    const target =
      after.costed > 0
        ? change.cost - divRound(change.cost, -before.costed, change.costed)
        : before.value - divRound(before.value, change.costed, -before.costed)
    return after.value - target
  }
  const target = after.costed > 0 ? Math.max(after.value, 0) : Math.min(after.value, 0)
  return after.value - target
}
