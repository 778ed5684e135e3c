import type { PlainCell } from '../../../spreadsheet/sheet.ts'

/** `2,50601E+13`, as a spreadsheet program shows a long number it has rounded. */
const ROUNDED = /^\d(?:[.,]\d+)?e\+?\d+$/i

/**
 * Spreadsheet programs keep fifteen digits of a number, and show six of them: `2,4111E+13` that was typed again, or saved
 * as CSV on the way, ends in zeros that nobody wrote.
 */
const isExact = (value: number) => Number.isInteger(value) && value < 1e15 && !(value >= 1e11 && value % 1e6 === 0)

/** True when a number that names something, as an order or a waybill, has lost digits. */
export const isRounded = (cell: PlainCell, text: string): boolean =>
  typeof cell === 'number' ? !isExact(cell) : ROUNDED.test(text)
