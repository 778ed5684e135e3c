import { beside } from '../../../../../src-shared/channels/file-mapping.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { headingTexts, plainHeading } from '../reading/heading-names.ts'
import { joinedHeadings } from '../reading/two-row-headings.ts'

/** A column as its heading names it. */
export interface HeadedColumn {
  index: number
  /** As the file writes it. */
  heading: string
  /** As headings are compared. */
  normal: string
  /** Which of those of that name it is, from 1. */
  nth: number
}

export function headedColumns(row: SheetRow): HeadedColumn[] {
  const seen = new Map<string, number>()
  return headingTexts(row).flatMap((heading, index) => {
    const normal = plainHeading(heading)
    if (normal === '') return []
    const nth = (seen.get(normal) ?? 0) + 1
    seen.set(normal, nth)
    return [{ index, heading, normal, nth }]
  })
}

/** As many columns beside the last heading are looked at: a mark of the way often stands behind everything. */
const BEHIND = 3

/** Columns that have no heading, each called by the one to its left; whether anything stands in them is not asked here. */
export function namelessColumns(row: SheetRow): HeadedColumn[] {
  const headed = headedColumns(row)
  const last = headed.at(-1)?.index ?? -1
  return headed.flatMap(({ index, heading, normal }, at) => {
    const next = headed[at + 1]?.index ?? last + BEHIND + 1
    return Array.from({ length: next - index - 1 }, (_, more) => ({
      index: index + 1 + more,
      heading: beside(heading),
      normal: beside(normal),
      nth: headed.slice(0, at).filter((each) => each.normal === normal).length * NTH_APART + more + 1,
    }))
  })
}
/** Keeps apart what stands beside two columns of one name. */
const NTH_APART = 10

/** What a layout is known by: its headings, whatever their order. */
export const fingerprintOf = (headings: readonly string[]): string => headings.toSorted().join('\n')

const LOOKS_LIKE_DATA = /^[\d\s.,:/()'+-]+$|\d{4}-\d{2}-\d{2}|^rp\b/i

/**
 * The row that looks most like headings: many different short texts without figures, and the rows below it filled in the same
 * columns. Null when no row has two.
 */
export function guessHeadingRow(rows: readonly SheetRow[], knownWords: ReadonlySet<string>): number | null {
  let best: { number: number; score: number } | null = null
  for (const [at, row] of rows.entries()) {
    const columns = headedColumns(row)
    const names = columns.filter(({ heading }) => heading.length <= 60 && !LOOKS_LIKE_DATA.test(heading))
    if (names.length < 2) continue
    const distinct = new Set(names.map(({ normal }) => normal)).size
    const known = names.filter(({ normal }) => knownWords.has(normal)).length
    const below = rows.slice(at + 1, at + 6)
    const filledBelow = below.reduce(
      (sum, { cells }) => sum + names.filter(({ index }) => !isBlank(contentOf(cells[index]))).length,
      0,
    )
    const figuresIn = columns.length - names.length
    const score = distinct + 3 * known + (below.length > 0 ? filledBelow / below.length / 2 : 0) - 2 * figuresIn
    if (best === null || score > best.score) best = { number: row.number, score }
  }
  return best?.number ?? null
}

/** The heading row at a number; with the row above or below it where the two are one heading, and then the number of the lower. */
export function headingAt(rows: readonly SheetRow[], number: number): SheetRow | null {
  const at = rows.findIndex((row) => row.number === number)
  const row = rows[at]
  if (!row) return null
  return together(rows, at - 1) ?? together(rows, at) ?? row
}

/** Two rows as one heading where each of them names columns with something below that the other leaves out. */
function together(rows: readonly SheetRow[], at: number): SheetRow | null {
  const [upper, lower] = [rows[at], rows[at + 1]]
  const joined = upper && lower && joinedHeadings(upper, lower)
  if (!joined) return null
  const below = rows.slice(at + 2)
  const told = (row: SheetRow) =>
    headedColumns(row).filter(({ index }) => below.some(({ cells }) => !isBlank(contentOf(cells[index])))).length
  return told(joined) > Math.max(told(upper), told(lower)) ? joined : null
}

const isBlank = (cell: unknown): boolean => cell === null || cell === undefined || String(cell).trim() === ''
