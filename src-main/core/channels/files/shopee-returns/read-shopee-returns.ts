import { setImmediate as nextTurn } from 'node:timers/promises'
import { businessDay, type Instant, type Zone } from '../../../../../src-shared/kernel/business-day.ts'
import type { ReturnFile, ReturnStatement, ReturnTotals } from '../../../../../src-shared/returns/return-file.ts'
import type { BookToRead } from '../book.ts'
import { type HeadingSheet, rowsBelow } from '../reading/heading-sheets.ts'
import { createRepeatedRows } from '../reading/repeated-rows.ts'
import { rowProblem } from '../reading/row-problem.ts'
import { createRowReader, type RowReader } from '../reading/row-reader.ts'
import { createUnnamedColumns } from '../reading/unnamed-columns.ts'
import { dayOfNumber } from '../shopee-orders/order-number-day.ts'
import { requestState } from '../shopee-orders/statuses.ts'
import { COLUMNS, type Field } from './columns.ts'

/** A return has a row for each kind of its goods: their pieces add up, the rest is told once more on each. */
export async function readShopeeReturns(found: HeadingSheet<Field>, book: BookToRead): Promise<ReturnFile> {
  const { problems, zone } = book
  const cells = createRowReader(COLUMNS, zone)
  const returns = new Map<string, ReturnStatement>()
  const repeated = createRepeatedRows()
  const unnamed = createUnnamedColumns(found.layout)
  const rowsTold = new Map<number, { number: string; moments: (Instant | null)[] }>()
  let [rows, keptOut] = [0, 0]
  for await (const batch of rowsBelow(book, found)) {
    book.signal?.throwIfAborted()
    for (const row of batch) {
      unnamed.see(row)
      cells.start(row, found.layout)
      if (repeated.see(row)) {
        cells.identifier('orderNumber')
        cells.report('ROW_TWICE', 'number')
        problems.add(...cells.problems())
        continue
      }
      rows++
      const stated = readRow(cells)
      const numberedOn = dayOfNumber(stated?.orderNumber ?? '', zone)
      if (numberedOn !== null) cells.holdDay('askedAt', { from: numberedOn, to: numberedOn + LATEST_RETURN })
      problems.add(...cells.problems())
      if (!stated || cells.problems().some(({ blocks }) => blocks)) {
        keptOut++
        continue
      }
      const known = returns.get(stated.number)
      returns.set(stated.number, known ? joined(known, stated) : stated)
      rowsTold.set(row.number, { number: stated.number, moments: [stated.askedAt, cells.moment('refundedAt')] })
    }
    book.onProgress?.(rows, null)
    await nextTurn()
  }
  for (const { row, field, value } of cells.doubtfulMoments()) {
    const told = rowsTold.get(row)
    const known = returns.get(told?.number ?? '')
    if (!told || !known) continue
    const { orderNumber } = known
    problems.add(rowProblem(found.layout, 'DAY_OR_MONTH', field, { row, value, orderNumber, isNeeded: false }))
    told.moments = []
    returns.set(told.number, { ...known, ...(field === 'appealUntil' ? { appealUntil: null } : { askedAt: null }) })
  }
  const toldAt = [...rowsTold.values()].reduce(
    (latest, { moments }) => Math.max(latest, ...moments.map((at) => at ?? 0)),
    0,
  )
  book.onProgress?.(rows, rows)
  const all = [...returns.values()]
  return {
    kind: 'shopee returns',
    columns: found.layout.width,
    returns: all,
    toldAt,
    totals: totalsOf(all, rows - keptOut, zone),
    problems: problems.first(),
    problemCount: problems.count(),
    remarkCount: problems.remarkCount(),
    keptOut: { rows: keptOut },
    unknownColumns: [...found.layout.unknown, ...unnamed.names()],
  }
}

/** Goods are sent back within weeks of their order. */
const LATEST_RETURN = 120 * 86_400_000

function readRow(cells: RowReader<Field>): ReturnStatement | null {
  const orderNumber = cells.identifier('orderNumber').slice(0, 40)
  const number = cells.identifier('number').slice(0, 40)
  if (orderNumber === '') cells.report('ORDER_NUMBER_MISSING', 'orderNumber')
  if (number === '') cells.report('ORDER_NUMBER_MISSING', 'number')
  if (orderNumber === '' || number === '') return null
  const status = cells.sharedText('status')
  const solution = cells.sharedText('solution')
  const waybill = cells.identifier('waybill').slice(0, 60)
  const isDropped = requestState(status) === 'dropped'
  const isWithGoods =
    waybill !== '' || (/barang|return|goods/i.test(solution) && !/tanpa|hanya|only|without/i.test(solution))
  return {
    number,
    orderNumber,
    waybill,
    status,
    solution,
    reason: cells.sharedText('reason'),
    goodsStatus: cells.sharedText('goodsStatus'),
    pieces: cells.count('pieces') ?? 0,
    bringsGoods: isWithGoods && !isDropped && !/^(ya|yes|y|true)$/i.test(cells.written('toChannel')),
    refund: cells.signedAmount('refund') ?? 0,
    compensation: cells.signedAmount('compensation') ?? 0,
    askedAt: cells.moment('askedAt'),
    appealUntil: cells.moment('appealUntil'),
  }
}

const joined = (known: ReturnStatement, more: ReturnStatement): ReturnStatement => ({
  ...known,
  pieces: known.pieces + more.pieces,
  waybill: known.waybill || more.waybill,
  bringsGoods: known.bringsGoods || more.bringsGoods,
  refund: known.refund || more.refund,
  compensation: known.compensation || more.compensation,
  askedAt: known.askedAt ?? more.askedAt,
  appealUntil: known.appealUntil ?? more.appealUntil,
})

function totalsOf(returns: readonly ReturnStatement[], rows: number, zone: Zone): ReturnTotals {
  const sum = (of: (each: ReturnStatement) => number) => returns.reduce((total, each) => total + of(each), 0)
  const moments = returns.flatMap(({ askedAt }) => askedAt ?? []).sort((a, b) => a - b)
  const day = (at: Instant | undefined) => (at === undefined ? null : businessDay(at, zone))
  const byStatus = new Map<string, number>()
  for (const { status } of returns) byStatus.set(status, (byStatus.get(status) ?? 0) + 1)
  return {
    rows,
    returns: returns.length,
    withGoods: returns.filter(({ bringsGoods }) => bringsGoods).length,
    pieces: sum(({ pieces }) => pieces),
    refund: sum(({ refund }) => refund),
    compensation: sum(({ compensation }) => compensation),
    byStatus: Object.fromEntries(byStatus),
    from: day(moments[0]),
    to: day(moments.at(-1)),
  }
}
