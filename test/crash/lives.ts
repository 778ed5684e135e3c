import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** What an act came to, and how many statements it took. */
export interface Came {
  statements: number
  answer: string
}

/** One life of the shop: acts from one to another; with `statement` the last one is cut off before it. What the others came to. */
export async function lives(
  file: string,
  list: string,
  from: number,
  until: number,
  statement = 0,
): Promise<Map<number, Came>> {
  const script = join(import.meta.dirname, 'an-act-until-killed.ts')
  const child = spawn(process.execPath, [script, file, list, String(from), String(until), String(statement)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let complaint = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (complaint += text))
  const [code, signal] = await once(child, 'close')
  if (statement > 0 ? signal !== 'SIGKILL' : code !== 0) throw new Error(`it ended by itself (${code}): ${complaint}`)
  const came = new Map<number, Came>()
  for (const line of said.split('\n')) {
    const [at, statements, answer] = line.split('\t')
    if (answer !== undefined) came.set(Number(at), { statements: Number(statements), answer })
  }
  return came
}

/** What a start of the shop adds by itself, killed or not. */
const OF_STARTS = new Set(['opening'])

/** How many rows each table has. */
export function rowsIn(file: string): Record<string, number> {
  const db = new Sqlite(file, { readonly: true })
  try {
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      .pluck()
      .all() as string[]
    return Object.fromEntries(
      tables
        .filter((table) => !OF_STARTS.has(table))
        .map((table) => [table, db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number]),
    )
  } finally {
    db.close()
  }
}
