import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect } from 'vitest'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFolder } from '../builders/a-folder.ts'
import { everyAct } from '../builders/every-act.ts'
import { type NamedAct, plain } from './named-act.ts'

/** A shop in which every act is prepared, closed; and the acts. */
async function prepared(): Promise<{ folder: string; list: string; acts: NamedAct[] }> {
  const shop = await everyAct()
  const acts: NamedAct[] = []
  for (const [procedure, asked] of Object.entries(shop.acts))
    acts.push({ procedure, act: newId(), input: await plain((await asked()).input) })
  await shop.core.sync.idle()
  shop.core.close()
  const list = join(aFolder(), 'acts.json')
  writeFileSync(list, JSON.stringify(acts))
  return { folder: shop.folder, list, acts }
}

interface Came {
  statements: number
  answer: string
}

/** One life of the shop: acts from one to another; with `statement` the last one is cut off before it. What the others came to. */
async function lives(
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
function rowsIn(file: string): Record<string, number> {
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

/**
 * Every act of the contract, killed at one of its statements in each round, and asked again under its name by the next life. In the end each was
 * done once: a shop that nobody killed has as many rows in every table, no answer that was given changes, and the verifier finds nothing.
 * @param each so many acts of the list alone
 */
export async function everyActKilled(rounds: number, seed: number, each = Number.POSITIVE_INFINITY): Promise<number> {
  const { folder, list, acts } = await prepared()
  const many = Math.min(each, acts.length)
  const aShop = () => {
    const own = aFolder()
    cpSync(folder, own, { recursive: true })
    return join(own, 'lumbung.sqlite')
  }
  const calm = aShop()
  const usual = await lives(calm, list, 0, many)
  expect(usual.size).toBe(many)
  const rows = rowsIn(calm)

  const die = dice(seed)
  let kills = 0
  for (let round = 1; round <= rounds; round++) {
    const file = aShop()
    const answers = new Map<number, Came>()
    for (let at = 0; at < many; at++) {
      // one more than it has: done, and nobody told
      const statement = die.between(1, usual.get(at)!.statements + 1)
      // the one before was cut off: it is asked again first
      const came = await lives(file, list, Math.max(0, at - 1), at + 1, statement)
      kills++
      for (const [which, one] of came) answers.set(which, one)
    }
    for (const [which, one] of await lives(file, list, many - 1, many)) answers.set(which, one)
    const before = rowsIn(file)
    for (const [which, { answer }] of await lives(file, list, 0, many))
      expect({ procedure: acts[which]!.procedure, answer }).toEqual({
        procedure: acts[which]!.procedure,
        answer: answers.get(which)!.answer,
      })
    expect(rowsIn(file)).toEqual(before)
    expect(before, `round ${round} of seed ${seed}`).toEqual(rows)
    const { core, client } = await aCore({
      file,
      setUp: false,
      outside: { secrets: nodeOutside(dirname(file)).secrets },
    })
    const { findings } = await client.ledger.verify()
    expect(findings.filter(({ ok }) => !ok)).toEqual([])
    core.close()
    process.stdout.write(`seed ${seed}: round ${round} of ${rounds}, ${kills} kills\n`)
  }
  return kills
}
