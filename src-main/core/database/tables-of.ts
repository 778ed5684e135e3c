import type { Database } from 'better-sqlite3'

/** The tables that a statement may read, and those that it changes, triggers and cascades included. */
export interface TablesOf {
  reads: readonly string[]
  changes: readonly string[]
}

const CHANGED = /\b(?:insert\s+(?:or\s+\w+\s+)?into|replace\s+into|update(?:\s+or\s+\w+)?|delete\s+from)\s+"?(\w+)"?/gi

/**
 * Tells the tables of a statement by the words in it. A table whose name stands there for something else counts as read,
 * which costs a question too many; none that is read is missed, as a statement has to name it. Views would have to be looked
 * into; we have none.
 */
export function tablesOf(raw: Database): (sql: string) => TablesOf {
  const all = new Set(
    raw
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
      .pluck()
      .all() as string[],
  )
  const named = (sql: string) => new Set(sql.match(/\w+/g)?.filter((word) => all.has(word)))
  const changedBy = (sql: string) =>
    new Set([...sql.matchAll(CHANGED)].flatMap(([, table]) => (all.has(table!) ? [table!] : [])))

  // asked once for all tables: each question goes through the whole schema
  const alongWith = new Map<string, string[]>()
  const goesAlong = (table: string, also: readonly string[]) =>
    alongWith.set(table, [...(alongWith.get(table) ?? []), ...also])
  const triggers = raw.prepare("SELECT tbl_name AS tableName, sql FROM sqlite_schema WHERE type = 'trigger'")
  for (const { tableName, sql } of triggers.all() as { tableName: string; sql: string }[])
    goesAlong(tableName, [...changedBy(sql)])
  const cascades = raw.prepare(
    `SELECT key."table" AS parent, child.name FROM sqlite_schema child JOIN pragma_foreign_key_list(child.name) key
     WHERE child.type = 'table' AND key.on_delete <> 'NO ACTION'`,
  )
  for (const { parent, name } of cascades.all() as { parent: string; name: string }[]) goesAlong(parent, [name])

  return (sql) => {
    const changes = changedBy(sql)
    // a set grows while it is walked: what is added is walked as well
    for (const table of changes) for (const also of alongWith.get(table) ?? []) changes.add(also)
    return { reads: [...named(sql)], changes: [...changes] }
  }
}
