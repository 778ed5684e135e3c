import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { connect } from './connection.ts'
import { keepCopy } from './kept-copy.ts'
import { migrate } from './migrate.ts'
import type { Tx } from './open.ts'

/** Who did what stays known: the act of emptying is somebody's too. So does how often the file was restored and opened. */
const STAYS = ['actor', 'setting', 'restore', 'opening', 'trail']

/**
 * Keeps a proven copy of the shop as it stood when the open transaction began. While that one holds the write door
 * nobody can change what is copied.
 * @throws as `keepCopy`
 */
export function keepBeforeEmptying(file: string, at: Instant): string {
  const raw = connect(file)
  try {
    return keepCopy(raw, at, 'kosong')
  } finally {
    raw.close()
  }
}

/**
 * Takes every row out of the shop, all or nothing with the open transaction, so that it is what a new one is. What a new shop
 * holds from the beginning (channels, units, kinds of movement) stays, and so do the settings, which are the caller's.
 * The seals against deleting are taken off and put on again in the same transaction.
 */
export async function emptied(tx: Tx): Promise<void> {
  const stays = new Set([...STAYS, ...tablesWithRows()])
  const triggers = await sql<{ name: string; sql: string }>`
    SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`.execute(tx)
  for (const { name } of triggers.rows) await sql`DROP TRIGGER ${sql.ref(name)}`.execute(tx)
  const tables = await sql<{ name: string; type: string }>`
    SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'`.execute(
    tx,
  )
  const going = tables.rows.filter(({ name }) => !stays.has(name))
  for (const name of await childrenFirst(
    tx,
    going.filter(({ type }) => type === 'table').map(({ name }) => name),
  ))
    await sql`DELETE FROM ${sql.table(name)}`.execute(tx)
  // words of a search index go by its own command: https://www.sqlite.org/fts5.html#the_delete_all_command
  for (const { name, type } of going)
    if (type === 'virtual')
      await sql`INSERT INTO ${sql.table(name)} (${sql.ref(name)}) VALUES ('delete-all')`.execute(tx)
  for (const trigger of triggers.rows) await sql.raw(trigger.sql).execute(tx)
}

/** Each table before those it points at, so that no row is asked for children it still has. */
async function childrenFirst(tx: Tx, tables: readonly string[]): Promise<string[]> {
  const references = await sql<{ child: string; parent: string }>`
    SELECT t.name AS child, f."table" AS parent FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
    WHERE t.schema = 'main' AND t.type = 'table' AND f."table" <> t.name`.execute(tx)
  const left = new Set(tables)
  const inOrder: string[] = []
  while (left.size > 0) {
    const free = [...left].filter(
      (name) => !references.rows.some(({ child, parent }) => parent === name && left.has(child)),
    )
    if (free.length === 0) throw new Error(`tables that point at each other: ${[...left].join(', ')}`)
    for (const name of free) {
      left.delete(name)
      inOrder.push(name)
    }
  }
  return inOrder
}

/** Tables in which a new shop has rows from the beginning. */
function tablesWithRows(): string[] {
  const fresh: Database = connect(':memory:')
  try {
    migrate(fresh, 0)
    const tables = fresh.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'").pluck()
    return (tables.all() as string[]).filter(
      (name) => fresh.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get() !== undefined,
    )
  } finally {
    fresh.close()
  }
}
