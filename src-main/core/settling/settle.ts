import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { breathe, insertMany, type Tx } from '../database/open.ts'
import type { DocumentKind, DocumentRef, Effects } from '../effects.ts'
import { restateCounts } from '../inventory/restated-counts.ts'
import { takingBack } from '../taking-back.ts'
import { requireBoundedCosts } from './cost-bound.ts'
import { settleEntries } from './entry-plan.ts'
import { learnedPieces } from './learned-pieces.ts'
import { LedgerWriter } from './ledger-writer.ts'
import { appendMovements, type MovementPlan, planMovements } from './movement-plan.ts'
import { bringBackReversals } from './postponed-reversals.ts'
import { createRecosting, type Recosting } from './recosting.ts'
import { type ShelfCosts, uncostedPieces } from './shelf-changes.ts'
import { appendCorrections, saveShelves, shelfCosts } from './shelf-costs.ts'
import { requireSoundCosts } from './sound-sums.ts'
import { documentKey, loadStanding, recordedCost, type Standing, type StandingMovement } from './standing.ts'
import { sellWithoutCost } from './uncosted.ts'

/**
 * The one routine that changes the ledgers. For each document it compares the effects it must have with what stands under
 * its keys and appends the difference: a missing effect is added, a surplus or changed one is reversed by a linked
 * row and recorded anew. Nothing is updated or deleted, so settling twice appends nothing.
 *
 * Cost is the one number that depends on other documents: it is a function of the dated movements of a SKU
 * (`moving-average.ts`). Where a new movement changes what recorded ones cost, the difference is appended to these, and their
 * documents settle again so that their entries follow.
 */
export interface SettledDocument {
  ref: DocumentRef
  effects: Effects
}

export interface Settled {
  movements: number
  entries: number
  documents: number
}

/** How settling finds the effects of documents whose cost changed; each kind is answered by its own room. */
export type EffectSource = (tx: Tx, ids: readonly string[]) => Promise<Map<string, Effects>>
export type EffectSources = Record<DocumentKind, EffectSource>

export type Settle = (tx: Tx, documents: readonly SettledDocument[]) => Promise<Settled>
export type SettleAgain = (tx: Tx, refs: readonly DocumentRef[]) => Promise<Settled>

/** A late cost may reach a year of orders; so many documents are held in memory at a time, and readers get their turn. */
const BATCH = 250

/** Where more movements of a SKU than these would have to be costed again at once, that is done later, some at a time. */
export interface CostingLater {
  beyond: number
  /** Some SKU waits to be costed again once this transaction is committed. */
  onWaiting(): void
}

export interface Settling {
  settle: Settle
  settleAgain: SettleAgain
  recosting: Recosting
}

export function createSettle(sources: EffectSources, now: () => Instant, later?: CostingLater): Settling {
  const settle: Settle = (tx, documents) => settleWith(tx, documents, new Map())

  async function settleWith(tx: Tx, documents: readonly SettledDocument[], behind: Recosted): Promise<Settled> {
    const total: Settled = { movements: 0, entries: 0, documents: 0 }
    const settled = new Set<string>()
    const restated = new Set<string>()
    const settleSome = async (batch: readonly SettledDocument[]) => {
      const { movements, entries, learned } = await settleBatch(tx, batch, now(), behind, later)
      total.movements += movements
      total.entries += entries
      for (const { ref } of batch) settled.add(documentKey(ref))
      // the new difference of a count is no news for the counts behind it
      const news = learned.filter(
        ({ adjustmentId }) =>
          adjustmentId === null || !restated.has(documentKey({ kind: 'stock-adjustment', id: adjustmentId })),
      )
      for (const id of await restateCounts(tx, news)) {
        const ref: DocumentRef = { kind: 'stock-adjustment', id }
        restated.add(documentKey(ref))
        behind.set(documentKey(ref), behind.get(documentKey(ref)) ?? { ref, effects: new Set() })
      }
    }

    // its second copy would not see what the first one adds
    if (new Set(documents.map(({ ref }) => documentKey(ref))).size !== documents.length)
      throw new Error('a document was given to settle twice at once')
    for (const batch of inBatches(documents.toSorted(byFirstDay))) {
      await settleSome(batch)
      if (batch.length === BATCH) await breathe()
    }
    while (behind.size > 0)
      for (const batch of inBatches([...behind.values()])) {
        await settleSome(await withEffects(tx, batch))
        for (const { ref } of batch) behind.delete(documentKey(ref))
        await breathe()
      }
    return { ...total, documents: settled.size }
  }

  async function withEffects(tx: Tx, documents: readonly { ref: DocumentRef }[]): Promise<SettledDocument[]> {
    const found = new Map<string, Effects>()
    for (const [kind, ids] of byKind(documents))
      for (const [id, effects] of await sources[kind](tx, ids)) found.set(documentKey({ kind, id }), effects)
    return documents.flatMap(({ ref }) => {
      const effects = found.get(documentKey(ref))
      return effects ? [{ ref, effects }] : []
    })
  }

  const followed: Parameters<typeof createRecosting>[0] = async (tx, movements) => {
    const behind: Recosted = new Map()
    for (const movement of movements) noteRecosted(behind, movement)
    await takingBack(() => settleWith(tx, [], behind))
  }

  return {
    settle,
    recosting: createRecosting(followed, now),
    settleAgain: async (tx, refs) =>
      settle(
        tx,
        await withEffects(
          tx,
          refs.map((ref) => ({ ref })),
        ),
      ),
  }
}

/** Documents whose recorded movements cost something else now, by key; their entries are behind until they settle. */
type Recosted = Map<string, { ref: DocumentRef; effects: Set<string> }>

function inBatches<T>(all: readonly T[]): T[][] {
  const batches: T[][] = []
  for (let from = 0; from < all.length; from += BATCH) batches.push(all.slice(from, from + BATCH))
  return batches
}

/** Documents come in the order of their dates, so that a batch goes on where the shelves stand. */
const firstDay = ({ effects: { movements } }: SettledDocument): string =>
  movements.reduce((first, { day }) => (first === '' || day < first ? day : first), '')
const byFirstDay = (a: SettledDocument, b: SettledDocument): number =>
  firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : 0

function byKind(documents: readonly { ref: DocumentRef }[]): Map<DocumentKind, string[]> {
  const kinds = new Map<DocumentKind, string[]>()
  for (const { ref } of documents) {
    const ids = kinds.get(ref.kind)
    if (ids) ids.push(ref.id)
    else kinds.set(ref.kind, [ref.id])
  }
  return kinds
}

async function settleBatch(
  tx: Tx,
  documents: readonly SettledDocument[],
  now: Instant,
  behind: Recosted,
  later?: CostingLater,
) {
  const writer = await LedgerWriter.open(tx, now)
  const standing = new Map<string, Standing>()
  for (const [kind, ids] of byKind(documents))
    for (const [key, found] of await loadStanding(tx, kind, ids)) standing.set(key, found)
  const of = (ref: DocumentRef) => standing.get(documentKey(ref))!

  const plans = documents.map(({ ref, effects }) => planMovements(writer, ref, effects, of(ref)))
  const costs = await shelfCosts(tx, plans, later?.beyond)
  await requireSoundCosts(tx, costs)
  for (const { movement } of costs.corrections) noteRecosted(behind, movement)

  const reservations: Parameters<typeof insertMany<'reservation'>>[2][number][] = []
  for (const [index, { ref, effects }] of documents.entries()) {
    const plan = plans[index]!
    reservations.push(...(await settleReservations(tx, ref, effects, of(ref))))
    appendMovements(writer, plan, (added) => costs.ofAdded.get(added)!)
    settleEntries(writer, ref, effects, of(ref), {
      of: costByEffect(plan, costs),
      recosted: behind.get(documentKey(ref))?.effects ?? new Set(),
    })
    bringBackReversals(writer, ref, of(ref))
    behind.delete(documentKey(ref))
  }
  appendCorrections(writer, costs.corrections)
  const learned = plans.flatMap((plan, index) => learnedPieces(plan, documents[index]!.effects, of(plan.ref)))
  const written = { ...(await writer.flush()), learned }
  await insertMany(tx, 'reservation', reservations)
  await costs.uncosted.save(tx)
  await sellWithoutCost(tx, ordersThatWait(plans, costs))
  await saveShelves(tx, costs.shelves)
  await requireBoundedCosts(tx, costs)
  if ([...costs.shelves.values()].some(({ recostFrom }) => recostFrom !== null)) later?.onWaiting()
  return written
}

/** Orders of which something that left before goes on waiting for its cost. */
function ordersThatWait(plans: readonly MovementPlan[], { ofStanding }: ShelfCosts): string[] {
  const waits = (movement: StandingMovement) =>
    movement.pieces < 0 && uncostedPieces(movement, ofStanding.get(movement.id) ?? recordedCost(movement)) > 0
  return plans.flatMap(({ ref, kept }) => (ref.kind === 'order' && kept.some(waits) ? [ref.id] : []))
}

function noteRecosted(behind: Recosted, { document, effect }: StandingMovement): void {
  const key = documentKey(document)
  const noted = behind.get(key) ?? { ref: document, effects: new Set() }
  noted.effects.add(effect)
  behind.set(key, noted)
}

/** The value moved under each effect, without sign. */
function costByEffect({ kept, added }: MovementPlan, costs: ShelfCosts): Map<string, number> {
  const byEffect = new Map<string, number>()
  for (const movement of kept)
    byEffect.set(movement.effect, Math.abs((costs.ofStanding.get(movement.id) ?? recordedCost(movement)).cost))
  for (const movement of added) byEffect.set(movement.effect, Math.abs(costs.ofAdded.get(movement)!.cost))
  return byEffect
}

async function settleReservations(tx: Tx, ref: DocumentRef, effects: Effects, standing: Standing) {
  const wanted = new Map(effects.reservations.map((reservation) => [reservation.effect, reservation]))
  for (const stands of standing.reservations) {
    const same = wanted.get(stands.effect)
    if (same && same.variantId === stands.variantId && same.pieces === stands.pieces) {
      wanted.delete(stands.effect)
      continue
    }
    await tx
      .deleteFrom('reservation')
      .where('document_kind', '=', ref.kind)
      .where('document_id', '=', ref.id)
      .where('effect', '=', stands.effect)
      .execute()
  }
  return [...wanted.values()].map(({ effect, variantId, pieces }) => ({
    document_kind: ref.kind,
    document_id: ref.id,
    effect,
    variant_id: variantId,
    pieces,
  }))
}
