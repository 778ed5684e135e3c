import { expect } from 'vitest'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { aCore } from '../builders/a-core.ts'
import { aShopToKill, liveAndDie, lost } from './a-shop-to-kill.ts'

const CHECK_EVERYTHING_EVERY = 20

/** Kills one shop again and again; all that it acknowledged in its lives. */
async function killed(times: number, seed: number): Promise<string[]> {
  const file = await aShopToKill()
  const die = dice(seed)
  const all: string[] = []
  for (let life = 1; life <= times; life++) {
    // counted in work and not in time, so that a slow machine is killed in the middle of as much
    const enough = die.between(0, 8)
    const ms = die.between(0, 120)
    const acknowledged = await liveAndDie(file, seed * 1_000 + life, (_, count) => (count === enough ? ms : null))
    all.push(...acknowledged)
    expect(lost(file, acknowledged)).toEqual([])
    if (life % CHECK_EVERYTHING_EVERY === 0 || life === times) {
      const reopened = await aCore({ file, setUp: false })
      const report = await reopened.client.ledger.verify()
      expect(report.findings.filter(({ ok }) => !ok)).toEqual([])
      reopened.core.close()
    }
  }
  expect(lost(file, all)).toEqual([])
  return all
}

/**
 * Kills shops in the middle of their work and opens them again: clean, balanced, and with all that they acknowledged.
 * @returns how much they acknowledged
 */
export async function killedAtWork(kills: number): Promise<number> {
  // two shops side by side: while one is being born, the other is at work
  const acknowledged = await Promise.all([killed(Math.ceil(kills / 2), 7), killed(Math.floor(kills / 2), 8)])
  return acknowledged.flat().length
}
