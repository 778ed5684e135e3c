import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { latestVersion } from '../../src-main/core/database/migrate.ts'
import { openDatabase } from '../../src-main/core/database/open.ts'
import { openShop } from '../../src-main/hosting/open-shop.ts'
import { whyClosed } from '../../src-main/hosting/why-closed.ts'

const root = join(import.meta.dirname, '../..')

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-asing-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const opened = (folder: string) =>
  openShop({ folder, isPractice: false, version: '0', host: 'process', resourcesFolder: join(root, 'resources') })

/** Another program's database, as SQLite makes it. */
function another(file: string, ...pragmas: string[]): void {
  const raw = new Sqlite(file)
  for (const pragma of pragmas) raw.pragma(pragma)
  raw.exec('CREATE TABLE contacts (name TEXT); INSERT INTO contacts VALUES (1), (2)')
  raw.close()
}

const aShop = (file: string) => openDatabase(file).close()

const STRANGERS: [name: string, make: (file: string) => void, code: string][] = [
  ['an empty file', (file) => writeFileSync(file, ''), 'FILE_EMPTY'],
  ['a shopping list', (file) => writeFileSync(file, 'catatan belanja '.repeat(500)), 'FILE_NOT_OURS'],
  ['a few bytes', (file) => writeFileSync(file, 'SQLite'), 'FILE_NOT_OURS'],
  ['the first line of a database', (file) => writeFileSync(file, 'SQLite format 3\0'), 'FILE_DAMAGED'],
  ['a folder', (file) => mkdirSync(file), 'FILE_NOT_OURS'],
  ["another program's database", (file) => another(file), 'FILE_NOT_OURS'],
  ['one with a version like ours', (file) => another(file, `user_version = ${latestVersion}`), 'FILE_NOT_OURS'],
  ['one with a version above ours', (file) => another(file, 'user_version = 999'), 'FILE_NOT_OURS'],
  ['one with an id of its own', (file) => another(file, 'application_id = 1196444487'), 'FILE_NOT_OURS'],
  ['one with a write-ahead log', (file) => another(file, 'journal_mode = WAL', 'user_version = 1'), 'FILE_NOT_OURS'],
  [
    'one that its program has open, or was killed in',
    (file) => {
      const raw = new Sqlite(file)
      raw.pragma('journal_mode = WAL')
      raw.exec('CREATE TABLE contacts (name TEXT)')
      onTestFinished(() => void raw.close())
    },
    'FILE_NOT_OURS',
  ],
  [
    'one with a hot journal, which SQLite would roll back',
    (file) => {
      another(file)
      writeFileSync(`${file}-journal`, Buffer.from('d9d505f920a163d7', 'hex'))
    },
    'FILE_NOT_OURS',
  ],
  [
    'a shop cut in the middle',
    (file) => {
      aShop(file)
      truncateSync(file, statSync(file).size / 2)
    },
    'FILE_DAMAGED',
  ],
  [
    'a shop without its last byte',
    (file) => {
      aShop(file)
      truncateSync(file, statSync(file).size - 1)
    },
    'FILE_DAMAGED',
  ],
  [
    'a shop of a newer Lumbung',
    (file) => {
      aShop(file)
      const raw = new Sqlite(file)
      raw.pragma(`user_version = ${latestVersion + 1}`)
      raw.close()
    },
    'DATA_NEWER_THAN_APP',
  ],
  [
    'a shop that may only be read',
    (file) => {
      aShop(file)
      chmodSync(file, 0o444)
    },
    'FILE_READ_ONLY',
  ],
]

/** Every name in a folder with what lies there, byte for byte, and when it was last written. */
const state = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((name) => {
      const path = join(folder, name)
      const { mtimeMs, mode } = statSync(path)
      const bytes = statSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0)
      return [name, createHash('sha256').update(bytes).digest('hex'), mtimeMs, mode]
    })

test.each(STRANGERS)(
  '%s is left alone: one sentence, and nothing written in it or beside it',
  async (_, make, code) => {
    const folder = aFolder()
    const file = join(folder, 'lumbung.sqlite')
    make(file)
    utimesSync(file, 1000, 1000)
    const before = state(folder)
    await expect(opened(folder)).rejects.toMatchObject({ code })
    expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code }))
    expect(state(folder)).toEqual(before)
    const sentence = await opened(folder).catch((problem) => whyClosed(problem))
    expect(sentence).toMatch(/^[A-Z][^\n]+\.$/)
    expect(sentence).not.toContain('Rincian')
  },
)

test('a link to a disk that is not plugged in is no empty place for a new shop', async () => {
  const folder = aFolder()
  const away = join(folder, 'disk', 'lumbung.sqlite')
  symlinkSync(away, join(folder, 'lumbung.sqlite'))
  await expect(opened(folder)).rejects.toMatchObject({ code: 'FILE_POINTS_NOWHERE' })
  expect(await opened(folder).catch((problem) => whyClosed(problem))).toContain(`menunjuk ke ${away}`)
  expect(readdirSync(folder)).toEqual(['lumbung.sqlite'])

  mkdirSync(join(folder, 'disk'))
  aShop(away)
  expect(() => openDatabase(join(folder, 'lumbung.sqlite')).close()).not.toThrow()
})

test.each([
  ['an import', ['import', 'pesanan.xlsx']],
  ['a report', ['report', 'neraca']],
  ['a check', ['verify']],
])('on the command line %s ends with status 1 and one sentence that names the file', (_, args) => {
  const folder = aFolder()
  const file = join(folder, 'lumbung.sqlite')
  another(file, 'user_version = 1')
  const before = state(folder)
  const command = ['src-main/cli/lumbung.ts', ...args, '--data', folder]
  const { status, stderr, stdout } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`Di ${file} ada sesuatu`)])
  expect(state(folder)).toEqual(before)
})

test('a report reads a shop that may only be read, and leaves nothing beside it', () => {
  const folder = aFolder()
  const file = join(folder, 'lumbung.sqlite')
  aShop(file)
  chmodSync(file, 0o400)
  const before = state(folder)
  const command = ['src-main/cli/lumbung.ts', 'verify', '--data', folder]
  expect(spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  expect(state(folder)).toEqual(before)
})

test('our own file says that it is ours, from its first moment on and in its copies', () => {
  const file = join(aFolder(), 'lumbung.sqlite')
  const doors = openDatabase(file)
  onTestFinished(() => doors.close())
  expect(readFileSync(file).toString('latin1', 68, 72)).toBe('LMBG')
  doors.raw.prepare('VACUUM INTO ?').run(`${file}.copy`)
  expect(readFileSync(`${file}.copy`).toString('latin1', 68, 72)).toBe('LMBG')
})

test('a shop that was killed while it was being made is made anew', async () => {
  const folder = aFolder()
  const file = join(folder, 'lumbung.sqlite')
  writeFileSync(`${file}.new`, 'half a shop')
  const shop = await opened(folder)
  shop.close()
  expect(existsSync(`${file}.new`)).toBe(false)
})
