import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { type Id, idsThrough } from '../../../src-shared/kernel/ids.ts'
import { type Act, actNow } from './act.ts'
import type { Actor } from './actor.ts'

/** An act as it can be done again: what was asked, by whom, when, and the ids that the core chose for it. */
export interface Receipt {
  /** `act.seq`: counts within one file's life. */
  seq: number
  id: Id
  procedure: string
  input: unknown
  actor: Actor
  at: Instant
  /** Null: more than anybody would do again (a file of orders). */
  ids: readonly Id[] | null
}

/** Writes a receipt down, before its act is answered. */
export type KeepReceipt = (receipt: Receipt) => Promise<void>

const MOST_IDS = 2_000

const chosen = new WeakMap<Act, Id[]>()

/*
 * Later acts name what earlier ones made. So what an act makes gets the same ids when it is done again: those chosen during an act
 * are noted with it, and taken in the same order.
 */
idsThrough((make) => {
  const act = actNow()
  if (!act) return make()
  const given = act.ids?.shift()
  if (given !== undefined) return given
  const id = make()
  const ids = chosen.get(act)
  if (!ids) chosen.set(act, [id])
  else if (ids.length <= MOST_IDS) ids.push(id)
  return id
})

export function idsChosenFor(act: Act): readonly Id[] | null {
  const ids = chosen.get(act) ?? []
  return ids.length > MOST_IDS ? null : ids
}
