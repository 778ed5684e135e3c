import { divRound } from '../kernel/allocate.ts'
import { LARGEST_PRICE, MOST_PIECES } from '../kernel/limits.ts'
import { parseRupiah, type Rupiah } from '../kernel/rupiah.ts'
import { mayHaveLostThousands, writtenAmount } from '../kernel/written-amount.ts'
import { readPieces } from '../kernel/written-pieces.ts'

/** Why a cell of opening stock cannot be taken as it stands. */
export type CellTrouble = 'pieces' | 'too many' | 'cost' | 'too dear' | 'no price' | 'lost thousands'

export type CellReading<T> = { value: T | null } | { trouble: CellTrouble }

/** Pieces of one SKU: a whole number from nothing on. */
export function readOpeningPieces(typed: string): CellReading<number> {
  const value = readPieces(typed)
  if (value === undefined || (value !== null && value < 0)) return { trouble: 'pieces' }
  return value !== null && value > MOST_PIECES ? { trouble: 'too many' } : { value }
}

const SHARE = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%$/

/**
 * What one piece cost, in whole rupiah: an amount as people write it (`60rb`, `Rp60.000`), or a share of the selling price
 * (`60%`), rounded to the nearest rupiah.
 * @param price of one piece; a share of no price is nothing that can be known.
 */
export function readOpeningCost(typed: string, price: Rupiah): CellReading<Rupiah> {
  const text = typed.trim()
  if (text === '') return { value: null }
  const [, whole, part = ''] = SHARE.exec(text) ?? []
  if (whole !== undefined) {
    if (price === 0) return { trouble: 'no price' }
    return { value: divRound(price, Number(whole) * 100 + Number(part.padEnd(2, '0')), 100 * 100) }
  }
  const value = parseRupiah(text)
  if (value === null || value < 0) return { trouble: 'cost' }
  return value > LARGEST_PRICE ? { trouble: 'too dear' } : { value }
}

/** The same where a spreadsheet program may have read `60.000` as 60; who means it writes `Rp60`. */
export function readOpeningCostOfSheet(typed: string, price: Rupiah): CellReading<Rupiah> {
  const read = readOpeningCost(typed, price)
  if ('trouble' in read || read.value === null || typed.includes('%')) return read
  const isLikely = price === 0 || read.value * 1000 <= price * 2
  return mayHaveLostThousands(read.value) && !writtenAmount(typed).hasCurrency && isLikely
    ? { trouble: 'lost thousands' }
    : read
}
