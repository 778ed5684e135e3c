import type { LearnedPieces } from '../inventory/restated-counts.ts'
import type { MovementPlan } from './movement-plan.ts'

/**
 * What the books learn from one document about which goods came and left, and when. A hand-over that is taken back teaches
 * nothing about a shelf: its goods lie in their parcel, where nobody counted them.
 */
export function learnedPieces({ ref, added, reversed }: MovementPlan): LearnedPieces[] {
  const adjustmentId = ref.kind === 'stock-adjustment' ? ref.id : null
  const staysGone = new Set(added.map(({ variantId }) => variantId))
  const isTakenBack = ({ kind, variantId }: { kind: string; variantId: string }) =>
    ref.kind === 'order' && kind === 'issue' && !staysGone.has(variantId)
  return [
    ...added.map(({ variantId, day, at, pieces }) => ({ variantId, day, at, pieces, adjustmentId })),
    ...reversed
      .filter((movement) => !isTakenBack(movement))
      .map(({ variantId, day, at, pieces }) => ({ variantId, day, at, pieces: 0 - pieces, adjustmentId })),
  ]
}
