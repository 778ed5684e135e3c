import { cpSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFolder } from '../builders/a-folder.ts'
import { everyAct } from '../builders/every-act.ts'
import { type Came, lives, rowsIn } from './lives.ts'
import { type NamedAct, plain } from './named-act.ts'

/** A shop in which every act is prepared, closed; and the acts. */
async function prepared(): Promise<{ folder: string; list: string; acts: NamedAct[] }> {
  const shop = await everyAct()
  const acts: NamedAct[] = []
  for (const [procedure, asked] of Object.entries(shop.acts))
    acts.push({ procedure, act: newId(), input: await plain((await asked()).input) })
  await shop.core.sync.idle()
  shop.core.close()
  const list = join(aFolder(), 'acts.json')
  writeFileSync(list, JSON.stringify(acts))
  return { folder: shop.folder, list, acts }
}

/**
 * Every act of the contract, killed at one of its statements in each round, and asked again under its name by the next life. In the end each was
 * done once: a shop that nobody killed has as many rows in every table, no answer that was given changes, and the verifier finds nothing.
 * @param each so many acts of the list alone
 */
export async function everyActKilled(rounds: number, seed: number, each = Number.POSITIVE_INFINITY): Promise<number> {
  const { folder, list, acts } = await prepared()
  const many = Math.min(each, acts.length)
  const aShop = () => {
    const own = aFolder()
    cpSync(folder, own, { recursive: true })
    return join(own, 'lumbung.sqlite')
  }
  const calm = aShop()
  const usual = await lives(calm, list, 0, many)
  expect(usual.size).toBe(many)
  const rows = rowsIn(calm)

  const die = dice(seed)
  let kills = 0
  for (let round = 1; round <= rounds; round++) {
    const file = aShop()
    const answers = new Map<number, Came>()
    for (let at = 0; at < many; at++) {
      // one more than it has: done, and nobody told
      const statement = die.between(1, usual.get(at)!.statements + 1)
      // the one before was cut off: it is asked again first
      const came = await lives(file, list, Math.max(0, at - 1), at + 1, statement)
      kills++
      for (const [which, one] of came) answers.set(which, one)
    }
    for (const [which, one] of await lives(file, list, many - 1, many)) answers.set(which, one)
    const before = rowsIn(file)
    for (const [which, { answer }] of await lives(file, list, 0, many))
      expect({ procedure: acts[which]!.procedure, answer }).toEqual({
        procedure: acts[which]!.procedure,
        answer: answers.get(which)!.answer,
      })
    expect(rowsIn(file)).toEqual(before)
    expect(before, `round ${round} of seed ${seed}`).toEqual(rows)
    const { core, client } = await aCore({
      file,
      setUp: false,
      outside: { secrets: nodeOutside(dirname(file)).secrets },
    })
    const { findings } = await client.ledger.verify()
    expect(findings.filter(({ ok }) => !ok)).toEqual([])
    core.close()
    process.stdout.write(`seed ${seed}: round ${round} of ${rounds}, ${kills} kills\n`)
  }
  return kills
}
