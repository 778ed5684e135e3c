import type { ImportContent, RowProblem } from '../../../src-shared/channels/channel-file.ts'
import type { ImportOutcome, ImportRun, WithdrawalOutcome } from '../../../src-shared/channels/channels.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import { actorNow } from '../database/actor.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { actorNames } from '../settings/actors.repository.ts'

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
  shopId: string
  fileName: string
  sha256: string
  modifiedAt: Instant | null
  at: Instant
}

/** The line of the history, its problems, and which orders it told of. */
export async function recordRun(
  tx: Tx,
  run: RunToRecord,
  content: ImportContent,
  outcome: ImportOutcome,
): Promise<void> {
  const { seq } = await tx
    .insertInto('import_run')
    .values({
      id: run.id,
      shop_id: run.shopId,
      file_name: run.fileName,
      sha256: run.sha256,
      kind: content.kind,
      report: 'report' in content ? content.report : '',
      modified_at: run.modifiedAt,
      at: run.at,
      actor: actorNow().id,
      problems: content.problemCount,
      result: JSON.stringify(outcome),
    })
    .returning('seq')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('order_told')
    .columns(['order_seq', 'run_seq'])
    .expression((eb) =>
      eb
        .selectFrom('sales_order')
        .select(['seq', eb.val(seq).as('run')])
        .where('shop_id', '=', run.shopId)
        .where('number', 'in', valuesIn(content.orders.map(({ snapshot }) => snapshot.number))),
    )
    .execute()
  await insertMany(
    tx,
    'import_problem',
    content.problems.map((problem, index) => ({
      run_id: run.id,
      number: index + 1,
      code: problem.code,
      row: problem.row,
      column_name: problem.column,
      column_letter: problem.columnLetter,
      order_number: problem.orderNumber,
      value: problem.value,
      blocks: problem.blocks ? 1 : 0,
    })),
  )
}

export interface StoredRun {
  seq: number
  id: string
  shopId: string
  fileName: string
  sha256: string
  kind: ImportContent['kind']
  modifiedAt: Instant | null
  at: Instant
  outcome: ImportOutcome
  /** Set once it was taken back. */
  withdrawal: WithdrawalOutcome | null
}

const storedRuns = (reader: Reader) =>
  reader
    .selectFrom('import_run')
    .select([
      'seq',
      'id',
      'shop_id as shopId',
      'file_name as fileName',
      'sha256',
      'kind',
      'modified_at as modifiedAt',
      'at',
      'result',
      'withdrawal',
    ])

const asStoredRun = ({
  result,
  withdrawal,
  kind,
  ...run
}: Awaited<ReturnType<ReturnType<typeof storedRuns>['execute']>>[number]): StoredRun => ({
  ...run,
  kind: kind as StoredRun['kind'],
  outcome: JSON.parse(result) as ImportOutcome,
  withdrawal: withdrawal === null ? null : (JSON.parse(withdrawal) as WithdrawalOutcome),
})

export async function runById(reader: Reader, id: string): Promise<StoredRun | null> {
  const row = await storedRuns(reader).where('id', '=', id).executeTakeFirst()
  return row ? asStoredRun(row) : null
}

/** The runs that stand and told of orders this one told of too, as they came in. */
export async function runsTellingOfTheSame(reader: Reader, seq: number): Promise<StoredRun[]> {
  const orders = reader.selectFrom('order_told').select('order_seq').where('run_seq', '=', seq)
  const runs = reader.selectFrom('order_told').select('run_seq').where('order_seq', 'in', orders)
  const rows = await storedRuns(reader)
    .where('seq', 'in', runs)
    .where('seq', '<>', seq)
    .where('withdrawn_at', 'is', null)
    .orderBy('at')
    .orderBy('seq')
    .execute()
  return rows.map(asStoredRun)
}

export interface ToldOrder {
  id: string
  number: string
  /** Other runs that told of it and stand. */
  otherRuns: number[]
}

/** The orders a run told of that are not withdrawn. */
export async function ordersToldBy(reader: Reader, seq: number): Promise<ToldOrder[]> {
  const orders = await reader
    .selectFrom('order_told as t')
    .innerJoin('sales_order as o', 'o.seq', 't.order_seq')
    .select(['o.seq', 'o.id', 'o.number'])
    .where('t.run_seq', '=', seq)
    .where('o.withdrawn_at', 'is', null)
    .orderBy('o.seq')
    .execute()
  const others = await reader
    .selectFrom('order_told as t')
    .innerJoin('import_run as r', 'r.seq', 't.run_seq')
    .select(['t.order_seq', 't.run_seq'])
    .where('t.order_seq', 'in', reader.selectFrom('order_told').select('order_seq').where('run_seq', '=', seq))
    .where('t.run_seq', '<>', seq)
    .where('r.withdrawn_at', 'is', null)
    .execute()
  const byOrder = Map.groupBy(others, ({ order_seq }) => order_seq)
  return orders.map(({ seq, id, number }) => ({
    id,
    number,
    otherRuns: (byOrder.get(seq) ?? []).map(({ run_seq }) => run_seq),
  }))
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

export async function importRuns(
  reader: Reader,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ rows: ImportRun[]; nextCursor: string | null }> {
  let query = reader
    .selectFrom('import_run as r')
    .innerJoin('shop as s', 's.id', 'r.shop_id')
    .innerJoin('raw_document as d', 'd.sha256', 'r.sha256')
    .leftJoin('import_run as m', 'm.id', 'r.moved_to')
    .leftJoin('shop as other', 'other.id', 'm.shop_id')
    .select(({ eb }) => [
      'r.id',
      's.id as shopId',
      's.name as shopName',
      's.channel',
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
  return {
    rows: rows.map(({ result, channel, actor, withdrawn_at, withdrawn_by, movedTo, isKept, ...run }) => {
      const { added, changed, unchanged, problems } = JSON.parse(result) as ImportOutcome
      return {
        ...run,
        actor: nameOf(actor),
        channel,
        withdrawn:
          withdrawn_at === null || withdrawn_by === null
            ? null
            : { at: withdrawn_at, actor: nameOf(withdrawn_by), movedTo },
        isKept: Boolean(isKept),
        added: added.orders,
        changed: changed.orders,
        unchanged: unchanged.orders,
        problems: problems.orders,
      }
    }),
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
  return rows.map((row) => ({
    code: row.code as RowProblem['code'],
    row: row.row,
    column: row.column_name,
    columnLetter: row.column_letter,
    orderNumber: row.order_number,
    value: row.value,
    blocks: row.blocks === 1,
  }))
}
