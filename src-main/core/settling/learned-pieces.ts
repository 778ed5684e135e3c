import type { Effects } from '../effects.ts'
import type { LearnedPieces } from '../inventory/restated-counts.ts'
import type { MovementPlan } from './movement-plan.ts'
import type { Standing } from './standing.ts'

/**
 * What the books learn from one document about which goods came and left, and when. A hand-over that is taken back teaches
 * nothing about a shelf, and neither does pressing it again: in between its goods are promised as before and lie in their parcel,
 * where nobody counted them.
 */
export function learnedPieces(
  { ref, added, reversed }: MovementPlan,
  effects: Effects,
  standing: Standing,
): LearnedPieces[] {
  const adjustmentId = ref.kind === 'stock-adjustment' ? ref.id : null
  const skus = (rows: readonly { variantId: string }[]) => new Set(rows.map(({ variantId }) => variantId))
  const [leaves, taken] = [skus(added), skus(reversed)]
  const [promised, wasPromised] = [skus(effects.reservations), skus(standing.reservations)]
  const isTakenBack = ({ variantId }: { variantId: string }) => promised.has(variantId) && !leaves.has(variantId)
  const isAgain = ({ variantId, generation }: { variantId: string; generation: number }) =>
    generation > 1 && wasPromised.has(variantId) && !taken.has(variantId)
  const isIssue = ({ kind }: { kind: string }) => ref.kind === 'order' && kind === 'issue'
  return [
    ...added
      .filter((movement) => !(isIssue(movement) && isAgain(movement)))
      .map(({ variantId, day, at, pieces }) => ({ variantId, day, at, pieces, adjustmentId })),
    ...reversed
      .filter((movement) => !(isIssue(movement) && isTakenBack(movement)))
      .map(({ variantId, day, at, pieces }) => ({ variantId, day, at, pieces: 0 - pieces, adjustmentId })),
  ]
}
