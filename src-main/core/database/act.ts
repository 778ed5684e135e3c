import { AsyncLocalStorage } from 'node:async_hooks'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { actorNow } from './actor.ts'
import { digestOf, sha256 } from './digest.ts'
import type { Tx } from './open.ts'
import { sealedFor } from './sealed-for.ts'
import { LOCKED, openedRow } from './sealing.ts'

/**
 * One call that writes, named by whoever sends it: sent again, because its answer was lost, it is the same act.
 * Like who acts, it is known at the door of the core and needed at the write door, and travels beside the arguments.
 */
export interface Act {
  id: Id
  /** `fulfilment.scan` */
  procedure: string
  input: unknown
  /** Its answer stands in the file, or was read back from there. */
  isRecorded: boolean
  /** Ids to give to what it makes, of an act that is done again; taken from the front. */
  ids?: Id[]
}

const during = new AsyncLocalStorage<Act | null>()

/** Does the work as this act. With none, nothing is remembered: the core's own writes, a script that never sends twice. */
export const duringAct = <T>(act: Act | null, work: () => T): T => during.run(act, work)

export const actNow = (): Act | null => during.getStore() ?? null

/** A client that did not hear an answer asks again within minutes; two days also cover a laptop that slept. */
export const REMEMBERED_MS = 2 * 24 * 3_600_000
/** The busiest day of a shop of our size is a third of this; an answer of the desk is a few kilobytes. */
export const MOST_REMEMBERED = 10_000
/** Old ones go a few at a time, so that no act waits for the leavings of a long holiday. */
const FORGOTTEN_AT_ONCE = 32

/** Stands in place of an answer that told of somebody who was forgotten. */
export const FORGOTTEN_ANSWER = ''

/**
 * What the act was answered the first time, when it is known.
 * @throws ACT_ID_USED when that id asked for something else; ACT_FORGOTTEN.
 */
export async function answeredBefore(tx: Tx, { id, digest }: DigestedAct): Promise<{ answer: unknown } | null> {
  const known = await tx.selectFrom('act').select(['id', 'digest', 'outcome']).where('id', '=', id).executeTakeFirst()
  if (!known) return null
  if (known.digest !== digest) throw new DomainError('ACT_ID_USED', {})
  const { outcome } = openedRow('act', known)
  if (outcome === FORGOTTEN_ANSWER) throw new DomainError('ACT_FORGOTTEN', {})
  if (outcome === LOCKED) throw new DomainError('BACKUP_KEY_LOCKED')
  return { answer: outcome === null ? undefined : JSON.parse(outcome) }
}

/** Remembers the answer by the same transaction as what it tells of; the act's number. */
export async function rememberAct(tx: Tx, act: DigestedAct, answer: unknown, at: Instant): Promise<number> {
  const { id, procedure, digest } = act
  const outcome = answer === undefined ? null : JSON.stringify(answer)
  const { seq } = await tx
    .insertInto('act')
    .values(sealedFor(tx, 'act', { id, procedure, digest, outcome, actor: actorNow().id, at }))
    .returning('seq')
    .executeTakeFirstOrThrow()
  await tx
    .deleteFrom('act')
    .where('seq', '<=', seq - MOST_REMEMBERED)
    .execute()
  const oldest = tx.selectFrom('act').select('seq').orderBy('seq').limit(FORGOTTEN_AT_ONCE)
  await tx
    .deleteFrom('act')
    .where('seq', 'in', oldest)
    .where('at', '<', at - REMEMBERED_MS)
    .execute()
  return seq
}

export interface DigestedAct extends Act {
  digest: string
}

/** Who asks for what, in one hash. Made before the transaction begins: reading a file's bytes takes time. */
export async function digested(act: Act): Promise<DigestedAct> {
  return Object.assign(act, { digest: digestOf([actorNow().id, act.procedure, await plain(act.input)]) })
}

/** The input with every file in it told by its bytes. */
async function plain(value: unknown): Promise<unknown> {
  if (value instanceof Blob) return { bytes: sha256(new Uint8Array(await value.arrayBuffer())) }
  if (Array.isArray(value)) return Promise.all(value.map(plain))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(async ([name, field]) => [name, await plain(field)] as const)
  return Object.fromEntries(await Promise.all(fields))
}
