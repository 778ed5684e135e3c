import { type CompiledQuery, Kysely, SqliteDialect } from 'kysely'
import { connect } from '../../src-main/core/database/connection.ts'
import type { Doors, ReadonlyKysely } from '../../src-main/core/database/open.ts'
import type { Schema } from '../../src-main/core/database/schema.ts'

/** The queries that `ask` makes, in turn. */
export async function queriesOf(
  doors: Doors,
  ask: (reader: ReadonlyKysely) => Promise<unknown>,
): Promise<CompiledQuery[]> {
  const raw = connect(doors.raw.name, { readonly: true })
  const queries: CompiledQuery[] = []
  await ask(
    new Kysely<Schema>({
      dialect: new SqliteDialect({ database: raw }),
      log: ({ query }) => void queries.push(query),
    }),
  )
  raw.close()
  return queries
}

/** How SQLite answers each query that `ask` makes: the steps of `EXPLAIN QUERY PLAN`, one list a query. */
export async function queryPlans(doors: Doors, ask: (reader: ReadonlyKysely) => Promise<unknown>): Promise<string[][]> {
  const queries = await queriesOf(doors, ask)
  const raw = connect(doors.raw.name, { readonly: true })
  const plans = queries.map(({ sql, parameters }) =>
    (raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[]).map(({ detail }) => detail),
  )
  raw.close()
  return plans
}
