import type { OtherReport } from '../../../../../src-shared/channels/file-contents.ts'
import { columnLetter } from '../../../spreadsheet/column-letter.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { OTHER_REPORTS } from '../other-reports.ts'
import { type ColumnTable, fieldsOf } from './column-table.ts'

interface Column {
  index: number
  /** As the spreadsheet shows it. */
  letter: string
  /** As the file writes it. */
  heading: string
}

export interface Layout<Field extends string> {
  table: ColumnTable<Field>
  columns: ReadonlyMap<Field, Column>
  /** How many headings the file has. */
  width: number
  /** Where the last heading stands, from 0. */
  lastColumn: number
  /** Columns to the left of it that have no heading. */
  blank: number[]
  /** Required and not there; nothing may be read unless this is empty. */
  missing: string[]
  absent: string[]
  unknown: string[]
}

/** Enough required headings that this kind of file was meant, even if some were renamed. */
const ENOUGH = 3

/** No heading comes near; a cell may hold 32,767 characters. */
const LONGEST_HEADING = 200

const RIGHT_TO_LEFT_AND_ZERO_WIDTH = /[\u200B-\u200F\u2060\uFEFF]/g

const MOST_KEPT = 5_000
const normalised = new Map<string, string>()

/**
 * Headings are compared without regard to case, spaces, what only dresses them or the currency behind them. Kept, because each of
 * the first rows is laid beside the headings of every kind.
 */
export function normalHeading(heading: string): string {
  const kept = normalised.get(heading)
  if (kept !== undefined) return kept
  if (normalised.size >= MOST_KEPT) normalised.clear()
  const normal = plainHeading(undressed(heading))
    .replace(/^no(?:mor\b|\.|(?= ))\s*/, 'no. ')
    .trim()
  normalised.set(heading, normal)
  return normal
}

/** Without quotes, a colon or the mark of a footnote; and with one kind of dash. */
const undressed = (heading: string): string =>
  heading
    .replace(/\u00ad/g, '')
    .replace(/[\u00b9\u00b2\u00b3\u2070-\u2079]+$/, '')
    .replace(/[\u2010-\u2015]/g, '-')
    .trim()
    .replace(/^["'](.*)["']$/s, '$1')
    .replace(/\s*:$/, '')

/** The form in which headings of taught layouts are remembered, so that it must stay as it is. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(RIGHT_TO_LEFT_AND_ZERO_WIDTH, '')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s*\((?:idr|rp)\)\s*$/i, '')
    .replace(/\s*\*+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

const OTHER_HEADINGS: ReadonlyMap<string, OtherReport> = new Map(
  Object.entries(OTHER_REPORTS).flatMap(([report, headings]) =>
    headings.map((heading) => [normalHeading(heading), report as OtherReport]),
  ),
)

/** What else a row is the heading row of. */
export const otherReport = (row: SheetRow): OtherReport | undefined =>
  headingTexts(row).reduce<OtherReport | undefined>(
    (known, heading) => known ?? OTHER_HEADINGS.get(normalHeading(heading)),
    undefined,
  )

/** The layout when this row is the heading row of a file with these columns, and of no other report; else null. */
export function recognise<Field extends string>(row: SheetRow, table: ColumnTable<Field>): Layout<Field> | null {
  const others = headingTexts(row).flatMap((heading) => OTHER_HEADINGS.get(normalHeading(heading)) ?? [])
  return others.some((report) => report !== table.report) ? null : layoutOf(row, table)
}

/** The layout when enough of these columns stand in this row, whatever else it may be the heading row of. */
export function layoutOf<Field extends string>(row: SheetRow, table: ColumnTable<Field>): Layout<Field> | null {
  const { headings: headingsOf, required, expected, unused } = table
  const headings = headingTexts(row)
  const indexByHeading = new Map<string, number>()
  for (const [index, heading] of headings.entries()) {
    const normal = normalHeading(heading)
    if (normal !== '' && !indexByHeading.has(normal)) indexByHeading.set(normal, index)
  }
  const columns = findColumns(headings, indexByHeading, table)
  const missing = required.filter((field) => !columns.has(field))
  if (required.length - missing.length < ENOUGH) return null
  const used = new Set([...columns.values()].map(({ index }) => index))
  const unusedHeadings = new Set(unused.map(normalHeading))
  const isUnknown = (heading: string, index: number) =>
    heading !== '' && !used.has(index) && !unusedHeadings.has(normalHeading(heading))
  return {
    table,
    columns,
    width: headings.filter((heading) => heading !== '').length,
    lastColumn: headings.length - 1,
    blank: headings.flatMap((heading, index) => (heading === '' ? index : [])),
    missing: missing.map((field) => headingsOf[field][0]),
    absent: expected.filter((field) => !columns.has(field)).map((field) => headingsOf[field][0]),
    unknown: headings.filter(isUnknown).map((heading) => heading.slice(0, 80).toWellFormed()),
  }
}

/** Of several headings for one column, the one we name first counts. */
function findColumns<Field extends string>(
  headings: readonly string[],
  indexByHeading: ReadonlyMap<string, number>,
  table: ColumnTable<Field>,
): Map<Field, Column> {
  const columns = new Map<Field, Column>()
  for (const field of fieldsOf(table)) {
    const names = table.headings[field]
    const known = names.find((heading) => indexByHeading.has(normalHeading(heading)))
    const index =
      known === undefined ? headings.findIndex(isBothLanguages(names)) : indexByHeading.get(normalHeading(known))!
    if (index >= 0) columns.set(field, { index, letter: columnLetter(index), heading: headings[index]! })
  }
  return columns
}

/** True for `Jumlah / Quantity` or `No. Pesanan (Order ID)`: every part is a heading of this very column. */
function isBothLanguages(names: readonly string[]): (heading: string) => boolean {
  const known = new Set(names.map(normalHeading))
  return (heading) => {
    const parts = heading
      .split(/[\n/()|]+/)
      .map(normalHeading)
      .filter(Boolean)
    return parts.length > 1 && parts.every((part) => known.has(part))
  }
}

/** What stands in a row that may be a heading row; blank cells as empty text. */
export const headingTexts = (row: SheetRow): string[] =>
  row.cells.map((cell) =>
    String(contentOf(cell) ?? '')
      .trim()
      .slice(0, LONGEST_HEADING),
  )
