import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect } from 'vitest'
import { unpackBackup } from '../../src-main/core/backup/backup-file.ts'
import { openShop } from '../../src-main/hosting/open-shop.ts'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { aBackedUpShop } from '../builders/a-backed-up-shop.ts'
import { aFolder } from '../builders/a-folder.ts'
import { cutsOf } from './power/cuts.ts'
import { recorded } from './power/recorded.ts'

const CUTS_A_LIFE = 25
const ACTS_A_LIFE = 6
const FILES = ['lumbung.sqlite', 'lumbung.kunci.json', 'lumbung.key']
const SCRIPT = join(import.meta.dirname, '../backup/backs-up-until-killed.ts')

/**
 * The power goes while a shop is backed up and restored, over and over. Whenever it does, the shop opens with the figures it had, as often
 * restored as was said at least, what it replaced lies where it says, and every backup that was said to be made can be unpacked.
 */
export async function restoresCut(recorder: string, cuts: number, seed: number): Promise<{ restored: number }> {
  const die = dice(seed)
  const { file, keeper, clock, digest, doors } = await aBackedUpShop()
  const { key } = await keeper.keys.current()
  const sound = await digest()
  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  const home = aFolder()
  const shop = join(home, 'toko')
  const keyFolder = aFolder()
  copyFileSync(join(dirname(file), 'lumbung.key'), join(keyFolder, 'lumbung.key'))
  let restored = 0
  for (let done = 0; done < cuts; ) {
    const asItBegins = () => {
      rmSync(shop, { recursive: true, force: true })
      mkdirSync(shop)
      for (const name of FILES) copyFileSync(join(dirname(file), name), join(shop, name))
    }
    asItBegins()
    const deeds = await recorded(recorder, shop, [SCRIPT, shop, keyFolder], ACTS_A_LIFE)
    asItBegins()
    const many = Math.min(CUTS_A_LIFE, cuts - done)
    const target = join(home, 'sesudah')
    for (const { at, told: lines } of cutsOf(deeds, shop, target, many, die)) {
      const when = `seed ${seed}, deed ${at} of ${deeds.length}`
      const told = lines.map((line) => line.split(' ') as [string, string])
      const times = told.filter(([what]) => what === 'restored').length
      for (const [what, made] of told) {
        if (what !== 'made') continue
        const backup = join(target, made.slice(shop.length))
        const manifest = await unpackBackup({ file: backup, key, target: join(aFolder(), 'toko.sqlite') })
        expect(manifest.digest, `${when}, ${basename(made)}`).toBe(sound)
      }
      await expectWhole(target, { when, sound, times, now: clock.now })
      restored = Math.max(restored, times)
      rmSync(target, { recursive: true })
    }
    done += many
    process.stdout.write(`seed ${seed}: ${done} of ${cuts}\n`)
  }
  return { restored }
}

async function expectWhole(
  folder: string,
  { when, sound, times, now }: { when: string; sound: string; times: number; now: number },
): Promise<void> {
  const shop = await openShop({
    folder,
    isPractice: false,
    version: '0.0.0',
    host: 'process',
    resourcesFolder: '',
    now: () => now,
  })
  try {
    const { raw, changedPages, strangeLog } = shop.core.doors
    const verified = await createRouterClient(shop.core.router).ledger.verify()
    expect({ when, changedPages, strangeLog }).toEqual({ when, changedPages: 0, strangeLog: null })
    expect({ when, ok: verified.ok, digest: verified.digest }).toEqual({ when, ok: true, digest: sound })
    const last = raw.prepare('SELECT epoch, kept_file FROM restore ORDER BY epoch DESC LIMIT 1').get() as
      | { epoch: number; kept_file: string }
      | undefined
    expect(last?.epoch ?? 0, when).toBeGreaterThanOrEqual(times)
    if (last) expect(existsSync(join(folder, basename(last.kept_file))), `${when}: ${last.kept_file}`).toBe(true)
  } finally {
    shop.close()
  }
}
