import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { type Insertable, Kysely, SqliteDialect, sql } from 'kysely'
import { ACTS } from '../../../src-shared/acts.ts'
import { HELD_ANSWERS } from '../../../src-shared/held-answers.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { ClockReading } from '../../../src-shared/settings/laptop-clock.ts'
import { actNow, answeredBefore, digested, rememberAct } from './act.ts'
import { actorNow, OWNER } from './actor.ts'
import { answeringNow, answersFrom, isAsOfNow } from './answering.ts'
import { cachedPrepare } from './cached-prepare.ts'
import { callNow } from './call.ts'
import { comparedWhileServed } from './compared-while-served.ts'
import { connect, onSnapshot } from './connection.ts'
import { type HeldState, holdState } from './held-state.ts'
import { laptopClock } from './laptop-clock.ts'
import { knownVersion, migrate } from './migrate.ts'
import { markOpening, setStrangeLogAside, settleMark } from './own-log.ts'
import { changedPages, forgetPageSums, markIn, notedBeside, notePageSums } from './page-sums.ts'
import { applyPragmas, wrongPragmas } from './pragmas.ts'
import { idsChosenFor, type KeepReceipt } from './receipt.ts'
import { noteTouched } from './registers.ts'
import type { Schema } from './schema.ts'
import { onScratchCopy, removeScratchCopies } from './scratch-copy.ts'
import { writesTo } from './sealed-for.ts'
import { type DataKey, keepKey, keepKeyOf } from './sealing.ts'
import { hasLog, isLogged, isShopToOpenThere, makeShop, requireWholePages } from './shop-file.ts'
import type { TablesOf } from './tables-of.ts'
import { aboutOf, foundBy, trailOf } from './trail.ts'

/** Every room of the core; `write` announces the ones it touched, windows refresh the queries of those rooms. */
export const EVERY_ROOM = [
  'settings',
  'work',
  'catalog',
  'ledger',
  'inventory',
  'purchasing',
  'settlements',
  'orders',
  'fulfilment',
  'returns',
  'payouts',
  'channels',
  'listings',
  'sync',
  'cash',
  'bank',
  'household',
  'reports',
  'backup',
] as const
export type Room = (typeof EVERY_ROOM)[number]

/**
 * Reading only: the connection itself is opened read-only, the type says so too. Kysely's own readonly type takes no raw `sql`,
 * which statements over maintained sums need.
 */
export type ReadonlyKysely = Omit<
  Kysely<Schema>,
  'insertInto' | 'updateTable' | 'deleteFrom' | 'replaceInto' | 'mergeInto' | 'transaction' | 'schema'
>
/** The open write transaction. Also good for reading. */
export type Tx = Kysely<Schema>
export type Reader = ReadonlyKysely | Tx

/** What a commit did: the rooms that it was announced for, and the procedures whose answers it may have made old. */
export interface Commit {
  rooms: readonly Room[]
  answers: readonly string[]
}

export interface Hold {
  /** After each of the writes that follow. */
  changed(): void
  letGo(): void
}

export interface Doors {
  /** A snapshot of the last committed state; never waits for a writer. While answers are held, some are told an older one. */
  read: ReadonlyKysely
  /**
   * The one way to change anything: `BEGIN IMMEDIATE`, one writer at a time, all or nothing.
   * Inside `work` use `tx` alone and await nothing but its queries (and `breathe`): no network, no timers, no user.
   * Resolves after COMMIT has reached the disk; then the touched rooms are announced.
   * What touches no room but the settings is dated by nothing; anything else asks the laptop's clock first.
   *
   * What `work` answers is the answer of the act that the call named (`act.ts`): written by the same transaction, and given
   * again without doing the work when the act comes again. It must be plain JSON, and everything the caller is told. An act
   * writes once. What is done in several writes calls those before the last a `step`: steps are not remembered, so they must
   * stand being done again. What a `quiet step` changed is told by the next `tell`: of work with a thousand commits each would
   * make every window ask again.
   * @throws CLOCK_DOUBTFUL, ACT_ID_USED
   */
  write<T>(rooms: Room[], work: (tx: Tx) => Promise<T>, part?: 'step' | 'quiet step'): Promise<T>
  /** Tells what quiet steps changed; with tables named, of those alone. */
  tell(rooms: Room[], tables?: readonly string[]): void
  /**
   * Runs `work` like `write` on a copy of the shop that nobody keeps, and answers what it answered: the same function
   * without the write, and without keeping anybody from the shop meanwhile.
   * @throws CLOCK_DOUBTFUL
   */
  rehearse<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The laptop's clock beside the last act; `trust` after somebody said that it is right. */
  clock: { read(): ClockReading; trust(): Promise<void> }
  /**
   * Called within a write that others will follow: until it is let go of, these answers (of `HELD_ANSWERS`, which count and list) are those of
   * the last commit before it, so that nobody sees a half of what comes in. `lost` tells that there was no room for it: then they are of now again.
   */
  holdAnswers(which: ReadonlySet<string>, lost: () => void): Hold
  /** The state that answers are held at; null where they are of now. */
  heldState(): ReadonlyKysely | null
  /** Reads one unchanging state over many queries, on a connection of its own: for long walks over everything. */
  snapshot<T>(work: (reader: ReadonlyKysely) => Promise<T>): Promise<T>
  onCommitted(listener: (commit: Commit) => void): () => void
  /** Each act that a call named is written down by this, between its commit and its answer. */
  keepReceipts(keep: KeepReceipt): void
  /** What tells of people goes into the file sealed with this key from now on; in the open while it is not here. */
  sealWith(key: DataKey | null): void
  close(): void
  /** Where a write-ahead log lies that was found beside the file and is not its own; null: none was found. */
  strangeLog: string | null
  /** The file was not closed the last time: a kill, a crash or a power cut. */
  endedUnclean: boolean
  /** Pages that changed while nobody had the file open: a disk that forgets, a stick that was pulled too early. */
  changedPages: number
  /**
   * How many those are, where comparing was put off until the shop is served. The next opening then looks over the whole file, and tells them as
   * `changedPages`.
   */
  comparePages(): Promise<number>
  /** Brings the log into the file, once nobody reads an older state: what was deleted is then not left in the log either. */
  foldIn(): void
  /** When it is closed, the sum of each page is noted for the next opening. */
  keepPageSums(): void
  /** For tests: the writer's own handle. */
  raw: Sqlite.Database
}

/** Under this name the shop remembers how many pages changed while nobody had its file open, until another file stands in its place. */
export const CHANGED_PAGES = 'changedPages'

const rawOf = new WeakMap<object, ReturnType<typeof cachedPrepare>>()
const trails = new WeakMap<object, (about: About) => void>()

/** Puts what is asked now into the trail, where that is no act: a sign-in, an export, a look at somebody's data. */
export const noteDone = (tx: Tx, about: About): void => trails.get(tx)?.(about)
type About = Readonly<Record<string, string | number | boolean>>

export interface Opening {
  /** Bytes of a file whose pages are compared before it is opened; of a larger one they are compared while the shop is served (`comparePages`). */
  comparedAtOnce?: number | undefined
  /** Bytes of the log from which on a copy is read in place of a state that is held (`holdAnswers`). */
  heldLogBytes?: number | undefined
}

/**
 * Opens (or creates) the shop's file and its two doors.
 * @throws what `isShopToOpenThere` refuses, FILE_DAMAGED, MIGRATION_FAILED; any SQLite error when the file cannot be opened.
 */
export function openDatabase(
  file: string,
  now: () => Instant = Date.now,
  { comparedAtOnce = Number.POSITIVE_INFINITY, heldLogBytes }: Opening = {},
): Doors {
  mkdirSync(dirname(file), { recursive: true })
  if (!isShopToOpenThere(file)) makeShop(file, now())
  removeScratchCopies(file)
  const strangeLog = setStrangeLogAside(file, now())
  const endedUnclean = hasLog(file)
  const noted = notedBeside(file)
  const sums = endedUnclean ? null : noted.sums
  const isPutOff = sums !== null && statSync(file).size > comparedAtOnce && isLogged(file)
  const later = isPutOff ? comparedWhileServed(file, sums) : null
  const changed = sums && !later ? changedPages(file, sums) : noted.changed
  if (endedUnclean || changed > 0) requireWholePages(file)
  const doors = openedDoors()
  if (changed > 0)
    doors.raw.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)').run(CHANGED_PAGES, String(changed))
  if (!later) forgetPageSums(file)
  let isSumKept = false
  return {
    ...doors,
    strangeLog,
    endedUnclean,
    changedPages: changed,
    async comparePages() {
      if (!later) return 0
      const found = await later.compare()
      if (found === 0 && doors.raw.open) await doors.betweenWrites(settledMark)
      return found
    },
    foldIn() {
      // a file whose pages changed is held as it is, and folding in would wait for it
      if ((later?.finish() ?? 0) === 0) doors.foldIn()
    },
    keepPageSums() {
      isSumKept = true
    },
    close() {
      if (!doors.raw.open) return doors.close()
      const found = later?.finish() ?? 0
      if (later && found === 0 && !doors.raw.inTransaction) settledMark()
      // nobody waits for a file that is held as it is
      if (found > 0) doors.raw.pragma('busy_timeout = 0')
      const mark = isSumKept && found === 0 ? markIn(doors.raw) : null
      doors.close()
      later?.close()
      if (mark && !hasLog(file)) notePageSums(file, mark)
    },
  }

  function settledMark() {
    try {
      settleMark(doors.raw, file)
    } catch {
      // a disk without room: the marks of both openings stay noted, and either is believed
    }
  }

  function openedDoors() {
    try {
      const doors = openDoors(file, now, heldLogBytes)
      markOpening(doors.raw, file)
      return doors
    } catch (problem) {
      // a bit in the words of a table is a column of another name, with which nothing can be done
      const isDamaged = problem instanceof Sqlite.SqliteError && (changed || (later?.finish() ?? 0)) > 0
      later?.close()
      throw isDamaged ? new DomainError('FILE_DAMAGED', { file }) : problem
    }
  }
}

function openDoors(
  file: string,
  now: () => Instant,
  heldLogBytes?: number,
): Omit<Doors, 'strangeLog' | 'endedUnclean' | 'changedPages' | 'comparePages' | 'keepPageSums'> & {
  rollBack: Doors['rehearse']
  /** When nobody writes. */
  betweenWrites<T>(work: () => T): Promise<T>
} {
  const raw = connect(file)
  let readerRaw: Sqlite.Database
  try {
    knownVersion(raw)
    applyPragmas(raw, 'writer')
    migrate(raw, now())
    // read back after a write: `synchronous` can fall to NORMAL at the first one
    raw.exec(
      `CREATE TEMP TABLE first_write (x); DROP TABLE first_write; PRAGMA user_version = ${raw.pragma('user_version', { simple: true })}`,
    )
    const wrong = wrongPragmas(raw)
    if (wrong.length) throw new Error(`pragmas did not hold: ${wrong.join(', ')}`)
    noteTouched(raw)
    readerRaw = connect(file, { readonly: true })
    applyPragmas(readerRaw, 'reader')
  } catch (problem) {
    raw.close()
    throw problem
  }
  const answers = answersFrom()
  const noteReads = ({ reads }: TablesOf) => answers.note(reads)
  let written = new Set<string>()
  let untold = new Set<string>()
  const prepared = cachedPrepare(raw, ({ reads, changes }) => {
    answers.note(reads)
    for (const table of changes) written.add(table)
  })
  const writer = new Kysely<Schema>({ dialect: new SqliteDialect({ database: prepared }) })
  let held: HeldState | null = null
  let heldAnswers: ReadonlySet<string> = HELD_ANSWERS
  const heldAnswer = () => (held && !isAsOfNow() && heldAnswers.has(answeringNow() ?? '') ? held : null)
  const readNow = cachedPrepare(readerRaw, noteReads)
  const read = new Kysely<Schema>({
    dialect: new SqliteDialect({
      database: { close: readNow.close, prepare: (sql) => (heldAnswer() ?? readNow).prepare(sql) },
    }),
  })

  const clock = laptopClock(raw, now)
  const trail = trailOf(raw, now)
  const inside = new AsyncLocalStorage<true>()
  const listeners = new Set<(commit: Commit) => void>()
  let keepReceipt: KeepReceipt | null = null
  const announce = (rooms: readonly Room[], tables: ReadonlySet<string>) => {
    const commit = { rooms, answers: answers.touchedBy(tables) }
    for (const listener of listeners) listener(commit)
  }

  /** Whatever was asked meanwhile may be answered otherwise now. The log has grown, and by its size the next hold is measured. */
  const noLongerHeld = () => {
    held = null
    foldIn()
    for (const listener of listeners) listener({ rooms: [], answers: answers.all() })
  }

  const known = new Map([[OWNER.id, OWNER.name]])
  const introduce = async (tx: Tx): Promise<void> => {
    const { id, name } = actorNow()
    if (known.get(id) === name) return
    await tx
      .insertInto('actor')
      .values({ id, name })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }))
      .execute()
  }

  const transact = <T>(work: (tx: Tx) => Promise<T>, end: 'commit' | 'rollback'): Promise<T> => {
    // Kysely's one SQLite connection would wait for itself for ever
    if (inside.getStore()) throw new Error('write inside write: use the tx you already have')
    return inside.run(true, () =>
      writer.connection().execute(async (tx) => {
        rawOf.set(tx, prepared)
        writesTo(tx, file)
        trails.set(tx, (about) => {
          trail.act(null, about)
          written.add('trail')
        })
        await sql`begin immediate`.execute(tx)
        written = new Set()
        try {
          await introduce(tx)
          const answer = await work(tx)
          await sql.raw(end).execute(tx)
          if (end === 'commit') known.set(actorNow().id, actorNow().name)
          return answer
        } catch (problem) {
          if (raw.inTransaction) await sql`rollback`.execute(tx)
          throw problem
        }
      }),
    )
  }

  let foldsInLater = false
  /** Never waits: who reads an older state does so in this thread, which would stand still for it. */
  const foldIn = () => {
    foldsInLater = true
    if (held || raw.inTransaction) return
    const waits = raw.pragma('busy_timeout', { simple: true })
    raw.pragma('busy_timeout = 0')
    try {
      const [{ busy }] = raw.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
      foldsInLater = busy !== 0
    } catch {
      // without room the write-ahead log stays beside the file and is read again
    } finally {
      raw.pragma(`busy_timeout = ${waits}`)
    }
  }

  return {
    read,
    raw,
    async write<T>(rooms: Room[], work: (tx: Tx) => Promise<T>, part?: 'step' | 'quiet step') {
      const isAct = rooms.some((room) => room !== 'settings')
      const named = part === undefined ? actNow() : null
      if (named?.isRecorded) throw new Error(`${named.procedure} writes twice: what comes before the last is a step`)
      const act = named && (await digested(named))
      let changed: ReadonlySet<string> = new Set()
      let seq = 0
      const { answer, isNew } = await transact(async (tx) => {
        changed = written
        const before = act && (await answeredBefore(tx, act))
        if (before) return { answer: before.answer as T, isNew: false }
        if (isAct) clock.require()
        const answer = await work(tx)
        if (act) seq = await rememberAct(tx, act, answer, now())
        const call = callNow()
        const isDone = part === undefined && call !== null && (act !== null || ACTS.has(call.procedure))
        if (isDone) trail.act(act?.id ?? null, { ...foundBy(answer), ...aboutOf(call.input) })
        if (trail.registers() || isDone) written.add('trail')
        if (isAct) clock.note()
        return { answer, isNew: true }
      }, 'commit')
      if (named) named.isRecorded = true
      if (foldsInLater) foldIn()
      if (!isNew) return answer
      if (isAct) clock.noted()
      if (act && keepReceipt) {
        const { id, procedure, input } = act
        await keepReceipt({ seq, id, procedure, input, actor: actorNow(), at: now(), ids: idsChosenFor(act) })
      }
      if (part === 'quiet step') for (const table of changed) untold.add(table)
      else announce(rooms, changed)
      return answer
    },
    tell(rooms, tables) {
      if (tables) return announce(rooms, new Set(tables))
      announce(rooms, untold)
      untold = new Set()
    },
    rehearse: (work) =>
      onScratchCopy(file, async (copy) => {
        keepKeyOf(copy, file)
        const doors = openDoors(copy, now)
        try {
          return await doors.rollBack(work)
        } finally {
          doors.close()
          keepKey(copy, null)
        }
      }),
    rollBack: (work) =>
      transact(async (tx) => {
        clock.require()
        return work(tx)
      }, 'rollback'),
    clock: {
      read: clock.read,
      async trust() {
        await transact(async () => clock.trust(), 'commit')
        clock.noted()
        announce(['settings'], new Set(['setting']))
      },
    },
    snapshot: (work) => heldAnswer()?.walk(work) ?? onSnapshot(file, work, noteReads),
    holdAnswers(which, lost) {
      if (held) throw new Error('answers are held already')
      const onLost = () => {
        lost()
        noLongerHeld()
      }
      const state = holdState(file, { onUse: noteReads, onLost, logBytes: heldLogBytes })
      held = state
      heldAnswers = which
      return {
        changed: state.changed,
        letGo() {
          if (held !== state) return
          state.letGo()
          noLongerHeld()
        },
      }
    },
    heldState: () => held?.reader ?? null,
    keepReceipts(keep) {
      keepReceipt = keep
    },
    onCommitted(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    sealWith: (key) => keepKey(file, key),
    betweenWrites: (work) => writer.connection().execute(async () => work()),
    foldIn,
    close() {
      held?.letGo()
      held = null
      readerRaw.close()
      if (!raw.open) return
      foldIn()
      raw.close()
    },
  }
}

/**
 * Rows of one `insert`: starting a statement costs more than most rows, and beyond the first of these it no longer shows. What is left
 * over goes by fours: a slow laptop takes an import in steps of some ten orders.
 */
const ROWS_AT_ONCE = [16, 4, 1] as const

/**
 * Inserts many rows of one shape with prepared statements. Building and awaiting a query a row costs three times
 * as much, which an import of 100,000 orders would feel. Rows must all have the same keys. Asynchronous for its callers'
 * sake: only this driver answers at once, another one would not.
 */
export async function insertMany<Table extends keyof Schema & string>(
  tx: Tx,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Promise<void> {
  const first = rows[0]
  if (!first) return
  const prepared = rawOf.get(tx)
  if (!prepared) throw new Error('insertMany needs the tx of a write')
  const columns = Object.keys(first)
  const row = `(${columns.map(() => '?').join(', ')})`
  const statement = (count: number) =>
    prepared.prepare(
      `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values ${Array(count).fill(row).join(', ')}`,
    )
  const valuesOf = (some: readonly Insertable<Schema[Table]>[]) => {
    const values: unknown[] = []
    for (const each of some) for (const column of columns) values.push((each as Record<string, unknown>)[column])
    return values
  }
  let from = 0
  for (const count of ROWS_AT_ONCE) {
    if (rows.length - from < count) continue
    const insert = statement(count)
    for (; rows.length - from >= count; from += count) insert.run(valuesOf(rows.slice(from, from + count)))
  }
}

/** Gives waiting readers a turn during a long write; the transaction stays open and nobody else can write. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
