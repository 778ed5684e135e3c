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

/** `5 Agu 2026`, `Sabtu, 5 Agustus 2026 10.30`, `Aug 5, 2026`, with or without a time behind it, as `2026-08-05`: a month by its name is no guess. */
export function withMonthNumbered(text: string): string | null {
  const [, first, second, year, time = ''] = NAMED.exec(text) ?? []
  if (first === undefined || second === undefined) return null
  const [day, word] = /^\d/.test(first) ? [first, second] : [second, first]
  const month = MONTH_OF.get(word.toLowerCase())
  if (!month || !/^\d+$/.test(day)) return null
  return `${fullYear(year!)}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}${time}`
}
const NAMED =
  /^(?:[a-z']{3,9},? +)?(\d{1,2}|[a-z]{3,9})\.?[- ](\d{1,2}|[a-z]{3,9})\.?,?[- ](\d{4}|(?<=^\d{1,2}-[a-z]{3,9}-)\d{2})(,? .*)?$/i

const TIME = String.raw`(?:[ T,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?(?: ?[ap]m)?(?: ?(?:wib|wita|wit))?)?`
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

/** A day that may be meant either way: `03/04/2026`. */
export interface EitherDay {
  dayFirst: BusinessDay
  monthFirst: BusinessDay
  written: string
  /** Written with its year first: a date that a program may have turned round, which texts beside it would show. */
  isDate?: true
}

export const isEither = (day: BusinessDay | EitherDay | null | undefined): day is EitherDay =>
  typeof day === 'object' && day !== null

/**
 * The day a cell tells of, with or without a time behind it; null when blank or `-`, undefined when it is no day, both days where it
 * may be either.
 */
function readDay(cell: PlainCell): BusinessDay | EitherDay | null | undefined {
  if (cell === null || typeof cell === 'boolean') return cell === null ? null : undefined
  if (typeof cell === 'number') return serialDay(cell)
  const text = cell.replace(/^'/, '').replace(/\s+/g, ' ').trim()
  if (text === '' || text === '-') return null
  const [, year, month, date] =
    YEAR_FIRST.exec(text) ?? COMPACT.exec(text) ?? YEAR_FIRST.exec(withMonthNumbered(text) ?? '') ?? []
  if (year) return asDate(dayOf(Number(year), Number(month), Number(date)), text)
  const [, day, word, ofYear] = WITH_WORD.exec(text) ?? []
  if (word) return dayOf(fullYear(ofYear!), MONTH_OF.get(word.toLowerCase()) ?? 0, Number(day))
  const [, first, second, last] = YEAR_LAST.exec(text) ?? []
  return last ? eitherWay(Number(first), Number(second), fullYear(last), text) : undefined
}

function asDate(day: BusinessDay | undefined, written: string): BusinessDay | EitherDay | undefined {
  if (day === undefined) return undefined
  const [year, month, date] = day.split('-')
  if (month === date || Number(date) > 12) return day
  return { dayFirst: day, monthFirst: `${year}-${date}-${month}`, written, isDate: true }
}

function eitherWay(first: number, second: number, year: number, written: string): BusinessDay | EitherDay | undefined {
  const [dayFirst, monthFirst] = [dayOf(year, second, first), dayOf(year, first, second)]
  if (dayFirst === undefined || monthFirst === undefined) return dayFirst ?? monthFirst
  return dayFirst === monthFirst ? dayFirst : { dayFirst, monthFirst, written }
}

/**
 * Reads the days of one report. One program wrote all of them alike, so what one cell can only mean is what the others mean: a
 * 30th month, a day of the report's own period, a day that the row tells elsewhere.
 */
export interface ReportDays {
  /** As `readDay`, remembering what the cell shows of the others. */
  read(cell: PlainCell): BusinessDay | EitherDay | null | undefined
  /** Holds a cell against the day that its row tells elsewhere. */
  hold(cell: PlainCell, day: BusinessDay | null): void
  /** Holds a cell that lies within the days the report is about, and not before `earliest`. */
  holdToPeriod(cell: PlainCell, earliest: BusinessDay | null): void
  /** Which of the two it is by all cells read so far; null where they show neither, or both. */
  settled(either: EitherDay): BusinessDay | null
}

export function createReportDays({ from, to }: Period): ReportDays {
  let isDayFirst = false
  let hasDayFirstText = false
  let isTurned = false
  let isMonthFirst = false
  const isWithin = (day: BusinessDay) => (from === null || day >= from) && (to === null || day <= to)
  const learn = (either: EitherDay, day: BusinessDay) => {
    isDayFirst ||= day === either.dayFirst
    isMonthFirst ||= day === either.monthFirst
  }
  return {
    read(cell) {
      const day = readDay(cell)
      if (isEither(day)) return day
      const [, first, second] = YEAR_LAST.exec(String(cell ?? '').trim()) ?? []
      hasDayFirstText ||= Number(first) > 12
      isDayFirst ||= hasDayFirstText
      isMonthFirst ||= Number(second) > 12
      return day
    },
    hold(cell, day) {
      const either = readDay(cell)
      if (day === null || !isEither(either)) return
      if (!either.isDate) learn(either, day)
      else isTurned ||= day === either.monthFirst
    },
    holdToPeriod(cell, earliest) {
      const either = readDay(cell)
      if (!isEither(either)) return
      const both = [either.dayFirst, either.monthFirst]
      const inPeriod = both.filter(isWithin)
      const [only, other] =
        inPeriod.length === 1 ? inPeriod : both.filter((day) => earliest !== null && day >= earliest)
      if (only === undefined || other !== undefined) return
      if (either.isDate) isTurned ||= only === either.monthFirst
      else learn(either, only)
    },
    settled: ({ dayFirst, monthFirst, isDate }) =>
      // a program that takes the month for the day turns what it can into dates and leaves 30/06/2025 a text
      isDate
        ? hasDayFirstText || isTurned
          ? null
          : dayFirst
        : isDayFirst === isMonthFirst
          ? null
          : isDayFirst
            ? dayFirst
            : monthFirst,
  }
}

function dayOf(year: number, month: number, date: number): BusinessDay | undefined {
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isBusinessDay(day) ? day : undefined
}

/** No report is older than 2015: `26/11/05` begins with its year, and is no day. */
const fullYear = (text: string) => (text.length > 2 ? Number(text) : Number(text) < 15 ? 0 : 2000 + Number(text))

function serialDay(serial: number): BusinessDay | undefined {
  const whole = Math.floor(serial)
  if (whole > 20_000_000) {
    const [, year, month, date] = COMPACT.exec(String(whole)) ?? []
    return year ? dayOf(Number(year), Number(month), Number(date)) : undefined
  }
  return whole >= SERIAL.first && whole <= SERIAL.last ? addDays('1899-12-30', whole) : undefined
}
