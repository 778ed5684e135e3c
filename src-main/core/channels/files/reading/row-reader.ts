import type { RowProblem, RowProblemCode } from '../../../../../src-shared/channels/channel-file.ts'
import type { Instant, Zone } from '../../../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import { dateText } from '../../../spreadsheet/date-cells.ts'
import { type AmountReading, readAmount, readSignedAmount } from '../../../spreadsheet/money/amounts.ts'
import {
  createNumberStyle,
  type DoubtfulCell,
  doubtfulCells,
  type NumberStyle,
} from '../../../spreadsheet/money/number-style.ts'
import { type Cell, contentOf, isFormula, type PlainCell, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { type ColumnTable, fieldsOf } from './column-table.ts'
import { readCount } from './counts.ts'
import { type Bounds, createDateProof, createDateStyle, type DateStyle, holdCourse } from './date-style.ts'
import { createTextKeeper, type TextLength } from './kept-text.ts'
import { readMoment, serialDayText } from './moments.ts'
import { saysNothing } from './nothing.ts'
import { plainOrderNumber } from './order-number.ts'
import type { Layout } from './recognise.ts'
import { isRounded } from './rounded.ts'
import { rowProblem } from './row-problem.ts'

/**
 * Reads the cells of one row after the other by what they mean. What cannot be read becomes a problem of the row and
 * a null, never a guess. Columns that the file does not have read as blank.
 */
export interface RowReader<Field extends string> {
  /** Goes to a row, under the headings that stand above it; problems from here on are its own. */
  start(row: SheetRow, layout: Layout<Field>): void
  row(): number
  problems(): RowProblem[]
  /** `isNeeded` false where this row's effects do without the value. */
  report(code: RowProblemCode, field: Field, value?: string, isNeeded?: boolean): void

  /** What stands there, as it stands there. */
  written(field: Field): string
  /** Nothing, spaces or a dash. */
  isBlank(field: Field): boolean
  /** A number that is text: an order number or a waybill. */
  identifier(field: Field): string
  /** A text that stands in a few orders only; notes and addresses may be longer than names. */
  text(field: Field, length?: TextLength): string
  /** A text that stands in many orders. */
  sharedText(field: Field): string
  amount(field: Field): Rupiah | null
  /** An amount that may lie below zero; `isNeeded` as of `report`. */
  signedAmount(field: Field, isNeeded?: boolean): Rupiah | null
  count(field: Field): number | null
  /** `timeField` where the time of day stands in a column of its own. */
  moment(field: Field, timeField?: Field): Instant | null
  /** Holds a moment against the days that the row tells elsewhere, so that the file shows how it writes dates. */
  holdDay(field: Field, bounds: Bounds): void
  /** Holds the moments of an order against the one it was placed at, likewise. */
  holdCourse(placed: Field, later: readonly Field[]): void
  /** Grams, from `333 gr`; null when it says something else. */
  grams(field: Field): number | null

  /** Money cells that only the whole column shows to be doubtful; to be asked after the last row. */
  doubtfulCells(isCsv: boolean): (DoubtfulCell & { field: Field })[]
  /** Small amounts without any mark in columns that write dots; likewise. */
  smallBesideDots(): (DoubtfulCell & { field: Field })[]
  /** Moments that only the whole column shows to be written in another order; likewise. */
  doubtfulMoments(): { row: number; field: Field; value: string }[]
}

/** More about one row helps nobody. */
const MOST_PROBLEMS = 10
export function createRowReader<Field extends string>(table: ColumnTable<Field>, zone: Zone): RowReader<Field> {
  const keeper = createTextKeeper()
  const styles = new Map<Field, NumberStyle>()
  const dateStyles = new Map<Field, DateStyle>()
  const proof = createDateProof()
  let row: SheetRow = { number: 1, cells: [] }
  let problems: RowProblem[] = []
  let orderNumber = ''
  let layout: Layout<Field>
  let indexByField: Record<Field, number>

  const cellOf = (field: Field): Cell => {
    const index = indexByField[field]
    return index < 0 ? null : (row.cells[index] ?? null)
  }
  const contents = (field: Field): PlainCell => {
    const content = contentOf(cellOf(field))
    return typeof content === 'string' && saysNothing(content) ? null : content
  }
  const written = (field: Field) => String(contents(field) ?? '')

  const report: RowReader<Field>['report'] = (code, field, value = written(field), isNeeded) => {
    const found = rowProblem(layout, code, field, { row: row.number, value, orderNumber, isNeeded })
    if (problems.length < MOST_PROBLEMS) problems.push(found)
    // one that blocks is never left out for a remark
    else if (found.blocks && problems.every(({ blocks }) => !blocks)) problems[MOST_PROBLEMS - 1] = found
  }

  /** What counts must have been written down, not computed: what a formula last showed may be stale. */
  const isTyped = (field: Field, isNeeded?: boolean): boolean => {
    if (!isFormula(cellOf(field))) return true
    report('FORMULA_CELL', field, undefined, isNeeded)
    return false
  }

  const styleOf = (field: Field): NumberStyle => {
    const style = styles.get(field) ?? createNumberStyle()
    styles.set(field, style)
    return style
  }

  const dateStyleOf = (field: Field): DateStyle => {
    const style = dateStyles.get(field) ?? createDateStyle(zone, proof, table.dates === 'day first if proven')
    dateStyles.set(field, style)
    return style
  }

  const momentOf = (field: Field, cell: PlainCell): Instant | null | undefined => {
    if (table.written) return table.written.moment(field, cell, zone)
    return table.dates ? dateStyleOf(field).read(cell, row.number) : readMoment(cell, zone)
  }

  const amountBy = (
    read: (cell: PlainCell) => AmountReading,
    field: Field,
    isNeeded?: boolean | undefined,
  ): Rupiah | null => {
    if (!isTyped(field, isNeeded)) return null
    const reading = table.written?.amount(field, contents(field)) ?? read(contents(field))
    styleOf(field).add(reading, row.number)
    if (reading.amount === null && reading.style !== 'nothing') report('NOT_AN_AMOUNT', field, undefined, isNeeded)
    return reading.amount
  }

  return {
    start(next, above) {
      row = next
      if (above !== layout) {
        layout = above
        indexByField = indexesOf(above)
      }
      problems = []
      orderNumber = ''
      if (row.isCut) report('ROW_CUT', table.identity, '', true)
    },
    row: () => row.number,
    problems: () => problems,
    report,

    written: (field) => written(field).trim(),
    isBlank: (field) => written(field).trim() === '',
    identifier(field) {
      // An apostrophe in front keeps a cell text in Excel and belongs to no number.
      const text = plainOrderNumber(keeper.own(written(field)).replace(/^'/, '').trim())
      if (field === table.identity) orderNumber = text.slice(0, 40)
      if (!isTyped(field) || !isRounded(contents(field), text)) return text
      report('DIGITS_LOST', field)
      return field === table.identity ? text : ''
    },
    text: (field, length) => keeper.own(written(field), length),
    sharedText(field) {
      isTyped(field)
      return keeper.shared(written(field))
    },
    amount: (field) => amountBy(readAmount, field),
    signedAmount: (field, isNeeded) => amountBy(readSignedAmount, field, isNeeded),
    count(field) {
      if (!isTyped(field)) return null
      const count = readCount(contents(field))
      if (count === undefined) report('NOT_A_QUANTITY', field)
      return count ?? null
    },
    moment(field, timeField) {
      if (!isTyped(field)) return null
      const cell = timeField === undefined ? contents(field) : together(contents(field), contents(timeField))
      const moment = momentOf(field, cell)
      if (moment === undefined) report('NOT_A_DATE', field)
      return moment ?? null
    },
    holdDay(field, bounds) {
      if (table.dates) dateStyleOf(field).hold(contents(field), bounds)
    },
    holdCourse: (placed, later) => holdCourse(proof, contents(placed), later.map(contents), zone),
    grams(field) {
      const [, digits] = /^(\d{1,9}) ?(?:gr?|gram)?$/i.exec(written(field).trim()) ?? []
      return digits === undefined ? null : Number(digits)
    },

    doubtfulMoments: () =>
      [...dateStyles].flatMap(([field, style]) => style.doubtful().map((cell) => ({ ...cell, field }))),
    smallBesideDots: () =>
      [...styles].flatMap(([field, style]) => style.besideDots().map((cell) => ({ ...cell, field }))),
    doubtfulCells: (isCsv) => doubtfulCells(styles, { isCsv, ...table.money }),
  }
}

const indexesOf = <Field extends string>({ table, columns }: Layout<Field>) =>
  Object.fromEntries(fieldsOf(table).map((field) => [field, columns.get(field)?.index ?? -1])) as Record<Field, number>

/** A date and its time of day, from two cells; a day without a time begins at midnight. */
const together = (day: PlainCell, time: PlainCell): PlainCell => {
  const date = String((typeof day === 'number' && serialDayText(day)) || (day ?? ''))
    .trim()
    .replace(/ 00:00:00$/, '')
  // a program that read the time as one shows it on the first day it knows
  const clock = String((typeof time === 'number' && time < 1 && dateText(time, false)) || (time ?? ''))
    .trim()
    .replace(/^(1899-12-3[01]|1900-01-0\d) /, '')
  return date === '' ? null : `${date} ${clock}`.trim()
}
