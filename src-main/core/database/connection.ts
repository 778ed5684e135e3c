import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { finder, naturalKey, searchable } from '../../../src-shared/kernel/folded.ts'
import { dials } from '../../../src-shared/kernel/phone.ts'
import { cachedPrepare } from './cached-prepare.ts'
import { sha256 } from './digest.ts'
import type { ReadonlyKysely } from './open.ts'
import { applyPragmas } from './pragmas.ts'
import type { Schema } from './schema.ts'
import { alsoSealed, blindWord, openedText } from './sealing.ts'
import type { TablesOf } from './tables-of.ts'

/** The one way a shop's file is opened; what is sealed in it can be opened in its statements, too. */
export function connect(file: string, options: Sqlite.Options = {}): Sqlite.Database {
  const raw = new Sqlite(file, options)
  // searching and sorting compare words as people do; LIKE and NOCASE know neither accents nor numbers
  raw.function('searchable', { deterministic: true }, (text: unknown) => searchable(String(text ?? '')))
  raw.function('natural', { deterministic: true }, (text: unknown) => (text === null ? null : naturalKey(String(text))))
  raw.function('fingerprint', { deterministic: true }, (text: unknown) => (text === null ? null : sha256(String(text))))
  raw.function('says', { deterministic: true }, saysOf())
  raw.function('opened', (place: unknown, value: unknown) => openedText(String(place), value))
  raw.function('dials', { deterministic: true }, (phone: unknown, digits: unknown) =>
    dials(String(phone), String(digits)) ? 1 : 0,
  )
  raw.function('blind', { deterministic: true }, (text: unknown) => blindWord(file, String(text)))
  raw.function('also_sealed', { deterministic: true }, (query: unknown) => alsoSealed(file, String(query)))
  return raw
}

/** `says(text, query)`: 1 when a list's search for the query finds the text. One query is asked of thousands of rows. */
function saysOf() {
  let asked: string | null = null
  let finds: (text: string) => boolean = () => false
  return (text: unknown, query: unknown): number => {
    if (query !== asked) {
      asked = String(query ?? '')
      finds = finder(asked)
    }
    return finds(String(text ?? '')) ? 1 : 0
  }
}

/**
 * Reads one unchanging state of the file over many queries, on a connection of its own. The shared read door sees each new
 * commit, so a long walk through it would compare entries of one moment with sums of another; holding a transaction
 * open there would make every screen wait. The connection may not write (`query_only`), yet it is not opened read-only:
 * SQLite then leaves CHECK constraints out of its integrity check.
 */
export const onSnapshot = <T>(
  file: string,
  work: (reader: ReadonlyKysely) => Promise<T>,
  onUse?: (tables: TablesOf) => void,
): Promise<T> => onSnapshotOf(connect(file, { fileMustExist: true }), work, onUse)

/** The same on this connection, which is closed afterwards. */
export async function onSnapshotOf<T>(
  raw: Sqlite.Database,
  work: (reader: ReadonlyKysely) => Promise<T>,
  onUse: (tables: TablesOf) => void = () => {},
): Promise<T> {
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
