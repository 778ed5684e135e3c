import { type RawBuilder, sql } from 'kysely'
import type { AdjustmentKind, AdjustmentRow } from '../../../src-shared/inventory/inventory.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import { variantLabels } from '../catalog/catalog.repository.ts'
import { actorNow } from '../database/actor.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import type { Adjustment } from './adjustment-effects.ts'

export interface NewAdjustment extends Omit<Adjustment, 'isCancelled' | 'lines'> {
  note: string
  /** `counted` and `expected` only in a stock count. */
  lines: (Adjustment['lines'][number] & { counted: number | null; expected: number | null })[]
}

export async function insertAdjustment(tx: Tx, { lines, ...adjustment }: NewAdjustment): Promise<void> {
  const { id, kind, day, note, recordedAt } = adjustment
  await tx
    .insertInto('stock_adjustment')
    .values({ id, kind, day, note, actor: actorNow().id, recorded_at: recordedAt })
    .execute()
  await insertMany(
    tx,
    'stock_adjustment_line',
    lines.map(({ variantId, counted, expected, countedAt, pieces }) => ({
      adjustment_id: id,
      variant_id: variantId,
      counted,
      expected,
      counted_at: countedAt,
      pieces,
    })),
  )
}

export async function markCancelled(tx: Tx, id: string, at: Instant, reason: string): Promise<void> {
  await tx
    .updateTable('stock_adjustment')
    .set({ cancelled_at: at, cancel_reason: reason, actor: actorNow().id })
    .where('id', '=', id)
    .execute()
}

const linesOf = (reader: Reader, ids: readonly string[]) =>
  reader
    .selectFrom('stock_adjustment_line')
    .select(['adjustment_id', 'variant_id as variantId', 'counted', 'expected', 'counted_at as countedAt', 'pieces'])
    .where('adjustment_id', 'in', valuesIn(ids))
    .execute()

/** The documents as their effects need them, by id; what does not exist is absent. */
export async function adjustmentsByIds(reader: Reader, ids: readonly string[]): Promise<Map<string, Adjustment>> {
  const heads = await reader.selectFrom('stock_adjustment').selectAll().where('id', 'in', valuesIn(ids)).execute()
  const lines = Map.groupBy(await linesOf(reader, ids), ({ adjustment_id }) => adjustment_id)
  return new Map(
    heads.map(({ id, kind, day, recorded_at, cancelled_at }) => [
      id,
      {
        id,
        kind: kind as AdjustmentKind,
        day,
        recordedAt: recorded_at,
        isCancelled: cancelled_at !== null,
        lines: (lines.get(id) ?? []).map(({ variantId, pieces, countedAt }) => ({ variantId, pieces, countedAt })),
      },
    ]),
  )
}

/** Value that an adjustment took from the shelf or brought to it; a cancelled one comes to nothing. */
const costOf = (adjustment: RawBuilder<unknown>) => sql<number>`(
  select coalesce(sum(cost), 0) from stock_movement
  where document_kind = 'stock-adjustment' and document_id = ${adjustment})`

const heads = (reader: Reader) =>
  reader
    .selectFrom('stock_adjustment as a')
    .select(['a.id', 'a.kind', 'a.day', 'a.note', 'a.recorded_at', 'a.cancelled_at', 'a.cancel_reason'])
    .select([
      sql<number>`(select count(*) from stock_adjustment_line l where l.adjustment_id = a.id)`.as('skus'),
      sql<number>`(select coalesce(sum(l.pieces), 0) from stock_adjustment_line l where l.adjustment_id = a.id)`.as(
        'pieces',
      ),
      costOf(sql`a.id`).as('cost'),
    ])

const asRow = (head: Awaited<ReturnType<ReturnType<typeof heads>['execute']>>[number]): AdjustmentRow => ({
  id: head.id,
  kind: head.kind as AdjustmentKind,
  day: head.day,
  note: head.note,
  recordedAt: head.recorded_at,
  skus: head.skus,
  pieces: head.pieces,
  cost: head.cost,
  cancelled: head.cancelled_at === null ? null : { at: head.cancelled_at, reason: head.cancel_reason },
})

export async function adjustmentRow(reader: Reader, id: string): Promise<AdjustmentRow | null> {
  const head = await heads(reader).where('a.id', '=', id).executeTakeFirst()
  return head ? asRow(head) : null
}

export async function adjustmentPage(
  reader: Reader,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ rows: AdjustmentRow[]; nextCursor: string | null }> {
  let query = heads(reader)
    .orderBy('a.day', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
  if (cursor) {
    const [day, id] = decodeCursor(cursor)
    query = query.where(sql<boolean>`(a.day, a.id) < (${day}, ${id})`)
  }
  const found = await query.execute()
  const rows = found.slice(0, limit).map(asRow)
  const last = rows.at(-1)
  return { rows, nextCursor: found.length > limit && last ? encodeCursor(last.day, last.id) : null }
}

/** Lines of one adjustment as people read them, by SKU; `cost` is the change of value. */
export async function adjustmentLines(reader: Reader, id: string) {
  const lines = await linesOf(reader, [id])
  const costs = await reader
    .selectFrom('stock_movement')
    .select(({ fn }) => ['variant_id', fn.sum<number>('cost').as('cost')])
    .where('document_kind', '=', 'stock-adjustment')
    .where('document_id', '=', id)
    .groupBy('variant_id')
    .execute()
  const costByVariant = new Map(costs.map(({ variant_id, cost }) => [variant_id, cost]))
  const labels = await variantLabels(
    reader,
    lines.map(({ variantId }) => variantId),
  )
  return lines
    .map(({ adjustment_id: _, countedAt: __, ...line }) => {
      const { sku, label, goodsName } = labels.get(line.variantId)!
      return { ...line, sku, label, goodsName, cost: costByVariant.get(line.variantId) ?? 0 }
    })
    .sort((a, b) => a.sku.localeCompare(b.sku, 'id', { numeric: true }))
}
