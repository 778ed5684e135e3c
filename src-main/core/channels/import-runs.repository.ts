import { sql } from 'kysely'
import type { ImportContent, RowProblem } from '../../../src-shared/channels/channel-file.ts'
import type { ImportOutcome, ImportRun, WithdrawalOutcome } from '../../../src-shared/channels/channels.ts'
import { countsOf } from '../../../src-shared/channels/counts-of.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { actorNow } from '../database/actor.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { sealedFor } from '../database/sealed-for.ts'
import { openedRow } from '../database/sealing.ts'
import { valuesIn } from '../database/values-in.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import { actorNames } from '../settings/actors.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { ImportPlace } from './content-kind.ts'

/** When these very bytes were last taken in and stayed. */
export async function importedBefore(reader: Reader, sha256: string): Promise<Instant | null> {
  const run = await reader
    .selectFrom('import_run')
    .select('at')
    .where('sha256', '=', sha256)
    .where('withdrawn_at', 'is', null)
    .orderBy('at', 'desc')
    .executeTakeFirst()
  return run?.at ?? null
}

export interface RunToRecord {
  id: string
  place: ImportPlace
  fileName: string
  sha256: string
  modifiedAt: Instant | null
  at: Instant
}

export const mappingIdOf = (content: ImportContent): string | null =>
  ('mappedBy' in content && content.mappedBy?.id) || null

/** The line of the history and its problems, before the first order is taken in. Returns its number. */
export async function beginRun(tx: Tx, run: RunToRecord, content: ImportContent): Promise<number> {
  const { seq } = await tx
    .insertInto('import_run')
    .values({
      id: run.id,
      shop_id: run.place.shopId,
      account: run.place.account,
      file_name: run.fileName,
      sha256: run.sha256,
      kind: content.kind,
      report: 'report' in content ? content.report : '',
      modified_at: run.modifiedAt,
      mapping_id: mappingIdOf(content),
      at: run.at,
      actor: actorNow().id,
      problems: content.problemCount,
      result: null,
    })
    .returning('seq')
    .executeTakeFirstOrThrow()
  await insertMany(
    tx,
    'import_problem',
    content.problems.map((problem, index) =>
      sealedFor(tx, 'import_problem', {
        run_id: run.id,
        number: index + 1,
        code: problem.code,
        row: problem.row,
        column_name: problem.column,
        column_letter: problem.columnLetter,
        order_number: problem.orderNumber,
        value: problem.value,
        blocks: problem.blocks ? 1 : 0,
      } as const),
    ),
  )
  return seq
}

/** That a run told of these orders. */
export async function noteTold(tx: Tx, seq: number, orderIds: readonly string[]): Promise<void> {
  await tx
    .insertInto('order_told')
    .columns(['order_seq', 'run_seq'])
    .expression((eb) =>
      eb
        .selectFrom('sales_order')
        .select(['seq', eb.val(seq).as('run')])
        .where('id', 'in', valuesIn(orderIds)),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function endRun(tx: Tx, seq: number, outcome: ImportOutcome): Promise<void> {
  await tx
    .updateTable('import_run')
    .set({ result: JSON.stringify(outcome) })
    .where('seq', '=', seq)
    .execute()
}

export interface StoredRun {
  seq: number
  id: string
  place: ImportPlace
  fileName: string
  sha256: string
  kind: ImportContent['kind']
  modifiedAt: Instant | null
  /** The taught layout it was read by; null where a reader knew it. */
  mappingId: string | null
  /** How many problems its rows have; the first are kept. */
  problemCount: number
  at: Instant
  /** Null while it is under way, and for good where it was stopped on its way. */
  outcome: ImportOutcome | null
  /** Set once it was taken back. */
  withdrawal: WithdrawalOutcome | null
}

const storedRuns = (reader: Reader) =>
  reader
    .selectFrom('import_run')
    .select([
      'seq',
      'id',
      'shop_id',
      'account',
      'file_name as fileName',
      'mapping_id as mappingId',
      'sha256',
      'kind',
      'modified_at as modifiedAt',
      'problems as problemCount',
      'at',
      'result',
      'withdrawal',
    ])

const asStoredRun = ({
  shop_id,
  account,
  result,
  withdrawal,
  kind,
  ...run
}: Awaited<ReturnType<ReturnType<typeof storedRuns>['execute']>>[number]): StoredRun => ({
  ...run,
  place: placeOf(shop_id, account),
  kind: kind as StoredRun['kind'],
  outcome: result === null ? null : (JSON.parse(result) as ImportOutcome),
  withdrawal: withdrawal === null ? null : (JSON.parse(withdrawal) as WithdrawalOutcome),
})

/** One of them is there: the table says so. */
const placeOf = (shopId: string | null, account: string | null): ImportPlace =>
  shopId === null ? { shopId, account: account! } : { shopId, account: null }

export async function runById(reader: Reader, id: string): Promise<StoredRun | null> {
  const row = await storedRuns(reader).where('id', '=', id).executeTakeFirst()
  return row ? asStoredRun(row) : null
}

/** Which of these ids are imports. */
export async function importsAmong(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  const rows = await reader.selectFrom('import_run').select('id').where('id', 'in', valuesIn(ids)).execute()
  return new Set(rows.map(({ id }) => id))
}

/** The runs that told of orders this one told of too. */
export async function runsToldOfTheSame(reader: Reader, seq: number): Promise<number[]> {
  const orders = reader.selectFrom('order_told').select('order_seq').where('run_seq', '=', seq)
  const rows = await reader
    .selectFrom('order_told')
    .select('run_seq')
    .distinct()
    .where('order_seq', 'in', orders)
    .where('run_seq', '<>', seq)
    .execute()
  return rows.map(({ run_seq }) => run_seq)
}

/** Of these runs those that stand, as they came in. */
export async function standingRuns(reader: Reader, seqs: readonly number[]): Promise<StoredRun[]> {
  const rows = await storedRuns(reader)
    .where('seq', 'in', valuesIn(seqs))
    .where('withdrawn_at', 'is', null)
    .orderBy('at')
    .orderBy('seq')
    .execute()
  return rows.map(asStoredRun)
}

export interface ToldOrder {
  seq: number
  id: string
  number: string
  /** It was packed or handed over here, or its return was dealt with. */
  isWorkedOn: boolean
  /** Other runs that told of it and stand. */
  otherRuns: number[]
}

const IS_WORKED_ON = sql<0 | 1>`(
  exists (select 1 from parcel as p where p.order_id = o.id and (p.packed_at is not null or p.handed_over_at is not null))
  or exists (select 1 from order_return as r where r.order_id = o.id and r.received_at is not null)
  or exists (select 1 from return_inspection as i where i.order_id = o.id and i.undone_at is null)
  or exists (select 1 from return_refund as f where f.order_id = o.id and f.undone_at is null)
  or exists (select 1 from return_claim as c where c.order_id = o.id and c.undone_at is null and c.refused_at is null))`

const toldBy = (reader: Reader, seq: number) =>
  reader
    .selectFrom('order_told as t')
    .innerJoin('sales_order as o', 'o.seq', 't.order_seq')
    .where('t.run_seq', '=', seq)
    .where('o.withdrawn_at', 'is', null)

/** How many orders a run told of that are not withdrawn. */
export async function countTold(reader: Reader, seq: number): Promise<number> {
  const { orders } = await toldBy(reader, seq)
    .select(({ fn }) => fn.countAll<number>().as('orders'))
    .executeTakeFirstOrThrow()
  return orders
}

/** Some of the orders a run told of that are not withdrawn, those that came after `after`. */
export async function ordersToldBy(
  reader: Reader,
  seq: number,
  { after, limit }: { after: number; limit: number },
): Promise<ToldOrder[]> {
  const orders = await toldBy(reader, seq)
    .select(['o.seq', 'o.id', 'o.number', IS_WORKED_ON.as('isWorkedOn')])
    .where('t.order_seq', '>', after)
    .orderBy('t.order_seq')
    .limit(limit)
    .execute()
  const others = await reader
    .selectFrom('order_told as t')
    .innerJoin('import_run as r', 'r.seq', 't.run_seq')
    .select(['t.order_seq', 't.run_seq'])
    .where('t.order_seq', 'in', valuesIn(orders.map((order) => order.seq)))
    .where('t.run_seq', '<>', seq)
    .where('r.withdrawn_at', 'is', null)
    .execute()
  const byOrder = Map.groupBy(others, ({ order_seq }) => order_seq)
  return orders.map(({ isWorkedOn, ...order }) => ({
    ...order,
    isWorkedOn: isWorkedOn === 1,
    otherRuns: (byOrder.get(order.seq) ?? []).map(({ run_seq }) => run_seq),
  }))
}

/** Numbers of the orders that only this run told of and that were worked on here. */
export async function shippedOfRun(reader: Reader, seq: number): Promise<string[]> {
  const rows = await toldBy(reader, seq)
    .select('o.number')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('order_told as other')
            .innerJoin('import_run as r', 'r.seq', 'other.run_seq')
            .select('r.seq')
            .whereRef('other.order_seq', '=', 't.order_seq')
            .where('other.run_seq', '<>', seq)
            .where('r.withdrawn_at', 'is', null),
        ),
      ),
    )
    .where(sql<boolean>`${IS_WORKED_ON}`)
    .orderBy('o.seq')
    .execute()
  return rows.map(({ number }) => number)
}

/** Entries after `mark` that reverse one of another day, because its period is closed, and the first day they stand on. */
export async function movedCorrections(reader: Reader, mark: number): Promise<{ entries: number; day: string | null }> {
  const moved = await reader
    .selectFrom('entry as e')
    .innerJoin('entry as o', 'o.id', 'e.reverses')
    .select(({ fn }) => [fn.countAll<number>().as('entries'), fn.min('e.day').as('day')])
    .where('e.id', '>', mark)
    .whereRef('e.day', '<>', 'o.day')
    .executeTakeFirstOrThrow()
  return { entries: moved.entries, day: moved.day }
}

export async function markWithdrawn(
  tx: Tx,
  seq: number,
  { at, movedTo, outcome }: { at: Instant; movedTo: string | null; outcome: WithdrawalOutcome },
): Promise<void> {
  await tx
    .updateTable('import_run')
    .set({ withdrawn_at: at, withdrawn_by: actorNow().id, moved_to: movedTo, withdrawal: JSON.stringify(outcome) })
    .where('seq', '=', seq)
    .execute()
}

const NO_COUNTS = { added: 0, changed: 0, unchanged: 0, keptOut: 0 }

export async function importRuns(
  reader: Reader,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ rows: ImportRun[]; nextCursor: string | null }> {
  let query = reader
    .selectFrom('import_run as r')
    .leftJoin('shop as s', 's.id', 'r.shop_id')
    .innerJoin('raw_document as d', 'd.sha256', 'r.sha256')
    .leftJoin('import_run as m', 'm.id', 'r.moved_to')
    .leftJoin('shop as other', 'other.id', 'm.shop_id')
    .select(({ eb }) => [
      'r.id',
      'r.kind',
      'r.shop_id as shopId',
      's.name as shopName',
      's.channel',
      'r.account',
      'r.file_name as fileName',
      'r.sha256',
      'r.modified_at as modifiedAt',
      'r.at',
      'r.actor',
      'r.problems as problemCount',
      'r.withdrawn_at',
      'r.withdrawn_by',
      'other.name as movedTo',
      eb('d.bytes', 'is not', null).as('isKept'),
      'r.result',
    ])
    // what is still coming in is shown where its progress is
    .where(({ eb, or }) => or([eb('r.result', 'is not', null), eb('r.withdrawn_at', 'is not', null)]))
    .orderBy('r.at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
  if (cursor) {
    const [at, id] = decodeCursor(cursor)
    query = query.where(({ eb, or, and }) =>
      or([eb('r.at', '<', Number(at)), and([eb('r.at', '=', Number(at)), eb('r.id', '<', String(id))])]),
    )
  }
  const found = await query.execute()
  const rows = found.slice(0, limit)
  const nameOf = await actorNames(reader)
  const accountNames = new Map(
    (await accountsIn(reader, await settingsOf(reader))).map(({ code, name }) => [code, name]),
  )
  return {
    rows: rows.map(
      ({ result, kind, shopName, account, actor, withdrawn_at, withdrawn_by, movedTo, isKept, ...run }) => {
        const outcome = result === null ? null : (JSON.parse(result) as ImportOutcome)
        return {
          ...run,
          kind: kind as ImportRun['kind'],
          account: account as ImportRun['account'],
          placeName: shopName ?? (account === null ? '' : (accountNames.get(account as AccountCode) ?? account)),
          actor: nameOf(actor),
          withdrawn:
            withdrawn_at === null || withdrawn_by === null
              ? null
              : { at: withdrawn_at, actor: nameOf(withdrawn_by), movedTo },
          isKept: Boolean(isKept),
          wasStopped: outcome === null,
          counts: outcome ? countsOf(outcome) : NO_COUNTS,
        }
      },
    ),
    nextCursor: found.length > limit ? encodeCursor(rows.at(-1)!.at, rows.at(-1)!.id) : null,
  }
}

export async function importProblems(reader: Reader, importId: string): Promise<RowProblem[]> {
  const rows = await reader
    .selectFrom('import_problem')
    .selectAll()
    .where('run_id', '=', importId)
    .orderBy('number')
    .execute()
  return rows
    .map((each) => openedRow('import_problem', each))
    .map((row) => ({
      code: row.code as RowProblem['code'],
      row: row.row,
      column: row.column_name,
      columnLetter: row.column_letter,
      orderNumber: row.order_number,
      value: row.value,
      blocks: row.blocks === 1,
    }))
}
