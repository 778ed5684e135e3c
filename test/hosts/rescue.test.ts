import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, onTestFinished, test } from 'vitest'
import { openShop } from '../../src-main/hosting/open-shop.ts'
import { projectFolder } from '../../src-main/hosting/project-folder.ts'
import { openShopOrRescue } from '../../src-main/hosting/rescue.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { ANSWERS, SUNDAY } from '../builders/a-core.ts'
import { aFolder } from '../builders/a-folder.ts'

const asked = (folder: string, reopen?: () => void) => ({
  folder,
  isPractice: false,
  version: '0.0.0',
  host: 'browser' as const,
  resourcesFolder: join(projectFolder, 'resources'),
  now: () => SUNDAY,
  ...(reopen ? { reopen } : {}),
})

/** A shop with a backup, closed; its folder and file. */
async function aClosedShop() {
  const folder = aFolder()
  const { core, close } = await openShop(asked(folder))
  const client = createRouterClient(core.router)
  await client.settings.setUp(ANSWERS)
  for (let day = 1; day <= 9; day++)
    await client.cash.record(
      aCashRecord(
        { what: 'take home', wallet: '1101', householdWallet: '9110', amount: 10_000 },
        { day: `2026-11-0${day}` },
      ),
    )
  await client.backup.make()
  const { digest } = await client.ledger.verify()
  close()
  return { folder, file: join(folder, 'lumbung.sqlite'), digest }
}

async function rescued(folder: string, reopen = () => {}) {
  const shop = await openShopOrRescue(asked(folder, reopen))
  onTestFinished(() => shop.close())
  const client = createRouterClient(shop.core.router)
  return { ...shop, client, status: await client.settings.status() }
}

test('a shop that can be opened is opened', async () => {
  const { folder } = await aClosedShop()
  expect((await rescued(folder)).status.rescue).toBeNull()
})

test.each([
  [
    'a damaged page',
    (file: string) => writeFileSync(file, readFileSync(file).fill(0xff, 8192, 20_000)),
    'FILE_DAMAGED',
  ],
  ['nothing in it', (file: string) => writeFileSync(file, ''), 'FILE_EMPTY'],
  ['something else', (file: string) => writeFileSync(file, 'catatan belanja '.repeat(99)), 'FILE_NOT_OURS'],
  [
    'data of a newer Lumbung',
    (file: string) => {
      const bytes = readFileSync(file)
      bytes.writeUInt32BE(999, 60)
      writeFileSync(file, bytes)
    },
    'DATA_NEWER_THAN_APP',
  ],
  ['no right to write', (file: string) => chmodSync(file, 0o400), 'FILE_READ_ONLY'],
])('with %s its window says why, finds the backup, and leaves the file alone', async (_, damage, code) => {
  const { folder, file } = await aClosedShop()
  damage(file)
  const [before, beside] = [readFileSync(file), readdirSync(folder)]
  const { client, status } = await rescued(folder)
  expect(status.rescue).toMatchObject({
    file,
    code,
    sentence: { id: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) },
  })
  expect((await client.backup.find({})).map(({ isOurs }) => isOurs)).toContain(true)
  const away = aFolder()
  const { file: copy } = await client.backup.rescue.saveCopy({ folder: away })
  expect(readFileSync(join(copy, 'lumbung.sqlite')).equals(before)).toBe(true)
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(beside)
})

test('restored from there it opens as it was backed up, and what was damaged is kept', async () => {
  const { folder, file, digest } = await aClosedShop()
  writeFileSync(file, readFileSync(file).fill(0xff, 8192, 20_000))
  const damaged = readFileSync(file)
  const { client, close } = await rescued(folder)
  const [newest] = await client.backup.find({})
  for await (const _ of await client.backup.restore({ file: newest!.file }));
  close()
  const { client: shop, status } = await rescued(folder)
  expect(status.rescue).toBeNull()
  expect(await shop.ledger.verify()).toMatchObject({ ok: true, digest })
  const kept = readdirSync(folder).find((name) => name.includes('sebelum-pulih'))
  expect(readFileSync(join(folder, kept!)).equals(damaged)).toBe(true)
})

test('once what was wrong is put right it is opened again by a button', async () => {
  const { folder, file } = await aClosedShop()
  const away = join(aFolder(), 'lumbung.sqlite')
  copyFileSync(file, away)
  writeFileSync(file, '')
  let reopened = 0
  const { client } = await rescued(folder, () => reopened++)
  expect(await client.backup.rescue.tryAgain()).toEqual({ isOpening: true })
  await expect.poll(() => reopened).toBe(1)
  copyFileSync(away, file)
  expect((await rescued(folder)).status.rescue).toBeNull()
})

test('in a shop that is open nothing is to be rescued, and where a file stands in place of the folder one sentence has to do', async () => {
  const { folder } = await aClosedShop()
  const { client } = await rescued(folder)
  await expect(client.backup.rescue.tryAgain()).rejects.toMatchObject({ code: 'NOTHING_TO_RESCUE' })
  await expect(client.backup.rescue.saveCopy({ folder })).rejects.toMatchObject({ code: 'NOTHING_TO_RESCUE' })
  const blocked = join(aFolder(), 'toko')
  writeFileSync(blocked, '')
  expect((await rescued(blocked)).status.rescue).toMatchObject({ code: 'FOLDER_NOT_WRITABLE' })
  mkdirSync(join(folder, 'baru'))
  expect(existsSync(join(folder, 'baru', 'lumbung.sqlite'))).toBe(false)
})
