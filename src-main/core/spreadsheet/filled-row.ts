import { type Cell, contentOf, type SheetRow } from './sheet.ts'

/** Nothing, or spaces alone. */
export const isBlank = (cell: Cell | undefined) => {
  const value = contentOf(cell)
  return value === null || (typeof value === 'string' && value.trim() === '')
}

/** The row without blank cells at its end, holes filled with null; null when nothing is left. */
export function filledRow(number: number, cells: Cell[]): SheetRow | null {
  let length = cells.length
  while (length > 0 && isBlank(cells[length - 1])) length--
  if (length === 0) return null
  cells.length = length
  for (let index = 0; index < length; index++) cells[index] ??= null
  return { number, cells }
}
