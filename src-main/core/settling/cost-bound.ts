import { sql } from 'kysely'
import { LARGEST_SUM } from '../../../src-shared/kernel/limits.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Tx } from '../database/open.ts'
import { isTakingBack } from '../taking-back.ts'
import { NEW_SHELF, type Shelf } from './date-order.ts'
import type { Changes, ShelfCosts } from './shelf-changes.ts'

/*
 * Costs that are put right later, and those that follow what somebody takes back, are refused nothing. So what is taken in is
 * bounded by all that could ever come of it.
 *
 * Whatever order the movements get, no piece costs more than the dearest receipt that stands, rounded up to whole rupiah: an average
 * lies between what it was mixed of, sales, surplus and returns take theirs from it, and rounding never passes a whole bound. So the
 * movements of a SKU cost at most `dearest × moved` together. Taking back lessens both: a count behind it that now finds more moves no
 * more pieces than went away. Only goods that came back of a sale still partly without cost carry up to a piece's worth too much for a
 * while; for that there is ninetyfold room between what is taken in (`LARGEST_SUM`) and what the books hold (`LARGEST_STORED`).
 */

type Bounds = Pick<Shelf, 'moved' | 'dearest'>

const mostCost = ({ moved, dearest }: Bounds): Rupiah => moved * dearest

export function boundAfter(before: Shelf, { added, reversed, restated }: Changes): Bounds {
  let { moved, dearest } = before
  const receive = (pieces: number, cost: unknown) => {
    if (pieces > 0 && typeof cost === 'number') dearest = Math.max(dearest, Math.ceil(cost / pieces))
  }
  for (const { pieces, cost } of added) {
    moved += Math.abs(pieces)
    receive(pieces, cost)
  }
  for (const { pieces } of reversed) moved -= Math.abs(pieces)
  for (const { movement, cost } of restated.values()) receive(movement.pieces, cost)
  return { moved, dearest }
}

/** From here on the shop's sum is asked for, whenever what one SKU may cost has doubled: below, nobody has so many SKUs. */
const WORTH_SUMMING = 1_000_000_000
const timesDoubled = (cost: Rupiah): number => Math.floor(Math.log2(Math.max(cost, WORTH_SUMMING)))

/**
 * Asked of what grew, once it is written.
 * @throws COST_TOO_LARGE where a SKU, BALANCE_TOO_LARGE where all of them together could come to more than can be counted with.
 */
export async function requireBoundedCosts(tx: Tx, { before, shelves }: ShelfCosts): Promise<void> {
  if (isTakingBack()) return
  let hasDoubled = false
  for (const [variantId, shelf] of shelves) {
    const was = mostCost(before.get(variantId) ?? NEW_SHELF)
    if (mostCost(shelf) <= was) continue
    if (mostCost(shelf) > LARGEST_SUM) await requireBounded(tx, variantId)
    if (timesDoubled(mostCost(shelf)) > timesDoubled(was)) hasDoubled = true
  }
  if (!hasDoubled || (await mostCostOfAll(tx)) <= LARGEST_SUM) return
  await lookAgain(tx)
  if ((await mostCostOfAll(tx)) > LARGEST_SUM)
    throw new DomainError('BALANCE_TOO_LARGE', { account: '1301', most: LARGEST_SUM })
}

async function requireBounded(tx: Tx, variantId: string): Promise<void> {
  await lookAgain(tx, variantId)
  const { sku, ...bounds } = await tx
    .selectFrom('moving_average')
    .innerJoin('variant', 'variant.id', 'variant_id')
    .select(['sku', 'moved', 'dearest'])
    .where('variant_id', '=', variantId)
    .executeTakeFirstOrThrow()
  if (mostCost(bounds) > LARGEST_SUM) throw new DomainError('COST_TOO_LARGE', { sku, most: LARGEST_SUM })
}

async function mostCostOfAll(tx: Tx): Promise<Rupiah> {
  const { cost } = await tx
    .selectFrom('moving_average')
    .select(sql<number>`total(1.0 * moved * dearest)`.as('cost'))
    .executeTakeFirstOrThrow()
  return cost
}

/** The receipt that was dearest may have been taken back, or put right, since. */
async function lookAgain(tx: Tx, variantId?: string): Promise<void> {
  await sql`
    update moving_average as a set dearest = coalesce((
      select max((m.cost + coalesce((select sum(c.cost) from stock_movement c where c.corrects = m.id), 0) + m.pieces - 1) / m.pieces)
      from stock_movement m
      where m.variant_id = a.variant_id and m.basis = 'stated' and m.generation > 0 and m.pieces > 0
        and not exists (select 1 from stock_movement r where r.reverses = m.id)), 0)
    where ${variantId === undefined ? sql`1.0 * moved * dearest > ${WORTH_SUMMING}` : sql`variant_id = ${variantId}`}`.execute(
    tx,
  )
}
