import { minutesUntil, WAITS, waitAfter } from '../../../src-shared/access/waits.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { OWNER } from '../database/actor.ts'
import type { Tx } from '../database/open.ts'
import { EVERYONE, forgetTries, nameSubject, noteTries, triesUnder } from './people.repository.ts'

/** Wrong tries under any name count together, three times as many: who goes from name to name waits as well. */
const EVERYONES_SHARE = 3
/** After an hour without a wrong try they are counted from the beginning. */
const FORGOTTEN_MS = 3_600_000

/**
 * Counts a try as wrong before its secret is looked at, in a transaction of its own: a laptop that is switched off at that moment
 * has not given one away.
 * @throws SIGN_IN_WAITS, SIGN_IN_LOCKED; then nothing is counted
 */
export async function countTry(tx: Tx, personId: string, now: Instant): Promise<void> {
  const [name, all] = [await triesUnder(tx, nameSubject(personId)), await triesUnder(tx, EVERYONE)]
  // the owner is never locked out for good: the waits hold the guesser, and nobody else could open the lock
  if (personId !== OWNER.id && (name?.failures ?? 0) >= WAITS.lockedAt) throw new DomainError('SIGN_IN_LOCKED')
  const until = Math.max(name?.waitsUntil ?? 0, all?.waitsUntil ?? 0)
  if (until > now) throw new DomainError('SIGN_IN_WAITS', { minutes: minutesUntil(until, now) })
  const failures = (name?.failures ?? 0) + 1
  await noteTries(tx, nameSubject(personId), { failures, triedAt: now, waitsUntil: now + waitAfter(failures) })
  const isOld = !all || now - all.triedAt > FORGOTTEN_MS
  const together = isOld ? 1 : all.failures + 1
  await noteTries(tx, EVERYONE, {
    failures: together,
    triedAt: now,
    waitsUntil: now + waitAfter(Math.floor(together / EVERYONES_SHARE)),
  })
}

/** The right secret: the name begins anew, and this try is no wrong one of everyone's either. */
export async function tryWasRight(tx: Tx, personId: string, now: Instant): Promise<void> {
  await forgetTries(tx, nameSubject(personId))
  const all = await triesUnder(tx, EVERYONE)
  if (!all) return
  if (all.failures === 1) await forgetTries(tx, EVERYONE)
  else await noteTries(tx, EVERYONE, { failures: all.failures - 1, triedAt: all.triedAt, waitsUntil: now })
}
