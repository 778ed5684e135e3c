import { setImmediate as nextTurn } from 'node:timers/promises'
import { formatNumber, type Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { WalletLine } from '../../../../../src-shared/payouts/wallet-file.ts'
import type {
  SettlementFile,
  SettlementLine,
  SettlementStatement,
} from '../../../../../src-shared/settlements/settlement-file.ts'
import { shippedMeaning } from '../../../settlements/fee-accounts.ts'
import { normalName } from '../../../settlements/normal-name.ts'
import type { SheetRow } from '../../../spreadsheet/sheet.ts'
import type { BookHead, BookToRead, SheetHead } from '../book.ts'
import { createReportDays, type ReportDays } from '../reading/days.ts'
import { headingKey } from '../reading/heading-names.ts'
import { type Column, problemAt } from '../reading/report-cells.ts'
import { type IncomeLayout, incomeLayout } from './income-layout.ts'
import { createIncomeRows, type IncomeRow, moneyOf, settlesAnOrder } from './income-rows.ts'
import { partsOf } from './parts-of-sums.ts'
import { type Leaf, leavesOf, nameOf } from './release-lines.ts'
import { controlsOf, type StatedTotal, statedTotal } from './report-sheet.ts'
import { learnDays, readWithdrawal, type WithdrawalLayout, withdrawalLayout } from './withdrawals.ts'

interface Found<Layout> {
  sheet: SheetHead
  headingRow: number
  layout: Layout
}

/** Sheets of TikTok Shop's income report, found by their headings in either language, never by their names or places. */
export interface FoundTiktokIncome {
  income: Found<IncomeLayout>[]
  withdrawals: Found<WithdrawalLayout>[]
  report: SheetHead | null
}

export function recogniseTiktokIncome({ sheets }: BookHead): FoundTiktokIncome | null {
  const find = <Layout>(layoutOf: (row: SheetRow) => Layout | null): Found<Layout>[] =>
    sheets.flatMap((sheet) => {
      for (const row of sheet.firstRows) {
        const layout = layoutOf(row)
        if (layout) return [{ sheet, headingRow: row.number, layout }]
      }
      return []
    })
  const all = find(incomeLayout)
  const whole = all.filter(({ layout }) => layout.missing.length === 0)
  const income = whole.length > 0 ? whole : all
  if (income.length === 0) return null
  const isTaken = (sheet: SheetHead) => income.some((found) => found.sheet === sheet)
  const released = headingKey(income[0]!.layout.named.released?.name ?? '')
  const isReport = (sheet: SheetHead) =>
    sheet.firstRows.some((row) => headingKey(statedTotal(row)?.label ?? '') === released)
  return {
    income,
    withdrawals: find(withdrawalLayout).filter(({ sheet }) => !isTaken(sheet)),
    report: sheets.find((sheet) => !isTaken(sheet) && isReport(sheet)) ?? null,
  }
}

/**
 * Reads an income report: a release for each order and each adjustment, whose lines sum to what it releases, the file's own totals
 * beside them, and what was withdrawn. A row that cannot be read stays out whole and is named in the problems.
 */
export async function readTiktokIncome(found: FoundTiktokIncome, book: BookToRead): Promise<SettlementFile> {
  const { problems } = book
  const { sheet, layout, headingRow } = found.income[0]!
  const walked = { done: 0 }
  const days = createReportDays({ from: null, to: null })
  const collector = createIncomeRows(layout, { days, isCsv: book.isCsv, problems })
  await walk(book, sheet, walked, (row) => {
    if (row.number > headingRow) collector.add(row)
  })
  const stated: StatedTotal[] = []
  if (found.report) await walk(book, found.report, walked, (row) => stated.push(...[statedTotal(row) ?? []].flat()))
  const withdrawalRows: { row: SheetRow; layout: WithdrawalLayout }[] = []
  for (const each of found.withdrawals) {
    await walk(book, each.sheet, walked, (row) => {
      if (row.number > each.headingRow) withdrawalRows.push({ row, layout: each.layout })
    })
  }
  for (const { row, layout } of withdrawalRows) learnDays(row, layout, days)
  const withdrawals = readWithdrawals(withdrawalRows, book, days)
  const { rows, keptOut } = collector.finish()
  const releases = releasesOf(rows, book)
  book.onProgress?.(walked.done, walked.done)
  return {
    kind: 'tiktok income',
    columns: layout.width,
    sheets: [sheet, ...(found.report ? [found.report] : []), ...found.withdrawals.map((each) => each.sheet)].map(
      ({ name }) => name,
    ),
    settlements: releases.map(({ settlement }) => settlement),
    withdrawals: oldestFirst(withdrawals),
    totals: totalsOf(releases),
    controls: controlsOf(stated, computedTotals(rows)),
    problems: problems.first(),
    problemCount: problems.count(),
    remarkCount: problems.remarkCount(),
    keptOut,
    unknownColumns: unknownColumns(releases),
  }
}

/** What was withdrawn, the days of the file being known by all of its cells. */
function readWithdrawals(
  rows: readonly { row: SheetRow; layout: WithdrawalLayout }[],
  { zone, problems }: BookToRead,
  days: ReportDays,
): WalletLine[] {
  return rows.flatMap(({ row, layout }) => {
    const read = readWithdrawal(row, layout, zone, days)
    if (!read) return []
    problems.add(...read.problems)
    return read.line ?? []
  })
}

async function walk(book: BookToRead, sheet: SheetHead, walked: { done: number }, add: (row: SheetRow) => void) {
  for await (const batch of book.rowsOf(sheet)) {
    book.signal?.throwIfAborted()
    for (const row of batch) add(row)
    walked.done += batch.length
    book.onProgress?.(walked.done, null)
    await nextTurn()
  }
}

/** The sheet tells days alone and begins with the newest: within a day its last line came first. */
function oldestFirst(lines: readonly WalletLine[]): WalletLine[] {
  const isNewestFirst = (lines[0]?.at ?? 0) >= (lines.at(-1)?.at ?? 0)
  return (isNewestFirst ? lines.toReversed() : lines).toSorted((a, b) => a.at - b.at)
}

interface Release {
  settlement: SettlementStatement
  layout: IncomeLayout
  leaves: Leaf[]
}

function releasesOf(rows: readonly IncomeRow[], { problems }: BookToRead): Release[] {
  const sidesOf = new Map(
    [...byLayout(rows)].map(([layout, some]) => [
      layout,
      partsOf(
        layout,
        some.map(({ amounts }) => amounts),
      ),
    ]),
  )
  return rows.map((row) => {
    const { released, adjustment } = row.layout.named
    const ends = { released: released!, adjustment: adjustment! }
    const { leaves, differences } = leavesOf(row.amounts, sidesOf.get(row.layout)!, ends)
    for (const { column, stated, parts } of differences) {
      const value = `${formatNumber(stated)} ≠ ${formatNumber(parts)}`
      const at = { orderNumber: row.id, place: '', value, blocks: false }
      problems.add(problemAt(row.row, column, 'AMOUNTS_DO_NOT_ADD_UP', at))
    }
    return { leaves, layout: row.layout, settlement: statementOf(row, leaves, ends.adjustment) }
  })
}

const byLayout = (rows: readonly IncomeRow[]) => Map.groupBy(rows, ({ layout }) => layout)

function statementOf(row: IncomeRow, leaves: readonly Leaf[], adjustment: Column): SettlementStatement {
  const isOrder = settlesAnOrder(row)
  const lines = leaves.map(({ column, amount }): SettlementLine => {
    const name = nameOf(column)
    // what is set right is called by its kind; what is known of the column holds for kinds nobody described
    return isOrder || column !== adjustment ? { name, amount } : { name: row.type, amount, of: name }
  })
  return {
    kind: isOrder ? 'order' : 'adjustment',
    orderNumber: isOrder ? row.id : row.relatedOrder,
    reference: isOrder ? '' : row.id,
    releasedOn: row.releasedOn,
    released: row.released,
    lines,
    description: isOrder ? '' : row.type,
  }
}

function totalsOf(releases: readonly Release[]): SettlementFile['totals'] {
  const sum = (kind: SettlementStatement['kind']) =>
    releases.reduce((all, { settlement }) => all + (settlement.kind === kind ? settlement.released : 0), 0)
  const orders = releases.filter(({ settlement }) => settlement.kind === 'order')
  const byName = new Map<string, { name: string; amount: Rupiah }>()
  for (const some of Map.groupBy(orders, ({ layout }) => layout).values()) {
    const byColumn = Map.groupBy(
      some.flatMap(({ leaves }) => leaves),
      ({ column }) => column,
    )
    const seen = new Map<string, number>()
    for (const [column, leaves] of [...byColumn].sort(([a], [b]) => a.index - b.index)) {
      const name = numbered(nameOf(column), seen)
      const amount = leaves.reduce((all, leaf) => all + leaf.amount, byName.get(name)?.amount ?? 0)
      byName.set(name, { name, amount })
    }
  }
  const days = releases.map(({ settlement }) => settlement.releasedOn).sort()
  return {
    rows: releases.length,
    orders: orders.length,
    adjustments: releases.length - orders.length,
    released: sum('order'),
    adjusted: sum('adjustment'),
    byName: [...byName.values()],
    parts: [],
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  }
}

/** Columns of one name in one sheet stay apart. */
function numbered(name: string, seen: Map<string, number>): string {
  const nth = (seen.get(name) ?? 0) + 1
  seen.set(name, nth)
  return nth === 1 ? name : `${name} #${nth}`
}

/** What the rows come to by column, and adjustments by their kind as the report lists them. */
function computedTotals(rows: readonly IncomeRow[]): { name: string; amount: Rupiah }[] {
  const sums = new Map<string, { name: string; amount: Rupiah }>()
  let adjusted = 0
  for (const [layout, some] of byLayout(rows)) {
    const seen = new Map<string, number>()
    const sumOf = ({ index }: Column) => some.reduce((all, { amounts }) => all + (amounts[index] ?? 0), 0)
    adjusted += sumOf(layout.named.adjustment!)
    for (const column of moneyOf(layout)) {
      const key = numbered(headingKey(column.name), seen)
      sums.set(key, { name: column.name, amount: sumOf(column) + (sums.get(key)?.amount ?? 0) })
    }
  }
  const byKind = Map.groupBy(
    rows.filter((row) => !settlesAnOrder(row)),
    ({ type }) => type,
  )
  return [
    ...sums.values(),
    ...['Total adjustments', 'Penyesuaian'].map((name) => ({ name, amount: adjusted })),
    ...[...byKind].map(([name, some]) => ({ name, amount: some.reduce((all, { released }) => all + released, 0) })),
  ]
}

/** Names of amounts that no shipped rule knows, as far as any money stands under them. */
const unknownColumns = (releases: readonly Release[]): string[] => [
  ...new Set(
    releases
      .flatMap(({ leaves }) => leaves.map(({ column }) => nameOf(column)))
      .filter((name) => shippedMeaning('tiktok', normalName(name)) === null),
  ),
]
