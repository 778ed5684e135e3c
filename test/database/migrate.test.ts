import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { keptCopies } from '../../src-main/core/database/kept-copy.ts'
import { migrate } from '../../src-main/core/database/migrate.ts'
import { type Migration, migrations } from '../../src-main/core/database/migrations/index.ts'
import { openDatabase } from '../../src-main/core/database/open.ts'
import { whyClosed } from '../../src-main/hosting/why-closed.ts'
import { SUNDAY } from '../builders/a-core.ts'

const DAY = 24 * 3_600_000

/** A file of this app's version with two suppliers in it. */
async function anOldShop() {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'lumbung.sqlite')
  const doors = openDatabase(file)
  for (const name of ['Bu Tini', 'CV Troso'])
    doors.raw.prepare('INSERT INTO supplier (id, name, created_at) VALUES (?, ?, 0)').run(name, name)
  doors.close()
  const raw = new Sqlite(file)
  raw.pragma('foreign_keys = ON')
  onTestFinished(() => void raw.close())
  return { folder, file, raw }
}

/** The version of this app's own shops, before any later step. */
const LATEST = migrations.length

const then = (...steps: Migration['run'][]): Migration[] => [
  ...migrations,
  ...steps.map((run, index) => ({ number: LATEST + index + 1, name: 'a later step', run })),
]
const version = (raw: Sqlite.Database) => raw.pragma('user_version', { simple: true })
const suppliers = (raw: Sqlite.Database) => raw.prepare('SELECT name FROM supplier ORDER BY name').pluck().all()

/** What no SQL can do: rows pass through code. */
const suppliersInCapitals: Migration['run'] = (raw) => {
  for (const { id, name } of raw.prepare('SELECT id, name FROM supplier').all() as { id: string; name: string }[])
    raw.prepare('UPDATE supplier SET name = ? WHERE id = ?').run(name.toLocaleUpperCase('id'), id)
}

test('a file that is being made goes through every step and leaves no copies beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const raw = new Sqlite(join(folder, 'new.sqlite'))
  onTestFinished(() => void raw.close())
  migrate(
    raw,
    SUNDAY,
    then(
      () => {},
      () => {},
    ),
  )
  expect(version(raw)).toBe(LATEST + 2)
  expect(keptCopies(join(folder, 'new.sqlite'))).toEqual([])
})

test('a migration may be code, and may rebuild a table that others point at', async () => {
  const { raw } = await anOldShop()
  const rebuild: Migration['run'] = (db) =>
    db.exec(`
      CREATE TABLE supplier_next (id TEXT PRIMARY KEY, name TEXT NOT NULL, phone TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL) STRICT;
      INSERT INTO supplier_next SELECT * FROM supplier;
      DROP TABLE supplier;
      ALTER TABLE supplier_next RENAME TO supplier`)
  raw.exec(
    `INSERT INTO purchase (id, number, supplier_id, day, discount, extra_cost, paid, note, recorded_at)
     VALUES ('P', 'PB-1', 'Bu Tini', '2026-11-01', 0, 0, 0, '', 0)`,
  )
  migrate(raw, SUNDAY, then(suppliersInCapitals, rebuild))
  expect(suppliers(raw)).toEqual(['BU TINI', 'CV TROSO'])
  expect(version(raw)).toBe(LATEST + 2)
  expect(raw.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('before each step the file is copied, and the copy is a whole shop of the version before', async () => {
  const { folder, file, raw } = await anOldShop()
  migrate(raw, SUNDAY, then(suppliersInCapitals))
  const copies = keptCopies(file)
  expect(copies.map((copy) => copy.slice(folder.length + 1))).toEqual([`lumbung.v${LATEST}.2026-11-22T02-14-00.sqlite`])
  const copy = openDatabase(copies[0]!)
  onTestFinished(() => copy.close())
  expect(suppliers(copy.raw)).toEqual(['Bu Tini', 'CV Troso'])
})

test('a step that fails leaves the old file working, with its copy beside it and a sentence for the owner', async () => {
  const { file, raw } = await anOldShop()
  const failing: Migration['run'] = (db) => {
    suppliersInCapitals(db)
    throw new Error('a row nobody thought of')
  }
  const moved = () => migrate(raw, SUNDAY, then(failing))
  expect(moved).toThrow(expect.objectContaining({ code: 'MIGRATION_FAILED' }))
  raw.close()

  const doors = openDatabase(file)
  onTestFinished(() => doors.close())
  expect([version(doors.raw), suppliers(doors.raw)]).toEqual([LATEST, ['Bu Tini', 'CV Troso']])
  await doors.write(['settings'], (tx) => tx.insertInto('setting').values({ name: 'a', value: '1' }).execute())
  expect(keptCopies(file)).toHaveLength(1)
})

test('the refusal says what happened, that nothing is lost, and what to do', async () => {
  const { raw } = await anOldShop()
  let why = ''
  try {
    migrate(
      raw,
      SUNDAY,
      then(() => {
        throw new Error('a row nobody thought of')
      }),
    )
  } catch (problem) {
    why = whyClosed(problem, 'en')
  }
  expect(why).toContain(
    `from version ${LATEST} to ${LATEST + 1} (a row nobody thought of). It is as it was, with a copy beside it`,
  )
})

test('a step that leaves a row pointing at nothing does not count', async () => {
  const { raw } = await anOldShop()
  raw.exec(
    `INSERT INTO purchase (id, number, supplier_id, day, discount, extra_cost, paid, note, recorded_at)
     VALUES ('P', 'PB-1', 'Bu Tini', '2026-11-01', 0, 0, 0, '', 0)`,
  )
  expect(() =>
    migrate(
      raw,
      SUNDAY,
      then((db) => db.exec("DELETE FROM supplier WHERE name = 'Bu Tini'")),
    ),
  ).toThrow(expect.objectContaining({ facts: expect.objectContaining({ why: expect.stringContaining('purchase') }) }))
  expect([version(raw), suppliers(raw)]).toEqual([LATEST, ['Bu Tini', 'CV Troso']])
})

test('the newest five copies are kept, and other files in the folder are left alone', async () => {
  const { folder, file, raw } = await anOldShop()
  writeFileSync(join(folder, 'lumbung.v1.catatan.sqlite'), '')
  for (let day = 0; day < 7; day++) {
    migrate(
      raw,
      SUNDAY + day * DAY,
      then(() => {}),
    )
    raw.pragma(`user_version = ${LATEST}`)
  }
  expect(keptCopies(file)).toHaveLength(5)
  expect(keptCopies(file)[0]).toContain('2026-11-24')
  expect(readdirSync(folder)).toContain('lumbung.v1.catatan.sqlite')
  for (const copy of keptCopies(file)) expect(statSync(copy).size).toBeGreaterThan(0)
})

test('where no copy can be written nothing is migrated', async () => {
  const { folder, raw } = await anOldShop()
  mkdirSync(join(folder, `lumbung.v${LATEST}.2026-11-22T02-14-00.sqlite.part`))
  expect(() => migrate(raw, SUNDAY, then(suppliersInCapitals))).toThrow()
  expect([version(raw), suppliers(raw)]).toEqual([LATEST, ['Bu Tini', 'CV Troso']])
})

test('a new file needs no copy', async () => {
  const { file } = await anOldShop()
  expect(keptCopies(file)).toEqual([])
})
