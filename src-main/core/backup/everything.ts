import { once } from 'node:events'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { connect, onSnapshot } from '../database/connection.ts'
import { latestVersion } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { KEY_WRAPS } from '../database/registers.ts'
import { ALL_SEALED, isSealed, LOCKED, openedRow, SEALED, type SealedTable, textIn } from '../database/sealing.ts'
import { makeShop } from '../database/shop-file.ts'
import { endStateDigest } from '../ledger/verifier/end-state.ts'
import { findAgain } from '../orders/find-again.ts'
import { WRAPS_REWRITTEN } from './shop-key.ts'

/*
 * The whole shop in the open: a folder with one file a table, a row a line, as JSON (https://jsonlines.org), and a list of them. No program
 * of ours is needed to read it. What a search is made of is left out, and made anew from the orders.
 */
const LIST = 'lumbung.json'
const Listed = z.object({
  format: z.literal('lumbung-semua-1'),
  schemaVersion: z.number().int().positive(),
  digest: z.string(),
  tables: z.record(z.string().regex(/^\w+$/), z.number().int().nonnegative()),
})
export type Everything = z.infer<typeof Listed>

/** Of one file's life, and no one else's. */
const NOT_TOLD = ['opening']
const AT_ONCE = 500

/** Bytes, which JSON has no word for. */
const asJson = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'type' in value && value.type === 'Buffer'
    ? { $base64: Buffer.from((value as unknown as { data: number[] }).data).toString('base64') }
    : value
const fromJson = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && '$base64' in value
    ? Buffer.from(String(value.$base64), 'base64')
    : value

const tablesOf = (raw: Database): string[] =>
  (
    raw
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all() as string[]
  ).filter((name) => !NOT_TOLD.includes(name))

/**
 * Writes every table of a shop into a folder, which is made. Of one unchanging state.
 * @throws BACKUP_PLACE_NOT_USABLE where something lies there already.
 */
export async function exportEverything(file: string, folder: string): Promise<Everything> {
  if (existsSync(join(folder, LIST))) throw new DomainError('BACKUP_PLACE_NOT_USABLE', { folder })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const raw = connect(file, { readonly: true, fileMustExist: true })
  try {
    raw.exec('BEGIN')
    const tables: Record<string, number> = {}
    for (const table of tablesOf(raw)) {
      const out = createWriteStream(join(folder, `${table}.jsonl`), { mode: 0o600 })
      tables[table] = 0
      for (const row of raw.prepare(`SELECT * FROM "${table}"`).iterate()) {
        tables[table]++
        if (!out.write(`${JSON.stringify(inTheOpen(table, row as Row), asJson)}\n`)) await once(out, 'drain')
      }
      out.end()
      await once(out, 'finish')
    }
    const listed: Everything = {
      format: 'lumbung-semua-1',
      schemaVersion: raw.pragma('user_version', { simple: true }) as number,
      digest: await onSnapshot(file, endStateDigest),
      tables,
    }
    // the list comes last: a folder without one was cut off
    writeFileSync(join(folder, LIST), JSON.stringify(listed, null, 2), { mode: 0o600 })
    return listed
  } finally {
    raw.close()
  }
}

/**
 * Makes a shop of what was exported, where none is. Every row comes back as it was, and the figures must come to the same.
 * @throws BACKUP_NOT_FOUND, BACKUP_DAMAGED, DATA_NEWER_THAN_APP, RESTORE_NOT_WHOLE; nothing is left then.
 */
export async function importEverything(folder: string, file: string, at: Instant): Promise<Everything> {
  const listed = listIn(folder)
  if (listed.schemaVersion > latestVersion)
    throw new DomainError('DATA_NEWER_THAN_APP', { found: listed.schemaVersion, known: latestVersion })
  try {
    const rows = await rowsIn(folder, listed)
    makeShop(file, at, { upTo: listed.schemaVersion, fill: (raw) => fill(raw, rows, folder) })
    const doors = openDatabase(file, () => at)
    try {
      // here it gets a key of its own, and its trail knows that the old one is gone
      const ofTheKey = [KEY_WRAPS, ALL_SEALED, WRAPS_REWRITTEN]
      await doors.write([], (tx) => tx.deleteFrom('setting').where('name', 'in', ofTheKey).execute(), 'step')
      const orders = doors.raw.prepare('SELECT id FROM sales_order ORDER BY seq').pluck().all() as string[]
      for (let from = 0; from < orders.length; from += AT_ONCE)
        await doors.write([], (tx) => findAgain(tx, orders.slice(from, from + AT_ONCE)), 'step')
      if (listed.schemaVersion === latestVersion && (await endStateDigest(doors.read)) !== listed.digest)
        throw new DomainError('RESTORE_NOT_WHOLE', { detail: folder })
    } finally {
      doors.close()
    }
    return listed
  } catch (problem) {
    for (const part of ['', '-wal', '-shm', '.tanda.json']) rmSync(`${file}${part}`, { force: true })
    throw problem
  }
}

function listIn(folder: string): Everything {
  const list = join(folder, LIST)
  if (!existsSync(list)) throw new DomainError('BACKUP_NOT_FOUND', { file: list })
  try {
    return Listed.parse(JSON.parse(readFileSync(list, 'utf8')))
  } catch {
    throw new DomainError('BACKUP_DAMAGED', { file: list })
  }
}

type Row = Record<string, unknown>

/** @throws BACKUP_KEY_LOCKED where something is sealed with a key that is not here: half of a shop is not all of it. */
function inTheOpen(table: string, row: Row): Row {
  if (!(table in SEALED)) return row
  const { bytes, text } = SEALED[table as SealedTable]
  const opened = openedRow(table as SealedTable, row)
  if ([...bytes, ...text].some((column) => isSealed(textIn(row, column)) && textIn(opened, column) === LOCKED))
    throw new DomainError('BACKUP_KEY_LOCKED')
  return opened
}

async function rowsIn(folder: string, { tables }: Everything): Promise<Map<string, Row[]>> {
  const all = new Map<string, Row[]>()
  for (const [table, count] of Object.entries(tables)) {
    const file = join(folder, `${table}.jsonl`)
    const rows: Row[] = []
    try {
      for await (const line of createInterface({ input: createReadStream(file) })) rows.push(JSON.parse(line) as Row)
    } catch {
      throw new DomainError('BACKUP_DAMAGED', { file })
    }
    if (rows.length !== count) throw new DomainError('BACKUP_DAMAGED', { file })
    all.set(table, rows)
  }
  return all
}

/** Seals rest while rows that were sealed before come in, and stand again in the same transaction. */
function fill(raw: Database, all: ReadonlyMap<string, Row[]>, folder: string): void {
  raw.pragma('foreign_keys = OFF')
  raw.transaction(() => {
    const seals = raw.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string
      sql: string
    }[]
    for (const { name } of seals) raw.exec(`DROP TRIGGER "${name}"`)
    for (const table of tablesOf(raw)) {
      raw.exec(`DELETE FROM "${table}"`)
      const rows = all.get(table) ?? []
      const columns = Object.keys(rows[0] ?? {})
      const known = new Set(raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[])
      if (columns.some((column) => !known.has(column))) throw new DomainError('BACKUP_DAMAGED', { file: folder })
      if (rows.length === 0) continue
      const insert = raw.prepare(
        `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      )
      for (const row of rows) insert.run(columns.map((column) => fromJson(row[column])))
    }
    for (const { sql } of seals) raw.exec(sql)
    if ((raw.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new DomainError('BACKUP_DAMAGED', { file: folder })
  })()
  raw.pragma('foreign_keys = ON')
}
