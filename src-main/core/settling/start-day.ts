import { type BusinessDay, businessDay, type Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Reader, Tx } from '../database/open.ts'
import { closedThroughOf } from '../ledger/closed-periods.repository.ts'
import { saveSettings, settingsOf } from '../settings/settings.repository.ts'

/** The day on which the books begin, before and after it moved. */
export interface StartDayMove {
  from: BusinessDay
  to: BusinessDay
}

/**
 * Moves the day on which the books begin; whoever does settles everything after it.
 * @throws START_DAY_BOOKS_CLOSED while a period is closed, DAY_IN_FUTURE, START_DAY_AFTER_RECORDS when a purchase, a count or a
 * cash record would stand before it.
 */
export async function moveStartDay(tx: Tx, to: BusinessDay, now: Instant): Promise<StartDayMove> {
  const { startDay: from, zone } = await settingsOf(tx)
  if (from === to) return { from, to }
  const closedThrough = await closedThroughOf(tx)
  if (closedThrough) throw new DomainError('START_DAY_BOOKS_CLOSED', { closedThrough })
  if (to > businessDay(now, zone)) throw new DomainError('DAY_IN_FUTURE', { day: to })
  const first = await firstRecordedDay(tx)
  if (first !== null && to > first) throw new DomainError('START_DAY_AFTER_RECORDS', { day: to, first })
  await saveSettings(tx, { startDay: to })
  return { from, to }
}

/** The day of the first purchase, count or cash record that stands. */
async function firstRecordedDay(reader: Reader): Promise<BusinessDay | null> {
  let first: BusinessDay | null = null
  for (const table of ['purchase', 'stock_adjustment', 'cash_record'] as const) {
    const row = await reader
      .selectFrom(table)
      .select(({ fn }) => fn.min<BusinessDay | null>('day').as('day'))
      .where('cancelled_at', 'is', null)
      .executeTakeFirst()
    if (row?.day && (first === null || row.day < first)) first = row.day
  }
  return first
}

/** Whether the owner said what she had when the books began: it would be said of another day. */
export async function hasOpening(reader: Reader): Promise<boolean> {
  const stock = await reader.selectFrom('opening_stock').select('variant_id').limit(1).executeTakeFirst()
  const balance = await reader.selectFrom('opening_balance').select('account').limit(1).executeTakeFirst()
  return stock !== undefined || balance !== undefined
}
