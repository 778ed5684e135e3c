import type { Movement } from '../effects.ts'
import type { Shelf } from './date-order.ts'
import type { AddedMovement, MovementPlan } from './movement-plan.ts'
import type { StandingMovement } from './standing.ts'
import type { UncostedIssues } from './uncosted.ts'

export interface Signed {
  costed: number
  cost: number
}

/** What the movements of one settling run cost, and which recorded ones cost something else because of them. */
export interface ShelfCosts {
  ofAdded: ReadonlyMap<AddedMovement, Signed>
  /** Standing movements of shelves that were costed again, by id. */
  ofStanding: ReadonlyMap<number, Signed>
  corrections: { movement: StandingMovement; difference: Signed }[]
  uncosted: UncostedIssues
  /** As they stood before. */
  before: ReadonlyMap<string, Shelf>
  shelves: ReadonlyMap<string, Shelf>
}

export interface Changes {
  added: AddedMovement[]
  reversed: StandingMovement[]
  restated: Map<number, { movement: StandingMovement; cost: Movement['cost'] }>
  misdated: Set<number>
  /** Of everything that changes. */
  days: string[]
}

export type Collected = Omit<ShelfCosts, 'ofAdded' | 'ofStanding' | 'before' | 'shelves'> & {
  ofAdded: Map<AddedMovement, Signed>
  ofStanding: Map<number, Signed>
}

export const NOTHING: Signed = { costed: 0, cost: 0 }
export const uncostedPieces = ({ pieces }: { pieces: number }, { costed }: Signed) => costed - pieces

export function changesBySku(plans: readonly MovementPlan[]): Map<string, Changes> {
  const changes = new Map<string, Changes>()
  const of = (variantId: string): Changes => {
    const known = changes.get(variantId) ?? {
      added: [],
      reversed: [],
      restated: new Map(),
      misdated: new Set(),
      days: [],
    }
    changes.set(variantId, known)
    return known
  }
  const change = ({ variantId, day }: { variantId: string; day: string }): Changes => {
    const known = of(variantId)
    known.days.push(day)
    return known
  }
  for (const { added, reversed, kept, restated, misdated } of plans) {
    for (const movement of added) change(movement).added.push(movement)
    for (const movement of reversed) change(movement).reversed.push(movement)
    if (restated.size > 0)
      for (const movement of kept)
        if (restated.has(movement.id))
          change(movement).restated.set(movement.id, { movement, cost: restated.get(movement.id)! })
    for (const { of: movement, correction } of misdated) change(movement).misdated.add(correction.id)
  }
  return changes
}
