import Sqlite from 'better-sqlite3'
import { connect } from '../../src-main/core/database/connection.ts'

export interface Spoken {
  sql: string
  parameters: unknown[]
}

let log: Spoken[] | null = null

/** From now on every statement that reads remembers what it was asked, while someone listens. */
export function listenToStatements(): void {
  const prepare = Sqlite.prototype.prepare
  Sqlite.prototype.prepare = function (this: Sqlite.Database, sql: string) {
    const statement = prepare.call(this, sql) as Sqlite.Statement
    if (!statement.reader) return statement
    const all = statement.all.bind(statement) as (...parameters: unknown[]) => unknown[]
    statement.all = (...parameters: unknown[]) => {
      log?.push({ sql, parameters })
      return all(...parameters)
    }
    return statement
  } as typeof prepare
}

/** The statements that one call runs, in order. */
export async function statementsOf(call: () => Promise<unknown>): Promise<Spoken[]> {
  const heard: Spoken[] = []
  log = heard
  await call()
  log = null
  return heard
}

/** The floor of a call: the very same statements, prepared once, on a connection of their own. */
export function floorOf(file: string, spoken: readonly Spoken[]): { run(): void; close(): void } {
  const db = connect(file, { readonly: true })
  db.pragma('cache_size = -10000')
  const prepared = spoken.map(({ sql, parameters }) => ({ statement: db.prepare(sql), parameters }))
  return {
    run: () => {
      for (const { statement, parameters } of prepared) statement.all(...parameters)
    },
    close: () => db.close(),
  }
}
