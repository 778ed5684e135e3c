import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect } from 'vitest'
import { openShop } from '../../src-main/hosting/open-shop.ts'
import { projectFolder } from '../../src-main/hosting/project-folder.ts'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aFolder } from '../builders/a-folder.ts'
import { aShopToKill, lost } from './a-shop-to-kill.ts'
import { cutsOf } from './power/cuts.ts'
import { recorded } from './power/recorded.ts'

const CUTS_A_LIFE = 50
const ACTS_A_LIFE = 40
const CHECK_EVERYTHING_EVERY = 10

const opened = (folder: string) =>
  openShop({
    folder,
    isPractice: false,
    version: '0.0.0',
    host: 'process',
    resourcesFolder: join(projectFolder, 'resources'),
    now: () => SUNDAY,
  })

/** What the power cuts found: acts that were acknowledged before one and are not there after it, and how many were looked for. */
interface Found {
  lost: string[]
  lookedFor: number
}

/**
 * Shops at work on a disk whose power goes at any moment: of what was not synced it keeps nothing, everything, a beginning, or some
 * sectors in no order. Each is opened again, has what it acknowledged, is not taken for damaged, and balances.
 * @param how `careless`: without the sync before an acknowledgement, so that it is seen that these cuts do lose something
 */
export async function powerCuts(
  recorder: string,
  cuts: number,
  seed: number,
  how: 'as it is' | 'careless' = 'as it is',
): Promise<Found> {
  const die = dice(seed)
  const found: Found = { lost: [], lookedFor: 0 }
  const home = aFolder()
  const shop = join(home, 'toko')
  mkdirSync(shop)
  cpSync(dirname(await aShopToKill()), shop, { recursive: true })
  let before: string[] = []
  for (let done = 0, life = 1; done < cuts; life++) {
    const start = join(home, 'awal')
    cpSync(shop, start, { recursive: true })
    const script = join(import.meta.dirname, 'writes-until-killed.ts')
    const manner = how === 'careless' ? how : die.pick(['', 'checkpoints'])
    const file = join(shop, 'lumbung.sqlite')
    const deeds = await recorded(recorder, shop, [script, file, String(seed * 1_000 + life), manner], ACTS_A_LIFE)
    // the deeds name the shop's own folder; until they begin it is as it was kept
    rmSync(shop, { recursive: true })
    renameSync(start, shop)
    const many = Math.min(CUTS_A_LIFE, cuts - done)
    const target = join(home, 'sesudah')
    let cut = 0
    for (const { at, told } of cutsOf(deeds, shop, target, many, die)) {
      const acknowledged = [...before, ...told]
      found.lookedFor += acknowledged.length
      const isChecked = (done + cut) % CHECK_EVERYTHING_EVERY === 0 && how === 'as it is'
      found.lost.push(...(await missing(target, acknowledged, `seed ${seed}, life ${life}, deed ${at}`, isChecked)))
      const isLast = ++cut === many
      if (isLast) {
        // the next life goes on from what this cut left
        before = acknowledged
        rmSync(shop, { recursive: true })
        renameSync(target, shop)
      } else rmSync(target, { recursive: true })
    }
    done += many
    process.stdout.write(`seed ${seed}: ${done} of ${cuts}, ${found.lookedFor} acts looked for\n`)
  }
  return found
}

/** A shop after a power cut, opened as ever. */
async function missing(folder: string, acknowledged: readonly string[], when: string, isChecked: boolean) {
  const { core, close } = await opened(folder)
  try {
    const { changedPages, strangeLog } = core.doors
    expect({ when, changedPages, strangeLog }).toEqual({ when, changedPages: 0, strangeLog: null })
    if (isChecked) {
      const { findings } = await createRouterClient(core.router).ledger.verify()
      expect({ when, faults: findings.filter(({ ok }) => !ok) }).toEqual({ when, faults: [] })
    } else expect(core.doors.raw.pragma('quick_check', { simple: true })).toBe('ok')
  } finally {
    close()
  }
  return lost(join(folder, 'lumbung.sqlite'), acknowledged)
}
