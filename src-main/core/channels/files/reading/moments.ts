import {
  type Instant,
  isBusinessDay,
  startOfDay,
  ZONES,
  type Zone,
} from '../../../../../src-shared/kernel/business-day.ts'
import { dateText } from '../../../spreadsheet/date-cells.ts'
import type { PlainCell } from '../../../spreadsheet/sheet.ts'
import { withMonthNumbered } from './days.ts'

const MOMENT = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[ T]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?$/
/** As other programs write a moment anew: `2026-8-1 5:11:00.000 PM`, `2026-08-01T05:11:00+07:00`, `2026.08.01 05.11 WIB`. */
const REWRITTEN =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T,]+(?:pukul +)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?(?: ?([ap])\.?m\.?)?(?: ?(wib|wita|wit|z|utc|[-+]\d{2}:?\d{2}))?)?$/i

/** `20260801`, as many exports of other programs write a day. */
const COMPACT = /^(20\d{2})(\d{2})(\d{2})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/**
 * `YYYY-MM-DD HH:MM` on the shop's own clock unless the cell names another; null when blank or `-`, undefined when it is no moment.
 * Day-first dates are not guessed at: `01/08/2026` may be January or August.
 */
export function readMoment(cell: PlainCell, zone: Zone): Instant | null | undefined {
  if (cell === null) return null
  const text = plainText(textOf(cell))
  if (text === '' || text === '-') return null
  const parts =
    MOMENT.exec(text) ?? REWRITTEN.exec(text) ?? REWRITTEN.exec(withMonthNumbered(text) ?? '') ?? COMPACT.exec(text)
  if (!parts) return undefined
  const [, year, month = '', date = '', hour = '0', minute = '0', second = '0', half, clock] = parts
  const midnight = midnightOf(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`, zone)
  const hours = half === undefined ? Number(hour) : hourOf(Number(hour), half)
  if (midnight === null || hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const at = midnight + hours * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000
  return clock === undefined ? at : at + (ZONES[zone] - offsetOf(clock)) * 3_600_000
}

/** Without an apostrophe that keeps a cell text, and with one plain space for any. */
export const plainText = (text: string): string => text.replace(/^\s*'/, '').replace(/\s+/g, ' ').trim()

/** Twelve at night begins the day, twelve at noon its second half. */
const hourOf = (hour: number, half: string): number =>
  hour < 1 || hour > 12 ? 24 : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)

/** Hours that a clock is ahead of UTC. */
function offsetOf(clock: string): number {
  const [, sign, hours, minutes] = /^([-+])(\d{2}):?(\d{2})$/.exec(clock) ?? []
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60)
  return (ZONES as Record<string, number>)[clock.toUpperCase()] ?? 0
}

/** Serial days of 2000 to 2099: a date whose cell lost its format. */
export const serialDayText = (cell: number): string | null =>
  cell >= 36_526 && cell < 73_051 ? dateText(cell, false) : null

const textOf = (cell: Exclude<PlainCell, null>): string => {
  const serial = typeof cell === 'string' && SERIAL.test(cell) ? Number(cell.replace(',', '.')) : cell
  return (typeof serial === 'number' ? serialDayText(serial) : null) ?? String(cell)
}

/** The serial of a day as a text of digits, as a sheet without formats is saved to CSV. */
const SERIAL = /^\s*\d{5}(?:[.,]\d+)?\s*$/

const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(.*)$/

/** The same in files that are known to write the day first, `31/08/2026 23:05`; a date with the year first is read as ever. */
export function readDayFirstMoment(cell: PlainCell, zone: Zone): Instant | null | undefined {
  const [, day, month, year, rest] = DAY_FIRST.exec(plainText(String(cell ?? ''))) ?? []
  return readMoment(day === undefined ? cell : `${year}-${month}-${day}${rest}`, zone)
}

/** A file tells of a few hundred days, hundreds of thousands of times. */
const midnights = new Map<string, Instant | null>()

export function midnightOf(day: string, zone: Zone): Instant | null {
  const key = `${zone} ${day}`
  const known = midnights.get(key)
  if (known !== undefined) return known
  const midnight = isBusinessDay(day) ? startOfDay(day, zone) : null
  if (midnights.size < 4_000) midnights.set(key, midnight)
  return midnight
}
