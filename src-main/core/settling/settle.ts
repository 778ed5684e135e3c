import { partOf } from '../../../src-shared/kernel/allocate.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { breathe, insertMany, type Tx } from '../database/open.ts'
import type { AsIssued, DocumentKind, DocumentRef, Effects, Entry, Movement } from '../effects.ts'
import { costFilled, found, issued, type StockChange } from '../inventory/stock-value.ts'
import { LedgerWriter } from './ledger-writer.ts'
import { documentKey, loadStanding, type Standing, type StandingEntry, type StandingMovement } from './standing.ts'
import { forgetWaiting, rememberWaiting, type Waiting, waitingFor } from './waiting.ts'

/**
 * The one routine that changes the ledgers. For each document it compares the effects it must have with what stands under
 * its keys and appends the difference: a missing effect is added, a surplus or changed one is reversed by a linked
 * row and recorded anew. Nothing is updated or deleted, so settling twice appends nothing.
 *
 * Cost is the one number that depends on history: an issue takes its average when first recorded and keeps it; what could
 * not be costed waits, and is filled when cost arrives on that shelf, oldest document first.
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

/** How settling finds the effects of documents that wait for a cost; each kind is answered by its own room. */
export type EffectSource = (tx: Tx, ids: readonly string[]) => Promise<Map<string, Effects>>
export type EffectSources = Record<DocumentKind, EffectSource>

export type Settle = (tx: Tx, documents: readonly SettledDocument[]) => Promise<Settled>

/** A late cost may be awaited by a year of orders; so many are held in memory at a time, and readers get their turn. */
const BATCH = 500
const FILL = '~cost'
const TRUE_UP = 'true-up/'

export function createSettle(
  sources: EffectSources,
  now: () => Instant,
): { settle: Settle; settleAgain: (tx: Tx, refs: readonly DocumentRef[]) => Promise<Settled> } {
  const settle: Settle = async (tx, documents) => {
    const total: Settled = { movements: 0, entries: 0, documents: documents.length }
    const done = new Set(documents.map(({ ref }) => documentKey(ref)))
    const settled = async (batch: readonly SettledDocument[]): Promise<ReadonlySet<string>> => {
      const { written, costArrived } = await settleBatch(tx, batch, now())
      total.movements += written.movements
      total.entries += written.entries
      for (const { ref } of batch) done.add(documentKey(ref))
      return costArrived
    }

    let arrived = await settled(documents)
    // documents that waited for a cost settle again; each round can only shrink what waits
    while (arrived.size > 0) {
      const before = total.movements
      const waiting = await waitingFor(tx, arrived)
      const next = new Set<string>()
      for (let from = 0; from < waiting.length; from += BATCH) {
        for (const variantId of await settled(await withEffects(tx, waiting.slice(from, from + BATCH))))
          next.add(variantId)
        await breathe()
      }
      if (total.movements === before) break
      arrived = next
    }
    return { ...total, documents: done.size }
  }

  async function withEffects(tx: Tx, refs: readonly DocumentRef[]): Promise<SettledDocument[]> {
    const found = new Map<string, Effects>()
    for (const [kind, ids] of byKind(refs))
      for (const [id, effects] of await sources[kind](tx, ids)) found.set(documentKey({ kind, id }), effects)
    // in the order asked for, which decides who gets a scarce cost
    return refs.flatMap((ref) => {
      const effects = found.get(documentKey(ref))
      return effects ? [{ ref, effects }] : []
    })
  }

  return { settle, settleAgain: async (tx, refs) => settle(tx, await withEffects(tx, refs)) }
}

function byKind(refs: readonly DocumentRef[]): Map<DocumentKind, string[]> {
  const kinds = new Map<DocumentKind, string[]>()
  for (const { kind, id } of refs) {
    const ids = kinds.get(kind)
    if (ids) ids.push(id)
    else kinds.set(kind, [id])
  }
  return kinds
}

async function settleBatch(tx: Tx, documents: readonly SettledDocument[], now: Instant) {
  const writer = await LedgerWriter.open(tx, now)
  const standing = new Map<string, Standing>()
  for (const [kind, ids] of byKind(documents.map(({ ref }) => ref)))
    for (const [key, found] of await loadStanding(tx, kind, ids)) standing.set(key, found)
  // its second copy would not see what the first one adds
  if (standing.size !== documents.length) throw new Error('a document was given to settle twice at once')

  await writer.loadShelves(
    documents.flatMap(({ ref, effects }) => [
      ...effects.movements.map(({ variantId }) => variantId),
      ...standing.get(documentKey(ref))!.movements.map(({ variantId }) => variantId),
    ]),
  )

  const reservations: Parameters<typeof insertMany<'reservation'>>[2][number][] = []
  const waiting: Waiting = { issues: [], found: [] }
  for (const { ref, effects } of documents) {
    const stands = standing.get(documentKey(ref))!
    reservations.push(...(await settleReservations(tx, ref, effects, stands)))
    const costByEffect = settleMovements(writer, ref, effects, stands, waiting)
    settleEntries(writer, ref, effects, stands, costByEffect)
  }
  // a document that never moved goods never waited
  const moved = documents.map(({ ref }) => ref).filter((ref) => standing.get(documentKey(ref))!.generations.size > 0)
  for (const [kind, ids] of byKind(moved)) await forgetWaiting(tx, kind, ids)
  const written = await writer.flush()
  await insertMany(tx, 'reservation', reservations)
  await rememberWaiting(tx, waiting)
  return { written, costArrived: writer.costArrived }
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

/** Returns the value moved under each effect so far, fills included, as a positive number. */
function settleMovements(
  writer: LedgerWriter,
  ref: DocumentRef,
  effects: Effects,
  standing: Standing,
  waiting: Waiting,
): Map<string, number> {
  const costByEffect = new Map<string, number>()
  const moved = new Map<string, StockChange>()
  const byEffect = Map.groupBy(standing.movements, ({ effect }) => effect)
  const wanted = new Set(effects.movements.map(({ effect }) => effect))

  const reverse = (movement: StandingMovement) =>
    writer.move({
      ...movement,
      kind: movement.kind as 'issue',
      document: ref,
      generation: -movement.generation,
      reverses: movement.id,
      pieces: -movement.pieces,
      costed: -movement.costed,
      cost: -movement.cost,
    })

  for (const [effect, movements] of byEffect) {
    if (effect.startsWith(TRUE_UP) || effect.endsWith(FILL) || wanted.has(effect)) continue
    for (const movement of [...(byEffect.get(effect + FILL) ?? []), ...movements]) reverse(movement)
  }

  const shares = sharesOfIssues(moved)
  for (const movement of issuesFirst(effects.movements)) {
    const recorded = byEffect.get(movement.effect)?.[0]
    const fills = byEffect.get(movement.effect + FILL) ?? []
    let rows: StockChange[] = recorded ? [recorded, ...fills] : []
    if (recorded && !sameMovement(writer, movement, recorded, sumOf(rows))) {
      for (const row of [...fills, recorded]) reverse(row)
      rows = []
    }
    const generation = (effect: string) => (standing.generations.get(effect) ?? 0) + 1
    const append = (effect: string, kind: 'cost' | Movement['kind'], change: StockChange) => {
      const { variantId, day, at } = movement
      writer.move({
        document: ref,
        effect,
        kind,
        variantId,
        day,
        at,
        generation: generation(effect),
        reverses: null,
        ...change,
      })
      standing.generations.set(effect, generation(effect))
      rows.push(change)
    }

    const cameBack = typeof movement.cost === 'object' ? shares(movement.cost) : null
    if (rows.length === 0) append(movement.effect, movement.kind, cameBack ?? firstRecorded(writer, movement))
    else {
      const fill = cameBack ? difference(cameBack, sumOf(rows)) : nowKnown(writer, movement, sumOf(rows))
      if (fill.costed !== 0 || fill.cost !== 0) append(movement.effect + FILL, 'cost', fill)
    }

    moved.set(movement.effect, sumOf(rows))
    const { costed, cost } = sumOf(rows)
    costByEffect.set(movement.effect, Math.abs(cost))
    const uncosted = Math.abs(movement.pieces) - Math.abs(costed)
    if (uncosted === 0 || movement.cost !== 'average') continue
    const row = {
      document_kind: ref.kind,
      document_id: ref.id,
      effect: movement.effect,
      variant_id: movement.variantId,
    }
    if (movement.pieces < 0) waiting.issues.push({ ...row, pieces: uncosted, since: movement.at })
    else waiting.found.push(row)
  }
  return costByEffect
}

/** What comes back needs the cost of what left. */
const issuesFirst = (movements: readonly Movement[]): Movement[] => [
  ...movements.filter(({ cost }) => typeof cost !== 'object'),
  ...movements.filter(({ cost }) => typeof cost === 'object'),
]

/** Each part of what some issues moved, as far as its cost is known; the last rupiah goes to the part that completes it. */
function sharesOfIssues(moved: ReadonlyMap<string, StockChange>): (back: AsIssued) => StockChange {
  const sharedOut = new Map<string, number>()
  return ({ issuedBy, part }) => {
    const name = issuedBy.toSorted().join('\n')
    const issued = sumOf(issuedBy.flatMap((effect) => moved.get(effect) ?? []))
    const share = { after: sharedOut.get(name) ?? 0, ...part }
    sharedOut.set(name, share.after + share.pieces)
    return { pieces: part.pieces, costed: partOf(-issued.costed, share), cost: partOf(-issued.cost, share) }
  }
}

const sumOf = (rows: readonly StockChange[]): StockChange =>
  rows.reduce(
    (total, row) => ({
      pieces: total.pieces + row.pieces,
      costed: total.costed + row.costed,
      cost: total.cost + row.cost,
    }),
    { pieces: 0, costed: 0, cost: 0 },
  )

/** A day in a closed period was moved to the first open one when it was recorded; that is no difference. */
const sameDay = (writer: LedgerWriter, wanted: string, recorded: string) =>
  wanted === recorded || writer.isClosed(wanted)

/** `known` is what the recorded movement and its fills come to. A cost that merely arrived is no difference. */
function sameMovement(writer: LedgerWriter, wanted: Movement, recorded: StandingMovement, known: StockChange): boolean {
  // goods that come back follow the issue they left with: what changes there is added, not recorded anew
  const follows = wanted.cost === 'average' || typeof wanted.cost === 'object'
  const sameCost = follows || known.costed === 0 || known.cost === wanted.cost
  return (
    wanted.kind === recorded.kind &&
    wanted.variantId === recorded.variantId &&
    wanted.pieces === recorded.pieces &&
    sameDay(writer, wanted.day, recorded.day) &&
    sameCost
  )
}

const difference = (wanted: StockChange, known: StockChange): StockChange => ({
  pieces: 0,
  costed: wanted.costed - known.costed,
  cost: wanted.cost - known.cost,
})

function firstRecorded(writer: LedgerWriter, { variantId, pieces, cost }: Movement): StockChange {
  const shelf = writer.shelf(variantId)
  if (typeof cost === 'object' || cost === 'unknown') return { pieces, costed: 0, cost: 0 }
  if (cost === 'average') return pieces < 0 ? issued(shelf, -pieces) : found(shelf, pieces)
  return { pieces, costed: pieces, cost }
}

/** What has become known since the movement was recorded: the cost of goods received, or cover for goods at average. */
function nowKnown(writer: LedgerWriter, { variantId, pieces, cost }: Movement, { costed }: StockChange): StockChange {
  const uncosted = pieces - costed
  if (uncosted === 0 || cost === 'unknown' || typeof cost === 'object') return { pieces: 0, costed: 0, cost: 0 }
  if (typeof cost === 'number') return { pieces: 0, costed: uncosted, cost }
  return costFilled(writer.shelf(variantId), uncosted)
}

function settleEntries(
  writer: LedgerWriter,
  ref: DocumentRef,
  effects: Effects,
  standing: Standing,
  costs: ReadonlyMap<string, number>,
): void {
  const recorded = new Map(
    standing.entries.filter(({ effect }) => !effect.startsWith(TRUE_UP)).map((entry) => [entry.effect, entry]),
  )
  const added: (() => void)[] = []
  for (const entry of effects.entries) {
    const lines = resolved(entry, costs)
    if (lines.length === 0) continue
    const stands = recorded.get(entry.effect)
    if (stands && sameEntry(writer, entry, lines, stands)) {
      recorded.delete(entry.effect)
      continue
    }
    const generation = (standing.generations.get(entry.effect) ?? 0) + 1
    added.push(() =>
      writer.post({
        document: ref,
        effect: entry.effect,
        generation,
        reverses: null,
        book: entry.book,
        day: entry.day,
        memo: entry.memo,
        pairId: entry.pairId ?? null,
        lines,
      }),
    )
  }
  for (const stands of recorded.values()) {
    writer.post({
      document: ref,
      effect: stands.effect,
      generation: -stands.generation,
      reverses: stands.id,
      book: stands.book as 'usaha',
      day: stands.day,
      memo: stands.memo,
      pairId: stands.pairId,
      lines: stands.lines.map(({ account, amount }) => ({ account, amount: -amount })),
    })
  }
  for (const add of added) add()
}

/** Amounts filled in, one line an account, nothing left at zero. */
function resolved(entry: Entry, costs: ReadonlyMap<string, number>): { account: AccountCode; amount: number }[] {
  const byAccount = new Map<AccountCode, number>()
  for (const line of entry.lines)
    byAccount.set(line.account, (byAccount.get(line.account) ?? 0) + amountOf(line, costs))
  return [...byAccount].filter(([, amount]) => amount !== 0).map(([account, amount]) => ({ account, amount }))
}

function amountOf(line: Entry['lines'][number], costs: ReadonlyMap<string, number>): number {
  if ('amount' in line) return line.amount
  const cost = line.costOf.reduce((total, effect) => total + (costs.get(effect) ?? 0), 0)
  const share = line.part ? partOf(cost, line.part) : cost
  return line.side === 'debit' ? share : -share
}

function sameEntry(
  writer: LedgerWriter,
  wanted: Entry,
  lines: readonly { account: AccountCode; amount: number }[],
  recorded: StandingEntry,
): boolean {
  return (
    wanted.book === recorded.book &&
    (wanted.pairId ?? null) === recorded.pairId &&
    sameDay(writer, wanted.day, recorded.day) &&
    lines.length === recorded.lines.length &&
    lines.every(({ account, amount }) =>
      recorded.lines.some((line) => line.account === account && line.amount === amount),
    )
  )
}
