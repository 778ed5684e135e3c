import { statSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { cachedPrepare } from './cached-prepare.ts'
import { connect } from './connection.ts'
import type { ReadonlyKysely } from './open.ts'
import { applyPragmas } from './pragmas.ts'
import type { Schema } from './schema.ts'
import { removeCopy, scratchNameFor } from './scratch-copy.ts'
import { keepKey, keepKeyOf } from './sealing.ts'
import type { TablesOf } from './tables-of.ts'

/** A log that grew beyond this while a state is held in it: from there on a copy of the state is held instead. */
const LOG_BYTES = 16 * 1024 * 1024
/** Of a large shop a copy costs more than a longer log: the log may come to this share of it. */
const SHARE_OF_FILE = 1 / 16
/** Pages a turn of the event loop: some milliseconds, so that the log does not outgrow what is copied. */
const PAGES_AT_ONCE = 800

/** The shop as it was at one moment, to be read while it changes. */
export interface HeldState {
  reader: ReadonlyKysely
  prepare: ReturnType<typeof cachedPrepare>['prepare']
  /** To be called after each change meanwhile. */
  changed(): void
  /** Reads over many queries; the state stays until they are done, whoever lets go of it. */
  walk<T>(work: (reader: ReadonlyKysely) => Promise<T>): Promise<T>
  letGo(): void
}

/**
 * Holds the last committed state. At first by a read transaction: then SQLite can bring nothing of the log into the file, and long work
 * writes a page again with each of its commits, so the log would come to many times the size of the shop
 * (https://www.sqlite.org/wal.html#avoiding_excessively_large_wal_files). Once the log has grown, what is held is copied out of that
 * transaction, a little at a time, and the copy is read. Where there is no room for it nothing is held any more.
 * @param onLost is told so.
 */
export function holdState(
  file: string,
  {
    onUse,
    onLost,
    logBytes = Math.max(LOG_BYTES, statSync(file).size * SHARE_OF_FILE),
  }: { onUse: (tables: TablesOf) => void; onLost: () => void; logBytes?: number | undefined },
): HeldState {
  const copy = scratchNameFor(file)
  let raw = reading(file)
  raw.exec('BEGIN')
  raw.prepare('SELECT 1 FROM sqlite_schema').get()
  // most long work ends before anybody asks
  let prepared: ReturnType<typeof cachedPrepare> | null = null
  let copying = false
  let walks = 0
  let isLetGo = false

  const end = () => {
    // also in the middle of copying, which ends with it: who brings the log into the file would wait for this connection
    raw.close()
    if (copying) return
    keepKey(copy, null)
    removeCopy(copy)
  }
  const copied = async (): Promise<void> => {
    copying = true
    try {
      await raw.backup(copy, { progress: () => PAGES_AT_ONCE })
      keepKeyOf(copy, file)
      const other = reading(copy)
      raw.close()
      raw = other
      prepared = null
    } catch {
      if (!isLetGo) {
        isLetGo = true
        onLost()
      }
    }
    copying = false
    if (isLetGo && walks === 0) end()
  }
  const prepare: HeldState['prepare'] = (sql) => {
    prepared ??= cachedPrepare(raw, onUse)
    return prepared.prepare(sql)
  }
  const reader = new Kysely<Schema>({ dialect: new SqliteDialect({ database: { prepare, close() {} } }) })

  return {
    reader,
    prepare,
    changed() {
      if (copying || isLetGo || raw.name === copy) return
      const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
      if (log > logBytes) void copied()
    },
    async walk(work) {
      walks++
      try {
        return await work(reader)
      } finally {
        walks--
        if (isLetGo && walks === 0) end()
      }
    },
    letGo() {
      if (isLetGo) return
      isLetGo = true
      if (walks === 0) end()
    },
  }
}

/** Not opened read-only: a copy has no log of its own yet. */
function reading(file: string): Sqlite.Database {
  const raw = connect(file, { fileMustExist: true })
  applyPragmas(raw, 'reader')
  raw.pragma('query_only = ON')
  return raw
}
