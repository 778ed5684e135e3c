import type { Database } from 'better-sqlite3'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { type ClockReading, clockDoubt } from '../../../src-shared/settings/laptop-clock.ts'

/** The name of the setting that remembers when something was last recorded. */
const LAST_ACT = 'lastAct'

/**
 * Stands at the write door: nothing is dated by a clock that jumped since the last act until somebody says that it is right.
 * The last act is remembered in the same transaction as what it recorded, so it costs one row and never grows.
 */
export function laptopClock(raw: Database, now: () => Instant) {
  const stored = (name: string): unknown => {
    const value = raw.prepare('SELECT value FROM setting WHERE name = ?').pluck().get(name) as string | undefined
    return value === undefined ? null : JSON.parse(value)
  }
  const save = raw.prepare(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  let lastAct = stored(LAST_ACT) as Instant | null
  let pending = lastAct
  const read = (): ClockReading => ({ clock: now(), lastAct, doubt: clockDoubt(now(), lastAct) })
  return {
    read,
    /** @throws CLOCK_DOUBTFUL */
    require(): void {
      const { clock, lastAct: act, doubt } = read()
      if (doubt) throw new DomainError('CLOCK_DOUBTFUL', { clock, lastAct: act, zone: stored('zone') ?? 'WIB' })
    },
    /** Inside the transaction of an act. */
    note(): void {
      pending = Math.max(now(), lastAct ?? now())
      save.run(LAST_ACT, JSON.stringify(pending))
    },
    /** Somebody says that the clock is right: what comes is measured from here. */
    trust(): void {
      pending = now()
      save.run(LAST_ACT, JSON.stringify(pending))
    },
    /** After its commit. */
    noted(): void {
      lastAct = pending
    },
  }
}
