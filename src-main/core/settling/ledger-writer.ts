import { sql } from 'kysely'
import { addDays, type BusinessDay, type Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Memo } from '../../../src-shared/ledger/memo.words.ts'
import { actorNow } from '../database/actor.ts'
import { insertMany, type Tx } from '../database/open.ts'
import type { Book, DocumentRef, Movement } from '../effects.ts'
import { entryHash, FIRST_HASH } from '../ledger/entry-hash.ts'
import { movementHash } from '../ledger/movement-hash.ts'
import { Additions } from './sound-sums.ts'
import type { StandingMovement } from './standing.ts'

export interface NewEntry {
  document: DocumentRef
  effect: string
  generation: number
  reverses: number | null
  corrects: number | null
  book: Book
  day: BusinessDay
  memo: Memo
  pairId: string | null
  lines: { account: AccountCode; amount: number }[]
}

export interface NewMovement {
  document: DocumentRef
  effect: string
  generation: number
  reverses: number | null
  corrects: number | null
  kind: Movement['kind'] | 'cost'
  /** Null when it mends the cost of another movement. */
  basis: StandingMovement['basis'] | null
  variantId: string
  day: BusinessDay
  at: Instant
  pieces: number
  costed: number
  cost: Rupiah
}

interface Rows {
  movements: Parameters<typeof insertMany<'stock_movement'>>[2][number][]
  postings: Parameters<typeof insertMany<'posting'>>[2][number][]
  entries: Parameters<typeof insertMany<'entry'>>[2][number][]
}

/** Where the two ledgers end; null while one is empty. */
interface Ends {
  movement: number | null
  entry: number | null
  movementHash: string | null
  entryHash: Uint8Array<ArrayBuffer> | null
  closedThrough: BusinessDay | null
}

/**
 * Collects what one settling run appends to the two ledgers: gives ids, chains the hashes, moves days out of closed
 * periods, and writes everything at once. Decides nothing about documents or their cost.
 */
export class LedgerWriter {
  private readonly tx: Tx
  private readonly now: Instant
  private readonly additions = new Additions()
  private readonly rows: Rows = { movements: [], postings: [], entries: [] }
  private nextMovement = 0
  private nextEntry = 0
  private lastHash = FIRST_HASH
  private lastMovementHash = ''
  private closedThrough = ''

  private constructor(tx: Tx, now: Instant) {
    this.tx = tx
    this.now = now
  }

  static async open(tx: Tx, now: Instant): Promise<LedgerWriter> {
    const writer = new LedgerWriter(tx, now)
    // one query: a batch of a few documents asks as often as one of hundreds
    const { rows } = await sql<Ends>`select
      (select max(id) from stock_movement) as movement, (select max(id) from entry) as entry,
      (select hash from stock_movement order by id desc limit 1) as movementHash,
      (select hash from entry order by id desc limit 1) as entryHash,
      (select closed_through from period_lock order by id desc limit 1) as closedThrough`.execute(tx)
    const ends = rows[0]!
    writer.nextMovement = (ends.movement ?? 0) + 1
    writer.nextEntry = (ends.entry ?? 0) + 1
    writer.lastMovementHash = ends.movementHash ?? ''
    if (ends.entryHash) writer.lastHash = ends.entryHash
    writer.closedThrough = ends.closedThrough ?? ''
    return writer
  }

  isClosed(day: BusinessDay): boolean {
    return day <= this.closedThrough
  }

  /** Closed periods are never touched: what belongs there is booked on the first open day. */
  openDay(day: BusinessDay): BusinessDay {
    return this.isClosed(day) ? addDays(this.closedThrough, 1) : day
  }

  move(movement: NewMovement): void {
    const { basis } = movement
    const row = {
      id: this.nextMovement++,
      variant_id: movement.variantId,
      day: this.openDay(movement.day),
      at: movement.at,
      kind: movement.kind,
      document_kind: movement.document.kind,
      document_id: movement.document.id,
      effect: movement.effect,
      generation: movement.generation,
      reverses: movement.reverses,
      corrects: movement.corrects,
      basis: typeof basis === 'object' && basis !== null ? 'as issued' : basis,
      comes_back: typeof basis === 'object' && basis !== null ? JSON.stringify(basis) : null,
      pieces: movement.pieces,
      costed: movement.costed,
      cost: movement.cost,
    }
    this.lastMovementHash = movementHash(this.lastMovementHash, row)
    this.rows.movements.push({ ...row, hash: this.lastMovementHash })
  }

  /**
   * @throws BALANCE_TOO_LARGE; an error when the lines do not balance: that is a defect of a posting rule, not of the shop.
   */
  post(entry: NewEntry): void {
    const id = this.nextEntry++
    const day = this.openDay(entry.day)
    for (const { account, amount } of entry.lines) {
      this.rows.postings.push({ entry_id: id, account, amount, day })
      if (entry.reverses === null) this.additions.add(entry.book, account, amount)
    }
    const sum = entry.lines.reduce((total, { amount }) => total + amount, 0)
    if (sum !== 0) throw new Error(`entry ${entry.effect} of ${entry.document.kind} does not balance by ${sum}`)
    const { document, effect, generation, reverses, corrects, book, memo, pairId, lines } = entry
    const actor = actorNow().id
    const memoFacts = JSON.stringify(memo.facts)
    this.lastHash = entryHash(this.lastHash, {
      id,
      book,
      day,
      documentKind: document.kind,
      documentId: document.id,
      effect,
      generation,
      reverses,
      corrects,
      pairId,
      memoKey: memo.key,
      memoFacts,
      actor,
      recordedAt: this.now,
      lines,
    }) as Uint8Array<ArrayBuffer>
    this.rows.entries.push({
      id,
      book,
      day,
      document_kind: document.kind,
      document_id: document.id,
      effect,
      generation,
      reverses,
      corrects,
      pair_id: pairId,
      memo_key: memo.key,
      memo_facts: memoFacts,
      actor,
      recorded_at: this.now,
      hash: this.lastHash,
    })
  }

  /**
   * Writes what was collected. Postings go first: the entry row is the seal that closes over them.
   * @throws BALANCE_TOO_LARGE
   */
  async flush(): Promise<{ movements: number; entries: number }> {
    const { movements, postings, entries } = this.rows
    await insertMany(this.tx, 'stock_movement', movements)
    await insertMany(this.tx, 'posting', postings)
    await insertMany(this.tx, 'entry', entries)
    await this.additions.requireSound(this.tx)
    const written = { movements: movements.length, entries: entries.length }
    this.rows.movements = []
    this.rows.postings = []
    this.rows.entries = []
    return written
  }
}
