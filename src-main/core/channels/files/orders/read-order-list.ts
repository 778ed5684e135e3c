import { setImmediate as nextTurn } from 'node:timers/promises'
import type { KeptOut, OrderFile, OrderInFile, RowProblem } from '../../../../../src-shared/channels/channel-file.ts'
import type { Instant } from '../../../../../src-shared/kernel/business-day.ts'
import type { BookToRead } from '../book.ts'
import { type HeadingSheet, rowsBelow } from '../reading/heading-sheets.ts'
import { createUnnamedColumns } from '../reading/unnamed-columns.ts'
import { type CollectedOrders, collectOrders } from './collect-orders.ts'
import { asInOnePlace, type ItemLine } from './item-line.ts'
import type { OrderDraft, OrderList, OrderStatement } from './order-list.ts'
import { totalsOf } from './order-totals.ts'

const ORDERS_AT_ONCE = 2_000

/**
 * One snapshot per order number. Each snapshot is dated by the latest moment any order of the file tells of: the file
 * was downloaded then or later, and reading it again gives the same date, which a clock would not. Null when a further sheet tells of
 * orders that one before it had.
 */
export async function readOrderList<Field extends string, Statement extends OrderStatement, Line extends ItemLine>(
  list: OrderList<Field, Statement, Line>,
  sheets: readonly HeadingSheet<Field>[],
  book: BookToRead,
): Promise<OrderFile | null> {
  const { layout } = sheets[0]!
  const { signal, modifiedAt } = book
  const places = createSheetPlaces()
  const problems = {
    ...book.problems,
    add: (...found: RowProblem[]) => book.problems.add(...found.map(places.asFound)),
  }
  const collector = collectOrders(list, layout, { ...book, problems })
  const unnamed = createUnnamedColumns(layout)
  let done = 0
  let [before, last] = [0, 0]
  for (const found of sheets) {
    collector.turnSheet()
    // rows of a further sheet are counted on from those of the one before it
    before = last
    places.turnTo(found.sheet.name, before)
    for await (const batch of rowsBelow(book, found)) {
      signal?.throwIfAborted()
      for (const row of batch) {
        last = before + row.number
        const told = before === 0 ? row : { ...row, number: last }
        collector.add(told)
        unnamed.see(told)
      }
      done += batch.length
      book.onProgress?.(done, null)
      await nextTurn()
    }
    if (collector.isToldTwice()) return null
  }
  const collected = collector.finish()
  const out = keptOut(collected)
  const orders = await snapshots(list, collected.drafts, modifiedAt, signal)
  book.onProgress?.(done, done)
  return {
    kind: list.kind,
    report: list.report(
      layout,
      orders.map(({ snapshot }) => snapshot),
    ),
    columns: layout.width,
    orders,
    problems: collected.problems,
    problemCount: collected.problemCount,
    remarkCount: collected.remarkCount,
    totals: totalsOf(orders, list.statusLabel),
    keptOut: out,
    absentColumns: layout.absent,
    unknownColumns: [...layout.unknown, ...unnamed.names()],
  }
}

/** Where a row stands of which we know how many were before it: people look for it on its sheet, by the number it has there. */
function createSheetPlaces() {
  const sheets: { name: string; before: number }[] = []
  return {
    turnTo: (name: string, before: number) => void sheets.push({ name, before }),
    asFound(problem: RowProblem): RowProblem {
      const sheet = sheets.findLast(({ before }) => problem.row > before)
      if (!sheet || sheets.length === 1) return problem
      return { ...problem, row: problem.row - sheet.before, column: `${problem.column}, ${sheet.name}` }
    },
  }
}

/** Lets go of each draft as soon as it is a snapshot: both of a whole file would be twice its memory. */
async function snapshots<Field extends string, Statement extends OrderStatement, Line extends ItemLine>(
  list: OrderList<Field, Statement, Line>,
  drafts: OrderDraft<Field, Statement, Line>[],
  modifiedAt: Instant | null,
  signal: AbortSignal | undefined,
): Promise<OrderInFile[]> {
  const taken = drafts.filter(({ isKeptOut }) => !isKeptOut).reverse()
  drafts.length = 0
  const atLeast = taken.reduce<Instant>((latest, draft) => Math.max(latest, list.latestMoment(draft)), 0)
  const asOf = { atLeast, atMost: modifiedAt }
  const orders: OrderInFile[] = []
  for (let draft = taken.pop(); draft; draft = taken.pop()) {
    orders.push({ snapshot: list.snapshotOf(draft, asOf), rows: draft.rows })
    if (orders.length % ORDERS_AT_ONCE !== 0) continue
    signal?.throwIfAborted()
    await nextTurn()
  }
  return orders
}

function keptOut({ drafts, orphanRows, orphanLines }: CollectedOrders<OrderDraft<string, OrderStatement>>): KeptOut {
  const out = drafts.filter(({ isKeptOut }) => isKeptOut)
  const rows = out.reduce((sum, { rows }) => sum + rows.length, orphanRows)
  // what two downloads in one file tell of an order is missing once
  const lines = [...out.flatMap(({ lines, againAt }) => asInOnePlace(lines, againAt) ?? lines), ...orphanLines]
  const told = out.reduce((sum, { lines }) => sum + lines.length, orphanLines.length)
  return {
    orders: out.length,
    rows,
    grossSales: lines.reduce((sum, { listPrice, pieces }) => sum + listPrice * pieces, 0),
    rowsWithoutAmount: rows - told,
  }
}
