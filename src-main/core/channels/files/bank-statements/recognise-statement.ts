import { columnLetter } from '../../../spreadsheet/column-letter.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import type { BookHead, SheetHead } from '../book.ts'
import { headingKey, headingTexts } from '../reading/heading-names.ts'
import { directionOf } from './bank-money.ts'
import { STATEMENT_FIELDS, STATEMENT_LAYOUTS, type StatementField, type StatementLayout } from './layouts.ts'

export interface StatementColumn {
  index: number
  letter: string
  heading: string
}

/** A statement found in a file: its sheet, its heading row and what stands in which column. */
export interface FoundStatement {
  layout: StatementLayout
  sheet: SheetHead
  headingRow: number
  columns: ReadonlyMap<StatementField, StatementColumn>
  /** How many cells a row has when nothing is split or missing. */
  width: number
  /** Headings with something in them. */
  headings: number
  missing: string[]
  unknown: string[]
  /** Columns without a heading that are none of ours. */
  blank: number[]
  lastColumn: number
}

/** The statements of banks we know in this file, one a sheet. */
export const recogniseStatements = ({ sheets }: BookHead): FoundStatement[] =>
  sheets.flatMap((sheet) => onSheet(sheet) ?? [])

function onSheet(sheet: SheetHead): FoundStatement | null {
  for (const row of sheet.firstRows)
    for (const layout of STATEMENT_LAYOUTS) {
      const found = inRow(layout, sheet, row)
      if (found) return found
    }
  return null
}

function inRow(layout: StatementLayout, sheet: SheetHead, row: SheetRow): FoundStatement | null {
  const headings = headingTexts(row)
  const below = sheet.firstRows.filter(({ number }) => number > row.number)
  const columns = columnsOf(layout, headings, below)
  if (!layout.signature.every((field) => columns.has(field))) return null
  const used = new Set([...columns.values()].map(({ index }) => index))
  const unused = new Set(layout.unused.map(headingKey))
  return {
    layout,
    sheet,
    headingRow: row.number,
    columns,
    width: row.cells.length,
    headings: headings.filter((heading) => heading !== '').length,
    missing: missingIn(layout, columns),
    unknown: headings
      .filter((heading, index) => heading !== '' && !used.has(index) && !unused.has(headingKey(heading)))
      .map((heading) => heading.slice(0, 80).toWellFormed()),
    blank: headings.flatMap((heading, index) => (heading === '' && !used.has(index) ? index : [])),
    lastColumn: headings.length - 1,
  }
}

function columnsOf(
  layout: StatementLayout,
  headings: readonly string[],
  below: readonly SheetRow[],
): Map<StatementField, StatementColumn> {
  const columns = new Map<StatementField, StatementColumn>()
  const taken = new Set<number>()
  const normal = headings.map(headingKey)
  for (const field of STATEMENT_FIELDS)
    for (const name of layout.headings[field] ?? []) {
      // a heading that stands twice is two columns: the second is for the field that asks next
      const index = normal.findIndex((heading, at) => heading === headingKey(name) && !taken.has(at))
      if (index < 0 || columns.has(field)) continue
      taken.add(index)
      columns.set(field, { index, letter: columnLetter(index), heading: headings[index]! })
    }
  const amount = columns.get('amount')
  if (layout.hasNamelessMark && amount && !columns.has('mark')) {
    const index = namelessMark(headings, amount.index, below)
    if (index !== null) columns.set('mark', { index, letter: columnLetter(index), heading: '' })
  }
  return columns
}

/** Of the columns without a heading behind the amount the first in which DB or CR stands, or the very first. */
function namelessMark(headings: readonly string[], amount: number, below: readonly SheetRow[]): number | null {
  const next = headings.findIndex((heading, at) => at > amount && heading !== '')
  const places = headings.flatMap((_, at) => (at > amount && (at < next || next < 0) ? at : []))
  const isMark = (at: number) => below.some(({ cells }) => directionOf(contentOf(cells[at])) !== null)
  return places.find(isMark) ?? places[0] ?? null
}

/** An amount needs its direction: two columns, a mark beside it, or a sign or mark within. */
function missingIn(layout: StatementLayout, columns: ReadonlyMap<StatementField, StatementColumn>): string[] {
  const lacking = (fields: readonly StatementField[]) =>
    fields.filter((field) => !columns.has(field)).map((field) => layout.headings[field]![0]!)
  if (layout.required.length > 0 || columns.has('amount')) return lacking(layout.required)
  return lacking(['debit', 'credit'])
}
