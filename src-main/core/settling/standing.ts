import type { Selectable } from 'kysely'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { type Memo, storedMemo } from '../../../src-shared/ledger/memo.words.ts'
import type { Tx } from '../database/open.ts'
import type { StockMovementRow } from '../database/schema.ts'
import { valuesIn } from '../database/values-in.ts'
import type { AsIssued, DocumentKind, DocumentRef, Movement } from '../effects.ts'

/** What the two ledgers hold under one document now: everything recorded and not reversed. */
export interface Standing {
  reservations: { effect: string; variantId: string; pieces: number }[]
  movements: StandingMovement[]
  entries: StandingEntry[]
  /** Reversals that wait on an open day, because the day of what they reverse was closed. */
  postponed: { movements: PostponedMovement[]; entries: PostponedEntry[] }
  /** Highest generation ever used by an effect, reversed ones included. */
  generations: Map<string, number>
}

interface Row {
  id: number
  effect: string
  generation: number
  day: string
}

export interface CostCorrection extends Row {
  costed: number
  cost: number
}

/** One movement with what was corrected about its cost since. */
export interface StandingMovement extends Row {
  document: DocumentRef
  kind: Movement['kind']
  variantId: string
  at: number
  pieces: number
  /** As first recorded; signed like `pieces`. */
  first: { costed: number; cost: number }
  corrections: CostCorrection[]
  /** Generation of the latest correction, reversed ones included. */
  timesCorrected: number
  basis: 'stated' | 'average' | AsIssued
}

export interface EntryCorrection extends Row {
  memo: Memo
  lines: { account: AccountCode; amount: number }[]
}

export interface StandingEntry extends EntryCorrection {
  book: string
  pairId: string | null
  corrections: EntryCorrection[]
}

/** A reversal that stands on another day than the row it reverses, whose own day is `belongsOn`. */
export type PostponedMovement = Selectable<StockMovementRow> & { belongsOn: string }
export interface PostponedEntry extends Row {
  book: string
  pairId: string | null
  belongsOn: string
  lines: EntryCorrection['lines']
}

/** Of a reversal that was brought back to its own day, and of what takes it away where it had waited. */
export const broughtBackKey = ({ effect, generation }: Pick<Row, 'effect' | 'generation'>): string =>
  `${effect}~day/${-generation}`

/** Corrections have keys of their own, so that a movement or an entry recorded anew begins without any. */
export const correctionKey = (effect: string, generation: number): string => `${effect}~cost/${generation}`

export const documentKey = ({ kind, id }: DocumentRef): string => `${kind}/${id}`

/** What is recorded about the cost of a movement, corrections included. */
export const recordedCost = ({ first, corrections }: StandingMovement): { costed: number; cost: number } =>
  corrections.reduce((sum, { costed, cost }) => ({ costed: sum.costed + costed, cost: sum.cost + cost }), first)

/** The movements among these rows that stand, each with its corrections. `rows` in the order they were recorded. */
export function standingMovements(rows: readonly Selectable<StockMovementRow>[]): StandingMovement[] {
  const reversed = new Set(rows.map(({ reverses }) => reverses))
  const byId = new Map<number, StandingMovement>()
  for (const row of rows) {
    const corrected = row.corrects === null ? undefined : byId.get(row.corrects)
    if (corrected) corrected.timesCorrected = Math.max(corrected.timesCorrected, row.generation)
    if (row.generation < 0 || reversed.has(row.id)) continue
    const { id, effect, generation, day, at, pieces, costed, cost } = row
    if (row.corrects !== null) {
      // what was brought back to its day names a reversal: nothing of the two stands
      corrected?.corrections.push({ id, effect, generation, day, costed, cost })
      continue
    }
    byId.set(id, {
      id,
      document: { kind: row.document_kind as DocumentKind, id: row.document_id },
      effect,
      generation,
      kind: row.kind as Movement['kind'],
      variantId: row.variant_id,
      day,
      at,
      pieces,
      first: { costed, cost },
      corrections: [],
      timesCorrected: 0,
      basis: row.comes_back === null ? (row.basis as 'stated' | 'average') : JSON.parse(row.comes_back),
    })
  }
  return [...byId.values()]
}

/** The reversals among these rows that stand on another day than what they reverse. */
function postponedAmong<R extends Row & { reverses: number | null }>(
  rows: readonly R[],
): (R & { belongsOn: string })[] {
  const dayOf = new Map(rows.map(({ id, day }) => [id, day]))
  const reversed = new Set(rows.map(({ reverses }) => reverses))
  return rows.flatMap((row) => {
    const belongsOn = row.reverses === null ? row.day : dayOf.get(row.reverses)!
    return belongsOn === row.day || reversed.has(row.id) ? [] : [{ ...row, belongsOn }]
  })
}

const emptyStanding = (): Standing => ({
  reservations: [],
  movements: [],
  entries: [],
  postponed: { movements: [], entries: [] },
  generations: new Map(),
})

/** Loads what stands under many documents of one kind with four queries, however many they are. */
export async function loadStanding(tx: Tx, kind: DocumentKind, ids: readonly string[]): Promise<Map<string, Standing>> {
  const standing = new Map(ids.map((id) => [documentKey({ kind, id }), emptyStanding()]))
  if (ids.length === 0) return standing
  const wanted = valuesIn(ids)
  const of = (id: string) => standing.get(documentKey({ kind, id }))!
  const remember = (row: { document_id: string; effect: string; generation: number }) => {
    const { generations } = of(row.document_id)
    generations.set(row.effect, Math.max(generations.get(row.effect) ?? 0, Math.abs(row.generation)))
  }

  const reservations = await tx
    .selectFrom('reservation')
    .select(['document_id', 'effect', 'variant_id', 'pieces'])
    .where('document_kind', '=', kind)
    .where('document_id', 'in', wanted)
    .execute()
  for (const row of reservations)
    of(row.document_id).reservations.push({ effect: row.effect, variantId: row.variant_id, pieces: row.pieces })

  const movements = await tx
    .selectFrom('stock_movement')
    .selectAll()
    .where('document_kind', '=', kind)
    .where('document_id', 'in', wanted)
    .orderBy('id')
    .execute()
  for (const row of movements) remember(row)
  for (const movement of standingMovements(movements)) of(movement.document.id).movements.push(movement)
  for (const reversal of postponedAmong(movements)) of(reversal.document_id).postponed.movements.push(reversal)

  const entries = await tx
    .selectFrom('entry')
    .select([
      'id',
      'document_id',
      'effect',
      'generation',
      'book',
      'day',
      'memo_key',
      'memo_facts',
      'pair_id',
      'reverses',
      'corrects',
    ])
    .where('document_kind', '=', kind)
    .where('document_id', 'in', wanted)
    .orderBy('id')
    .execute()
  const reversed = new Set(entries.map(({ reverses }) => reverses))
  const byId = new Map<number, StandingEntry>()
  const linesOf = new Map<number, EntryCorrection['lines']>()
  for (const row of entries) {
    remember(row)
    if (row.generation < 0 || reversed.has(row.id)) continue
    const { id, effect, generation, book, day } = row
    const lines: EntryCorrection['lines'] = []
    linesOf.set(id, lines)
    const recorded = { id, effect, generation, day, memo: storedMemo(row.memo_key, row.memo_facts), lines }
    if (row.corrects !== null) {
      byId.get(row.corrects)?.corrections.push(recorded)
      continue
    }
    const entry: StandingEntry = { ...recorded, book, pairId: row.pair_id, corrections: [] }
    of(row.document_id).entries.push(entry)
    byId.set(id, entry)
  }
  for (const { id, document_id, effect, generation, day, book, pair_id: pairId, belongsOn } of postponedAmong(
    entries,
  )) {
    const lines: EntryCorrection['lines'] = []
    linesOf.set(id, lines)
    of(document_id).postponed.entries.push({ id, effect, generation, day, book, pairId, belongsOn, lines })
  }
  if (linesOf.size > 0) {
    const postings = await tx
      .selectFrom('posting')
      .select(['entry_id', 'account', 'amount'])
      .where('entry_id', 'in', valuesIn(linesOf.keys()))
      .execute()
    for (const { entry_id, account, amount } of postings) linesOf.get(entry_id)!.push({ account, amount })
  }
  return standing
}
