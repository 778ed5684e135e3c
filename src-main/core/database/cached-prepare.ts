import type { Database, Statement } from 'better-sqlite3'

/**
 * A database whose `prepare` remembers its statements. Kysely's SQLite dialect prepares every query anew, which is most
 * of its cost; remembered statements are re-prepared by SQLite itself after a schema change. Not for `.stream()`.
 */
export function cachedPrepare(raw: Database, limit = 300): { prepare(sql: string): Statement; close(): void } {
  const remembered = new Map<string, Statement>()
  return {
    close: () => void raw.close(),
    prepare(sql) {
      const statement = remembered.get(sql) ?? raw.prepare(sql)
      remembered.delete(sql)
      remembered.set(sql, statement)
      if (remembered.size > limit) remembered.delete(remembered.keys().next().value!)
      return statement
    },
  }
}
