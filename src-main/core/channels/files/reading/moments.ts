import { type Instant, isBusinessDay, startOfDay, type Zone } from '../../../../../src-shared/kernel/business-day.ts'
import type { PlainCell } from '../../../spreadsheet/sheet.ts'
import { withMonthNumbered } from './days.ts'

const MOMENT = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[ T]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?$/

/**
 * `YYYY-MM-DD HH:MM` on the shop's own clock, since the file carries no zone; null when blank or `-`, undefined when
 * it is no moment. Day-first dates are not guessed at: `01/08/2026` may be January or August.
 */
export function readMoment(cell: PlainCell, zone: Zone): Instant | null | undefined {
  if (cell === null) return null
  const text = String(cell).trim()
  if (text === '' || text === '-') return null
  const [, year, month, date, hour = '0', minute = '0', second = '0'] =
    MOMENT.exec(text) ?? MOMENT.exec(withMonthNumbered(text) ?? '') ?? []
  const midnight = midnightOf(`${year}-${month}-${date}`, zone)
  if (midnight === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  return midnight + Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000
}

const DAY_FIRST = /^(\d{2})[-/](\d{2})[-/](\d{4})(.*)$/

/** The same in files that are known to write the day first, `31/08/2026 23:05`; a date with the year first is read as ever. */
export function readDayFirstMoment(cell: PlainCell, zone: Zone): Instant | null | undefined {
  const [, day, month, year, rest] = DAY_FIRST.exec(String(cell ?? '').trim()) ?? []
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
