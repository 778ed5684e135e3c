import { sql } from 'kysely'
import type { Reader, Tx } from '../database/open.ts'

/** What an act booked so far, in entries and in the shop's profit. */
export interface Booked {
  entries: number
  profit: number
}

export const NOTHING_BOOKED_YET: Booked = { entries: 0, profit: 0 }

/** The last entry before a step, so that its own can be told from what others write between two steps. */
export async function lastEntry(reader: Reader): Promise<number> {
  const row = await reader.selectFrom('entry').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.id ?? 0
}

/** Adds what was written after that entry. Income and expenses of the shop stand from 4000 to 8999. */
export async function bookedSince(tx: Tx, before: Booked, last: number): Promise<Booked> {
  const { entries } = await tx
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('entries'))
    .where('id', '>', last)
    .executeTakeFirstOrThrow()
  const { cost } = await tx
    .selectFrom('posting')
    .select(({ fn }) => fn.sum<number | null>('amount').as('cost'))
    .where('entry_id', '>', last)
    // the sign keeps SQLite from the index by account: there it would read every posting there ever was
    .where(sql<boolean>`+account >= '4000' and +account < '9000'`)
    .executeTakeFirstOrThrow()
  return { entries: before.entries + entries, profit: before.profit - (cost ?? 0) }
}
