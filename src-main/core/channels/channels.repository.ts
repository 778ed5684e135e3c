import type { ChannelFile, RowProblem } from '../../../src-shared/channels/channel-file.ts'
import type { ImportOutcome, ImportRun, Shop } from '../../../src-shared/channels/channels.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import { actorNow } from '../database/actor.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { actorNames } from '../settings/actors.repository.ts'

export async function shops(reader: Reader): Promise<Shop[]> {
  const rows = await reader
    .selectFrom('shop')
    .select((eb) => [
      'id',
      'channel',
      'name',
      eb
        .selectFrom('import_run')
        .select(({ fn }) => fn.max('at').as('at'))
        .whereRef('import_run.shop_id', '=', 'shop.id')
        .as('lastImportAt'),
      eb
        .selectFrom('order_tab_total')
        .select(({ fn }) => fn.sum<number | null>('orders').as('n'))
        .whereRef('order_tab_total.shop_id', '=', 'shop.id')
        .as('orders'),
    ])
    .where('archived_at', 'is', null)
    .where('channel', '<>', 'own')
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({ ...row, orders: row.orders ?? 0 }))
}

export async function saveShop(
  tx: Tx,
  shop: { id: string; channel: Channel; name: string },
  now: number,
): Promise<void> {
  await tx
    .insertInto('shop')
    .values({ ...shop, created_at: now, archived_at: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: shop.name }))
    .execute()
}

export async function importedBefore(reader: Reader, sha256: string): Promise<number | null> {
  const run = await reader
    .selectFrom('import_run')
    .select('at')
    .where('sha256', '=', sha256)
    .orderBy('at', 'desc')
    .executeTakeFirst()
  return run?.at ?? null
}

/** The file of an import that was taken in. */
export async function importedName(reader: Reader, importId: string): Promise<string | null> {
  const run = await reader.selectFrom('import_run').select('file_name').where('id', '=', importId).executeTakeFirst()
  return run?.file_name ?? null
}

export async function recordRun(
  tx: Tx,
  run: { id: string; shopId: string; fileName: string; sha256: string; at: number },
  file: ChannelFile,
  outcome: ImportOutcome,
): Promise<void> {
  await tx
    .insertInto('import_run')
    .values({
      id: run.id,
      shop_id: run.shopId,
      file_name: run.fileName,
      sha256: run.sha256,
      kind: file.kind,
      report: file.report,
      actor: actorNow().id,
      at: run.at,
      result: JSON.stringify(outcome),
    })
    .execute()
  await insertMany(
    tx,
    'import_problem',
    file.problems.map((problem, index) => ({
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

export async function importRuns(
  reader: Reader,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ rows: ImportRun[]; nextCursor: string | null }> {
  let query = reader
    .selectFrom('import_run')
    .innerJoin('shop', 'shop.id', 'import_run.shop_id')
    .select([
      'import_run.id',
      'shop.name as shopName',
      'shop.channel',
      'file_name as fileName',
      'actor',
      'at',
      'result',
    ])
    .orderBy('at', 'desc')
    .orderBy('import_run.id', 'desc')
    .limit(limit + 1)
  if (cursor) {
    const [at, id] = decodeCursor(cursor)
    query = query.where(({ eb, or, and }) =>
      or([eb('at', '<', Number(at)), and([eb('at', '=', Number(at)), eb('import_run.id', '<', String(id))])]),
    )
  }
  const found = await query.execute()
  const rows = found.slice(0, limit)
  const nameOf = await actorNames(reader)
  return {
    rows: rows.map(({ result, channel, actor, ...run }) => {
      const { added, changed, unchanged, problems } = JSON.parse(result) as ImportOutcome
      return {
        ...run,
        actor: nameOf(actor),
        channel,
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
