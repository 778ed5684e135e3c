import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import type { ColumnTable } from './column-table.ts'
import { headingKey } from './heading-names.ts'
import { type Layout, recognise } from './recognise.ts'

/** Where two downloads were pasted together the headings stand in the middle too, maybe those of another layout. */
export interface HeadingAgain<Field extends string> {
  /** The row also ends with the last value of the download above: a line break was missing between them. */
  isGlued: boolean
  /** What the rows below are to be read by; null when a required column is missing, so that they cannot be read. */
  layout: Layout<Field> | null
}

/** Headings within this many cells from the left tell a heading row from a row of data. */
const LOOKED_AT = 8

/** Finds heading rows below the first one; cheap for the rows of data, which are nearly all. */
export function createHeadingFinder<Field extends string>(table: ColumnTable<Field>) {
  const known = new Set([...Object.values<readonly string[]>(table.headings).flat(), ...table.unused].map(headingKey))
  const isHeading = (cell: unknown) =>
    typeof cell === 'string' && cell.length < 80 && /^\P{N}+$/u.test(cell) && known.has(headingKey(cell))

  return (row: SheetRow, above: Layout<Field>): HeadingAgain<Field> | null => {
    const first = row.cells.slice(0, LOOKED_AT).filter((cell) => isHeading(contentOf(cell)))
    if (first.length >= 2) return found(recognise(row, table), false)
    const isWide = row.cells.length > above.lastColumn + 1
    return isWide && recognise(row, table) ? found(recognise(tailOf(row, above.lastColumn), table), true) : null
  }

  function found(layout: Layout<Field> | null, isGlued: boolean): HeadingAgain<Field> | null {
    if (layout === null && !isGlued) return null
    return { isGlued, layout: layout?.missing.length === 0 ? layout : null }
  }

  /** The headings behind the last value of the download above, `85.000No. Pesanan`, as a row of their own. */
  function tailOf(row: SheetRow, lastColumn: number): SheetRow {
    const [glued, ...rest] = row.cells.slice(lastColumn)
    const text = String(contentOf(glued) ?? '')
    const heading = table.headings[table.identity].find((name) => text.trimEnd().endsWith(name))
    return { ...row, cells: [heading ?? glued ?? null, ...rest] }
  }
}
