import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { exportAll, ofBackups } from '../../src-main/cli/backup-command.ts'
import { lookAtShop } from '../../src-main/cli/look-at-shop.ts'
import { openCommandShop, openCopyOfShop } from '../../src-main/cli/shop.ts'
import { createBackupKeys } from '../../src-main/core/backup/backup-keys.ts'
import { keyFileOf } from '../../src-main/core/backup/key-file.ts'
import { passphraseTries } from '../../src-main/core/backup/passphrase-tries.ts'
import type { OpenedKeys } from '../../src-main/core/outside.ts'
import { openShop } from '../../src-main/hosting/open-shop.ts'
import { projectFolder } from '../../src-main/hosting/project-folder.ts'
import { openShopOrRescue } from '../../src-main/hosting/rescue.ts'
import { fileSecrets } from '../../src-main/hosting/secrets.ts'
import { groupsOf } from '../../src-shared/backup/recovery-code.ts'
import { ANSWERS, SUNDAY } from '../builders/a-core.ts'
import { aFolder } from '../builders/a-folder.ts'

const MINUTE = 60_000
const PASSPHRASE = 'parang rusak barong'

/** A start of Lumbung: it knows no key that another one opened. */
const aStart = (folder: string, openedKeys: OpenedKeys = new Map(), reopen = () => {}) => ({
  folder,
  isPractice: false,
  version: '0.0.0',
  host: 'process' as const,
  resourcesFolder: join(projectFolder, 'resources'),
  now: () => SUNDAY,
  openedKeys,
  reopen,
})

async function opened(...given: Parameters<typeof aStart>) {
  const shop = await openShopOrRescue(aStart(...given))
  onTestFinished(() => shop.close())
  const client = createRouterClient(shop.core.router)
  return { ...shop, client, why: (await client.settings.status()).rescue?.code ?? null }
}

type Client = Awaited<ReturnType<typeof opened>>['client']

/** The code is on paper, as its owner typed back. */
async function printedCode(client: Client): Promise<string> {
  const { code, asked } = await client.backup.code.show()
  await client.backup.code.confirm({ groups: asked.map((group) => ({ group, typed: groupsOf(code)[group - 1]! })) })
  return code
}

/** A shop whose passphrase is asked at start, closed: made once, and each test has a folder of its own. */
async function aLockedShop() {
  locked ??= lockedShop()
  const { folder, ...known } = await locked
  const own = aFolder()
  cpSync(folder, own, { recursive: true })
  return { folder: own, ...known }
}
let locked: ReturnType<typeof lockedShop> | undefined

async function lockedShop() {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-terkunci-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const { client, close } = await opened(folder)
  await client.settings.setUp({ ...ANSWERS, businessName: 'Batik Ratna' })
  await client.settings.change({ language: 'en' })
  const code = await printedCode(client)
  const { key } = await keysOf(folder).current()
  await client.backup.setPassphrase({ passphrase: PASSPHRASE, atStart: true })
  const { digest } = await client.ledger.verify()
  close()
  return { folder, code, key, digest }
}

const keysOf = (folder: string, openedKeys?: OpenedKeys) =>
  createBackupKeys({
    file: keyFileOf(join(folder, 'lumbung.sqlite')),
    secrets: fileSecrets(join(folder, 'lumbung.key')),
    now: () => SUNDAY,
    ...(openedKeys ? { openedKeys } : {}),
  })

test('no passphrase is asked at start before the recovery code is on paper, for it is the only other way in', async () => {
  const { client } = await opened(aFolder())
  await client.settings.setUp(ANSWERS)
  await expect(client.backup.setPassphrase({ passphrase: PASSPHRASE, atStart: true })).rejects.toMatchObject({
    code: 'CODE_NOT_ON_PAPER',
  })
  expect(await client.backup.status()).toMatchObject({ hasPassphrase: false, isAskedAtStart: false })
})

test('the whole folder on a stolen laptop, its key file along, opens nothing and says so before anything is touched', async () => {
  const { folder, code, key } = await aLockedShop()
  const before = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')])
  await expect(openShop(aStart(folder))).rejects.toMatchObject({ code: 'START_PASSPHRASE_NEEDED' })
  const kept = (all: string[][]) => all.filter(([name]) => !name!.startsWith('lumbung.sqlite.lock'))
  expect(kept(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]))).toEqual(
    kept(before as string[][]),
  )

  const laptop = fileSecrets(join(folder, 'lumbung.key'))
  for (const [name, base64] of before) {
    const bytes = Buffer.from(base64!, 'base64')
    for (const secret of [key, key.toString('base64'), code, PASSPHRASE])
      expect([name, bytes.includes(secret)]).toEqual([name, false])
    for (const text of name!.endsWith('.json') ? (bytes.toString().match(/[A-Za-z0-9+/=]{40,}/g) ?? []) : [])
      await expect(laptop.open(text)).rejects.toThrow()
  }
})

test('its window asks in the language of the shop; the right passphrase opens it for as long as that runs, and no longer', async () => {
  const { folder, digest } = await aLockedShop()
  const openedKeys = new Map()
  let reopened = 0
  const waiting = await opened(folder, openedKeys, () => reopened++)
  expect(waiting.why).toBe('START_PASSPHRASE_NEEDED')
  expect(await waiting.client.settings.get()).toMatchObject({ language: 'en', businessName: 'Batik Ratna' })
  await expect(waiting.client.backup.openWithKey({ passphrase: 'parang rusak' })).rejects.toMatchObject({
    code: 'PASSPHRASE_DIFFERS',
  })
  // two windows at once: one shop is opened
  const both = [1, 2].map(() => waiting.client.backup.openWithKey({ passphrase: PASSPHRASE }))
  expect(await Promise.all(both)).toEqual([{ isOpening: true }, { isOpening: true }])
  await expect.poll(() => reopened).toBeGreaterThan(0)
  waiting.close()

  const shop = await opened(folder, openedKeys)
  expect(shop.why).toBeNull()
  expect(await shop.client.ledger.verify()).toMatchObject({ ok: true, digest })
  expect(await shop.client.backup.status()).toMatchObject({ isAskedAtStart: true, isKeyLocked: false })
  expect(existsSync(join(folder, 'lumbung.kunci-salah.json'))).toBe(false)
  // a backup is made and tested as ever
  await shop.client.backup.make()
  expect(await shop.client.backup.test()).toMatchObject({ ok: true })
  shop.close()
  expect((await opened(folder)).why).toBe('START_PASSPHRASE_NEEDED')
  expect(reopened).toBe(1)
})

test('forgotten, the code opens it and stands for the passphrase when that is changed or taken off', async () => {
  const { folder, code } = await aLockedShop()
  const openedKeys = new Map()
  const waiting = await opened(folder, openedKeys)
  await waiting.client.backup.openWithKey({ code })
  waiting.close()
  const { client, close } = await opened(folder, openedKeys)
  expect((await client.backup.code.show()).code).toBe(code)
  const off = { passphrase: null, atStart: false }
  await expect(client.backup.setPassphrase(off)).rejects.toMatchObject({ code: 'PASSPHRASE_DIFFERS' })
  expect(await client.backup.setPassphrase({ ...off, current: code })).toMatchObject({
    hasPassphrase: false,
    isAskedAtStart: false,
  })
  close()
  const again = await opened(folder)
  expect(again.why).toBeNull()
  expect(await again.client.backup.status()).toMatchObject({ isKeyLocked: false })
})

test('after five wrong ones the right one waits as well, also after a restart, and the code does not', async () => {
  const { folder, code } = await aLockedShop()
  const file = join(folder, 'lumbung.kunci-salah.json')
  writeFileSync(file, JSON.stringify({ failures: 5, triedAt: SUNDAY - MINUTE / 2 }))
  const { client } = await opened(folder)
  await expect(client.backup.openWithKey({ passphrase: PASSPHRASE })).rejects.toMatchObject({
    code: 'PASSPHRASE_WAITS',
    data: { minutes: 1 },
  })
  expect(await client.backup.openWithKey({ code })).toEqual({ isOpening: true })
  expect(existsSync(file)).toBe(false)
})

test('waits grow with each wrong try; a clock that was put back makes none of years', () => {
  const file = join(aFolder(), 'salah.json')
  const clock = { now: SUNDAY }
  const tries = () => passphraseTries(file, () => clock.now)
  for (let each = 1; each <= 5; each++) tries().count()
  const waits = () => expect(() => tries().count()).toThrow(expect.objectContaining({ code: 'PASSPHRASE_WAITS' }))
  waits()
  clock.now += MINUTE
  tries().count()
  clock.now += MINUTE
  waits()
  clock.now += MINUTE
  tries().count()
  clock.now -= 365 * 24 * 60 * MINUTE
  waits()
  clock.now += 4 * MINUTE
  tries().count()
  tries().forget()
  tries().count()
})

test('while the passphrase is asked, keys of shops that stood here before open with it alone; taken off, this laptop opens them', async () => {
  const { folder } = await aLockedShop()
  const openedKeys = new Map()
  const keys = keysOf(folder, openedKeys)
  await keys.open({ passphrase: PASSPHRASE })
  const earlier = keysOf(aFolder())
  await earlier.current()
  const sealed = await fileSecrets(join(folder, 'lumbung.key')).seal(JSON.stringify({ key: 'AAAA', code: 'a code' }))
  const before = join(folder, 'lumbung.kunci.0000aaaa.json')
  writeFileSync(before, JSON.stringify({ wraps: earlier.wraps(), sealed, codeConfirmedAt: null }))
  expect(await keys.earlier()).toHaveLength(1)
  await keys.sealEarlierAgain()
  expect(await keys.earlier()).toHaveLength(1)
  expect(await keysOf(folder).earlier()).toEqual([])
  await keys.setPassphrase({ passphrase: null, current: PASSPHRASE })
  await keys.sealEarlierAgain()
  expect(await keysOf(folder).earlier()).toHaveLength(1)
})

test('no command opens it unasked; a script gives the passphrase or the code by its surroundings', async () => {
  const { folder, code, digest } = await aLockedShop()
  const choices = { data: folder, practice: false, say() {}, speak() {} }
  const commands = [
    () => openCommandShop(folder),
    () => openCopyOfShop(folder),
    () => lookAtShop(folder, false, async () => 0),
    () => ofBackups('backup', undefined, choices),
    () => exportAll({ ...choices, out: aFolder() }),
  ]
  for (const command of commands) await expect(command()).rejects.toMatchObject({ code: 'START_PASSPHRASE_NEEDED' })
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('LUMBUNG_KATA_SANDI', PASSPHRASE)
  const { client, close } = await openCopyOfShop(folder)
  expect(await client.ledger.verify()).toMatchObject({ ok: true, digest })
  expect(await client.backup.status()).toMatchObject({ isKeyLocked: false })
  close()
  expect(await lookAtShop(folder, false, async (_, { settings }) => settings.isSetUp)).toBe(true)
  vi.stubEnv('LUMBUNG_KODE', code)
  vi.stubEnv('LUMBUNG_KATA_SANDI', 'something else')
  expect(await ofBackups('backup', undefined, choices)).toBe(0)
})

test('where the log of another file lies beside a shop that waits, neither its window nor a command plays it into the file', async () => {
  const { folder } = await aLockedShop()
  const file = join(folder, 'lumbung.sqlite')
  const older = readFileSync(file)
  const openedKeys = new Map()
  await keysOf(folder, openedKeys).open({ passphrase: PASSPHRASE })
  const later = await opened(folder, openedKeys)
  await later.client.settings.change({ city: 'Kudus' })
  const log = readFileSync(`${file}-wal`)
  const noted = readFileSync(`${file}.tanda.json`)
  later.close()
  writeFileSync(file, older)
  writeFileSync(`${file}-wal`, log)
  writeFileSync(`${file}.tanda.json`, noted)

  const waiting = await opened(folder)
  expect(waiting.why).toBe('START_PASSPHRASE_NEEDED')
  waiting.close()
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('LUMBUNG_KATA_SANDI', PASSPHRASE)
  await ofBackups('backups', undefined, { data: folder, practice: false, say() {}, speak() {} })
  const looked = await openCopyOfShop(folder)
  expect(await looked.client.settings.get()).toMatchObject({ city: ANSWERS.city })
  looked.close()
  expect(readFileSync(file).equals(older)).toBe(true)
  expect(readFileSync(`${file}-wal`).equals(log)).toBe(true)

  const shop = await opened(folder, openedKeys)
  expect(shop.core.doors.strangeLog).toContain('lumbung.sqlite-wal.asing.')
  expect(await shop.client.settings.get()).toMatchObject({ city: ANSWERS.city })
})
