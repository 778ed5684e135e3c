import type { RowProblem, RowProblemCode } from '../../../../../src-shared/channels/channel-file.ts'
import type { BusinessDay } from '../../../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import { columnLetter } from '../../../spreadsheet/column-letter.ts'
import { type AmountReading, readSignedAmount } from '../../../spreadsheet/money/amounts.ts'
import { contentOf, isFormula, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { type EitherDay, isEither, type ReportDays } from './days.ts'
import { createTextKeeper } from './kept-text.ts'
import { saysNothing } from './nothing.ts'
import { plainOrderNumber } from './order-number.ts'

/** A column of a report whose headings are the report's own. */
export interface Column {
  index: number
  /** As the file writes it, without doubled spaces. */
  name: string
}

const keeper = createTextKeeper()

/** What stands in a cell as text; a dash is nothing. */
export function textOf(row: SheetRow, column: Column | null): string {
  if (!column) return ''
  const text = keeper
    .own(String(contentOf(row.cells[column.index]) ?? ''))
    .replace(/^'/, '')
    .trim()
  return saysNothing(text) ? '' : text
}

/** The number of an order as its channel writes it. */
export const orderNumberOf = (row: SheetRow, column: Column | null): string => plainOrderNumber(textOf(row, column))

/** Reads a row of one sheet and gathers what is wrong with it. */
export interface RowCells {
  problems: RowProblem[]
  amount(column: Column): AmountReading & { amount: Rupiah | null }
  /** The day of a column by what all cells read before have shown; of a report that is still being read `dayOrEither`. */
  day(column: Column | null): BusinessDay | null
  dayOrEither(column: Column | null): BusinessDay | EitherDay | null
  report(code: RowProblemCode, column: Column, value?: string, blocks?: boolean): void
  isBlocked(): boolean
}

/** More about one row helps nobody. */
const MOST_OF_A_ROW = 10

export function rowCells(row: SheetRow, orderNumber: string, place: string, days: ReportDays): RowCells {
  const problems: RowProblem[] = []
  const report: RowCells['report'] = (code, column, value, blocks = true) => {
    const found = problemAt(row.number, column, code, {
      orderNumber,
      place,
      value: value ?? String(contentOf(row.cells[column.index]) ?? ''),
      blocks,
    })
    if (problems.length < MOST_OF_A_ROW) problems.push(found)
    else if (blocks && problems.every((known) => !known.blocks)) problems[MOST_OF_A_ROW - 1] = found
  }
  if (row.isCut) report('ROW_CUT', { index: 0, name: '' }, '')
  const dayOrEither: RowCells['dayOrEither'] = (column) => {
    if (!column) return null
    const cell = row.cells[column.index]
    if (cell !== undefined && isFormula(cell)) {
      report('FORMULA_CELL', column)
      return null
    }
    const day = days.read(contentOf(cell))
    if (day === undefined) report('NOT_A_DATE', column)
    return day ?? null
  }
  return {
    problems,
    report,
    amount(column) {
      const cell = row.cells[column.index]
      if (cell !== undefined && isFormula(cell)) {
        report('FORMULA_CELL', column)
        return { amount: null, style: 'nothing', hasCurrency: false, hasCents: false, isNumber: false }
      }
      const content = contentOf(cell)
      return readSignedAmount(typeof content === 'string' && saysNothing(content) ? null : content)
    },
    day(column) {
      const day = dayOrEither(column)
      if (!isEither(day)) return day
      const settled = days.settled(day)
      if (settled === null) report('DAY_OR_MONTH', column!)
      return settled
    },
    dayOrEither,
    isBlocked: () => problems.some(({ blocks }) => blocks),
  }
}

/** A problem as people are told of it, naming the column as the file does, and its sheet where the file has several like it. */
export const problemAt = (
  row: number,
  column: Column,
  code: RowProblemCode,
  { orderNumber, place, value, blocks }: { orderNumber: string; place: string; value: string; blocks: boolean },
): RowProblem => ({
  code,
  row,
  column: place === '' ? column.name : `${column.name}, ${place}`,
  columnLetter: columnLetter(column.index),
  orderNumber: orderNumber.slice(0, 40),
  value: value.slice(0, 80).toWellFormed(),
  blocks,
})
