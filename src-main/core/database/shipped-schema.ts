import { sql } from 'kysely'
import { connect } from './connection.ts'
import { migrate } from './migrate.ts'
import type { Reader } from './open.ts'

export interface SchemaDifference {
  kind: 'gone' | 'changed' | 'unknown'
  /** `trigger entry_seal` */
  what: string
}

const OBJECTS =
  "SELECT type || ' ' || name AS what, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"

/** Where a file's tables, indexes and seals are not those that the migrations make. */
export async function schemaDifferences(reader: Reader): Promise<SchemaDifference[]> {
  const fresh = connect(':memory:')
  try {
    migrate(fresh, 0)
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
