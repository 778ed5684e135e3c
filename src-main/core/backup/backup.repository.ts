import { sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { headsOf } from '../database/heads.ts'
import type { Reader } from '../database/open.ts'

/** What a backup's manifest says of the shop in it. */
export async function factsOfShop(reader: Reader, at: Instant) {
  const newest = await reader.selectFrom('entry').select('hash').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const count = async (table: 'sales_order' | 'entry' | 'stock_movement') => {
    const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(reader)
    return rows[0]!.rows
  }
  const { rows } = await sql<{ version: number }>`select user_version as version from pragma_user_version`.execute(
    reader,
  )
  return {
    schemaVersion: rows[0]!.version,
    epoch: (await lastRestore(reader))?.epoch ?? 0,
    lastAct: await lastAct(reader),
    counts: {
      orders: await count('sales_order'),
      entries: await count('entry'),
      movements: await count('stock_movement'),
    },
    heads: await headsOf(reader, at),
    chainHead: newest ? Buffer.from(newest.hash).toString('hex') : '',
  }
}

/** The number of the newest act that is remembered; acts are only forgotten from the other end. */
async function lastAct(reader: Reader): Promise<number> {
  const { seq } = await reader
    .selectFrom('act')
    .select(({ fn }) => fn.max<number | null>('seq').as('seq'))
    .executeTakeFirstOrThrow()
  return seq ?? 0
}

export const lastRestore = (reader: Reader) =>
  reader.selectFrom('restore').selectAll().orderBy('epoch', 'desc').limit(1).executeTakeFirst()

/** When something was last recorded here; null in a shop where nothing was. */
export async function lastRecorded(reader: Reader): Promise<Instant | null> {
  const row = await reader.selectFrom('setting').select('value').where('name', '=', 'lastAct').executeTakeFirst()
  return row ? (JSON.parse(row.value) as Instant) : null
}
