import { sql } from 'kysely'
import { ALL_SEALED } from '../backup/shop-key.ts'
import { breathe, type Doors, type Reader, type Tx } from '../database/open.ts'
import { sealedFor } from '../database/sealed-for.ts'
import { hasKey, SEALED, type SealedTable } from '../database/sealing.ts'
import { findAgain } from '../orders/find-again.ts'
import { recall, remember } from '../settings/settings.repository.ts'

/** Rows looked through before others have their turn; those that hold whole files are large. */
const pageOf = (table: SealedTable): number => (SEALED[table].bytes.length > 0 ? 20 : 400)

/** What rows are gone through by: tables without a rowid have one column as their key. */
const orderOf = (table: SealedTable) =>
  sql.ref(table === 'channel_label' || table === 'order_recipient' ? 'order_id' : 'rowid')

/** Whether something in a row is not sealed. */
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
  for (const table of Object.keys(SEALED) as SealedTable[]) {
    let after: string | number | null = null
    for (;;) {
      // looked for by a reader: it keeps nobody from writing, and little of what it goes through in memory
      const rows = await nextPage(read, table, after)
      if (rows.length === 0) break
      after = rows.at(-1)!.at
      const open = rows.filter(({ isOpen }) => isOpen === 1).map(({ at }) => at)
      if (open.length > 0) sealed += await write([], (tx) => sealSome(tx, table, open), 'quiet step')
      await breathe()
    }
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

async function nextPage(read: Reader, table: SealedTable, after: string | number | null) {
  const by = orderOf(table)
  const { rows } = await sql<{ at: string | number; isOpen: 0 | 1 | null }>`
    select ${by} as at, ${isOpen(table)} as isOpen from ${sql.table(table)}
    where ${after === null ? sql`true` : sql`${by} > ${after}`} order by ${by} limit ${pageOf(table)}`.execute(read)
  return rows
}

async function sealSome(tx: Tx, table: SealedTable, some: readonly (string | number)[]): Promise<number> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(table)} where ${orderOf(table)} in (${sql.join(some)}) and (${isOpen(table)})`.execute(tx)
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
