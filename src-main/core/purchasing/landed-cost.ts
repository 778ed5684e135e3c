import { allocate } from '../../../src-shared/kernel/allocate.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'

export interface PricedLine {
  pieces: number
  /** Of one piece. */
  price: Rupiah
}

export const goodsValue = (lines: readonly PricedLine[]): Rupiah =>
  lines.reduce((sum, { pieces, price }) => sum + pieces * price, 0)

/** What the supplier and the carrier ask for together. */
export const purchaseTotal = ({
  lines,
  discount,
  extraCost,
}: {
  lines: readonly PricedLine[]
  discount: Rupiah
  extraCost: Rupiah
}): Rupiah => goodsValue(lines) - discount + extraCost

/**
 * What each line costs on the shelf: its price, less its share of the discount, plus its share of freight and other
 * extra cost. Shares follow value, by largest remainder, so that the lines sum to the whole; goods that were all free
 * share by pieces. SAK EMKM chapter 9: cost of inventory is what it took to bring it to its place and condition.
 */
export function landedCosts(lines: readonly PricedLine[], discount: Rupiah, extraCost: Rupiah): Rupiah[] {
  const values = lines.map(({ pieces, price }) => pieces * price)
  const weights = values.some((value) => value > 0) ? values : lines.map(({ pieces }) => pieces)
  const shares = allocate(extraCost - discount, weights)
  return values.map((value, index) => value + shares[index]!)
}
