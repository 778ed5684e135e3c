import { addDays, type BusinessDay, isBusinessDay } from '../../../../../src-shared/kernel/business-day.ts'
import type { PlainCell } from '../../../spreadsheet/sheet.ts'

const MONTHS = [
  ['jan', 'januari', 'january'],
  ['feb', 'peb', 'februari', 'pebruari', 'february'],
  ['mar', 'mrt', 'maret', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['agu', 'ags', 'agt', 'aug', 'agustus', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oct', 'oktober', 'october'],
  ['nov', 'nop', 'november', 'nopember'],
  ['des', 'dec', 'desember', 'december'],
]
const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)

/** `5 Agu 2026`, with or without a time behind it, as `2026-08-05`: a month by its name is no guess. */
export function withMonthNumbered(text: string): string | null {
  const [, day, word, year, time = ''] = NAMED.exec(text) ?? []
  const month = word && MONTH_OF.get(word.toLowerCase())
  if (!month) return null
  return `${year}-${String(month).padStart(2, '0')}-${day!.padStart(2, '0')}${time}`
}
const NAMED = /^(\d{1,2})[- ]([a-z]{3,9})\.?[- ](\d{4})((?: \d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?)$/i

const TIME = String.raw`(?:[ T,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?(?: ?[ap]m)?(?: ?(?:wib|wita|wit|z))?)?`
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}$`, 'i')
const COMPACT = /^(20\d{2})(\d{2})(\d{2})$/
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${TIME}$`, 'i')
const WITH_WORD = new RegExp(`^(\\d{1,2})[- ]([a-z]{3,9})\\.?[-, ]+(\\d{4}|\\d{2})${TIME}$`, 'i')

/** The days a file says that it is about. */
export interface Period {
  from: BusinessDay | null
  to: BusinessDay | null
}

/** Serial days of 2000 to 2099, as a sheet shows them whose date format was lost. */
const SERIAL = { first: 36_526, last: 73_050 }

/**
 * The day a cell tells of, with or without a time behind it; null when blank or `-`, undefined when it is no day. Of
 * `03/04/2026` the file's own period decides whether it is April or March; where both or none lie in it, it is no day.
 */
export function readDay(cell: PlainCell, period: Period): BusinessDay | null | undefined {
  if (cell === null || typeof cell === 'boolean') return cell === null ? null : undefined
  if (typeof cell === 'number') return serialDay(cell)
  const text = cell.replace(/^'/, '').replace(/\s+/g, ' ').trim()
  if (text === '' || text === '-') return null
  const [, year, month, date] = YEAR_FIRST.exec(text) ?? COMPACT.exec(text) ?? []
  if (year) return dayOf(Number(year), Number(month), Number(date))
  const [, day, word, ofYear] = WITH_WORD.exec(text) ?? []
  if (word) return dayOf(fullYear(ofYear!), MONTH_OF.get(word.toLowerCase()) ?? 0, Number(day))
  const [, first, second, last] = YEAR_LAST.exec(text) ?? []
  return last ? eitherWay(Number(first), Number(second), fullYear(last), period) : undefined
}

function eitherWay(first: number, second: number, year: number, period: Period): BusinessDay | undefined {
  const days = [dayOf(year, second, first), dayOf(year, first, second)].filter((day) => day !== undefined)
  const different = [...new Set(days)]
  if (different.length < 2) return different[0]
  const { from, to } = period
  if (from === null && to === null) return undefined
  const within = different.filter((day) => (from === null || day >= from) && (to === null || day <= to))
  return within.length === 1 ? within[0] : undefined
}

function dayOf(year: number, month: number, date: number): BusinessDay | undefined {
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isBusinessDay(day) ? day : undefined
}

const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text))

function serialDay(serial: number): BusinessDay | undefined {
  const whole = Math.floor(serial)
  if (whole > 20_000_000) return readDay(String(whole), { from: null, to: null }) ?? undefined
  return whole >= SERIAL.first && whole <= SERIAL.last ? addDays('1899-12-30', whole) : undefined
}
