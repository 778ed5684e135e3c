import { sql } from 'kysely'
import { connect } from './connection.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import type { Reader } from './open.ts'

export interface SchemaDifference {
  kind: 'gone' | 'changed' | 'unknown'
  /** `trigger entry_seal` */
  what: string
}

const OBJECTS =
  "SELECT type || ' ' || name AS what, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"

/** Where a file's tables, indexes and seals are not those that the migrations make, up to the one it has reached: some are looked at before they are brought along. */
export async function schemaDifferences(reader: Reader): Promise<SchemaDifference[]> {
  const { rows: reached } = await sql<{
    version: number
  }>`select user_version as version from pragma_user_version`.execute(reader)
  const fresh = connect(':memory:')
  try {
    migrate(
      fresh,
      0,
      migrations.filter(({ number }) => number <= reached[0]!.version),
    )
    const shipped = new Map(
      (fresh.prepare(OBJECTS).all() as { what: string; sql: string }[]).map(({ what, sql }) => [what, sql]),
    )
    const { rows } = await sql.raw<{ what: string; sql: string }>(OBJECTS).execute(reader)
    const here = new Map(rows.map(({ what, sql }) => [what, sql]))
    return [
      ...[...shipped.keys()].filter((what) => !here.has(what)).map((what) => ({ kind: 'gone' as const, what })),
      ...[...here].flatMap(([what, text]): SchemaDifference[] =>
        shipped.has(what)
          ? shipped.get(what) === text
            ? []
            : [{ kind: 'changed', what }]
          : [{ kind: 'unknown', what }],
      ),
    ]
  } finally {
    fresh.close()
  }
}
