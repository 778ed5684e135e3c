import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../src-main/core/database/open.ts'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aFolder } from '../builders/a-folder.ts'

/**
 * How many changed pages are told of a file: by whoever opens it, or while the shop in it is served and, for good, at the next opening; or when a
 * shop is closed before it was told.
 */
const TOLD = {
  'at once': async (file: string) => {
    const doors = openDatabase(file, () => SUNDAY)
    doors.close()
    return doors.changedPages
  },
  'while served': async (file: string) => {
    const served = openDatabase(file, () => SUNDAY, { comparedAtOnce: 0 })
    served.keepPageSums()
    const found = await served.comparePages()
    served.close()
    return found && TOLD['at once'](file)
  },
  'at the end': async (file: string) => {
    const served = openDatabase(file, () => SUNDAY, { comparedAtOnce: 0 })
    served.keepPageSums()
    served.close()
    return TOLD['at once'](file)
  },
}
export type When = keyof typeof TOLD

/** Flips so many single bits of a file that was closed cleanly, each in a copy of its own; which ones nobody noticed. */
export async function flippedBits(file: string, when: When, flips: number, seed = 1): Promise<string[]> {
  const die = dice(seed)
  const sound = readFileSync(file)
  const silent: string[] = []
  for (let flip = 0; flip < flips; flip++) {
    const copy = join(aFolder(), 'lumbung.sqlite')
    for (const beside of ['.sidik', '.tanda.json']) copyFileSync(`${file}${beside}`, `${copy}${beside}`)
    const bytes = Buffer.from(sound)
    const [at, bit] = [die.between(0, bytes.length - 1), die.between(0, 7)]
    bytes[at]! ^= 1 << bit
    writeFileSync(copy, bytes)
    try {
      if ((await TOLD[when](copy)) === 0) silent.push(`bit ${bit} of byte ${at}`)
    } catch (problem) {
      // the host makes a sentence of these, too
      const isTold =
        problem instanceof DomainError || /^SQLITE_(NOTADB|CORRUPT)/.test(String((problem as { code?: string }).code))
      if (!isTold) throw problem
    }
  }
  return silent
}
