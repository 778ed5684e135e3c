import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { migrate } from '../src-main/core/database/migrate.ts'

/**
 * Writes `schema.snapshot.sql`: the schema of an empty file after all migrations, so that review sees every change.
 * Run it after adding a migration: `node scripts/schema-snapshot.ts`.
 */
export function schemaSnapshot(): string {
  const empty = new Sqlite(':memory:')
  migrate(empty, 0)
  const objects = empty
    .prepare(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB '*_search_*' ORDER BY tbl_name, rowid",
    )
    .pluck()
    .all() as string[]
  empty.close()
  return objects.map((sql) => `${sql};\n`).join('\n')
}

export const SNAPSHOT_FILE = join(import.meta.dirname, '../src-main/core/database/schema.snapshot.sql')

if (process.argv[1] === import.meta.filename) writeFileSync(SNAPSHOT_FILE, schemaSnapshot())
