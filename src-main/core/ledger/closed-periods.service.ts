import { type BusinessDay, businessDay, type Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Doors } from '../database/open.ts'
import { actorNames } from '../settings/actors.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { SettleEverything } from '../settling/settle-everything.ts'
import { closedThroughOf, periodLocks, recordLock } from './closed-periods.repository.ts'

interface ClosedPeriodsNeeds extends Pick<Doors, 'read' | 'write'> {
  now: () => Instant
  settleEverything: SettleEverything
}

/** Tutup Buku: days that are locked, and opened again with a reason. The database itself refuses what would fall into them. */
export const createClosedPeriods = ({ read, write, now, settleEverything }: ClosedPeriodsNeeds) => ({
  async list() {
    const nameOf = await actorNames(read)
    const locks = (await periodLocks(read)).map((lock) => ({ ...lock, actor: nameOf(lock.actor) }))
    return { closedThrough: locks[0]?.closedThrough || null, locks }
  },

  async close(through: BusinessDay): Promise<{ closedThrough: BusinessDay }> {
    return write(['ledger'], async (tx) => {
      const { zone } = await settingsOf(tx)
      if (through >= businessDay(now(), zone)) throw new DomainError('PERIOD_NOT_OVER', { through })
      const closedThrough = await closedThroughOf(tx)
      if (through <= closedThrough) throw new DomainError('ALREADY_CLOSED', { closedThrough })
      await recordLock(tx, through, '', now())
      return { closedThrough: through }
    })
  },

  /** Opens days again; asking for a day that is already open changes nothing. */
  async reopen(closedThrough: BusinessDay | '', reason: string): Promise<{ closedThrough: BusinessDay | null }> {
    const { isOpened, ...answer } = await write(['ledger'], async (tx) => {
      const closed = await closedThroughOf(tx)
      if (closedThrough >= closed) return { closedThrough: closed || null, isOpened: false }
      await recordLock(tx, closedThrough, reason, now())
      return { closedThrough: closedThrough || null, isOpened: true }
    })
    // what had been booked on the first open day goes back to its own
    if (isOpened) await settleEverything()
    return answer
  },
})
