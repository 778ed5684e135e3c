import type { PlainCell } from '../../../spreadsheet/sheet.ts'

/** Which sign stands before the cents in a column. */
type DecimalMark = ',' | '.'

/** A number in the way banks write it, with what stands around it taken off. */
interface Written {
  digits: string
  isNegative: boolean
  /** `"3,528,964.00 CR"` */
  mark: 'in' | 'out' | null
}

const AROUND =
  /^([-+(]?)\s*(?:rp\.?|idr)?\s*([-+]?)\s*([.,]?\d[\d.,]*?)(?:[.,]-)?\s*(?:rp|idr)?\s*\)?\s*(cr|db|dr|k|d)?\.?$/i

/** `DB` and `D` take money out, `CR` and `K` bring it. Null when it says neither. */
export function directionOf(mark: PlainCell): 'in' | 'out' | null {
  const word = String(mark ?? '')
    .trim()
    .toUpperCase()
  if (['CR', 'K', 'C', 'KREDIT', 'CREDIT', '+'].includes(word)) return 'in'
  return ['DB', 'DR', 'D', 'DEBET', 'DEBIT', '-'].includes(word) ? 'out' : null
}

/** `−Rp25.000` and `25.000-` as `-25.000`. */
const withPlainMinus = (text: string): string =>
  text
    .trim()
    .replace(/^'/, '')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/^([^-+(]*\d)\s*-$/, '-$1')

function written(text: string): Written | null {
  const [, before = '', sign = '', digits, mark] = AROUND.exec(withPlainMinus(text)) ?? []
  if (digits === undefined) return null
  // BNI writes `.00` where nothing moved
  return {
    digits: digits.replace(/^(?=[.,])/, '0'),
    isNegative: /[-(]/.test(before + sign),
    mark: mark ? directionOf(mark) : /\+/.test(before + sign) ? 'in' : null,
  }
}

/** What one text shows about the sign before its cents; null where it shows nothing. */
function shownMark(digits: string): DecimalMark | null {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (last < 0) return null
  const sign = digits[last] as DecimalMark
  const other = sign === '.' ? ',' : '.'
  if (digits.includes(other)) return sign
  if (digits.indexOf(sign) !== last) return other
  // rupiah have no thousandths: one sign before three digits parts the thousands
  return /[.,]\d{3}$/.test(digits) ? other : sign
}

export interface MoneyCell {
  /** Sen, hundredths of a rupiah, so that nothing is rounded before the balance was followed. */
  sen: number
  mark: 'in' | 'out' | null
}

/** Reads the cells of one money column once all of them were seen. */
export interface MoneyColumn {
  see(cell: PlainCell): void
  /** Which sign its cells show to stand before the cents, each so many times. */
  votes(): Readonly<Record<DecimalMark, number>>
  /** Null when blank or a dash; undefined when it is no amount as this column writes them. */
  read(cell: PlainCell, mark: DecimalMark): MoneyCell | null | undefined
}

/**
 * Comma thousands with dot decimals, or the reverse, is decided by all cells of a column; a column that shows nothing of it
 * follows the others of its file (`decimalMark`). A cell that contradicts its column is no amount.
 */
export function createMoneyColumn(): MoneyColumn {
  const votes = { ',': 0, '.': 0 }
  return {
    see(cell) {
      const found = typeof cell === 'string' ? written(cell) : null
      const mark = found && shownMark(found.digits)
      if (mark) votes[mark]++
    },
    votes: () => votes,
    read(cell, mark) {
      if (cell === null || typeof cell === 'boolean') return cell === null ? null : undefined
      if (typeof cell === 'number') return Number.isFinite(cell) ? sound(Math.round(cell * 100), null) : undefined
      if (['', '-'].includes(cell.trim())) return null
      const found = written(cell)
      if (!found) return undefined
      const shown = shownMark(found.digits)
      if (shown !== null && shown !== mark) return undefined
      const sen = senOf(found.digits, mark)
      return sen === null ? undefined : sound(found.isNegative ? -sen : sen, found.mark)
    },
  }
}

/** The sign before the cents: of the column where it shows one, else of the file; a dot where nothing shows any. */
export function decimalMark(column: MoneyColumn, all: readonly MoneyColumn[]): DecimalMark {
  const own = column.votes()
  if (own[','] !== own['.']) return own[','] > own['.'] ? ',' : '.'
  const commas = all.reduce((sum, each) => sum + each.votes()[','], 0)
  const dots = all.reduce((sum, each) => sum + each.votes()['.'], 0)
  return commas > dots ? ',' : '.'
}

/** As much as a balance may be; above it a text is a number of something else. */
const MOST_SEN = 1e15

const sound = (sen: number, mark: MoneyCell['mark']): MoneyCell | undefined =>
  Math.abs(sen) <= MOST_SEN ? { sen, mark } : undefined

function senOf(digits: string, mark: DecimalMark): number | null {
  const grouping = mark === '.' ? ',' : '.'
  const [whole = '', cents = '', ...more] = digits.split(mark)
  if (more.length > 0 || cents.length > 4 || cents.includes(grouping)) return null
  if (whole.includes(grouping) && !new RegExp(`^\\d{1,3}(\\${grouping}\\d{3})+$`).test(whole)) return null
  const rupiah = Number(whole.replaceAll(grouping, ''))
  return rupiah * 100 + Math.round(Number(`0.${cents || '0'}`) * 100)
}
