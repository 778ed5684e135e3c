import { type BusinessDay, businessDay, type Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import { settingsOf } from '../settings/settings.repository.ts'

/** The last closed day, or '' while no period is closed. The newest lock counts: reopening is a lock with an earlier day. */
export async function closedThroughOf(reader: Reader): Promise<BusinessDay | ''> {
  const lock = await reader
    .selectFrom('period_lock')
    .select('closed_through')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return lock?.closed_through ?? ''
}

/**
 * A business document may be dated from the start day to today, outside closed periods.
 * @throws DAY_BEFORE_START, DAY_IN_FUTURE, PERIOD_CLOSED.
 */
export async function requireOpenDay(reader: Reader, day: BusinessDay, now: Instant): Promise<void> {
  const { startDay, zone } = await settingsOf(reader)
  if (day < startDay) throw new DomainError('DAY_BEFORE_START', { day, startDay })
  if (day > businessDay(now, zone)) throw new DomainError('DAY_IN_FUTURE', { day })
  const closedThrough = await closedThroughOf(reader)
  if (day <= closedThrough) throw new DomainError('PERIOD_CLOSED', { day, closedThrough })
}

/** Periods closed and reopened, newest first. */
export async function periodLocks(
  reader: Reader,
): Promise<{ closedThrough: string; reason: string; actor: string; at: Instant }[]> {
  return reader
    .selectFrom('period_lock')
    .select(['closed_through as closedThrough', 'reason', 'actor', 'at'])
    .orderBy('id', 'desc')
    .execute()
}

export async function recordLock(tx: Tx, closedThrough: string, reason: string, at: Instant): Promise<void> {
  await tx
    .insertInto('period_lock')
    .values({ closed_through: closedThrough, reason, actor: actorNow().id, at })
    .execute()
}
