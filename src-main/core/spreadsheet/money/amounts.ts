import type { Rupiah } from '../../../../src-shared/kernel/rupiah.ts'
import type { PlainCell } from '../sheet.ts'

/**
 * What a money cell says.
 *
 * `style` tells what its writing proves or leaves open about its column: a `thousands` dot (`82.500`) proves that a program
 * which takes the dot for decimals has not touched its texts; `many dots` (`1.152.000`) proves nothing, since no program
 * takes it for a number; `comma` (`82,500`) means thousands only where no cell shows otherwise; `small` is a bare
 * number under a thousand, sound unless its file was damaged; `fraction` (`82.5`) is never an amount of rupiah and the
 * sign of such damage.
 */
export interface AmountReading {
  amount: Rupiah | null
  style: 'plain' | 'small' | 'large' | 'thousands' | 'many dots' | 'comma' | 'decimal comma' | 'fraction' | 'nothing'
  /** The cell holds a number and no text: a spreadsheet program has read what was typed. */
  isNumber: boolean
}

/**
 * The most a cell or a line may amount to: ten miliar, far above any order at a marketplace, and low enough that the sum
 * of the longest file stays a safe integer.
 */
export const MOST_IN_ORDER = 10_000_000_000

type Read = Omit<AmountReading, 'isNumber'>

const NOTHING: Read = { amount: null, style: 'nothing' }
const NO_AMOUNT: Read = { amount: null, style: 'plain' }

/**
 * Whole rupiah from a cell: text with dots for thousands, `Rp 179.276`, bare digits or a number. Null with the style
 * `plain` when it is no amount; blank and `-` are amounts of nothing. An amount below zero is none.
 */
export function readAmount(cell: PlainCell): AmountReading {
  const isNumber = typeof cell === 'number'
  if (cell === null) return { ...NOTHING, isNumber }
  if (typeof cell === 'boolean') return { ...NO_AMOUNT, isNumber }
  return { ...(isNumber ? ofNumber(cell) : ofText(cell)), isNumber }
}

/**
 * The same where an amount may lie below zero: a discount that is a mark-up, `-4.750`. Shopee's downloads of 2020 also
 * write `-.140.000` for it.
 */
export function readSignedAmount(cell: PlainCell): AmountReading {
  if (typeof cell === 'number') return negated(readAmount(Math.abs(cell)), cell < 0)
  const [, unsigned] = typeof cell === 'string' ? (/^\s*-\.?(?=\d)(.*)$/s.exec(cell) ?? []) : []
  return unsigned === undefined ? readAmount(cell) : negated(readAmount(unsigned), true)
}

const negated = (reading: AmountReading, isNegative: boolean): AmountReading =>
  isNegative && reading.amount ? { ...reading, amount: -reading.amount } : reading

const UNSEEN = /[\u200B-\u200F\u2060\uFEFF]/g
const CURRENCY = /^rp\.?\s*|^idr\s*/i

/** Without what only dresses it: the apostrophe that keeps a cell text, and the `,-` of hand-written prices. */
const bareAmount = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .trim()
    .replace(/^'/, '')
    .replace(/(?<=\d)[.,]-$/, '')

const whole = (amount: number, style: AmountReading['style']): Read =>
  amount > MOST_IN_ORDER ? NO_AMOUNT : { amount, style }

function ofNumber(number: number): Read {
  if (!Number.isFinite(number) || number < 0) return NO_AMOUNT
  if (!Number.isInteger(number)) return { amount: null, style: 'fraction' }
  return whole(number, number === 0 ? 'plain' : number < 1000 ? 'small' : 'large')
}

function ofText(dressed: string): Read {
  const named = bareAmount(dressed)
  const text = named.replace(CURRENCY, '')
  if (named === '' || text === '-') return NOTHING
  if (/^\d+$/.test(text)) {
    const bare = ofNumber(Number(text))
    // who writes the currency writes the whole amount: `Rp 99`
    return text !== named && bare.style === 'small' ? { ...bare, style: 'plain' } : bare
  }
  if (/^\d{1,3}\.\d{3}$/.test(text)) return whole(Number(text.replace('.', '')), 'thousands')
  if (/^\d{1,3}(\.\d{3})+$/.test(text)) return whole(Number(text.replaceAll('.', '')), 'many dots')
  if (/^\d{1,3}(,\d{3})+$/.test(text)) return whole(Number(text.replaceAll(',', '')), 'comma')
  // Decimals that are all zero: `196000.00` and `196,000.00` abroad, `196.000,00` here.
  if (/^(\d+|\d{1,3}(,\d{3})+)\.0{1,2}$/.test(text)) {
    const amount = Number(text.replaceAll(',', ''))
    return whole(amount, text === named && amount > 0 && amount < 1000 ? 'small' : 'plain')
  }
  if (/^(\d+|\d{1,3}(\.\d{3})+),0{1,2}$/.test(text)) {
    return whole(Number(text.replaceAll('.', '').replace(',', '.')), 'decimal comma')
  }
  return { amount: null, style: /^\d+[.,]\d+$/.test(text) ? 'fraction' : 'plain' }
}
