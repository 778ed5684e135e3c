import { setImmediate as nextTurn } from 'node:timers/promises'
import type {
  ControlTotal,
  SettlementFile,
  SettlementStatement,
  SettlementTotals,
} from '../../../../../src-shared/settlements/settlement-file.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import type { BookHead, BookToRead, SheetHead } from '../book.ts'
import { createReportDays, type Period, type ReportDays } from '../reading/days.ts'
import { statedPeriod } from '../reading/stated-period.ts'
import { type AdjustmentLayout, adjustmentLayout, adjustmentLayoutOnTwoRows, readAdjustment } from './adjustments.ts'
import { type CollectedIncome, collectIncome } from './collect-income.ts'
import { type DetailSheet, detailSheet, knownColumns, noDetails } from './details.ts'
import { type IncomeLayout, incomeLayout, unnamedTotal, withoutWords } from './income-layout.ts'
import { createSummary } from './summary.ts'

/** Sheets of Shopee's Laporan Penghasilan, found by their headings and never by their names or places. */
export interface FoundIncome {
  income: { sheet: SheetHead; layout: IncomeLayout; headingRow: number }[]
  others: SheetHead[]
  missing: string[]
}

/** The income report when a sheet of this file is one, or lists adjustments as its only sheet; else null. */
export function recogniseShopeeIncome({ sheets }: BookHead): FoundIncome | null {
  const income: FoundIncome['income'] = []
  const others: SheetHead[] = []
  for (const sheet of sheets) {
    const found = headingOf(sheet)
    if (found) income.push({ sheet, ...found })
    else others.push(sheet)
  }
  const sound = income.filter(({ layout }) => layout.missing.length === 0)
  if (sound.length > 0) {
    const rest = income.filter(({ layout }) => layout.missing.length > 0).map(({ sheet }) => sheet)
    return { income: sound, others: [...others, ...rest], missing: [] }
  }
  const [first] = income
  if (first) return { income, others, missing: first.layout.missing }
  const [only, second] = sheets
  const isList = only && !second && only.firstRows.some((row) => adjustmentLayout(row))
  return isList ? { income: [], others: [only], missing: [] } : null
}

function headingOf({ firstRows }: SheetHead): { layout: IncomeLayout; headingRow: number } | null {
  for (const [at, row] of firstRows.entries()) {
    const above = firstRows.slice(0, at)
    const layout = incomeLayout(row, above)
    if (!layout) continue
    const below = firstRows.slice(at + 1)
    const totalAt = unnamedTotal(layout, below)
    const named = (totalAt !== null && incomeLayout(row, above, totalAt)) || layout
    return { layout: withoutWords(named, below), headingRow: row.number }
  }
  return null
}

/**
 * Reads an income report: a release for each order and each adjustment, whose lines sum to what it releases. A row that cannot be
 * read stays out whole and is named in the problems.
 */
export async function readShopeeIncome(found: FoundIncome, book: BookToRead): Promise<SettlementFile> {
  const { problems } = book
  const days = createReportDays(periodOf([...found.others, ...found.income.map(({ sheet }) => sheet)]))
  const counter = { done: 0 }
  const beside = await readBeside(found, book, counter)
  const collector = collectIncome({ details: beside.details, days, isCsv: book.isCsv, problems })
  for (const { sheet, layout, headingRow } of found.income) {
    const into = collector.sheet(layout, found.income.length > 1 ? sheet.name : '')
    await walk(sheet, book, counter, (row) => {
      if (row.number > headingRow) into.add(row)
    })
  }
  // what the days of adjustments show counts for the orders as well
  for (const { row, layout } of beside.adjustmentRows) learnDays(row, layout, days)
  const collected = collector.finish()
  const adjusted = readAdjustments(beside.adjustmentRows, days, problems)
  book.onProgress?.(counter.done, counter.done)
  const settlements = [...collected.settlements, ...adjusted.adjustments]
  const totals = totalsOf(collected, adjusted.adjustments)
  return {
    kind: 'shopee income',
    columns: found.income[0]?.layout.width ?? 0,
    sheets: [...found.income.map(({ sheet }) => sheet.name), ...beside.sheets],
    settlements,
    totals,
    controls: [
      ...beside.summary.controls({ ...collected, released: totals.released }),
      ...adjustmentControls([...beside.adjustmentTotals, ...adjusted.totals], adjusted.adjustments),
    ],
    problems: problems.first(),
    problemCount: problems.count(),
    remarkCount: problems.remarkCount(),
    keptOut: {
      rows: collected.keptOut.rows + adjusted.keptOut.rows,
      released: collected.keptOut.released + adjusted.keptOut.released,
    },
    unknownColumns: collected.unknownColumns,
  }
}

interface Counter {
  done: number
}

async function walk(sheet: SheetHead, book: BookToRead, counter: Counter, add: (row: SheetRow) => void): Promise<void> {
  for await (const batch of book.rowsOf(sheet)) {
    book.signal?.throwIfAborted()
    for (const row of batch) add(row)
    counter.done += batch.length
    book.onProgress?.(counter.done, null)
    await nextTurn()
  }
}

/** Everything that stands beside the income sheets: adjustments, details, the summary. */
async function readBeside(found: FoundIncome, book: BookToRead, counter: Counter) {
  const known = knownColumns(found.income.map(({ layout }) => layout))
  const details = noDetails()
  const summary = createSummary()
  const adjustmentRows: AdjustmentRow[] = []
  const adjustmentTotals: StatedTotal[] = []
  const sheets: string[] = []
  for (const sheet of found.others) {
    let layout: AdjustmentLayout | null = null
    let detail: DetailSheet | null = null
    let above: SheetRow | undefined
    /** The row that `detail` was found by: with the one below it, it may be the headings of adjustments. */
    let upper: SheetRow | undefined
    let isSummary = false
    const titles: typeof adjustmentTotals = []
    await walk(sheet, book, counter, (row) => {
      if (layout) {
        adjustmentRows.push({ row, layout })
        return
      }
      layout = adjustmentLayout(row) ?? adjustmentLayoutOnTwoRows(upper, row)
      upper = detail ? undefined : row
      if (detail && !layout) {
        detail.add(row)
        return
      }
      if (!layout) detail = detailSheet(sheet.name, row, above, known, details)
      if (layout) adjustmentTotals.push(...titles)
      if (layout || detail) {
        if (!sheets.includes(sheet.name)) sheets.push(sheet.name)
        return
      }
      above = row
      addTotal(titles, row)
      isSummary ||= isSummaryTitle(row)
      if (isSummary) summary.add(row)
    })
    if (isSummary) sheets.unshift(sheet.name)
  }
  return { details, summary, adjustmentRows, adjustmentTotals, sheets }
}

interface AdjustmentRow {
  row: SheetRow
  layout: AdjustmentLayout
}

interface StatedTotal {
  name: string
  stated: number
}

function learnDays({ cells }: SheetRow, { createdOn, releasedOn }: AdjustmentLayout, days: ReportDays): void {
  for (const column of [createdOn, releasedOn]) if (column) days.read(contentOf(cells[column.index]))
}

/** The adjustments of a report, its days being known by all of its cells. */
function readAdjustments(rows: readonly AdjustmentRow[], days: ReportDays, problems: BookToRead['problems']) {
  const adjustments: SettlementStatement[] = []
  const totals: StatedTotal[] = []
  const keptOut = { rows: 0, released: 0 }
  for (const { row, layout } of rows) {
    const read = readAdjustment(row, layout, days)
    if (read === null) {
      addTotal(totals, row)
      continue
    }
    problems.add(...read.problems)
    if (read.settlement) adjustments.push(read.settlement)
    else {
      keptOut.rows++
      keptOut.released += read.amount ?? 0
    }
  }
  return { adjustments, totals, keptOut }
}

const textsOf = (row: SheetRow): string[] =>
  row.cells.map((cell) =>
    String(contentOf(cell) ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
  )

const isSummaryTitle = (row: SheetRow): boolean =>
  textsOf(row).some((text) =>
    /^(laporan penghasilan|income (report|statement|summary)|ringkasan penghasilan)\b/i.test(text),
  )

/** `Total Penyesuaian` and the kinds of them stand above the list, `Total Biaya` below. */
function addTotal(totals: StatedTotal[], row: SheetRow): void {
  const texts = textsOf(row)
  const name = texts.find((text) => text !== '' && !/^-?[\d.,]+$/.test(text)) ?? ''
  const amount = row.cells.map(contentOf).find((content) => typeof content === 'number')
  if (
    name === '' ||
    name.length > 200 ||
    totals.length > 200 ||
    typeof amount !== 'number' ||
    !Number.isSafeInteger(amount)
  )
    return
  totals.push({ name, stated: amount })
}

function adjustmentControls(
  totals: readonly StatedTotal[],
  adjustments: readonly SettlementStatement[],
): ControlTotal[] {
  const all = adjustments.reduce((sum, { released }) => sum + released, 0)
  return totals.map(({ name, stated }) => {
    const ofKind = adjustments.filter(({ lines, description }) => (lines[0]?.name ?? description) === name)
    const isWhole = /^(total|jumlah)\b/i.test(name)
    return { name, stated, computed: isWhole ? all : ofKind.reduce((sum, { released }) => sum + released, 0) }
  })
}

/** The days a report says it is about, on whichever of its sheets. */
function periodOf(sheets: readonly SheetHead[]): Period {
  const told = sheets.map(({ firstRows }) => statedPeriod(firstRows))
  return told.find(({ from }) => from !== null) ?? { from: null, to: null }
}

function totalsOf(
  { columns, parts, rows, settlements }: CollectedIncome,
  adjustments: readonly SettlementStatement[],
): SettlementTotals {
  const sum = (all: readonly SettlementStatement[]) => all.reduce((total, { released }) => total + released, 0)
  const days = [...settlements, ...adjustments].map(({ releasedOn }) => releasedOn)
  const [first, last] = days.reduce<[string | null, string | null]>(
    ([from, to], day) => [from === null || day < from ? day : from, to === null || day > to ? day : to],
    [null, null],
  )
  return {
    rows: rows + adjustments.length,
    orders: new Set(settlements.map(({ orderNumber }) => orderNumber)).size,
    adjustments: adjustments.length,
    released: sum(settlements),
    adjusted: sum(adjustments),
    byName: columns,
    parts,
    from: first,
    to: last,
  }
}
