import {
  type BusinessDay,
  businessDay,
  type Instant,
  isBusinessDay,
  type Zone,
} from '../../../../../src-shared/kernel/business-day.ts'
import type { PlainCell } from '../../../spreadsheet/sheet.ts'
import { midnightOf, readDayFirstMoment, serialDayText } from '../reading/moments.ts'

/** Days a statement covers, as it says itself or as its file's age tells. */
export interface StatementPeriod {
  from: BusinessDay | null
  to: BusinessDay | null
}

const MONTHS = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'peb'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'ags', 'agt', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
]
const monthOf = (word: string): number => MONTHS.findIndex((names) => names.includes(word.toLowerCase())) + 1

const TIME = String.raw`(?:[ T,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?`
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`)
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2}|\d{4}))?${TIME}$`)
const NAMED = new RegExp(String.raw`^(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4}|\d{2})${TIME}$`)

const two = (part: string | number) => String(part).padStart(2, '0')
const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year)

/**
 * The day a bank prints, and the moment where it prints a time. Indonesian banks write the day first. `'31/12` has no year: it
 * is the one within the period, or the latest that is not after its end. Null when it is no day.
 */
export function readStatementDay(
  cell: PlainCell,
  period: StatementPeriod,
  zone: Zone,
): { day: BusinessDay; at: Instant | null } | null {
  const text = String(cell ?? '')
    .trim()
    .replace(/^'/, '')
    .trim()
  const first = YEAR_FIRST.exec(text)
  if (first) return moment(`${first[1]}-${two(first[2]!)}-${two(first[3]!)}`, first.slice(4), zone)
  const named = NAMED.exec(text)
  if (named) return moment(`${fullYear(named[3]!)}-${two(monthOf(named[2]!))}-${two(named[1]!)}`, named.slice(4), zone)
  const last = DAY_FIRST.exec(text)
  if (!last) return rewritten(text, zone)
  const [, date, month, year] = last
  const monthAndDay = `${two(month!)}-${two(date!)}`
  const day = year ? `${fullYear(year)}-${monthAndDay}` : withinPeriod(monthAndDay, period)
  return day === null ? null : moment(day, last.slice(4), zone)
}

/** As other programs write a day anew: `Rabu, 3 Juni 2026`, `03/06/2026 08.15 WIB`, `2026-06-03T08:15:00+07:00`, `20260603`. */
function rewritten(text: string, zone: Zone): { day: BusinessDay; at: Instant | null } | null {
  const at = readDayFirstMoment(text, zone)
  return at === null || at === undefined
    ? null
    : { day: businessDay(at, zone), at: /\d[:.]\d{2}/.test(text) ? at : null }
}

/** A number that was a date before its cell lost the format, as the text that such a cell shows. */
export const dayCellOf = (cell: PlainCell): PlainCell =>
  typeof cell === 'number' ? (serialDayText(cell) ?? cell) : cell

function withinPeriod(monthAndDay: string, { from, to }: StatementPeriod): BusinessDay | null {
  if (to === null) return null
  for (let year = Number(to.slice(0, 4)); year >= Number((from ?? to).slice(0, 4)) - (from === null ? 4 : 0); year--) {
    const day = `${year}-${monthAndDay}`
    if (isBusinessDay(day) && day <= to && (from === null || day >= from)) return day
  }
  return null
}

function moment(day: string, [hour, minute, second = '0']: string[], zone: Zone) {
  const midnight = midnightOf(day, zone)
  if (midnight === null) return null
  if (hour === undefined || minute === undefined) return { day, at: null }
  return withTime(day, midnight, Number(hour), Number(minute), Number(second))
}

function withTime(day: BusinessDay, midnight: Instant, hour: number, minute: number, second: number) {
  if (hour > 23 || minute > 59 || second > 59) return null
  return { day, at: midnight + hour * 3_600_000 + minute * 60_000 + second * 1000 }
}

/** `3153` is 00:31:53: the leading zeros are lost where a time is kept as a number. Null when it is no time. */
export function atTime(day: BusinessDay, cell: PlainCell, zone: Zone): Instant | null {
  const digits = String(cell ?? '').trim()
  const midnight = midnightOf(day, zone)
  if (!/^\d{1,6}$/.test(digits) || midnight === null) return null
  const [hour, minute, second] = digits.padStart(6, '0').match(/\d\d/g)!.map(Number) as [number, number, number]
  return withTime(day, midnight, hour, minute, second)?.at ?? null
}
