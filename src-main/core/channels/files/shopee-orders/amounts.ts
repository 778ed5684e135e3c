import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { PlainCell } from '../../../spreadsheet/sheet.ts'

/**
 * What a money cell says.
 *
 * `style` tells what its writing proves or leaves open about its column: a `thousands` dot (`82.500`) proves that the
 * column writes rupiah as Shopee does; `comma` (`82,500`) means thousands only where no cell shows otherwise; `small`
 * is a bare number under a thousand, sound unless the column was damaged; `fraction` (`82.5`) is never an amount of
 * rupiah and the sign of such damage.
 */
export interface AmountReading {
  amount: Rupiah | null
  style: 'plain' | 'small' | 'thousands' | 'comma' | 'decimal comma' | 'fraction' | 'nothing'
}

/**
 * The most a cell or a line may amount to: ten miliar, far above any order at Shopee, and low enough that the sum of
 * the longest file stays a safe integer.
 */
export const MOST_IN_ORDER = 10_000_000_000

const NOTHING: AmountReading = { amount: null, style: 'nothing' }

/**
 * Whole rupiah from a cell: text with dots for thousands, `Rp 179.276`, bare digits or a number. Null with the style
 * `plain` when it is no amount; blank and `-` are amounts of nothing. Negative amounts do not occur in order files.
 */
export function readAmount(cell: PlainCell): AmountReading {
  if (cell === null) return NOTHING
  if (typeof cell === 'boolean') return { amount: null, style: 'plain' }
  return typeof cell === 'number' ? ofNumber(cell) : ofText(bareAmount(cell))
}

const UNSEEN = /[\u200B-\u200F\u2060\uFEFF]/g

/** Without what only dresses it: the apostrophe that keeps a cell text, the currency, the `,-` of hand-written prices. */
const bareAmount = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .trim()
    .replace(/^'/, '')
    .replace(/^rp\.?\s*|^idr\s*/i, '')
    .replace(/(?<=\d)[.,]-$/, '')

const whole = (amount: number, style: AmountReading['style']): AmountReading =>
  amount > MOST_IN_ORDER ? { amount: null, style: 'plain' } : { amount, style }

function ofNumber(number: number): AmountReading {
  if (!Number.isFinite(number) || number < 0) return { amount: null, style: 'plain' }
  if (!Number.isInteger(number)) return { amount: null, style: 'fraction' }
  return whole(number, number > 0 && number < 1000 ? 'small' : 'plain')
}

function ofText(text: string): AmountReading {
  if (text === '' || text === '-') return NOTHING
  if (/^\d+$/.test(text)) return ofNumber(Number(text))
  if (/^\d{1,3}(\.\d{3})+$/.test(text)) return whole(Number(text.replaceAll('.', '')), 'thousands')
  if (/^\d{1,3}(,\d{3})+$/.test(text)) return whole(Number(text.replaceAll(',', '')), 'comma')
  // Decimals that are all zero: `196000.00` and `196,000.00` abroad, `196.000,00` here.
  if (/^(\d+|\d{1,3}(,\d{3})+)\.0{1,2}$/.test(text)) return whole(Number(text.replaceAll(',', '')), 'plain')
  if (/^(\d+|\d{1,3}(\.\d{3})+),0{1,2}$/.test(text)) {
    return whole(Number(text.replaceAll('.', '').replace(',', '.')), 'decimal comma')
  }
  return { amount: null, style: /^\d+[.,]\d+$/.test(text) ? 'fraction' : 'plain' }
}
