import { insertMany, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { byDate, type Cost, costOf, type DatedMovement } from '../inventory/moving-average.ts'
import { boundAfter } from './cost-bound.ts'
import { costInOrder, hasRunOut, NEW_SHELF, neverHadCost, type Shelf } from './date-order.ts'
import type { LedgerWriter } from './ledger-writer.ts'
import { type AddedMovement, costOnItsOwn, type MovementPlan } from './movement-plan.ts'
import { cameBackBefore, sinceMonth, sinceReceipt, type Tail, wholeLife } from './recost-from.ts'
import { costedForNow, isTooMuch, mayBeLater } from './recost-later.ts'
import { keepRounding, type Recosted } from './rounding.ts'
import {
  type Changes,
  type Collected,
  changesBySku,
  NOTHING,
  type ShelfCosts,
  type Signed,
  uncostedPieces,
} from './shelf-changes.ts'
import { correctionKey, documentKey, recordedCost, type StandingMovement } from './standing.ts'
import { UncostedIssues } from './uncosted.ts'

/**
 * Each SKU either goes on from the average that stands, when everything new comes after what is recorded, or is costed again
 * from the last receipt before the change. The differences are appended as corrections of the movements they belong to.
 * @param beyond where more movements than these would have to be costed again, that is left for later (`recost-later.ts`).
 */
export async function shelfCosts(
  tx: Tx,
  plans: readonly MovementPlan[],
  beyond = Number.POSITIVE_INFINITY,
): Promise<ShelfCosts> {
  const changes = changesBySku(plans)
  const before = await loadShelves(tx, changes.keys())
  const costs = {
    ofAdded: new Map<AddedMovement, Signed>(),
    ofStanding: new Map<number, Signed>(),
    corrections: [] as ShelfCosts['corrections'],
    uncosted: new UncostedIssues(),
    before,
    shelves: new Map<string, Shelf>(),
  }
  for (const [variantId, change] of changes) {
    change.added.sort(byDate)
    const shelf = before.get(variantId) ?? NEW_SHELF
    const isLater = shelf.recostFrom !== null && mayBeLater(change)
    const after = isLater ? null : inOrder(shelf, change, costs)
    const costed =
      after ??
      (isLater || (await isTooMuch(tx, variantId, shelf, change, beyond))
        ? costedForNow(shelf, change, costs)
        : await costedAgain(tx, variantId, shelf, change, costs))
    costs.shelves.set(variantId, { ...costed, ...boundAfter(shelf, change) })
  }
  return costs
}

export async function loadShelves(tx: Tx, variantIds: Iterable<string>): Promise<Map<string, Shelf>> {
  const rows = await tx
    .selectFrom('moving_average as a')
    .innerJoin('stock_level as level', 'level.variant_id', 'a.variant_id')
    .selectAll('a')
    .select('level.costed')
    .select(({ selectFrom }) =>
      selectFrom('uncosted_day as w')
        .select(({ fn }) => fn.min('w.day').as('day'))
        .whereRef('w.variant_id', '=', 'a.variant_id')
        .as('waits_since'),
    )
    .where('a.variant_id', 'in', valuesIn(variantIds))
    .execute()
  return new Map(
    rows.map((row) => [
      row.variant_id,
      {
        average: { pieces: row.pieces, value: row.value, left: row.costed },
        changed: { day: row.changed_day, rank: row.changed_rank },
        last: { day: row.last_day, at: row.last_at },
        lastLossDay: row.last_loss_day,
        uncosted: row.uncosted,
        waitsSince: row.waits_since,
        recostFrom: row.recost_from,
        moved: row.moved,
        dearest: row.dearest,
      },
    ]),
  )
}

export async function saveShelves(tx: Tx, shelves: ReadonlyMap<string, Shelf>): Promise<void> {
  if (shelves.size === 0) return
  await tx.deleteFrom('moving_average').where('variant_id', 'in', valuesIn(shelves.keys())).execute()
  await insertMany(
    tx,
    'moving_average',
    [...shelves].map(([variant_id, { average, changed, last, lastLossDay, uncosted, recostFrom, moved, dearest }]) => ({
      variant_id,
      pieces: average.pieces,
      value: average.value,
      changed_day: changed.day,
      changed_rank: changed.rank,
      last_day: last.day,
      last_at: last.at,
      last_loss_day: lastLossDay,
      uncosted,
      recost_from: recostFrom,
      moved,
      dearest,
    })),
  )
}

/** The shelf after these changes; null when the SKU must be costed again. */
function inOrder(before: Shelf, { added, reversed, restated, misdated }: Changes, costs: Collected): Shelf | null {
  if (restated.size > 0 || misdated.size > 0) return null
  if (!neverHadCost(before) && !reversed.every((movement) => tookNothing(before, movement))) return null
  let shelf = { ...before, uncosted: before.uncosted - reversed.filter(({ basis }) => basis !== 'stated').length }
  const found: [AddedMovement, Signed][] = []
  for (const movement of added) {
    const next = costInOrder(shelf, movement)
    if (!next) return null
    shelf = next.shelf
    found.push([movement, { costed: next.costed, cost: next.cost }])
  }
  for (const movement of reversed)
    if (movement.pieces < 0)
      costs.uncosted.change({ ...movement, ref: movement.document }, uncostedPieces(movement, NOTHING), 0)
  for (const [movement, cost] of found) {
    costs.ofAdded.set(movement, cost)
    if (movement.pieces < 0) costs.uncosted.change(movement, 0, uncostedPieces(movement, cost))
  }
  return shelf
}

/** A sale that left without cover when nothing lay there, and of which nobody after it could have had anything. */
const tookNothing = (shelf: Shelf, movement: StandingMovement): boolean =>
  movement.kind === 'issue' && recordedCost(movement).costed === 0 && hasRunOut(shelf, movement.day)

/**
 * Goods that came back of issues before the tail stand at what they were recorded at: nothing there changes. Null when that
 * cannot be said, because the issue or its document changes too.
 */
function settledReturns(tail: Tail, { added, reversed }: Changes): ReadonlyMap<number, number> | null {
  const key = (document: string, effect: string) => `${document}\n${effect}`
  const inTail = new Set(
    [...tail.movements.map((each) => ({ ...each, document: documentKey(each.document) })), ...added].map(
      ({ document, effect }) => key(document, effect),
    ),
  )
  const isWhole = (document: string, issuedBy: readonly string[]) =>
    issuedBy.every((effect) => inTail.has(key(document, effect)))
  for (const { document, cost } of added) if (typeof cost === 'object' && !isWhole(document, cost.issuedBy)) return null
  const changing = new Set([
    ...added.map(({ document }) => document),
    ...reversed.map(({ document }) => documentKey(document)),
  ])
  const settled = new Map<number, number>()
  for (const movement of tail.movements) {
    const document = documentKey(movement.document)
    if (typeof movement.basis !== 'object' || isWhole(document, movement.basis.issuedBy)) continue
    const { costed, cost } = recordedCost(movement)
    if (costed !== movement.pieces || changing.has(document)) return null
    settled.set(movement.id, cost)
  }
  return settled
}

/** Costs every movement of a SKU anew, as a function of their dates, and notes what differs from what is recorded. */
export async function costedAgain(
  tx: Tx,
  variantId: string,
  before: Shelf,
  change: Changes,
  costs: Collected,
): Promise<Shelf> {
  const { added, reversed, restated, misdated } = change
  const firstDay = change.days.toSorted()[0]!
  // a shelf that was costed for now knows no average that could be gone on from
  const month = before.recostFrom === null ? await sinceMonth(tx, variantId, firstDay, before) : null
  let tail = month ?? (await sinceReceipt(tx, variantId, firstDay))
  const returned = tail && settledReturns(tail, change)
  if (!tail || !returned || (await cameBackBefore(tx, variantId, tail.from))) tail = await wholeLife(tx, variantId)
  const gone = new Set(reversed.map(({ id }) => id))
  const standing = new Map<DatedMovement, StandingMovement>()
  for (const movement of tail.movements) {
    if (gone.has(movement.id)) continue
    const { document, effect, kind, day, at, pieces, basis, id } = movement
    const cost = restated.get(id)?.cost ?? returned?.get(id) ?? (basis === 'stated' ? costOnItsOwn(movement) : basis)
    standing.set({ document: documentKey(document), effect, kind, day, at, pieces, cost }, movement)
  }
  const movements = [...standing.keys(), ...added]
  const found = costOf(movements, tail.start)
  const recosted = movements.map((movement): Recosted => {
    const recorded = standing.get(movement)
    return { movement, before: recorded ? unsigned(recordedCost(recorded)) : null, cost: found.of.get(movement)! }
  })
  keepRounding(recosted)

  for (const movement of reversed)
    if (movement.pieces < 0)
      costs.uncosted.change(
        { ...movement, ref: movement.document },
        uncostedPieces(movement, recordedCost(movement)),
        0,
      )
  const shelf: Shelf = {
    ...NEW_SHELF,
    average: found.average,
    changed: found.changed ?? (tail.start.left > 0 ? before.changed : NEW_SHELF.changed),
    last: tail.start.left > 0 ? before.last : NEW_SHELF.last,
    lastLossDay: tail.start.left > 0 ? before.lastLossDay : NEW_SHELF.lastLossDay,
    uncosted: found.uncosted,
    moved: before.moved,
    dearest: before.dearest,
  }
  for (const { movement, cost } of recosted) {
    const right = signed(movement, cost)
    const recorded = standing.get(movement)
    if (recorded) note(variantId, recorded, right, misdated, costs)
    else {
      costs.ofAdded.set(movement as AddedMovement, right)
      if (movement.pieces < 0) costs.uncosted.change(movement as AddedMovement, 0, uncostedPieces(movement, right))
    }
    if (movement.pieces < 0) noteLeaving(shelf, movement)
  }
  return shelf
}

const unsigned = ({ costed, cost }: Signed): Signed => ({ costed: Math.abs(costed), cost: Math.abs(cost) })
const signed = ({ pieces }: DatedMovement, { costed, cost }: Cost): Signed =>
  pieces < 0 ? { costed: 0 - costed, cost: 0 - cost } : { costed, cost }

function note(
  variantId: string,
  movement: StandingMovement,
  right: Signed,
  misdated: ReadonlySet<number>,
  costs: Collected,
): void {
  const recorded = recordedCost(movement)
  const stays = recordedCost({
    ...movement,
    corrections: movement.corrections.filter(({ id }) => !misdated.has(id)),
  })
  costs.ofStanding.set(movement.id, right)
  const difference = { costed: right.costed - stays.costed, cost: right.cost - stays.cost }
  if (difference.costed !== 0 || difference.cost !== 0) costs.corrections.push({ movement, difference })
  if (movement.pieces < 0)
    costs.uncosted.change(
      { ...movement, ref: movement.document, variantId },
      uncostedPieces(movement, recorded),
      uncostedPieces(movement, right),
    )
}

function noteLeaving(shelf: Shelf, { day, at, kind }: DatedMovement): void {
  if (day > shelf.last.day || (day === shelf.last.day && at > shelf.last.at)) shelf.last = { day, at }
  if (kind !== 'issue' && day > shelf.lastLossDay) shelf.lastLossDay = day
}

/** Appends the differences; each names the movement it mends. */
export function appendCorrections(writer: LedgerWriter, corrections: ShelfCosts['corrections']): void {
  for (const { movement, difference } of corrections) {
    const { document, effect, generation, variantId, day, at, id } = movement
    writer.move({
      document,
      effect: correctionKey(effect, generation),
      generation: movement.timesCorrected + 1,
      reverses: null,
      corrects: id,
      kind: 'cost',
      basis: null,
      variantId,
      day,
      at,
      pieces: 0,
      ...difference,
    })
  }
}
