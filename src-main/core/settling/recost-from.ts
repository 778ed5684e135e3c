import { type Selectable, sql } from 'kysely'
import { addDays, firstOfMonth, monthOf } from '../../../src-shared/kernel/business-day.ts'
import type { Reader, Tx } from '../database/open.ts'
import type { StockMovementRow } from '../database/schema.ts'
import { valuesIn } from '../database/values-in.ts'
import { type Average, NO_AVERAGE } from '../inventory/moving-average.ts'
import { neverHadCost, type Shelf } from './date-order.ts'
import { recordedCost, type StandingMovement, standingMovements } from './standing.ts'

export interface Tail {
  /** The first of these days; '' for a whole life. */
  from: string
  /** What lay on the shelf when the first of these days began. */
  start: Average
  movements: StandingMovement[]
}

/** Every movement of a SKU. */
export async function wholeLife(reader: Reader, variantId: string): Promise<Tail> {
  const rows = await reader
    .selectFrom('stock_movement')
    .selectAll()
    .where('variant_id', '=', variantId)
    .orderBy('id')
    .execute()
  return { from: '', start: NO_AVERAGE, movements: standingMovements(rows) }
}

/**
 * While the average stands that a change on `day` takes, only its own month and later ones can change: what was taken of it
 * before stays. Null when the average is younger than the change, or somebody waits; and when the average is of this month and
 * something was taken of it on its first day already: what leaves in a month is only right together.
 */
export async function sinceMonth(tx: Tx, variantId: string, day: string, shelf: Shelf): Promise<Tail | null> {
  if (neverHadCost(shelf) || shelf.uncosted > 0 || day <= shelf.changed.day) return null
  const month = firstOfMonth(monthOf(day))
  const isOlder = month > shelf.changed.day
  if (!isOlder && (await wasTakenOn(tx, variantId, shelf.changed.day))) return null
  const from = isOlder ? month : addDays(shelf.changed.day, 1)
  const movements = standingMovements(await rowsSince(tx, variantId, from))
  const left = movements.reduce((sum, movement) => sum - recordedCost(movement).costed, shelf.average.left)
  return left > 0 ? { from, start: { ...shelf.average, left }, movements } : null
}

async function wasTakenOn(tx: Tx, variantId: string, day: string): Promise<boolean> {
  const taken = await tx
    .selectFrom('stock_movement')
    .select('id')
    .where('variant_id', '=', variantId)
    .where('day', '=', day)
    .where('pieces', '<', 0)
    .limit(1)
    .executeTakeFirst()
  return taken !== undefined
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
  if (waited || (await foundBeforeAnyCost(tx, variantId, from))) return null

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
  return { from, start: { pieces: start.costed, value: start.value, left: start.costed }, movements }
}

/** Whether surplus found before a day lay on a shelf without an average: it took the one that came afterwards. */
async function foundBeforeAnyCost(tx: Tx, variantId: string, from: string): Promise<boolean> {
  const found = await tx
    .selectFrom('stock_movement as f')
    .select('f.id')
    .where('variant_id', '=', variantId)
    .where(sql<boolean>`basis = 'average' and generation > 0 and pieces > 0`)
    .where('day', '<', from)
    .where(
      sql<number>`(select coalesce(sum(p.costed), 0) from stock_movement p where p.variant_id = f.variant_id
        and (p.day < f.day or (p.day = f.day and p.basis = 'stated')))`,
      '<=',
      0,
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Whether goods stand as come back before a day of an issue on or after it: a closed period can put an issue that was corrected
 * behind its own return, whose cost then follows it out of the tail.
 */
export async function cameBackBefore(tx: Tx, variantId: string, from: string): Promise<boolean> {
  const found = await tx
    .selectFrom('stock_movement as b')
    .innerJoin('stock_movement as i', (join) =>
      join
        .onRef('i.document_kind', '=', 'b.document_kind')
        .onRef('i.document_id', '=', 'b.document_id')
        .onRef('i.variant_id', '=', 'b.variant_id')
        .on('i.day', '>=', from)
        .on('i.pieces', '<', 0)
        .on('i.generation', '>', 0),
    )
    .select('b.id')
    .where('b.variant_id', '=', variantId)
    .where('b.day', '<', from)
    .where('b.basis', '=', 'as issued')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
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
