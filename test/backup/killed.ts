import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createRouterClient } from '@orpc/server'
import { expect } from 'vitest'
import { unpackBackup } from '../../src-main/core/backup/backup-file.ts'
import { putReadyInPlace } from '../../src-main/core/database/put-in-place.ts'
import { openShop } from '../../src-main/hosting/open-shop.ts'
import { aBackedUpShop, aKeeper } from '../builders/a-backed-up-shop.ts'
import { aFolder } from '../builders/a-folder.ts'

/** Lives that end with no warning while a shop is backed up, and while it is restored, over and over. */
export async function killedAtBackups(kills: number): Promise<void> {
  const { file, keyFolder, keeper, clock, digest, doors } = await aBackedUpShop()
  const { key } = await keeper.keys.current()
  const sound = await digest()
  const folder = aFolder()
  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(file, join(folder, 'lumbung.sqlite'))
  copyFileSync(join(file, '..', 'lumbung.kunci.json'), join(folder, 'lumbung.kunci.json'))
  for (let kill = 0; kill < kills; kill++) {
    await livesUntilKilled(folder, keyFolder, 20 + ((kill * 137) % 900))
    const backups = aKeeper(join(folder, 'lumbung.sqlite'), clock, keyFolder).here()
    for (const backup of backups) {
      const manifest = await unpackBackup({ file: backup.file, key, target: join(aFolder(), 'toko.sqlite') })
      expect(manifest.digest).toBe(sound)
    }
    const shop = await openShop({
      folder,
      isPractice: false,
      version: '0.0.0',
      host: 'process',
      resourcesFolder: '',
      now: () => clock.now,
    })
    try {
      expect(await createRouterClient(shop.core.router).ledger.verify()).toMatchObject({ ok: true, digest: sound })
    } finally {
      shop.close()
    }
    expect(readdirSync(folder).filter((name) => name.includes('.coba-'))).toEqual([])
  }
  expect(existsSync(join(folder, 'cadangan'))).toBe(true)
  putReadyInPlace(join(folder, 'lumbung.sqlite'))
}

async function livesUntilKilled(folder: string, keyFolder: string, workMs: number): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'backs-up-until-killed.ts'), folder, keyFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (text) => (complaint += text))
  createInterface({ input: child.stdout }).on('line', () => setTimeout(() => child.kill('SIGKILL'), workMs))
  const [code, signal] = await once(child, 'close')
  if (signal !== 'SIGKILL') throw new Error(`it stopped by itself (${code}): ${complaint}`)
}
