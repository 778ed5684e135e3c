import { sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Reader, Tx } from '../database/open.ts'
import type { Extent, Stepwise } from '../work/stepwise.ts'
import type { Shelf } from './date-order.ts'
import { LedgerWriter } from './ledger-writer.ts'
import { type ShelfCosts, uncostedPieces } from './shelf-changes.ts'
import { appendCorrections, costedAgain, loadShelves, saveShelves } from './shelf-costs.ts'
import { recordedCost, type StandingMovement } from './standing.ts'
import { UncostedIssues } from './uncosted.ts'

/** What is still to be put right of one SKU, as long as nothing of it moves. */
interface Plan {
  variantId: string
  corrections: ShelfCosts['corrections']
  /** As it stands once all of them are appended. */
  shelf: Shelf
  /** The last row of the stock ledger when this was worked out. */
  upTo: number
}

/** SKUs whose costs wait to be put right. */
export async function skusToRecost(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('moving_average')
    .select('variant_id')
    .where('recost_from', 'is not', null)
    .orderBy('variant_id')
    .execute()
  return rows.map(({ variant_id }) => variant_id)
}

const lastRow = async (tx: Tx): Promise<number> => {
  const { last } = await tx
    .selectFrom('stock_movement')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** Asked at every step: the few rows since then are read, not all that the SKU ever had. */
const movedSince = async (tx: Tx, variantId: string, row: number): Promise<boolean> => {
  const later = await tx
    .selectFrom('stock_movement')
    .select('id')
    .where('id', '>', row)
    // the sign keeps SQLite from the index by SKU
    .where(sql`+variant_id`, '=', variantId)
    .limit(1)
    .executeTakeFirst()
  return later !== undefined
}

/**
 * Puts right what was costed for now (`recost-later.ts`), some corrections at a time, oldest first, each with the entries
 * that follow it: the books hold the shelves' value at every step. Which SKUs wait stands on their shelves, so there is nothing
 * to remember between two steps; when a SKU moves meanwhile, what is left of it is worked out anew.
 */
export function createRecosting(
  /** Settles the documents of these movements, so that their entries follow. */
  followed: (tx: Tx, movements: readonly StandingMovement[]) => Promise<void>,
  now: () => Instant,
) {
  return (): Stepwise<Extent, null> => {
    let plan: Plan | null = null

    const planned = async (tx: Tx): Promise<Plan | null> => {
      if (plan && !(await movedSince(tx, plan.variantId, plan.upTo))) return plan
      const [variantId] = plan ? [plan.variantId] : await skusToRecost(tx)
      return variantId === undefined ? null : planOf(tx, variantId)
    }

    return {
      begin: async (tx) => ({ done: 0, total: (await skusToRecost(tx)).length }),

      async step(tx, { done }, size) {
        const next = await planned(tx)
        if (!next) return { done, total: done }
        const some = next.corrections.slice(0, size)
        const stands = await append(tx, next.variantId, some)
        const corrections = next.corrections.slice(some.length)
        if (stands && corrections.length === 0) await saveShelves(tx, new Map([[next.variantId, next.shelf]]))
        plan = stands && corrections.length > 0 ? { ...next, corrections, upTo: await lastRow(tx) } : null
        const waiting = (await skusToRecost(tx)).length - (plan ? 1 : 0)
        const at = done + some.length
        return { done: at, total: at + corrections.length + waiting }
      },

      end: async () => null,
    }
  }

  /** False when a document moved its goods on this occasion: then what is left has to be worked out anew. */
  async function append(tx: Tx, variantId: string, corrections: ShelfCosts['corrections']): Promise<boolean> {
    const writer = await LedgerWriter.open(tx, now())
    appendCorrections(writer, corrections)
    await writer.flush()
    const uncosted = new UncostedIssues()
    for (const { movement, difference } of corrections) {
      if (movement.pieces >= 0) continue
      const recorded = recordedCost(movement)
      const right = { costed: recorded.costed + difference.costed, cost: recorded.cost + difference.cost }
      uncosted.change(
        { ...movement, ref: movement.document },
        uncostedPieces(movement, recorded),
        uncostedPieces(movement, right),
      )
    }
    await uncosted.save(tx)
    const before = await lastRow(tx)
    await followed(
      tx,
      corrections.map(({ movement }) => movement),
    )
    return !(await movedSince(tx, variantId, before))
  }
}
export type Recosting = ReturnType<typeof createRecosting>

async function planOf(tx: Tx, variantId: string): Promise<Plan> {
  const shelf = (await loadShelves(tx, [variantId])).get(variantId)!
  const costs = {
    ofAdded: new Map(),
    ofStanding: new Map(),
    corrections: [] as ShelfCosts['corrections'],
    uncosted: new UncostedIssues(),
  }
  const change = {
    added: [],
    reversed: [],
    restated: new Map(),
    misdated: new Set<number>(),
    days: [shelf.recostFrom!],
  }
  const after = await costedAgain(tx, variantId, shelf, change, costs)
  const corrections = costs.corrections.toSorted(({ movement: a }, { movement: b }) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : a.at - b.at || a.id - b.id,
  )
  return { variantId, corrections, shelf: after, upTo: await lastRow(tx) }
}
