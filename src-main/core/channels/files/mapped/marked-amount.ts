import type { ThousandsMark } from '../../../../../src-shared/channels/file-mapping.ts'
import { NO_AMOUNT } from '../../../../../src-shared/kernel/written-amount.ts'
import { type AmountReading, readSignedAmount } from '../../../spreadsheet/money/amounts.ts'
import type { PlainCell } from '../../../spreadsheet/sheet.ts'

/** `3,528,964.00 CR` and `12.500 DB`, as banks mark which way money went. */
const SIDE = /\s*\b(cr|db|dr|k|d|kredit|debit|debet|credit)\.?$/i
const OUT = /^(db|dr|d|debit|debet)$/i
/** `4.750-`: some programs write the minus behind. */
const MINUS_BEHIND = /^(.*\d)\s*[-\u2212]$/s

/**
 * An amount whose cells write thousands with this mark and decimals with the other. What does not follow that way is no amount: of
 * a column that writes `82.500` a `85,000` is 85 with three decimals, and so is nothing we could book.
 */
export function readMarked(cell: PlainCell, mark: ThousandsMark): AmountReading {
  if (typeof cell !== 'string') return readSignedAmount(cell)
  const side = SIDE.exec(cell)
  const unmarked = side && /\d/.test(cell) ? cell.slice(0, side.index) : cell
  const behind = MINUS_BEHIND.exec(unmarked)
  const text = behind && !/[.,]\s*[-\u2212]$/.test(unmarked) ? `-${behind[1]!.trim()}` : unmarked
  const dotted = mark === 'dot' ? text : swapped(text)
  // two ways of writing in one column would be told apart cell by cell, which is guessing
  if (isOtherWay(dotted)) return { ...NO_AMOUNT, isNumber: false }
  const read = readSignedAmount(dotted)
  return side && OUT.test(side[1]!) && read.amount ? { ...read, amount: -Math.abs(read.amount) } : read
}

const swapped = (text: string): string =>
  text.replace(/^(\D*)(rp|idr)\.?(?=\D*\d)/i, '$1$2').replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))

/** Commas before three digits, or a dot before one or two at the end, in a text whose thousands are dots. */
const isOtherWay = (text: string): boolean => /\d,\d{3}(?!\d)/.test(text) || /\d\.\d{1,2}\)?$/.test(text.trim())

/** What the cells of one column show of how its numbers are written. */
export interface NumberEvidence {
  mark: ThousandsMark
  /** `proven` by cells that can be written in one way only, `likely` by other columns or by what is usual, `doubtful` where it must be asked. */
  sure: 'proven' | 'likely' | 'doubtful'
  /** A cell that reads differently by the other mark, as the file writes it; null where none does. */
  example: string | null
}

interface Tally {
  dot: number
  comma: number
  /** One mark before three digits: `82.500`, `85,000`. */
  weakDot: number
  weakComma: number
  /** A thousand or more without any mark. */
  bare: number
  numbers: number
  other: number
  example: string | null
}

const NUMBER = /^[([\s'+\-\u2212\u2013]*(?:rp\.?|idr)?\s*[-\u2212]?\s*(\d[\d.,]*)\s*[-\u2212)\s]*(?:cr|db|dr|k|d)?\.?$/i

/** Gathers how the numbers of a column are written, cell after cell. */
export function createNumberTally() {
  const tally: Tally = { dot: 0, comma: 0, weakDot: 0, weakComma: 0, bare: 0, numbers: 0, other: 0, example: null }
  return {
    add(cell: string | number): void {
      if (typeof cell === 'number') {
        tally.numbers++
        return
      }
      const text = cell.trim()
      if (text === '' || text === '-') return
      const digits = NUMBER.exec(text)?.[1]
      if (digits === undefined) {
        tally.other++
        return
      }
      tally.numbers++
      const way = wayOf(digits)
      if (way === null) return
      tally[way]++
      if (way !== 'bare') tally.example ??= text.slice(0, 40)
    },
    tally: (): Readonly<Tally> => tally,
  }
}

function wayOf(digits: string): 'dot' | 'comma' | 'weakDot' | 'weakComma' | 'bare' | null {
  if (/^\d+$/.test(digits)) return digits.length > 3 ? 'bare' : null
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(digits) || /^\d{1,3}(\.\d{3})*,\d{1,2}$/.test(digits)) return 'dot'
  if (/^\d{1,3}(,\d{3}){2,}$/.test(digits) || /^\d{1,3}(,\d{3})*\.\d{1,2}$/.test(digits)) return 'comma'
  if (/^\d+,\d{1,2}$/.test(digits)) return 'dot'
  if (/^\d+\.\d{1,2}$/.test(digits)) return 'comma'
  if (/^\d{1,3}\.\d{3}$/.test(digits)) return 'weakDot'
  if (/^\d{1,3},\d{3}$/.test(digits)) return 'weakComma'
  return null
}

/**
 * Judges all columns together: where a column alone leaves it open, the others of the file speak. `85,000` with nothing beside it
 * stays in doubt, since it may be 85.000 or 85 with decimals; `82.500` is how rupiah are written here.
 */
export function judgeNumbers(tallies: readonly Readonly<Tally>[]): NumberEvidence[] {
  const all = (of: (tally: Readonly<Tally>) => number) => tallies.reduce((sum, tally) => sum + of(tally), 0)
  const [dots, commas] = [all(({ dot }) => dot), all(({ comma }) => comma)]
  return tallies.map((tally) => {
    const { dot, comma, weakDot, weakComma, bare, example } = tally
    const evidence = (mark: ThousandsMark, sure: NumberEvidence['sure']): NumberEvidence => ({ mark, sure, example })
    if (dot > 0 && comma > 0) return evidence(dot >= comma ? 'dot' : 'comma', 'doubtful')
    if (dot > 0) return evidence('dot', weakComma > 0 ? 'doubtful' : 'proven')
    if (comma > 0) return evidence('comma', weakDot > 0 ? 'doubtful' : 'proven')
    if (weakDot > 0 && weakComma > 0) return evidence(weakDot >= weakComma ? 'dot' : 'comma', 'doubtful')
    // who writes 1200 bare writes no mark before three digits
    if (bare > 0 && weakDot + weakComma > 0) return evidence(weakDot > 0 ? 'dot' : 'comma', 'doubtful')
    if (weakDot > 0) return evidence('dot', commas > dots ? 'doubtful' : 'likely')
    if (weakComma > 0) return evidence('comma', commas > dots ? 'likely' : 'doubtful')
    return evidence(commas > dots ? 'comma' : 'dot', 'proven')
  })
}
