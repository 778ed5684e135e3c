import type { StockLine } from './stock-lines.ts'

/** Where the cursor of the matrix stands. */
export interface CellAt {
  line: number
  column: number
}

const filled = (line: StockLine | undefined): number[] =>
  line?.cells.flatMap((cell, column) => (cell ? [column] : [])) ?? []

/** The filled cell of a line that lies nearest to a column. */
function nearest(line: StockLine | undefined, column: number): number {
  return filled(line).reduce(
    (best, each) => (Math.abs(each - column) < Math.abs(best - column) ? each : best),
    filled(line)[0] ?? 0,
  )
}

/** Where a key leads; null for keys that do not move. Empty cells are stepped over. */
export function movedCell(key: string, at: CellAt, lines: readonly StockLine[], page: number): CellAt | null {
  const columns = filled(lines[at.line])
  const toLine = (line: number) => {
    const bounded = Math.max(0, Math.min(lines.length - 1, line))
    return { line: bounded, column: nearest(lines[bounded], at.column) }
  }
  switch (key) {
    case 'ArrowRight':
      return { ...at, column: columns.find((column) => column > at.column) ?? at.column }
    case 'ArrowLeft':
      return { ...at, column: columns.findLast((column) => column < at.column) ?? at.column }
    case 'Home':
      return { ...at, column: columns[0] ?? at.column }
    case 'End':
      return { ...at, column: columns.at(-1) ?? at.column }
    case 'ArrowDown':
      return toLine(at.line + 1)
    case 'ArrowUp':
      return toLine(at.line - 1)
    case 'PageDown':
      return toLine(at.line + page)
    case 'PageUp':
      return toLine(at.line - page)
    default:
      return null
  }
}

/** The cell of one SKU. */
export function cellOf(lines: readonly StockLine[], variantId: string | null): CellAt | null {
  if (variantId === null) return null
  const line = lines.findIndex(({ cells }) => cells.some((cell) => cell?.variantId === variantId))
  const column = lines[line]?.cells.findIndex((cell) => cell?.variantId === variantId) ?? -1
  return line >= 0 ? { line, column } : null
}
