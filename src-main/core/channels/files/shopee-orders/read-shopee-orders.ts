import { setImmediate as nextTurn } from 'node:timers/promises'
import type { KeptOut, OrderFile, OrderInFile } from '../../../../../src-shared/channels/channel-file.ts'
import type { Instant } from '../../../../../src-shared/kernel/business-day.ts'
import type { BookToRead } from '../book.ts'
import { type HeadingSheet, rowsBelow } from '../reading/heading-sheets.ts'
import { type Layout, normalHeading } from '../reading/recognise.ts'
import { type CollectedOrders, collectOrders } from './collect-orders.ts'
import type { Field } from './columns.ts'
import { latestMoment, snapshotOf } from './order-draft.ts'
import { totalsOf } from './totals.ts'

const ORDERS_AT_ONCE = 2_000

/**
 * One snapshot per order number. Each snapshot is dated by the latest moment any order of the file tells of: the file
 * was downloaded then or later, and reading it again gives the same date, which a clock would not.
 */
export async function readShopeeOrders(found: HeadingSheet<Field>, book: BookToRead): Promise<OrderFile> {
  const { layout } = found
  const { zone, signal, modifiedAt } = book
  const collector = collectOrders(layout, zone, book.isCsv, book.problems)
  let done = 0
  for await (const batch of rowsBelow(book, found)) {
    signal?.throwIfAborted()
    for (const row of batch) collector.add(row)
    done += batch.length
    book.onProgress?.(done, null)
    await nextTurn()
  }
  const collected = collector.finish()
  const orders = await snapshots(collected, modifiedAt, signal)
  book.onProgress?.(done, done)
  return {
    kind: 'shopee orders',
    report: reportOf(layout, orders),
    columns: layout.width,
    orders,
    problems: collected.problems,
    problemCount: collected.problemCount,
    remarkCount: collected.remarkCount,
    totals: totalsOf(orders),
    keptOut: keptOut(collected),
    absentColumns: layout.absent,
    unknownColumns: layout.unknown,
  }
}

async function snapshots(
  { drafts }: CollectedOrders,
  modifiedAt: Instant | null,
  signal: AbortSignal | undefined,
): Promise<OrderInFile[]> {
  const taken = drafts.filter(({ isKeptOut }) => !isKeptOut)
  const atLeast = taken.reduce<Instant>((latest, draft) => Math.max(latest, latestMoment(draft)), 0)
  const asOf = { atLeast, atMost: modifiedAt }
  const orders: OrderInFile[] = []
  for (const draft of taken) {
    orders.push({ snapshot: snapshotOf(draft, asOf), rows: draft.rows })
    if (orders.length % ORDERS_AT_ONCE !== 0) continue
    signal?.throwIfAborted()
    await nextTurn()
  }
  return orders
}

function keptOut({ drafts, orphanRows, orphanLines }: CollectedOrders): KeptOut {
  const out = drafts.filter(({ isKeptOut }) => isKeptOut)
  const rows = out.reduce((sum, { rows }) => sum + rows.length, orphanRows)
  const lines = [...out.flatMap(({ lines }) => lines), ...orphanLines]
  return {
    orders: out.length,
    rows,
    grossSales: lines.reduce((sum, { listPrice, pieces }) => sum + listPrice * pieces, 0),
    rowsWithoutAmount: rows - lines.length,
  }
}

/** The cancellation list has the columns of the list of all orders and only cancelled ones in it. */
function reportOf(layout: Layout<Field>, orders: readonly OrderInFile[]): OrderFile['report'] {
  const failed = layout.columns.get('failedDelivery')?.heading ?? ''
  if (normalHeading(failed) === 'status pengiriman gagal') return 'failed delivery'
  const allCancelled = orders.length > 0 && orders.every(({ snapshot }) => snapshot.state === 'cancelled')
  return allCancelled ? 'cancellation' : 'all'
}
