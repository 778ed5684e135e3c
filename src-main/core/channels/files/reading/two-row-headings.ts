import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import type { BookHead, SheetHead } from '../book.ts'
import { headingKey, headingTexts } from './heading-names.ts'

/**
 * How the two rows of a heading come together: the lower text where there is one, both where both are there, or the lower behind the
 * title of its group, which stands in the first cell of merged ones alone.
 */
export const JOINING_WAYS = ['lower', 'both', 'group'] as const
type Way = (typeof JOINING_WAYS)[number]

const LONGEST = 80
const LIKE_DATA = /\d{3}|^[-+(]?\s*(?:rp\.?|idr)?\s*[-\d][\d.,/: -]*\)?$/i

/** A row of names alone: nothing that counts, no day, no number of an order. */
const isOfNames = ({ cells }: SheetRow): boolean => {
  const filled = cells.map(contentOf).filter((cell) => cell !== null && String(cell).trim() !== '')
  return (
    filled.length > 0 &&
    filled.every((cell) => typeof cell === 'string' && cell.trim().length <= LONGEST && !LIKE_DATA.test(cell.trim()))
  )
}

/** Two rows as one heading row, with the number of the lower; null where they cannot be one heading. */
export function joinedHeadings(upper: SheetRow, lower: SheetRow, way: Way = 'lower'): SheetRow | null {
  if (lower.number !== upper.number + 1 || !isOfNames(upper) || !isOfNames(lower)) return null
  const [tops, lows] = [headingTexts(upper), headingTexts(lower)]
  const filled = (texts: readonly string[]) => texts.filter((text) => text !== '').length
  if (filled(lows) < 2) return null
  const columns = Array.from({ length: Math.max(tops.length, lows.length) }, (_, at) => {
    const [top = '', low = ''] = [tops[at], lows[at]]
    return { top, low, group: low === '' ? '' : titleOver(tops, at) }
  })
  const names = columns.map(({ top, low, group }) => {
    if (top === '' || low === '' || top === low)
      return way === 'group' && group && group !== low ? `${group} ${low}` : low || top
    return way === 'lower' ? low : `${top} ${low}`
  })
  // `Jumlah` of the goods and `Jumlah` of what came back are two columns
  const times = Map.groupBy(names, headingKey)
  const cells = names.map((name, at) => {
    const { group } = columns[at]!
    const isTwice = name !== '' && times.get(headingKey(name))!.length > 1
    return (isTwice && group !== '' && group !== name ? `${group} ${name}` : name) || null
  })
  return filled(cells.map(String)) > 0 ? { number: lower.number, cells } : null
}

const titleOver = (tops: readonly string[], at: number): string =>
  tops.slice(0, at + 1).findLast((text) => text !== '') ?? ''

/** The first rows of a book with a pair of rows as one, in every way it may be one heading; one pair after the other. */
export function* withJoinedHeadings({ format, sheets }: BookHead): Generator<BookHead[]> {
  const longest = Math.max(0, ...sheets.map(({ firstRows }) => firstRows.length))
  for (let at = 0; at + 1 < longest; at++)
    yield JOINING_WAYS.flatMap((way) => {
      const joined = sheets.map((sheet) => joinedAt(sheet, at, way))
      return joined.some((sheet, index) => sheet !== sheets[index]) ? [{ format, sheets: joined }] : []
    })
}

function joinedAt(sheet: SheetHead, at: number, way: Way): SheetHead {
  const [upper, lower] = sheet.firstRows.slice(at, at + 2)
  const row = upper && lower && joinedHeadings(upper, lower, way)
  return row ? { ...sheet, firstRows: sheet.firstRows.toSpliced(at, 2, row) } : sheet
}
