import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'

/** Something stands behind the last heading: a comma that nobody quoted pushed the cells of this row under other headings. */
export const isShifted = ({ cells }: SheetRow, lastColumn: number): boolean =>
  cells.slice(lastColumn + 1).some((cell) => String(contentOf(cell) ?? '').trim() !== '')
