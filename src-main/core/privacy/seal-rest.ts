import { sql } from 'kysely'
import { ALL_SEALED } from '../backup/shop-key.ts'
import type { Doors, Tx } from '../database/open.ts'
import { sealedFor } from '../database/sealed-for.ts'
import { hasKey, SEALED, type SealedTable } from '../database/sealing.ts'
import { findAgain } from '../orders/find-again.ts'
import { recall, remember } from '../settings/settings.repository.ts'

const AT_ONCE = 100

/** Rows of a table with something in it that is not sealed. */
const isOpen = (table: SealedTable) => {
  const { bytes, text } = SEALED[table]
  return sql.join(
    [
      ...bytes.map((column) => sql`substr(${sql.ref(column)}, 1, 4) <> x'4c4d5331'`),
      ...text.map((column) => sql`(${sql.ref(column)} <> '' and unicode(${sql.ref(column)}) <> 1)`),
    ],
    sql` or `,
  )
}

/**
 * Seals what was kept before there was a key, some rows at a time, so that nobody waits: of a shop from an earlier Lumbung, of one that came as open
 * tables, of days on which the key could not be opened. How many rows it sealed.
 */
export async function sealRest({ raw, read, write }: Pick<Doors, 'raw' | 'read' | 'write'>): Promise<number> {
  if (!hasKey(raw.name) || (await recall<boolean>(read, ALL_SEALED)) === true) return 0
  let sealed = 0
  for (const table of Object.keys(SEALED) as SealedTable[])
    for (;;) {
      const rows = await write([], (tx) => sealSome(tx, table), 'quiet step')
      sealed += rows
      if (rows === 0) break
    }
  await write(
    [],
    async (tx) => {
      // words of what was in the open stay in the pages of an index until it is written anew
      if (sealed > 0) await sql`insert into order_code (order_code) values ('optimize')`.execute(tx)
      await remember(tx, ALL_SEALED, true)
    },
    'quiet step',
  )
  return sealed
}

async function sealSome(tx: Tx, table: SealedTable): Promise<number> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(table)} where ${isOpen(table)} limit ${AT_ONCE}`.execute(tx)
  for (const row of rows) {
    const columns = Object.entries(sealedFor(tx, table, row))
    await sql`insert or replace into ${sql.table(table)} (${sql.join(columns.map(([name]) => sql.ref(name)))})
      values (${sql.join(columns.map(([, value]) => value))})`.execute(tx)
  }
  if (table === 'order_recipient')
    await findAgain(
      tx,
      rows.map(({ order_id }) => String(order_id)),
    )
  return rows.length
}
