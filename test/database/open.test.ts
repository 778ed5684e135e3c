import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { latestVersion } from '../../src-main/core/database/migrate.ts'
import { breathe, openDatabase, type Tx } from '../../src-main/core/database/open.ts'

function aFile() {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'toko', 'lumbung.sqlite')
}

function openDoors(file = aFile()) {
  const doors = openDatabase(file)
  onTestFinished(() => doors.close())
  return doors
}

const remember = (tx: Tx, name: string, value = '1') => tx.insertInto('setting').values({ name, value }).execute()
const names = async (doors: ReturnType<typeof openDatabase>) =>
  (await doors.read.selectFrom('setting').select('name').orderBy('name').execute()).map(({ name }) => name)

test('a new file has every pragma as we want it, also after its first write', async () => {
  const doors = openDoors()
  await doors.write(['settings'], (tx) => remember(tx, 'a'))
  const pragmas = Object.fromEntries(
    ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers', 'trusted_schema', 'secure_delete'].map(
      (name) => [name, doors.raw.pragma(name, { simple: true })],
    ),
  )
  expect(pragmas).toEqual({
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    recursive_triggers: 1,
    trusted_schema: 0,
    secure_delete: 1,
  })
  expect(doors.raw.pragma('user_version', { simple: true })).toBe(latestVersion)
})

test('a file of a newer Lumbung is refused and left untouched', () => {
  const file = aFile()
  openDatabase(file).close()
  const newer = new Sqlite(file)
  newer.pragma('journal_mode = DELETE')
  newer.pragma(`user_version = ${latestVersion + 1}`)
  newer.close()
  const digest = () => createHash('sha256').update(readFileSync(file)).digest('hex')
  const before = digest()
  expect(() => openDatabase(file)).toThrow(
    expect.objectContaining({
      code: 'DATA_NEWER_THAN_APP',
      facts: { found: latestVersion + 1, known: latestVersion },
    }),
  )
  expect(digest()).toBe(before)
})

test('a file that is no shop at all is refused and left untouched', () => {
  const file = aFile()
  openDatabase(file).close()
  rmSync(file)
  const stranger = new Sqlite(file)
  stranger.exec('CREATE TABLE setting (someone_elses TEXT)')
  stranger.close()
  expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code: 'FILE_NOT_OURS' }))
  const still = new Sqlite(file)
  expect(still.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'setting' }])
  still.close()
})

test('opening a file a second time keeps what was written', async () => {
  const file = aFile()
  const first = openDatabase(file)
  await first.write(['settings'], (tx) => remember(tx, 'a'))
  first.close()
  expect(await names(openDoors(file))).toEqual(['a'])
})

test('the reading door sees only what was committed, while a write is still open', async () => {
  const doors = openDoors()
  await doors.write(['settings'], async (tx) => {
    await remember(tx, 'a')
    await breathe()
    expect(await names(doors)).toEqual([])
  })
  expect(await names(doors)).toEqual(['a'])
})

test('the reading door cannot write, whatever its type is made to say', async () => {
  const doors = openDoors()
  await expect(remember(doors.read as Tx, 'a')).rejects.toThrow(/readonly/)
})

test('a write that fails changes nothing, and the next one works', async () => {
  const doors = openDoors()
  await expect(
    doors.write(['settings'], async (tx) => {
      await remember(tx, 'a')
      throw new Error('second thoughts')
    }),
  ).rejects.toThrow('second thoughts')
  await doors.write(['settings'], (tx) => remember(tx, 'b'))
  expect(await names(doors)).toEqual(['b'])
})

test('a write that fails only at the commit changes nothing, and the next one works', async () => {
  const doors = openDoors()
  await expect(
    doors.write(['ledger'], async (tx) => {
      await remember(tx, 'a')
      await tx
        .insertInto('account')
        .values({
          code: '1101',
          book: 'usaha',
          name: 'Kas',
          name_en: 'Cash',
          normal: 'D',
          kind: 'asset',
          line: 'cash',
          is_cash: 1,
          roles: '[]',
        })
        .execute()
      await tx.insertInto('posting').values({ entry_id: 1, account: '1101', amount: 5, day: '2026-11-01' }).execute()
    }),
  ).rejects.toThrow(/FOREIGN KEY/)
  await doors.write(['settings'], (tx) => remember(tx, 'b'))
  expect(await names(doors)).toEqual(['b'])
})

test('writes wait for each other and all arrive', async () => {
  const doors = openDoors()
  const letters = ['a', 'b', 'c', 'd', 'e']
  await Promise.all(
    letters.map((name) =>
      doors.write(['settings'], async (tx) => {
        await breathe()
        await remember(tx, name)
      }),
    ),
  )
  expect(await names(doors)).toEqual(letters)
})

test('a write inside a write throws instead of waiting for itself for ever, and rolls the outer one back', async () => {
  const doors = openDoors()
  await expect(
    doors.write(['settings'], async (tx) => {
      await remember(tx, 'a')
      await doors.write(['settings'], (inner) => remember(inner, 'b'))
    }),
  ).rejects.toThrow(/write inside write/)
  expect(await names(doors)).toEqual([])
})

test('a rehearsal answers like the write, leaves no trace and announces nothing', async () => {
  const doors = openDoors()
  const told: string[][] = []
  const stop = doors.onCommitted(({ rooms }) => told.push([...rooms]))
  const seen = await doors.rehearse(async (tx) => {
    await remember(tx, 'a')
    return (await tx.selectFrom('setting').select('name').execute()).length
  })
  expect(seen).toBe(1)
  expect([await names(doors), told]).toEqual([[], []])

  await doors.write(['settings', 'ledger'], (tx) => remember(tx, 'b'))
  expect(told).toEqual([['settings', 'ledger']])
  stop()
  await doors.write(['settings'], (tx) => remember(tx, 'c'))
  expect(told).toHaveLength(1)
})
