/** A cell whose value was computed: `value` is what the program that wrote the file last saw there. */
export interface FormulaCell {
  formula: true
  value: PlainCell
}

/** Dates arrive as text, `2026-08-01 05:11:00`; a blank cell is null. */
export type PlainCell = string | number | boolean | null
export type Cell = PlainCell | FormulaCell

export interface SheetRow {
  /** As the spreadsheet program numbers it, from 1. */
  number: number
  /** By column from A, without the blank cells at the end. */
  cells: Cell[]
  /** The text ends in the middle of it: the line has fewer cells than the one above and no end. */
  isCut?: true
}

export interface Sheet {
  name: string
  hidden: boolean
  /**
   * The rows that hold something, some at a time. Each walk unpacks anew; breaking off frees what was opened.
   * @throws FILE_DAMAGED, FILE_UNPACKS_TOO_LARGE, FILE_TOO_MANY_ROWS while walking.
   */
  rows(): AsyncIterable<SheetRow[]>
}

export interface Spreadsheet {
  format: 'xlsx' | 'xls' | 'csv'
  sheets: Sheet[]
}

export interface SourceFile {
  /** For the sentences only; what the file is, its bytes decide. */
  name: string
  bytes: Uint8Array
}

export const isFormula = (cell: Cell): cell is FormulaCell => typeof cell === 'object' && cell !== null

/** What stands in a cell, whether typed or computed. */
export const contentOf = (cell: Cell | undefined): PlainCell =>
  cell === undefined ? null : typeof cell === 'object' && cell !== null ? cell.value : cell
