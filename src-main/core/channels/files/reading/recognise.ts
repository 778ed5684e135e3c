import type { OtherReport } from '../../../../../src-shared/channels/file-contents.ts'
import { columnLetter } from '../../../spreadsheet/column-letter.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { OTHER_REPORTS } from '../other-reports.ts'
import { type ColumnTable, fieldsOf } from './column-table.ts'
import { headingKey, headingTexts } from './heading-names.ts'

interface Column {
  index: number
  /** As the spreadsheet shows it. */
  letter: string
  /** As the channel spells it: amounts are named by their headings. */
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

const OTHER_HEADINGS: ReadonlyMap<string, OtherReport> = new Map(
  Object.entries(OTHER_REPORTS).flatMap(([report, headings]) =>
    headings.map((heading) => [reportKey(heading), report as OtherReport]),
  ),
)

/** `seller_sku` is a key of a product file, and `Seller SKU` a heading of an order list. */
function reportKey(heading: string): string {
  const key = heading.trim()
  return /^[a-z]+(_[a-z]+)+$/.test(key) ? key : headingKey(key)
}

/** What else a row is the heading row of. */
export const otherReport = (row: SheetRow): OtherReport | undefined =>
  headingTexts(row).reduce<OtherReport | undefined>(
    (known, heading) => known ?? OTHER_HEADINGS.get(reportKey(heading)),
    undefined,
  )

/** The layout when this row is the heading row of a file with these columns, and of no other report; else null. */
export function recognise<Field extends string>(
  row: SheetRow,
  table: ColumnTable<Field>,
  below: readonly SheetRow[] = [],
): Layout<Field> | null {
  const others = headingTexts(row).flatMap((heading) => OTHER_HEADINGS.get(reportKey(heading)) ?? [])
  return others.some((report) => report !== table.report) ? null : layoutOf(row, table, below)
}

/**
 * The layout when enough of these columns stand in this row, whatever else it may be the heading row of. Of two columns of one name
 * the first counts, unless only the second has something in the rows `below`; the other is said with its letter.
 */
export function layoutOf<Field extends string>(
  row: SheetRow,
  table: ColumnTable<Field>,
  below: readonly SheetRow[] = [],
): Layout<Field> | null {
  const { headings: headingsOf, required, expected, unused } = table
  const headings = headingTexts(row)
  const isFilled = (index: number) =>
    below.some(({ cells }) => String(contentOf(cells[index] ?? null) ?? '').trim() !== '')
  const indexByHeading = new Map<string, number>()
  for (const [index, heading] of headings.entries()) {
    const normal = headingKey(heading)
    const known = indexByHeading.get(normal)
    if (normal !== '' && (known === undefined || (!isFilled(known) && isFilled(index))))
      indexByHeading.set(normal, index)
  }
  const columns = findColumns(headings, indexByHeading, table)
  const missing = required.filter((field) => !columns.has(field))
  if (required.length - missing.length < ENOUGH) return null
  const used = new Set([...columns.values()].map(({ index }) => index))
  const usedKeys = new Set([...used].map((index) => headingKey(headings[index]!)))
  const unusedHeadings = new Set(unused.map(headingKey))
  /** Blank as far as was looked: like a column without a heading it is said if something stands further down. */
  const isBlankTwin = (heading: string, index: number) =>
    usedKeys.has(headingKey(heading)) && !used.has(index) && below.length > 0 && !isFilled(index)
  const isUnknown = (heading: string, index: number) =>
    heading !== '' && !used.has(index) && !unusedHeadings.has(headingKey(heading))
  return {
    table,
    columns,
    width: headings.filter((heading) => heading !== '').length,
    lastColumn: headings.length - 1,
    blank: headings.flatMap((heading, index) => (heading === '' || isBlankTwin(heading, index) ? index : [])),
    missing: missing.map((field) => headingsOf[field][0]),
    absent: expected.filter((field) => !columns.has(field)).map((field) => headingsOf[field][0]),
    unknown: headings.flatMap((heading, index) => {
      if (!isUnknown(heading, index) || isBlankTwin(heading, index)) return []
      const name = heading.slice(0, 80).toWellFormed()
      return usedKeys.has(headingKey(heading)) ? `${name} (${columnLetter(index)})` : name
    }),
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
    const known = names.find((heading) => indexByHeading.has(headingKey(heading)))
    const index =
      known === undefined ? headings.findIndex(isBothLanguages(names)) : indexByHeading.get(headingKey(known))!
    if (index < 0) continue
    columns.set(field, { index, letter: columnLetter(index), heading: known ?? headings[index]! })
  }
  return columns
}

/** True for `Jumlah / Quantity` or `No. Pesanan (Order ID)`: every part is a heading of this very column. */
function isBothLanguages(names: readonly string[]): (heading: string) => boolean {
  const known = new Set(names.map(headingKey))
  return (heading) => {
    const parts = heading
      .split(/[\n/()|]+/)
      .map(headingKey)
      .filter(Boolean)
    return parts.length > 1 && parts.every((part) => known.has(part))
  }
}
