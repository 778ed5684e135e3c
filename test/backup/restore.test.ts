import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, onTestFinished, test } from 'vitest'
import { stageRestore } from '../../src-main/core/backup/stage-restore.ts'
import { isShopReady, putReadyInPlace } from '../../src-main/core/database/put-in-place.ts'
import { doHere } from '../../src-main/core/heavy-work.ts'
import { openShop } from '../../src-main/hosting/open-shop.ts'
import { aBackedUpShop, aKeeper } from '../builders/a-backed-up-shop.ts'
import { aFolder } from '../builders/a-folder.ts'

const opened = async (folder: string, now: number) => {
  const shop = await openShop({
    folder,
    isPractice: false,
    version: '0.0.0',
    host: 'process',
    resourcesFolder: join(import.meta.dirname, '../../resources'),
    now: () => now,
  })
  onTestFinished(() => shop.close())
  return { ...shop, client: createRouterClient(shop.core.router) }
}

const noCore = () => Promise.reject(new Error('nothing is done again'))

/** Readies a backup to take the place of the shop in a folder, with the code from paper. */
async function readied(folder: string, backup: string, code: string, clock: { now: number }) {
  const file = join(folder, 'lumbung.sqlite')
  const key = await aKeeper(file, clock).keys.keyFor(backup, { code })
  const isShopThere = existsSync(file)
  return stageRestore({
    file,
    isShopThere,
    backup,
    key,
    at: clock.now,
    doApart: doHere,
    onProgress: () => {},
    receiptsFor: () => [],
    openCore: noCore,
  })
}

test('on a new laptop the code alone brings the shop back: same figures, next epoch', async () => {
  const { make, keeper, clock, digest } = await aBackedUpShop()
  const { file, manifest } = await make()
  const { code } = await keeper.keys.current()
  const folder = aFolder()
  await readied(folder, file, code, clock)
  const { client, core } = await opened(folder, clock.now)
  const report = await client.ledger.verify()
  expect(report).toMatchObject({ ok: true, digest: await digest() })
  expect(report.digest).toBe(manifest.digest)
  expect(core.doors.raw.prepare('SELECT epoch, backup_id, kept_file FROM restore').all()).toEqual([
    { epoch: 1, backup_id: manifest.id, kept_file: null },
  ])
})

test('what stood there is kept whole, with what its log held', async () => {
  const { make, keeper, clock, receive, L, digest, doors } = await aBackedUpShop()
  const { file, manifest } = await make()
  const { code } = await keeper.keys.current()
  await receive(L, 5, 90_000)
  const after = await digest()
  // as a kill leaves it: the file, its log and the note beside them
  const folder = aFolder()
  for (const part of ['', '-wal', '.tanda.json'])
    copyFileSync(`${doors.raw.name}${part}`, join(folder, `lumbung.sqlite${part}`))
  const { keptFile } = await readied(folder, file, code, clock)
  const { client } = await opened(folder, clock.now)
  expect((await client.ledger.verify()).digest).toBe(manifest.digest)

  const before = aFolder()
  for (const part of ['', '-wal'])
    if (existsSync(`${keptFile}${part}`)) copyFileSync(`${keptFile}${part}`, join(before, `lumbung.sqlite${part}`))
  const kept = await opened(before, clock.now)
  expect((await kept.client.ledger.verify()).digest).toBe(after)
})

test('a backup that is damaged or of another shop changes nothing at all', async () => {
  const { make, keeper, clock, doors } = await aBackedUpShop()
  const { file } = await make()
  const { code } = await keeper.keys.current()
  const folder = aFolder()
  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(doors.raw.name, join(folder, 'lumbung.sqlite'))
  const bytes = readFileSync(file)
  bytes[bytes.length - 100]! ^= 1
  writeFileSync(join(folder, 'rusak.cadangan'), bytes)
  const names = readdirSync(folder)
  await expect(readied(folder, join(folder, 'rusak.cadangan'), code, clock)).rejects.toMatchObject({
    code: 'BACKUP_DAMAGED',
  })
  expect(readdirSync(folder)).toEqual(names)
  expect(isShopReady(join(folder, 'lumbung.sqlite'))).toBe(false)
})

test('killed after any step of changing places, the next opening goes on', async () => {
  const { make, keeper, clock, doors } = await aBackedUpShop()
  const { file: backup, manifest } = await make()
  const { code } = await keeper.keys.current()
  for (let step = 0; step < 4; step++) {
    const folder = aFolder()
    const file = join(folder, 'lumbung.sqlite')
    for (const part of ['', '-wal']) copyFileSync(`${doors.raw.name}${part}`, `${file}${part}`)
    const { keptFile } = await readied(folder, backup, code, clock)
    const [ready] = readdirSync(folder).filter((name) => name.startsWith('lumbung.pulih-siap.'))
    const moves: [string, string][] = [
      [file, keptFile!],
      [`${file}-wal`, `${keptFile}-wal`],
      [join(folder, ready!, 'lumbung.sqlite'), file],
    ]
    for (const [from, to] of moves.slice(0, step)) renameSync(from, to)
    putReadyInPlace(file)
    putReadyInPlace(file)
    const { client } = await opened(folder, clock.now)
    expect((await client.ledger.verify()).digest).toBe(manifest.digest)
    expect(existsSync(keptFile!)).toBe(true)
    expect(existsSync(`${keptFile}-wal`)).toBe(true)
  }
})
