import { sql } from 'kysely'
import type { CashEvent, CashEventKind } from '../../../src-shared/cash/cash-record.ts'
import type { BusinessDay, Instant, Month } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import type { CashRecordRow } from '../database/schema.ts'
import { valuesIn } from '../database/values-in.ts'

/** A cash record as stored. */
export interface StoredCashRecord {
  id: string
  day: BusinessDay
  event: CashEvent
  /** Whether the household kept a book when this was recorded. */
  keepsHousehold: boolean
  note: string
  amount: Rupiah
  recordedAt: Instant
  cancelled: { at: Instant; reason: string } | null
  /** The facts as they stand, where they cannot be read: of `event` only what it was is known then. */
  unread?: string
}

function factsOf({
  record,
  what,
}: Pick<CashRecordRow, 'record' | 'what'>): Pick<StoredCashRecord, 'event' | 'keepsHousehold' | 'unread'> {
  try {
    return JSON.parse(record) as Pick<StoredCashRecord, 'event' | 'keepsHousehold' | 'unread'>
  } catch {
    return { event: { what } as CashEvent, keepsHousehold: true, unread: record }
  }
}

const asStored = (row: Omit<CashRecordRow, 'cancel_reason'> & { cancel_reason: string }): StoredCashRecord => ({
  ...factsOf(row),
  id: row.id,
  day: row.day,
  note: row.note,
  amount: row.amount,
  recordedAt: row.recorded_at,
  cancelled: row.cancelled_at === null ? null : { at: row.cancelled_at, reason: row.cancel_reason },
})

export async function cashRecordsByIds(reader: Reader, ids: readonly string[]): Promise<Map<string, StoredCashRecord>> {
  const rows = await reader.selectFrom('cash_record').selectAll().where('id', 'in', valuesIn(ids)).execute()
  return new Map(rows.map((row) => [row.id, asStored(row)]))
}

/** Adds a record or replaces the one with its id. */
export async function saveCashRecord(tx: Tx, stored: StoredCashRecord): Promise<void> {
  const { id, day, event, keepsHousehold, note, amount, recordedAt, cancelled, unread } = stored
  const columns = {
    day,
    what: event.what,
    amount,
    note,
    record: JSON.stringify({ event, keepsHousehold, unread }),
    actor: actorNow().id,
    recorded_at: recordedAt,
    cancelled_at: cancelled?.at ?? null,
    cancel_reason: cancelled?.reason ?? '',
  }
  await tx
    .insertInto('cash_record')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
}

/** Records that a search means without their note saying so. */
export interface CashMeaning {
  kinds: readonly CashEventKind[]
  accounts: readonly string[]
  amount: Rupiah | null
}

export interface CashFilter {
  from?: BusinessDay | undefined
  to?: BusinessDay | undefined
  /** Part of the note; what the words may mean besides comes with `alsoMeaning`. */
  query: string
  alsoMeaning?: CashMeaning | undefined
  /** Only these kinds. */
  kinds?: readonly CashEventKind[] | undefined
  after?: { day: BusinessDay; id: string } | undefined
  limit: number
}

/** Records, newest day first. */
export async function cashPage(
  reader: Reader,
  { from, to, query, alsoMeaning, kinds, after, limit }: CashFilter,
): Promise<StoredCashRecord[]> {
  let select = reader.selectFrom('cash_record').selectAll()
  if (from !== undefined) select = select.where('day', '>=', from)
  if (to !== undefined) select = select.where('day', '<=', to)
  if (kinds !== undefined) select = select.where('what', 'in', valuesIn(kinds))
  if (query !== '') {
    select = select.where(({ or, eb }) =>
      or([
        sql<boolean>`says(note, ${query})`,
        ...(alsoMeaning
          ? [
              eb('what', 'in', valuesIn(alsoMeaning.kinds)),
              sql<boolean>`exists (select 1 from json_each(iif(json_valid(record), record, '{}'), '$.event') as fact
                where fact.value in ${valuesIn(alsoMeaning.accounts)})`,
              eb('amount', '=', alsoMeaning.amount ?? -1),
            ]
          : []),
      ]),
    )
  }
  if (after)
    select = select.where(({ eb, refTuple, tuple }) => eb(refTuple('day', 'id'), '<', tuple(after.day, after.id)))
  const rows = await select.orderBy('day', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(asStored)
}

/** Loan principal paid back in each month that had an instalment, first and last day included. */
export async function principalPaidByMonth(
  reader: Reader,
  from: BusinessDay,
  to: BusinessDay,
): Promise<{ month: Month; principal: Rupiah }[]> {
  return reader
    .selectFrom('cash_record')
    .select([
      sql<Month>`substr(day, 1, 7)`.as('month'),
      sql<Rupiah>`sum(iif(json_valid(record), json_extract(record, '$.event.principal'), 0))`.as('principal'),
    ])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('what', '=', 'loan instalment')
    .where('cancelled_at', 'is', null)
    .groupBy('month')
    .execute()
}
