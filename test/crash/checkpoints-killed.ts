import { statSync } from 'node:fs'
import { expect } from 'vitest'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { aCore } from '../builders/a-core.ts'
import { aShopToKill, liveAndDie, lost } from './a-shop-to-kill.ts'

const CHECK_EVERYTHING_EVERY = 20
const TOLD_EVERY = 25

/**
 * Kills a shop while its log is folded into its file: what was acknowledged is in one of the two, whichever page the kill fell on. How many kills
 * fell inside, and how much of the log was left behind by them.
 */
export async function checkpointsKilled(
  kills: number,
  seed: number,
): Promise<{ inside: number; acknowledged: number }> {
  const file = await aShopToKill()
  const die = dice(seed)
  const all: string[] = []
  // milliseconds that one took lately
  let lately = 20
  let inside = 0
  for (let life = 1; life <= kills; life++) {
    let began: number | null = null
    let folds = 0
    const dieAt = die.between(1, 3)
    const acknowledged = await liveAndDie(
      file,
      seed * 1_000 + life,
      (line) => {
        if (line === 'folded') {
          if (began !== null) lately = Math.max(2, Math.round((lately + performance.now() - began) / 2))
          began = null
        }
        if (line !== 'folding') return null
        began = performance.now()
        return ++folds === dieAt ? (die.between(0, 100) / 100) * lately : null
      },
      'checkpoints',
    )
    if (began !== null) inside++
    all.push(...acknowledged)
    expect(lost(file, acknowledged)).toEqual([])
    if (life % CHECK_EVERYTHING_EVERY === 0 || life === kills) {
      const reopened = await aCore({ file, setUp: false })
      const report = await reopened.client.ledger.verify()
      expect(report.findings.filter(({ ok }) => !ok)).toEqual([])
      reopened.core.close()
    }
    if (life % TOLD_EVERY === 0)
      process.stdout.write(
        `seed ${seed}: ${life} of ${kills}, ${inside} inside, ${Math.round(statSync(file).size / 1e6)} MB\n`,
      )
  }
  expect(lost(file, all)).toEqual([])
  return { inside, acknowledged: all.length }
}
