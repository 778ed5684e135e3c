import { z } from 'zod'
import { FIRST_DAY, LAST_DAY } from './limits.ts'

const DAY = 24 * 3_600_000

/** Milliseconds since 1970 in UTC. Everything that happened at a moment is stored so. Within the calendar in any zone. */
export type Instant = number
export const Instant = z
  .number()
  .int()
  .min(Date.parse(FIRST_DAY) - DAY)
  .max(Date.parse(LAST_DAY) + 2 * DAY)

/** `2026-11-22` in the shop's own zone. Books, deadlines and reports speak of days. */
export type BusinessDay = string
const looksLikeDay = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
export const BusinessDay = z
  .string()
  .regex(looksLikeDay, { abort: true })
  .refine((day) => addDays(day, 0) === day, { abort: true })
  .refine((day) => day >= FIRST_DAY, { abort: true, params: { least: FIRST_DAY } })
  .refine((day) => day <= LAST_DAY, { params: { most: LAST_DAY } })
  .meta({ examples: ['2026-11-22'] })

/** `2026-11`. */
export type Month = string
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .refine((month) => month >= monthOf(FIRST_DAY) && month <= monthOf(LAST_DAY))
  .meta({ examples: ['2026-11'] })

/** Indonesia has three zones and no summer time, so an offset is the whole truth. */
export const ZONES = { WIB: 7, WITA: 8, WIT: 9 } as const
export type Zone = keyof typeof ZONES
export const Zone = z.enum(['WIB', 'WITA', 'WIT'])

const HOUR = 3_600_000

export const businessDay = (at: Instant, zone: Zone): BusinessDay =>
  dayText(Math.floor((at + ZONES[zone] * HOUR) / DAY))

/** Days as text by their number since 1970: an import asks for the same thousand days again and again. */
const dayTexts = new Map<number, BusinessDay>()
function dayText(number: number): BusinessDay {
  const known = dayTexts.get(number)
  if (known !== undefined) return known
  const text = new Date(number * DAY).toISOString().slice(0, 10)
  if (dayTexts.size >= 10_000) dayTexts.clear()
  dayTexts.set(number, text)
  return text
}

/** The first moment of a day in the shop's zone. */
export const startOfDay = (day: BusinessDay, zone: Zone): Instant => Date.parse(`${day}T00:00:00Z`) - ZONES[zone] * HOUR

/** A wall-clock moment in the shop's zone; parts as printed in channel files. */
export const atWallClock = (day: BusinessDay, hour: number, minute: number, second: number, zone: Zone): Instant =>
  startOfDay(day, zone) + hour * HOUR + minute * 60_000 + second * 1000

export const addDays = (day: BusinessDay, days: number): BusinessDay =>
  dayText(Date.parse(`${day}T00:00:00Z`) / DAY + days)

export const daysBetween = (from: BusinessDay, to: BusinessDay): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)

export const monthOf = (day: BusinessDay): Month => day.slice(0, 7)
export const firstOfMonth = (month: Month): BusinessDay => `${month}-01`
export const addMonths = (month: Month, months: number): Month => {
  const [year = 0, index = 1] = month.split('-').map(Number)
  const count = year * 12 + index - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}
export const lastOfMonth = (month: Month): BusinessDay => addDays(firstOfMonth(addMonths(month, 1)), -1)

/** True for a day that exists: `2026-02-30` does not. */
export const isBusinessDay = (text: string): text is BusinessDay => BusinessDay.safeParse(text).success

const MONTHS = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}
const LONG_MONTHS = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}
const WEEKDAYS = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}
export type Language = 'id' | 'en'

const parts = (day: BusinessDay) => day.split('-').map(Number) as [number, number, number]

/** `22 Nov 2026`. */
export function formatDay(day: BusinessDay, language: Language = 'id'): string {
  const [year, month, date] = parts(day)
  return `${date} ${MONTHS[language][month - 1]} ${year}`
}
/** `22 November 2026`. */
export function formatDayLong(day: BusinessDay, language: Language = 'id'): string {
  const [year, month, date] = parts(day)
  return `${date} ${LONG_MONTHS[language][month - 1]} ${year}`
}
/** `Minggu, 22 November 2026`. */
export const formatDayFull = (day: BusinessDay, language: Language = 'id'): string =>
  `${WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()]}, ${formatDayLong(day, language)}`
/** `November 2026`. */
export function formatMonth(month: Month, language: Language = 'id'): string {
  const [year, index = 1] = month.split('-').map(Number)
  return `${LONG_MONTHS[language][index - 1]} ${year}`
}
/** `Nov`. */
export const formatMonthShort = (month: Month, language: Language = 'id'): string =>
  MONTHS[language][Number(month.slice(5, 7)) - 1] ?? month
/** `14.05`, 24 hours, a dot between hour and minute. */
export function formatClock(at: Instant, zone: Zone): string {
  return new Date(at + ZONES[zone] * HOUR).toISOString().slice(11, 16).replace(':', '.')
}
/** `22 November 2026, 14.05`: where the year is in question. */
export const fullMoment = (at: Instant, zone: Zone, language: Language = 'id'): string =>
  `${formatDayLong(businessDay(at, zone), language)}, ${formatClock(at, zone)}`
/** `22 Nov 14.05`. */
export function formatMoment(at: Instant, zone: Zone, language: Language = 'id'): string {
  const [, month, date] = parts(businessDay(at, zone))
  return `${date} ${MONTHS[language][month - 1]} ${formatClock(at, zone)}`
}
