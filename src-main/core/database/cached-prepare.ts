import type { Database, Statement } from 'better-sqlite3'

/**
 * A database whose `prepare` remembers its statements. Kysely's SQLite dialect prepares every query anew, which is most
 * of its cost; remembered statements are re-prepared by SQLite itself after a schema change. The oldest goes first, used
 * or not: to note each use would look up a long text three times. Not for `.stream()`.
 */
export function cachedPrepare(raw: Database, limit = 300): { prepare(sql: string): Statement; close(): void } {
  const remembered = new Map<string, Statement>()
  return {
    close: () => void raw.close(),
    prepare(sql) {
      const known = remembered.get(sql)
      if (known) return known
      const statement = raw.prepare(sql)
      remembered.set(sql, statement)
      if (remembered.size > limit) remembered.delete(remembered.keys().next().value!)
      return statement
    },
  }
}
