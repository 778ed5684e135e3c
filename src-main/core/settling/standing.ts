import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { type Memo, storedMemo } from '../../../src-shared/ledger/memo.words.ts'
import type { Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import type { DocumentRef } from '../effects.ts'

/** What the two ledgers hold under one document now: everything recorded and not reversed. */
export interface Standing {
  reservations: { effect: string; variantId: string; pieces: number }[]
  movements: StandingMovement[]
  entries: StandingEntry[]
  /** Highest generation ever used by an effect, reversed ones included. */
  generations: Map<string, number>
}

export interface StandingMovement {
  id: number
  effect: string
  generation: number
  kind: string
  variantId: string
  day: string
  at: number
  pieces: number
  costed: number
  cost: number
}

export interface StandingEntry {
  id: number
  effect: string
  generation: number
  book: string
  day: string
  memo: Memo
  pairId: string | null
  lines: { account: AccountCode; amount: number }[]
}

export const documentKey = ({ kind, id }: DocumentRef): string => `${kind}/${id}`

const emptyStanding = (): Standing => ({ reservations: [], movements: [], entries: [], generations: new Map() })

const remember = (standing: Standing, effect: string, generation: number) =>
  standing.generations.set(effect, Math.max(standing.generations.get(effect) ?? 0, Math.abs(generation)))

/** Loads what stands under many documents of one kind with four queries, however many they are. */
export async function loadStanding(
  tx: Tx,
  kind: DocumentRef['kind'],
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  const standing = new Map(ids.map((id) => [documentKey({ kind, id }), emptyStanding()]))
  if (ids.length === 0) return standing
  const wanted = valuesIn(ids)
  const of = (id: string) => standing.get(documentKey({ kind, id }))!

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
  const reversedMovements = new Set(movements.map((row) => row.reverses))
  for (const row of movements) {
    remember(of(row.document_id), row.effect, row.generation)
    if (row.generation < 0 || reversedMovements.has(row.id)) continue
    const { id, effect, generation, day, at, pieces, costed, cost } = row
    of(row.document_id).movements.push({
      id,
      effect,
      generation,
      kind: row.kind,
      variantId: row.variant_id,
      day,
      at,
      pieces,
      costed,
      cost,
    })
  }

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
    ])
    .where('document_kind', '=', kind)
    .where('document_id', 'in', wanted)
    .orderBy('id')
    .execute()
  const reversedEntries = new Set(entries.map((row) => row.reverses))
  const byId = new Map<number, StandingEntry>()
  for (const row of entries) {
    remember(of(row.document_id), row.effect, row.generation)
    if (row.generation < 0 || reversedEntries.has(row.id)) continue
    const { id, effect, generation, book, day } = row
    const entry: StandingEntry = {
      id,
      effect,
      generation,
      book,
      day,
      memo: storedMemo(row.memo_key, row.memo_facts),
      pairId: row.pair_id,
      lines: [],
    }
    of(row.document_id).entries.push(entry)
    byId.set(id, entry)
  }
  if (byId.size > 0) {
    const postings = await tx
      .selectFrom('posting')
      .select(['entry_id', 'account', 'amount'])
      .where('entry_id', 'in', valuesIn(byId.keys()))
      .execute()
    for (const { entry_id, account, amount } of postings) byId.get(entry_id)!.lines.push({ account, amount })
  }
  return standing
}
