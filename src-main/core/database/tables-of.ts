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

  const alongWith = new Map<string, readonly string[]>()
  function changedWith(table: string): readonly string[] {
    const known = alongWith.get(table) ?? [...ofTriggers(table), ...ofCascades(table)]
    alongWith.set(table, known)
    return known
  }
  function ofTriggers(table: string): string[] {
    const triggers = raw.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?").pluck()
    return (triggers.all(table) as string[]).flatMap((sql) => [...changedBy(sql)])
  }
  function ofCascades(parent: string): string[] {
    return raw
      .prepare(
        `SELECT child.name FROM sqlite_schema child JOIN pragma_foreign_key_list(child.name) key
         WHERE child.type = 'table' AND key."table" = ? AND key.on_delete <> 'NO ACTION'`,
      )
      .pluck()
      .all(parent) as string[]
  }

  return (sql) => {
    const changes = changedBy(sql)
    // a set grows while it is walked: what is added is walked as well
    for (const table of changes) for (const also of changedWith(table)) changes.add(also)
    return { reads: [...named(sql)], changes: [...changes] }
  }
}
