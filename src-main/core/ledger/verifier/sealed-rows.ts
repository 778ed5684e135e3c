import { sql } from 'kysely'
import { breathe, type Reader } from '../../database/open.ts'
import { ALL_SEALED, SEALED, SEALED_LIST, type SealedTable, standingOf, walkedBy } from '../../database/sealing.ts'
import { recall } from '../../settings/settings.repository.ts'
import { documentLabels, labelKey } from '../document-labels.ts'
import type { Finding } from './finding.ts'

/** Rows opened before others have their turn; those that hold whole files are large. */
const pageOf = (table: SealedTable): number => (SEALED[table].bytes.length > 0 ? 20 : 1000)
/** Readers are helped by the first few; the others are counted. */
const LABELLED = 20
/** The beginning of a longer fingerprint names a row as well. */
const ID_LENGTH = 36

/**
 * What is sealed is authentic and stands in its own row and column: each value is opened and thrown away. Where its key is not here that is
 * told, and nothing is claimed of it.
 */
export async function sealedRows(reader: Reader, finding: Finding): Promise<void> {
  const { say } = finding
  const isAllSealed = (await recall(reader, ALL_SEALED)) === SEALED_LIST
  const faults: { table: SealedTable; row: Record<string, unknown>; column: string; as: 'broken' | 'open' }[] = []
  let locked = 0
  let open = 0
  for (const table of Object.keys(SEALED) as SealedTable[]) {
    const order = walkedBy(table)
    const columns = [
      ...new Set([
        ...order,
        ...SEALED[table].key,
        ...SEALED[table].bytes,
        ...SEALED[table].text.map((text) => text.split('.')[0]!),
      ]),
    ]
    const names = sql.join(order.map((name) => sql.ref(name)))
    for (let after: unknown[] | null = null; ; ) {
      const { rows }: { rows: Record<string, unknown>[] } = await sql<Record<string, unknown>>`
        select ${sql.join(columns.map((name) => sql`${sql.ref(name)} as ${sql.ref(name)}`))} from ${sql.table(table)}
        where ${after === null ? sql`true` : sql`(${names}) > (${sql.join(after)})`}
        order by ${names} limit ${sql.lit(pageOf(table))}`.execute(reader)
      for (const row of rows)
        for (const [column, as] of standingOf(table, row)) {
          if (as !== 'locked') finding.counted++
          if (as === 'locked') locked++
          else if (as === 'open' && !isAllSealed) open++
          else if (as !== 'sealed') faults.push({ table, row, column, as })
        }
      const last = rows.at(-1)
      if (!last || rows.length < pageOf(table)) break
      after = order.map((name) => last[name])
      await breathe()
    }
  }
  const orderOf = ({ table, row }: (typeof faults)[number]) => ({
    kind: 'order',
    id: String(table === 'sales_order' ? row.id : (row.order_id ?? '')),
  })
  const labels = await documentLabels(reader, faults.slice(0, LABELLED).map(orderOf))
  for (const fault of faults) {
    const { table, row, column, as } = fault
    const key =
      orderOf(fault).id === ''
        ? SEALED[table].key.map((name) => String(row[name]).slice(0, ID_LENGTH)).join('/')
        : labels.get(labelKey(orderOf(fault)))
    finding.fault((as === 'broken' ? say.sealBroken : say.sealMissing)(table, column, String(key)))
  }
  if (locked > 0) finding.note(say.notOpened(locked))
  if (open > 0) finding.note(say.notSealedYet(open))
}
