import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, onTestFinished, test } from 'vitest'
import { likelyPlaces, syncedBy } from '../../src-main/core/backup/likely-places.ts'
import { createReceiptJournal } from '../../src-main/core/backup/receipt-journal.ts'
import { createCore } from '../../src-main/core/core.ts'
import { openDatabase } from '../../src-main/core/database/open.ts'
import { doHere } from '../../src-main/core/heavy-work.ts'
import { verifyApart } from '../../src-main/core/verifying/verify-apart.ts'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { EVERYDAY } from '../../src-shared/ledger/account-name.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aFolder } from '../builders/a-folder.ts'
import { aScheduler } from '../builders/a-scheduler.ts'
import { flippedBits, type When } from './flipped-bits.ts'

/** Nine days of a shop, all of them in its file. */
async function aShopOfNineDays() {
  const { client, doors } = await aCore()
  for (let day = 1; day <= 9; day++)
    await client.cash.record(
      aCashRecord(
        { what: 'take home', wallet: '1101', householdWallet: '9110', amount: 10_000 },
        { day: `2026-11-0${day}` },
      ),
    )
  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  return { client, doors }
}

/** A shop as a kill leaves it, its log beside it. */
async function aKilledShop() {
  const { client, doors } = await aShopOfNineDays()
  await client.settings.change({ city: 'Kudus' })
  const file = join(aFolder(), 'lumbung.sqlite')
  for (const part of ['', '-wal']) copyFileSync(`${doors.raw.name}${part}`, `${file}${part}`)
  const pageSize = doors.raw.pragma('page_size', { simple: true }) as number
  const root = (table: string) =>
    doors.raw.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) as number
  return { file, pageSize, root }
}

test('after a kill every page is looked over before anything is written: a damaged one closes the shop, and the file stays as it is', async () => {
  let refused = 0
  for (const table of ['entry', 'posting', 'stock_card', 'setting']) {
    const { file, pageSize, root } = await aKilledShop()
    const bytes = readFileSync(file)
    const page = root(table)
    writeFileSync(file, bytes.fill(0xff, (page - 1) * pageSize, page * pageSize))
    const [before, log] = [readFileSync(file), readFileSync(`${file}-wal`)]
    // a page that the log holds as well is whole again once the log is folded in
    let problem: unknown
    try {
      openDatabase(file, () => SUNDAY).close()
    } catch (thrown) {
      problem = thrown
    }
    if (problem === undefined) continue
    refused++
    expect(problem).toMatchObject({ code: 'FILE_DAMAGED' })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readFileSync(`${file}-wal`).equals(log)).toBe(true)
  }
  expect(refused).toBeGreaterThanOrEqual(3)
})

test('an end that was not clean is known at the next opening, a clean one too', async () => {
  const { file } = await aKilledShop()
  const first = openDatabase(file, () => SUNDAY)
  expect(first.endedUnclean).toBe(true)
  first.close()
  const second = openDatabase(file, () => SUNDAY)
  expect(second.endedUnclean).toBe(false)
  second.close()
})

test('a file put back alone, without the log that held the last acts, is told by how many acts it lacks', async () => {
  const { core, doors } = await aCore()
  const folder = aFolder()
  const key = Buffer.alloc(32, 3)
  const journal = createReceiptJournal({ folder, now: () => SUNDAY, key: async () => key, epoch: async () => 0 })
  doors.keepReceipts(journal.keep)
  const spend = async (day: number) =>
    createRouterClient(core.router, { context: { act: newId() } }).cash.record(
      aCashRecord(
        { what: 'take home', wallet: '1101', householdWallet: '9110', amount: 10_000 },
        { day: `2026-11-${String(day).padStart(2, '0')}` },
      ),
    )
  for (let day = 1; day <= 4; day++) await spend(day)
  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  const alone = join(aFolder(), 'lumbung.sqlite')
  copyFileSync(doors.raw.name, alone)
  for (let day = 5; day <= 16; day++) await spend(day)
  await journal.close()

  const faults = async (file: string) => {
    const { findings } = await verifyApart({
      file,
      copy: null,
      at: SUNDAY,
      naming: EVERYDAY,
      outside: { witnesses: [], receipts: { folder, key, epoch: 0 } },
    })
    return findings.filter(({ ok }) => !ok).map(({ detail }) => detail)
  }
  expect(await faults(doors.raw.name)).toEqual([])
  expect((await faults(alone)).join()).toMatch(/^12 tindakan yang sudah dijawab "tersimpan" tidak ada di berkas\./)
})

test.each([
  ['C:\\Users\\Ratna\\OneDrive\\Lumbung', 'OneDrive'],
  ['C:\\Users\\Ratna\\OneDrive - Batik\\Lumbung', 'OneDrive'],
  ['/home/ratna/Dropbox/toko', 'Dropbox'],
  ['/Users/ratna/Google Drive/toko', 'Google Drive'],
  ['/home/ratna/.lumbung', null],
  ['C:\\Users\\Ratna\\Dokumen\\Lumbung', null],
])('a folder that a cloud service keeps in step is known: %s', (path, cloud) => {
  expect(syncedBy(path)).toBe(cloud)
  expect(likelyPlaces()).toBeInstanceOf(Array)
})

/** A shop that was closed cleanly, by a host that stays open all day. */
async function aShopClosedCleanly() {
  const { doors } = await aShopOfNineDays()
  const file = join(aFolder(), 'lumbung.sqlite')
  copyFileSync(doors.raw.name, file)
  const closed = openDatabase(file, () => SUNDAY)
  closed.keepPageSums()
  closed.close()
  return file
}

test.each<When>(['at once', 'while served', 'at the end'])(
  'a bit that flips while the shop is closed is noticed, wherever it lies: pages compared %s',
  async (when) => {
    expect(await flippedBits(await aShopClosedCleanly(), when, 24)).toEqual([])
  },
)

test('while its pages are compared a shop is served, and nothing is written into the file but into its log', async () => {
  const file = await aShopClosedCleanly()
  const before = readFileSync(file)
  const doors = openDatabase(file, () => SUNDAY, { comparedAtOnce: 0 })
  const set = doors.raw.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES ('seen', ?)")
  set.run('1')
  const found = doors.comparePages()
  set.run('2')
  doors.raw.pragma('wal_checkpoint(PASSIVE)')
  const killed = join(aFolder(), 'lumbung.sqlite')
  for (const part of ['', '-wal', '.sidik', '.tanda.json']) copyFileSync(`${file}${part}`, `${killed}${part}`)
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(await found).toBe(0)
  expect(readFileSync(file).equals(before)).toBe(false)
  expect(existsSync(`${file}.sidik`)).toBe(false)
  expect(JSON.parse(readFileSync(`${file}.tanda.json`, 'utf8')).marks).toHaveLength(1)
  doors.close()

  const opened = openDatabase(killed, () => SUNDAY)
  expect(opened.raw.prepare("SELECT value FROM setting WHERE name = 'seen'").pluck().get()).toBe('2')
  expect(opened).toMatchObject({ endedUnclean: true, strangeLog: null, changedPages: 0 })
  opened.close()
})

test.each(['compared', 'closed'])('a note that cannot be written keeps no shop from being %s', async (what) => {
  const file = await aShopClosedCleanly()
  const doors = openDatabase(file, () => SUNDAY, { comparedAtOnce: 0 })
  mkdirSync(`${file}.tanda.json.part`)
  if (what === 'compared') expect(await doors.comparePages()).toBe(0)
  doors.close()
  expect(doors.raw.open).toBe(false)
  rmSync(`${file}.tanda.json.part`, { recursive: true })
  const again = openDatabase(file, () => SUNDAY)
  expect(again).toMatchObject({ endedUnclean: false, strangeLog: null, changedPages: 0 })
  again.close()
})

test('a host that finds changed pages opens the file anew, and the verifier tells of them', async () => {
  const file = await aShopClosedCleanly()
  const bytes = readFileSync(file)
  bytes[bytes.length - 40]! ^= 4
  writeFileSync(file, bytes)
  const damaged = readFileSync(file)
  const { scheduler, pass } = aScheduler()
  const open = (reopen: () => void) =>
    createCore({
      file,
      now: () => SUNDAY,
      host: { version: '0.0.0', host: 'browser', dataFolder: dirname(file), isPractice: false },
      outside: { ...nodeOutside(dirname(file)), doApart: doHere, scheduler },
      resourcesFolder: '',
      comparedAtOnce: 0,
      reopen,
    })
  const core = await open(() => core.close())
  expect(core.doors.changedPages).toBe(0)
  pass(3_000)
  await expect.poll(() => core.doors.raw.open).toBe(false)
  // what was written meanwhile stands in the log
  expect(readFileSync(file).equals(damaged)).toBe(true)

  const again = await open(() => {})
  onTestFinished(() => again.close())
  expect(again.doors.changedPages).toBe(1)
  const { findings } = await createRouterClient(again.router).ledger.verify()
  expect(findings.map(({ detail }) => detail).join()).toMatch(/1 halaman berkas berubah/)
})

test('a file that was put in the place of another is not taken for a damaged one, and a note that was changed is not believed', async () => {
  const [file, other] = [await aShopClosedCleanly(), await aShopClosedCleanly()]
  copyFileSync(other, file)
  const opened = openDatabase(file, () => SUNDAY)
  expect(opened.changedPages).toBe(0)
  opened.keepPageSums()
  opened.close()
  const note = readFileSync(`${file}.sidik`)
  note[60]! ^= 1
  writeFileSync(`${file}.sidik`, note)
  const again = openDatabase(file, () => SUNDAY)
  expect(again.changedPages).toBe(0)
  again.close()
})

test('what was noticed is told by the verifier until another file stands there', async () => {
  const file = await aShopClosedCleanly()
  const bytes = readFileSync(file)
  const at = bytes.indexOf('Kas Toko') === -1 ? bytes.length - 40 : bytes.indexOf('Kas Toko')
  bytes[at]! ^= 4
  writeFileSync(file, bytes)
  const report = await verifyApart({ file, copy: null, at: SUNDAY, naming: EVERYDAY, changedPages: 1 })
  expect(
    report.findings
      .filter(({ ok }) => !ok)
      .map(({ detail }) => detail)
      .join(),
  ).toMatch(/^.*1 halaman berkas berubah/)
})
