import { addDays } from '../../../src-shared/kernel/business-day.ts'
import type { Tx } from '../database/open.ts'
import { putIn, takeOut, worth } from '../inventory/moving-average.ts'
import { neverHadCost, type Shelf } from './date-order.ts'
import type { AddedMovement } from './movement-plan.ts'
import { type Changes, type Collected, NOTHING, type Signed, uncostedPieces } from './shelf-changes.ts'
import { recordedCost } from './standing.ts'

/*
 * A purchase typed late may change what twenty thousand sales cost, and nobody should stand at the desk meanwhile. Then what is
 * new takes the average that stands, as if it came last, and the SKU is marked: its costs are put right afterwards, some at a time
 * (`recosting.ts`), each correction with the entries that follow it. Where that ends does not depend on what was taken for
 * now: it is the same function of the SKU's dated movements.
 */

/** Before every day: all of a SKU's movements are costed again. */
const WHOLE_LIFE = '0000-01-01'

/** Corrections that wait on another day belong to the documents in hand, and are put right with them. */
export const mayBeLater = ({ misdated }: Changes): boolean => misdated.size === 0

/** Whether costing again would reach more than so many movements. */
export async function isTooMuch(
  tx: Tx,
  variantId: string,
  shelf: Shelf,
  change: Changes,
  beyond: number,
): Promise<boolean> {
  if (beyond === Number.POSITIVE_INFINITY || !mayBeLater(change)) return false
  const { reached } = await tx
    .selectFrom((from) =>
      from
        .selectFrom('stock_movement')
        .select('id')
        .where('variant_id', '=', variantId)
        .where('day', '>=', firstDay(shelf, change))
        .limit(beyond + 1)
        .as('some'),
    )
    .select(({ fn }) => fn.countAll<number>().as('reached'))
    .executeTakeFirstOrThrow()
  return reached > beyond
}

/** Who waits for a cost may be paid by whatever comes, so all of it is looked at again. */
function firstDay(shelf: Shelf, { days }: Changes): string {
  if (neverHadCost(shelf) || shelf.uncosted > 0) return WHOLE_LIFE
  // goods of the day before are there when the day begins
  const first = addDays(days.toSorted()[0]!, -1)
  return shelf.recostFrom !== null && shelf.recostFrom < first ? shelf.recostFrom : first
}

/** The shelf with what is new at the average that stands, marked to be costed again. */
export function costedForNow(before: Shelf, change: Changes, costs: Collected): Shelf {
  const { added, reversed, restated } = change
  const { pieces, value, left } = before.average
  let average = { pieces, value, left: Math.max(0, Math.min(left, pieces)) }
  let uncosted = before.uncosted

  for (const { movement, cost } of restated.values()) {
    const recorded = recordedCost(movement)
    const right: Signed =
      typeof cost === 'number' ? { costed: movement.pieces, cost } : { costed: NOTHING.costed, cost: NOTHING.cost }
    costs.ofStanding.set(movement.id, right)
    costs.corrections.push({
      movement,
      difference: { costed: right.costed - recorded.costed, cost: right.cost - recorded.cost },
    })
  }
  for (const movement of reversed) {
    const waited = uncostedPieces(movement, recordedCost(movement))
    if (movement.pieces >= 0) continue
    if (waited > 0) uncosted--
    costs.uncosted.change({ ...movement, ref: movement.document }, waited, 0)
  }
  for (const movement of added) {
    const cost = forNow(movement)
    costs.ofAdded.set(movement, cost)
    if (movement.pieces >= 0) continue
    const waits = uncostedPieces(movement, cost)
    if (waits > 0) uncosted++
    costs.uncosted.change(movement, 0, waits)
  }
  return { ...before, average, uncosted: Math.max(0, uncosted), recostFrom: firstDay(before, change) }

  function forNow({ pieces, cost }: AddedMovement): Signed {
    if (pieces < 0) {
      const taken = average.pieces > 0 ? takeOut(average, -pieces) : { average, ...NOTHING }
      average = taken.average
      return { costed: 0 - taken.costed, cost: 0 - taken.cost }
    }
    const known =
      typeof cost === 'number' ? cost : cost === 'average' && average.left > 0 ? worth(average, pieces) : null
    if (known === null) return NOTHING
    average = putIn(average, pieces, known)
    return { costed: pieces, cost: known }
  }
}
