import { LARGEST_PRICE } from '../../../../src-shared/kernel/limits.ts'
import {
  NO_AMOUNT,
  NO_WORD,
  numberAsAmount,
  type WrittenAmount,
  writtenAmount,
  writtenSigned,
} from '../../../../src-shared/kernel/written-amount.ts'
import type { PlainCell } from '../sheet.ts'

/** What a money cell says. */
export interface AmountReading extends WrittenAmount {
  /** The cell holds a number and no text: a spreadsheet program has read what was typed. */
  isNumber: boolean
  /** `4.750-`, as bookkeeping programs write what is below zero; a column that also writes `-4.750` means something else by it. */
  isBehind?: true
}

/**
 * Whole rupiah from a cell: text with dots for thousands, `Rp 179.276`, bare digits or a number. Null with the style
 * `plain` when it is no amount; blank and `-` are amounts of nothing. An amount below zero is none.
 */
export const readAmount = (cell: PlainCell): AmountReading => readBy(cell, writtenAmount, numberAsAmount)

/** The same where an amount may lie below zero: a discount that is a mark-up. */
export function readSignedAmount(cell: PlainCell): AmountReading {
  const [, digits] = (typeof cell === 'string' && MINUS_BEHIND.exec(cell)) || []
  if (digits === undefined) return readBy(cell, writtenSigned, signedNumber)
  const size = readBy(digits, writtenAmount, numberAsAmount)
  return size.amount ? { ...size, amount: -size.amount, isBehind: true } : size
}

/** Without a currency before it: `Rp 5.000-` may be the price `Rp 5.000,-`. */
const MINUS_BEHIND = /^\s*'?(\d(?:[\d.,]*\d)?)\s?[-\u2212]\s*$/

function readBy(
  cell: PlainCell,
  ofText: (text: string) => WrittenAmount,
  ofNumber: (number: number) => WrittenAmount,
): AmountReading {
  if (cell === null) return { ...NO_WORD, isNumber: false }
  if (typeof cell === 'boolean') return { ...NO_AMOUNT, isNumber: false }
  const isNumber = typeof cell === 'number'
  const read = isNumber ? ofNumber(cell) : ofText(cell)
  return Math.abs(read.amount ?? 0) > LARGEST_PRICE ? { ...NO_AMOUNT, isNumber } : { ...read, isNumber }
}

function signedNumber(number: number): WrittenAmount {
  const size = numberAsAmount(Math.abs(number))
  return number < 0 && size.amount ? { ...size, amount: -size.amount } : size
}
