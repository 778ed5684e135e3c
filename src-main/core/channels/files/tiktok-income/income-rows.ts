import type { BusinessDay } from '../../../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import { formatNumber } from '../../../../../src-shared/kernel/rupiah.ts'
import { createNumberStyle, doubtfulCells, type NumberStyle } from '../../../spreadsheet/money/number-style.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { type EitherDay, isEither, type ReportDays } from '../reading/days.ts'
import type { ProblemList } from '../reading/problem-list.ts'
import { type Column, orderNumberOf, problemAt, type RowCells, rowCells, textOf } from '../reading/report-cells.ts'
import { isRounded } from '../reading/rounded.ts'
import { isShifted } from '../reading/shifted.ts'
import { type IncomeLayout, incomeLayout } from './income-layout.ts'
import type { Amounts } from './parts-of-sums.ts'

/** One release, read from its row. */
export interface IncomeRow {
  row: number
  id: string
  type: string
  relatedOrder: string
  releasedOn: BusinessDay
  released: Rupiah
  amounts: Amounts
  /** Of the headings above it; where two downloads were pasted together they differ. */
  layout: IncomeLayout
}

const isOrder = (type: string) => /^(order|pesanan)$/i.test(type)
/** Whether a row settles an order; every other kind sets something right. */
export const settlesAnOrder = ({ type }: IncomeRow): boolean => isOrder(type)

/** Reads the rows of the income sheet one by one; those that cannot be read are named in the problems and stay out. */
export function createIncomeRows(
  first: IncomeLayout,
  { days, isCsv, problems }: { days: ReportDays; isCsv: boolean; problems: ProblemList },
) {
  let layout = first
  const rows: IncomeRow[] = []
  const known = new Set<string>()
  const styles = new Map<Column, NumberStyle>()
  /** Rows whose day may be meant either way; all cells of the file tell which. */
  const eithers = new Map<number, EitherDay>()
  const keptOut = { rows: 0, released: 0 }

  const keepOut = (found: RowCells['problems'], released: Rupiah | null) => {
    problems.add(...found)
    keptOut.rows++
    keptOut.released += released ?? 0
  }

  const amountAt = (cells: RowCells, column: Column, row: SheetRow): Rupiah | null => {
    const reading = cells.amount(column)
    const style = styles.get(column) ?? createNumberStyle()
    styles.set(column, style)
    style.add(reading, row.number)
    if (reading.amount !== null) return reading.amount
    // `/` is what TikTok Shop writes where there is nothing to tell
    if (reading.style === 'nothing' || textOf(row, column) === '/') return 0
    cells.report('NOT_AN_AMOUNT', column)
    return null
  }

  return {
    add(row: SheetRow) {
      const again = headingAgain(row, layout)
      if (again) {
        layout = again
        return
      }
      const { id: idColumn, type: typeColumn, relatedOrder, currency, released: total } = layout.named
      const id = orderNumberOf(row, idColumn)
      const type = textOf(row, typeColumn)
      if (isNoRelease(row, layout, id, type)) return
      const cells = rowCells(row, isOrder(type) ? id : orderNumberOf(row, relatedOrder), '', days)
      if (isCsv && isShifted(row, layout.width - 1)) cells.report('ROW_SHIFTED', idColumn!)
      const amounts: Rupiah[] = []
      for (const column of moneyOf(layout)) amounts[column.index] = amountAt(cells, column, row) ?? 0
      const releasedText = textOf(row, total)
      if (releasedText === '') cells.report('NOT_AN_AMOUNT', total!)
      if (id === '' || !/\d/.test(id)) cells.report('ORDER_NUMBER_MISSING', idColumn!)
      else if (isRounded(contentOf(row.cells[idColumn!.index]), id)) cells.report('DIGITS_LOST', idColumn!)
      if (type === '') cells.report('STATUS_MISSING', typeColumn!)
      const money = textOf(row, currency)
      if (money !== '' && !/^(idr|rp)$/i.test(money)) cells.report('NOT_AN_AMOUNT', currency!)
      const { createdOn } = layout.named
      if (createdOn) days.read(contentOf(row.cells[createdOn.index]))
      const told = cells.dayOrEither(layout.named.releasedOn)
      const releasedOn = isEither(told) ? told.dayFirst : told
      if (releasedOn === null && !cells.problems.some(({ code }) => code === 'NOT_A_DATE' || code === 'FORMULA_CELL'))
        cells.report('NOT_RELEASED', layout.named.releasedOn!, '')
      const released = amounts[total!.index] ?? 0
      if (cells.isBlocked() || releasedOn === null) return keepOut(cells.problems, released)
      const read = { id, type, relatedOrder: orderIn(orderNumberOf(row, relatedOrder)), releasedOn, released, amounts }
      // in two layouts one release has its amounts in other places
      const filled = amounts.filter((amount) => amount !== 0).toSorted((a, b) => a - b)
      const key = JSON.stringify({ ...read, amounts: filled })
      if (known.has(key)) {
        cells.report('ROW_TWICE', idColumn!, id, false)
        problems.add(...cells.problems)
        return
      }
      known.add(key)
      if (isEither(told)) eithers.set(row.number, told)
      rows.push({ row: row.number, ...read, layout })
    },

    finish() {
      const out = new Set<number>()
      const byRow = new Map(rows.map((each) => [each.row, each]))
      const columns = [...styles.keys()]
      const money = { isCsv, prices: columns, summed: columns, unmarked: [] }
      for (const { field, row, amount, why } of doubtfulCells(styles, money)) {
        const read = byRow.get(row)
        if (!read || out.has(row)) continue
        out.add(row)
        const at = { orderNumber: read.id, place: '', value: formatNumber(amount), blocks: true }
        keepOut([problemAt(row, field, why === 'comma' ? 'NOT_AN_AMOUNT' : 'THOUSANDS_LOST', at)], read.released)
      }
      for (const [row, either] of eithers) {
        const read = byRow.get(row)!
        const day = days.settled(either)
        if (day !== null) read.releasedOn = day
        else if (!out.has(row)) {
          out.add(row)
          const at = { orderNumber: read.id, place: '', value: either.written, blocks: true }
          keepOut([problemAt(row, read.layout.named.releasedOn!, 'DAY_OR_MONTH', at)], read.released)
        }
      }
      return { rows: rows.filter(({ row }) => !out.has(row)), keptOut }
    },
  }
}

/** Every column of a layout in which money stands. */
export const moneyOf = ({ named, sides }: IncomeLayout): Column[] => [
  ...[named.released, named.adjustment].filter((column) => column !== null),
  ...sides.flatMap(({ total, columns }) => [total, ...columns]),
]

const orderIn = (text: string) => (/^\d{6,}$/.test(text) ? text : '')

/** Notes and sums below the releases: no number of an order and no kind. */
const isNoRelease = (row: SheetRow, { named }: IncomeLayout, id: string, type: string): boolean =>
  type === '' &&
  !/\d{6}/.test(id) &&
  (textOf(row, named.releasedOn) === '' || /^(grand ?|sub ?)?(total|jumlah)\b/i.test(id))

/** Where two downloads were pasted together the headings stand in the middle too. */
function headingAgain(row: SheetRow, { named }: IncomeLayout): IncomeLayout | null {
  const text = textOf(row, named.id)
  if (text === '' || /\d/.test(text)) return null
  const layout = incomeLayout(row)
  return layout && layout.missing.length === 0 ? layout : null
}
