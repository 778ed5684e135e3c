import { sql } from 'kysely'
import { breathe, type Doors, type Reader, type Tx } from '../database/open.ts'
import { sealedFor } from '../database/sealed-for.ts'
import { ALL_SEALED, hasKey, SEALED, SEALED_LIST, type SealedTable, walkedBy } from '../database/sealing.ts'
import { findAgain } from '../orders/find-again.ts'
import { recall, remember } from '../settings/settings.repository.ts'
import { sweepSearch } from './forget.ts'

/** Rows looked through before others have their turn; those that hold whole files are large. */
const pageOf = (table: SealedTable): number => (SEALED[table].bytes.length > 0 ? 20 : 400)

type Place = (string | number)[]
const columnsIn = (names: readonly string[]) => sql`(${sql.join(names.map((name) => sql.ref(name)))})`
const placeIn = (place: Place) => sql`(${sql.join(place)})`

/** Whether something in a row is not sealed. */
const isOpen = (table: SealedTable) => {
  const { bytes, text } = SEALED[table]
  return sql.join(
    [
      ...bytes.map((column) => sql`substr(${sql.ref(column)}, 1, 4) <> x'4c4d5331'`),
      ...text.map((each) => {
        const [column, field] = each.split('.') as [string, string?]
        const value = field === undefined ? sql.ref(column) : sql`json_extract(${sql.ref(column)}, ${`$.${field}`})`
        return sql`(${value} <> '' and unicode(${value}) <> 1)`
      }),
    ],
    sql` or `,
  )
}

/**
 * Seals what was kept before there was a key, some rows at a time, so that nobody waits: of a shop from an earlier Lumbung, of one that came as open
 * tables, of days on which the key could not be opened. How many rows it sealed.
 */
export async function sealRest({ raw, read, write }: Pick<Doors, 'raw' | 'read' | 'write'>): Promise<number> {
  if (!hasKey(raw.name) || (await recall(read, ALL_SEALED)) === SEALED_LIST) return 0
  let sealed = 0
  for (const table of Object.keys(SEALED) as SealedTable[]) {
    let after: Place | null = null
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
      if (sealed > 0) await sweepSearch(tx)
      await remember(tx, ALL_SEALED, SEALED_LIST)
    },
    'quiet step',
  )
  return sealed
}

async function nextPage(read: Reader, table: SealedTable, after: Place | null) {
  const names = walkedBy(table)
  const { rows } = await sql<Record<string, string | number> & { isOpen: 0 | 1 | null }>`
    select ${sql.join(names.map((name) => sql`${sql.ref(name)} as ${sql.ref(name)}`))}, ${isOpen(table)} as isOpen from ${sql.table(table)}
    where ${after === null ? sql`true` : sql`${columnsIn(names)} > ${placeIn(after)}`}
    order by ${sql.join(names.map((name) => sql.ref(name)))} limit ${pageOf(table)}`.execute(read)
  return rows.map((row) => ({ at: names.map((name) => row[name]!), isOpen: row.isOpen }))
}

async function sealSome(tx: Tx, table: SealedTable, some: readonly Place[]): Promise<number> {
  const names = walkedBy(table)
  const { rows } = await sql<Record<string, unknown> & { place: string }>`
    select *, json_array(${sql.join(names.map((name) => sql.ref(name)))}) as place from ${sql.table(table)}
    where ${columnsIn(names)} in (values ${sql.join(some.map(placeIn))}) and (${isOpen(table)})`.execute(tx)
  for (const { place, ...row } of rows) {
    const sealed = sealedFor(tx, table, row)
    // evidence is never changed, only put in its own place again; everywhere else a row stays where it is
    if (table === 'return_evidence') {
      const columns = Object.entries(sealed)
      await sql`insert or replace into ${sql.table(table)} (${sql.join(columns.map(([name]) => sql.ref(name)))})
        values (${sql.join(columns.map(([, value]) => value))})`.execute(tx)
      continue
    }
    const changed = Object.entries(sealed).filter(([name, value]) => value !== row[name])
    await sql`update ${sql.table(table)} set ${sql.join(changed.map(([name, value]) => sql`${sql.ref(name)} = ${value}`))}
      where ${columnsIn(names)} = ${placeIn(JSON.parse(place) as Place)}`.execute(tx)
  }
  if (table === 'order_recipient')
    await findAgain(
      tx,
      rows.map(({ order_id }) => String(order_id)),
    )
  return rows.length
}
