import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { folded } from '../../../src-shared/kernel/folded.ts'
import { cachedPrepare } from './cached-prepare.ts'
import type { ReadonlyKysely } from './open.ts'
import { applyPragmas } from './pragmas.ts'
import type { Schema } from './schema.ts'
import type { TablesOf } from './tables-of.ts'

/** The one way a shop's file is opened; a key for its pages would have its home here. */
export function connect(file: string, options: Sqlite.Options = {}): Sqlite.Database {
  const raw = new Sqlite(file, options)
  // searching compares words as people do; LIKE knows neither accents nor apostrophes
  raw.function('folded', { deterministic: true }, (text: unknown) => folded(String(text ?? '')))
  return raw
}

/**
 * Reads one unchanging state of the file over many queries, on a connection of its own. The shared read door sees each new
 * commit, so a long walk through it would compare entries of one moment with sums of another; holding a transaction
 * open there would make every screen wait. The connection may not write (`query_only`), yet it is not opened read-only:
 * SQLite then leaves CHECK constraints out of its integrity check.
 */
export async function onSnapshot<T>(
  file: string,
  work: (reader: ReadonlyKysely) => Promise<T>,
  onUse: (tables: TablesOf) => void = () => {},
): Promise<T> {
  const raw = connect(file, { fileMustExist: true })
  try {
    applyPragmas(raw, 'reader')
    raw.pragma('query_only = ON')
    const kysely = new Kysely<Schema>({
      dialect: new SqliteDialect({ database: cachedPrepare(raw, onUse) }),
    })
    return await kysely.connection().execute(async (reader) => {
      await sql`begin`.execute(reader)
      return work(reader)
    })
  } finally {
    raw.close()
  }
}
