import type { Database, Statement } from 'better-sqlite3'
import { type TablesOf, tablesOf } from './tables-of.ts'

/**
 * A database whose `prepare` remembers its statements. Kysely's SQLite dialect prepares every query anew, which is most
 * of its cost; remembered statements are re-prepared by SQLite itself after a schema change. The oldest goes first, used
 * or not: to note each use would look up a long text three times. Not for `.stream()`.
 * @param onUse hears the tables of each statement that is about to run: whoever runs one asks for it first.
 */
export function cachedPrepare(
  raw: Database,
  onUse: (tables: TablesOf) => void,
  limit = 300,
): { prepare(sql: string): Statement; close(): void } {
  const remembered = new Map<string, { statement: Statement; tables: TablesOf }>()
  const tablesIn = tablesOf(raw)
  return {
    close: () => void raw.close(),
    prepare(sql) {
      let known = remembered.get(sql)
      if (!known) {
        known = { statement: raw.prepare(sql), tables: tablesIn(sql) }
        remembered.set(sql, known)
        if (remembered.size > limit) remembered.delete(remembered.keys().next().value!)
      }
      onUse(known.tables)
      return known.statement
    },
  }
}
