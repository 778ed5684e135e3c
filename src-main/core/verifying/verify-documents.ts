import { sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { type Doors, openDatabase, type Reader, type Tx } from '../database/open.ts'
import type { Schema } from '../database/schema.ts'
import { EFFECT_SOURCES } from '../effect-sources.ts'
import type { DocumentKind } from '../effects.ts'
import { documentLabels, labelKey } from '../ledger/document-labels.ts'
import type { Finding } from '../ledger/verifier/finding.ts'
import { settleOrders } from '../orders/settle-orders.ts'
import { recall } from '../settings/settings.repository.ts'
import { createSettle } from '../settling/settle.ts'
import { documentCount, documentsAfter, UNFINISHED } from '../settling/settle-everything.ts'
import { takingBack } from '../taking-back.ts'
import { type Extent, isOver, type Stepwise } from '../work/stepwise.ts'

const AT_ONCE = 250
/** Readers of a finding are helped by the first few; what comes after them is counted. */
const LABELLED = 20

interface DocumentOf {
  kind: string
  id: string
}
interface Different extends DocumentOf {
  entries: number
  movements: number
  reservations: number
}

/**
 * Settles every document of a copy that nobody keeps. In a sound shop that appends nothing; what is appended is what a document and the
 * ledgers disagree about, told by the document.
 */
export async function verifyDocuments(
  copy: string,
  at: Instant,
  finding: Finding,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const { say } = finding
  const doors = openDatabase(copy, () => at)
  try {
    if ((await recall<boolean>(doors.read, UNFINISHED)) === true) return finding.note(say.settlingUnfinished)
    const { settle, settleAgain, recosting } = createSettle(EFFECT_SOURCES, () => at)
    // costs that were left for later are no difference: the app puts them right by itself
    await through(doors, recosting(), AT_ONCE)

    const before = await lastRows(doors.read)
    const reserved = await reservations(doors.read)
    const total = await documentCount(doors.read)
    const failed: (DocumentOf & { why: string })[] = []
    let from: Parameters<typeof documentsAfter>[1] = { kind: 0, reached: null }
    for (;;) {
      const { kind, documents, are } = await documentsAfter(doors.read, from, AT_ONCE)
      if (are === null) break
      const settled: SettleIds =
        are === 'order'
          ? (tx, ids) => settleOrders(tx, settle, ids)
          : (tx, ids) =>
              settleAgain(
                tx,
                ids.map((id) => ({ kind: are, id })),
              )
      await settleSome(
        doors,
        settled,
        documents.map(({ id }) => id),
        (id, { message }) => failed.push({ kind: are, id, why: message }),
      )
      finding.counted += documents.length
      onProgress(finding.counted, Math.max(total, finding.counted))
      from = { kind, reached: documents.at(-1)! }
    }

    const differing = await appended(doors.read, before)
    for (const { kind, id } of changedReservations(reserved, await reservations(doors.read))) {
      const key = labelKey({ kind, id })
      const known = differing.get(key) ?? { kind, id, entries: 0, movements: 0, reservations: 0 }
      differing.set(key, { ...known, reservations: known.reservations + 1 })
    }
    const labels = await documentLabels(doors.read, [...failed, ...differing.values()].slice(0, LABELLED))
    for (const { why, ...document } of failed)
      finding.fault(say.documentUnsettled(labels.get(labelKey(document)) ?? labelKey(document), why))
    for (const [key, { entries, movements, reservations }] of differing)
      finding.fault(say.documentDiffers(labels.get(key) ?? key, entries, movements, reservations))
    await withoutDocument(doors.read, finding)
  } finally {
    doors.close()
  }
}

async function through<Mark extends Extent, Outcome>(
  doors: Doors,
  steps: Stepwise<Mark, Outcome>,
  size: number,
): Promise<void> {
  let mark = await doors.write([], (tx) => steps.begin(tx), 'step')
  while (!isOver(mark)) {
    const from = mark
    mark = await doors.write([], (tx) => steps.step(tx, from, size), 'step')
  }
}

/** One document that cannot be settled at all keeps nobody from looking at the ones beside it. */
async function settleSome(
  doors: Doors,
  settled: SettleIds,
  ids: readonly string[],
  onFault: (id: string, problem: Error) => void,
) {
  try {
    await doors.write([], (tx) => takingBack(() => settled(tx, ids)), 'step')
  } catch (problem) {
    if (ids.length === 1) return onFault(ids[0]!, problem as Error)
    for (const id of ids) await settleSome(doors, settled, [id], onFault)
  }
}

type SettleIds = (tx: Tx, ids: readonly string[]) => Promise<unknown>

/** Where each kind of document lies. */
const TABLES: Record<DocumentKind, { table: keyof Schema & string; id: string } | null> = {
  order: { table: 'sales_order', id: 'id' },
  purchase: { table: 'purchase', id: 'id' },
  'stock-adjustment': { table: 'stock_adjustment', id: 'id' },
  'opening-stock': { table: 'opening_stock', id: 'variant_id' },
  // one, and always there
  'opening-balance': null,
  'cash-record': { table: 'cash_record', id: 'id' },
  settlement: { table: 'settlement', id: 'id' },
  'wallet-line': { table: 'wallet_line', id: 'id' },
}

/** Entries and movements that stand for a document that is not there. */
async function withoutDocument(reader: Reader, finding: Finding): Promise<void> {
  const { say } = finding
  for (const [ledger, name] of [
    ['entry', say.entryOf],
    ['stock_movement', say.movementOf],
  ] as const) {
    const stands = sql`generation > 0 and not exists (select 1 from ${sql.table(ledger)} r where r.reverses = l.id)`
    const kinds = Object.keys(TABLES).map((kind) => sql.lit(kind))
    const { rows: strange } = await sql<{ id: number }>`
      select id from ${sql.table(ledger)} l where document_kind not in (${sql.join(kinds)}) and ${stands}`.execute(
      reader,
    )
    for (const { id } of strange) finding.fault(say.documentGone(name(id)))
    for (const [kind, where] of Object.entries(TABLES)) {
      if (!where) continue
      const { rows } = await sql<{ id: number }>`
        select id from ${sql.table(ledger)} l where document_kind = ${kind} and ${stands}
          and not exists (select 1 from ${sql.table(where.table)} d where d.${sql.ref(where.id)} = l.document_id)`.execute(
        reader,
      )
      for (const { id } of rows) finding.fault(say.documentGone(name(id)))
    }
  }
}

interface LastRows {
  entry: number
  movement: number
}

async function lastRows(reader: Reader): Promise<LastRows> {
  const { rows } = await sql<LastRows>`
    select (select coalesce(max(id), 0) from entry) as entry, (select coalesce(max(id), 0) from stock_movement) as movement`.execute(
    reader,
  )
  return rows[0]!
}

/** Documents of rows that came after these, and how many. */
async function appended(reader: Reader, { entry, movement }: LastRows): Promise<Map<string, Different>> {
  const { rows } = await sql<Different>`
    select document_kind as kind, document_id as id, sum(entries) as entries, sum(movements) as movements, 0 as reservations
    from (
      select document_kind, document_id, 1 as entries, 0 as movements from entry where id > ${entry}
      union all
      select document_kind, document_id, 0, 1 from stock_movement where id > ${movement}
    ) group by kind, id order by kind, id`.execute(reader)
  return new Map(rows.map((row) => [labelKey(row), row]))
}

/** What is promised to whom, by document and effect. */
async function reservations(reader: Reader): Promise<Map<string, DocumentOf & { what: string }>> {
  const rows = await reader.selectFrom('reservation').selectAll().execute()
  return new Map(
    rows.map(({ document_kind: kind, document_id: id, effect, variant_id, pieces }) => [
      `${kind}/${id}/${effect}`,
      { kind, id, what: `${variant_id}/${pieces}` },
    ]),
  )
}

type Reservations = Awaited<ReturnType<typeof reservations>>
function changedReservations(before: Reservations, after: Reservations): DocumentOf[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)]
    return was?.what === is?.what ? [] : [(is ?? was)!]
  })
}
