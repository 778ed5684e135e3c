import type { DocumentRef, Effects, Movement } from '../effects.ts'
import type { DatedMovement } from '../inventory/moving-average.ts'
import type { LedgerWriter } from './ledger-writer.ts'
import { type CostCorrection, documentKey, recordedCost, type Standing, type StandingMovement } from './standing.ts'

export interface AddedMovement extends DatedMovement {
  ref: DocumentRef
  variantId: string
  generation: number
}

/** What settling one document changes in the stock ledger, before anyone knows what it costs. */
export interface MovementPlan {
  ref: DocumentRef
  added: AddedMovement[]
  reversed: StandingMovement[]
  kept: StandingMovement[]
  /** Movements whose own cost became known, or was put right. */
  restated: Map<number, Movement['cost']>
  /** Corrections that waited on the first open day for a period that is open again. */
  misdated: { of: StandingMovement; correction: CostCorrection }[]
}

/** Compares the movements a document must have with those that stand. What they cost is no difference: it follows later. */
export function planMovements(
  writer: LedgerWriter,
  ref: DocumentRef,
  effects: Effects,
  standing: Standing,
): MovementPlan {
  const plan: MovementPlan = { ref, added: [], reversed: [], kept: [], restated: new Map(), misdated: [] }
  const surplus = new Map(standing.movements.map((movement) => [movement.effect, movement]))
  for (const wanted of effects.movements) {
    const stands = surplus.get(wanted.effect)
    if (stands && sameMovement(writer, wanted, stands)) {
      surplus.delete(wanted.effect)
      plan.kept.push(stands)
      if (stands.basis === 'stated' && costOnItsOwn(stands) !== wanted.cost) plan.restated.set(stands.id, wanted.cost)
      for (const correction of stands.corrections)
        if (correction.day !== stands.day && !writer.isClosed(stands.day))
          plan.misdated.push({ of: stands, correction })
      continue
    }
    const { effect, kind, variantId, at, pieces, cost } = wanted
    const generation = (standing.generations.get(effect) ?? 0) + 1
    const day = writer.openDay(wanted.day)
    plan.added.push({ document: documentKey(ref), ref, effect, kind, variantId, day, at, pieces, cost, generation })
  }
  plan.reversed.push(...surplus.values())
  return plan
}

/** Goods received: what they cost, or that nobody knows yet. */
export function costOnItsOwn(movement: StandingMovement): number | 'unknown' {
  const { costed, cost } = recordedCost(movement)
  return costed === movement.pieces ? cost : 'unknown'
}

/** A day in a closed period was moved to the first open one when it was recorded; that is no difference. */
export const sameDay = (writer: LedgerWriter, wanted: string, recorded: string): boolean =>
  wanted === recorded || writer.isClosed(wanted)

const basisOf = (cost: Movement['cost']): StandingMovement['basis'] =>
  typeof cost === 'number' || cost === 'unknown' ? 'stated' : cost

function sameBasis(a: StandingMovement['basis'], b: StandingMovement['basis']): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return (
    a.part.pieces === b.part.pieces &&
    a.part.of === b.part.of &&
    a.part.after === b.part.after &&
    a.issuedBy.toSorted().join('\n') === b.issuedBy.toSorted().join('\n')
  )
}

const sameMovement = (writer: LedgerWriter, wanted: Movement, recorded: StandingMovement): boolean =>
  wanted.kind === recorded.kind &&
  wanted.variantId === recorded.variantId &&
  wanted.pieces === recorded.pieces &&
  sameDay(writer, wanted.day, recorded.day) &&
  sameBasis(basisOf(wanted.cost), recorded.basis)

/** Appends what the plan asks for; `costOf` says what each new movement costs, signed like its pieces. */
export function appendMovements(
  writer: LedgerWriter,
  plan: MovementPlan,
  costOf: (added: AddedMovement) => { costed: number; cost: number },
): void {
  for (const { of, correction } of plan.misdated) reverse(writer, of, correction)
  for (const movement of plan.reversed) {
    for (const correction of movement.corrections) reverse(writer, movement, correction)
    reverse(writer, movement, null)
  }
  for (const added of plan.added) {
    const { ref, effect, kind, variantId, day, at, pieces, cost, generation } = added
    writer.move({
      document: ref,
      effect,
      generation,
      reverses: null,
      corrects: null,
      kind,
      basis: basisOf(cost),
      variantId,
      day,
      at,
      pieces,
      ...costOf(added),
    })
  }
}

function reverse(writer: LedgerWriter, movement: StandingMovement, correction: CostCorrection | null): void {
  const { document, kind, variantId, at } = movement
  const row = correction ?? { ...movement, ...movement.first }
  writer.move({
    document,
    effect: row.effect,
    generation: -row.generation,
    reverses: row.id,
    corrects: correction ? movement.id : null,
    kind: correction ? 'cost' : kind,
    basis: correction ? null : movement.basis,
    variantId,
    day: row.day,
    at,
    pieces: correction ? 0 : -movement.pieces,
    costed: -row.costed,
    cost: -row.cost,
  })
}
