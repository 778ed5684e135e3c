import { type Selectable, sql } from 'kysely'
import { addDays, firstOfMonth, monthOf } from '../../../src-shared/kernel/business-day.ts'
import type { Tx } from '../database/open.ts'
import type { StockMovementRow } from '../database/schema.ts'
import { valuesIn } from '../database/values-in.ts'
import { type Average, NO_AVERAGE } from '../inventory/moving-average.ts'
import { neverHadCost, type Shelf } from './date-order.ts'
import { recordedCost, type StandingMovement, standingMovements } from './standing.ts'

export interface Tail {
  /** What lay on the shelf when the first of these days began. */
  start: Average
  movements: StandingMovement[]
}

/** Every movement of a SKU. */
export async function wholeLife(tx: Tx, variantId: string): Promise<Tail> {
  const rows = await tx
    .selectFrom('stock_movement')
    .selectAll()
    .where('variant_id', '=', variantId)
    .orderBy('id')
    .execute()
  return { start: NO_AVERAGE, movements: standingMovements(rows) }
}

/**
 * While the average stands that a change on `day` takes, only its own month and later ones can change: what was taken of it
 * before stays. Null when the average is younger than the change, or somebody waits.
 */
export async function sinceMonth(tx: Tx, variantId: string, day: string, shelf: Shelf): Promise<Tail | null> {
  if (neverHadCost(shelf) || shelf.uncosted > 0 || day <= shelf.changed.day) return null
  const month = firstOfMonth(monthOf(day))
  const movements = standingMovements(
    await rowsSince(tx, variantId, month > shelf.changed.day ? month : addDays(shelf.changed.day, 1)),
  )
  const left = movements.reduce((sum, movement) => sum - recordedCost(movement).costed, shelf.average.left)
  return left > 0 ? { start: { ...shelf.average, left }, movements } : null
}

/**
 * The movements of a SKU that a change on `day` can reach: those since the last receipt on an earlier day. What lay on the
 * shelf when that day began is what lies there now without what happened since. Null when somebody waited for a cost
 * then, or there is no such receipt.
 */
export async function sinceReceipt(tx: Tx, variantId: string, day: string): Promise<Tail | null> {
  const { from } = await tx
    .selectFrom('stock_movement as m')
    .select(({ fn }) => fn.max<string | null>('day').as('from'))
    .where('variant_id', '=', variantId)
    .where('basis', '=', 'stated')
    .where('generation', '>', 0)
    .where('costed', '>', 0)
    .where('day', '<', day)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('stock_movement as r').select('r.id').whereRef('r.reverses', '=', 'm.id'))),
    )
    .executeTakeFirstOrThrow()
  if (from === null) return null
  // surplus and returns that came without a cost may have been paid by what came later
  const waited = await tx
    .selectFrom('stock_movement')
    .select('id')
    .where('variant_id', '=', variantId)
    .where(sql<boolean>`basis <> 'stated' and pieces > costed and generation > 0 and pieces > 0`)
    .where('day', '<', from)
    .limit(1)
    .executeTakeFirst()
  if (waited) return null

  const movements = standingMovements(await rowsSince(tx, variantId, from))
  const level = await tx
    .selectFrom('stock_level')
    .select(['costed', 'value'])
    .where('variant_id', '=', variantId)
    .executeTakeFirstOrThrow()
  const start = movements
    .map(recordedCost)
    .reduce((left, { costed, cost }) => ({ costed: left.costed - costed, value: left.value - cost }), level)
  // goods that left without cover were waiting then, and were paid since
  if (start.costed <= 0 || start.value < 0) return null
  return { start: { pieces: start.costed, value: start.value, left: start.costed }, movements }
}

async function rowsSince(tx: Tx, variantId: string, from: string): Promise<Selectable<StockMovementRow>[]> {
  const first = await tx
    .selectFrom('stock_movement')
    .selectAll()
    .where('variant_id', '=', variantId)
    .where(sql<boolean>`corrects is null and generation > 0`)
    .where('day', '>=', from)
    .execute()
  const ids = valuesIn(first.map(({ id }) => id))
  const later = await tx
    .selectFrom('stock_movement')
    .selectAll()
    .where('corrects', 'in', ids)
    .union(tx.selectFrom('stock_movement').selectAll().where('reverses', 'in', ids))
    .execute()
  return [...first, ...later].sort((a, b) => a.id - b.id)
}
