import type { PlainCell } from '../../../spreadsheet/sheet.ts'

/** Pieces of one line stay far below this. */
const MOST = 10_000_000

/**
 * A whole number of pieces, not negative; null when blank, undefined when it is none. `1.000` is refused: nothing
 * tells whether it means one or a thousand, and marketplaces write pieces without dots.
 */
export function readCount(cell: PlainCell): number | null | undefined {
  if (cell === null) return null
  if (typeof cell === 'string' && cell.trim() === '') return null
  if (typeof cell === 'string' && cell.startsWith("'")) return readCount(cell.slice(1))
  const isWhole = typeof cell === 'string' && /^\d+([.,]0{1,2})?(?: ?(?:pcs|pc|buah|item|unit))?$/i.test(cell.trim())
  const count = isWhole ? Number.parseInt(cell, 10) : cell
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= MOST ? count : undefined
}
