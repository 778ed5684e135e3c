import { join } from 'node:path'
import type { Dice } from '../../../src-main/sample-shop/dice.ts'
import { aDisk } from './disk.ts'
import { ACKNOWLEDGED, type Deed, linesIn } from './recorded.ts'

/** What stood acknowledged when the power went, after so many deeds. */
export interface Cut {
  at: number
  told: string[]
}

/**
 * Does the deeds of a life over the shop as it was before them, and cuts the power at so many moments of it. What each cut leaves
 * stands in `target`; whoever looked at it takes it away.
 */
export function* cutsOf(deeds: readonly Deed[], shop: string, target: string, many: number, die: Dice): Generator<Cut> {
  const disk = aDisk(shop)
  const moments = Array.from({ length: many }, () => die.between(0, deeds.length)).sort((a, b) => a - b)
  let at = 0
  let said = ''
  for (const moment of moments) {
    for (; at < moment; at++) {
      const deed = deeds[at]!
      if (deed.path === join(shop, ACKNOWLEDGED)) said += deed.data.toString()
      else if (!deed.path.endsWith('-shm')) disk.does(deed)
    }
    disk.cut(die, target)
    yield { at, told: linesIn(said) }
  }
}
