import { monthOf } from '../../../src-shared/kernel/business-day.ts'
import type { Cost, DatedMovement } from '../inventory/moving-average.ts'
import { isSale } from '../inventory/moving-average.ts'

/** A movement as it was costed before; null for one that is new. */
export interface Recosted {
  movement: DatedMovement
  before: { costed: number; cost: number } | null
  cost: Cost
}

/**
 * One sale more or less shifts the rounding of those behind it by Rp1, and nobody wants a thousand corrections of Rp1. Sales
 * of one month and one average may keep what they were recorded at, as long as together they come to what is right; only
 * as many are put right as that takes. What came back names its issue exactly, so such an issue is always put right.
 */
export function keepRounding(recosted: readonly Recosted[]): void {
  const named = new Set(
    recosted.flatMap(({ movement: { document, cost } }) =>
      typeof cost === 'object' ? cost.issuedBy.map((effect) => `${document}\n${effect}`) : [],
    ),
  )
  const offByOne = recosted.filter(
    ({ movement, before, cost }) =>
      before !== null &&
      isSale(movement) &&
      cost.average !== null &&
      before.costed === cost.costed &&
      Math.abs(before.cost - cost.cost) === 1 &&
      !named.has(`${movement.document}\n${movement.effect}`),
  )
  const groups = Map.groupBy(offByOne, ({ movement, cost }) => `${monthOf(movement.day)}/${cost.average}`)
  for (const group of groups.values()) {
    let surplus = group.reduce((sum, { before, cost }) => sum + before!.cost - cost.cost, 0)
    for (const one of group.toReversed()) {
      const off = one.before!.cost - one.cost.cost
      if (Math.sign(off) === Math.sign(surplus)) surplus -= off
      else one.cost = { ...one.cost, cost: one.before!.cost }
    }
  }
}
