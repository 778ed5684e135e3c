import type { DayOrder } from '../../../../../src-shared/channels/file-mapping.ts'
import type { Instant, Zone } from '../../../../../src-shared/kernel/business-day.ts'
import type { PlainCell } from '../../../spreadsheet/sheet.ts'
import { midnightOf } from '../reading/moments.ts'

/** Months by the first letters of their names here, in English and in Malay; `agu` and `ags` are both written. */
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  mac: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  agu: 8,
  ags: 8,
  agt: 8,
  aug: 8,
  ogo: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  nop: 11,
  des: 12,
  dec: 12,
  dis: 12,
}

const CLOCK = String.raw`(?:[T,]?\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\.?)?)?\s*(?:wib|wita|wit|gmt\+?7)?`
const OFFSET = String.raw`(z|[+-]\d{2}:?\d{2})?`
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${CLOCK}${OFFSET}$`, 'i')
const PACKED = new RegExp(String.raw`^(20\d{2})(\d{2})(\d{2})${CLOCK}$`, 'i')
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${CLOCK}$`, 'i')
const DAY_NAMED = new RegExp(
  String.raw`^(?:\p{L}+,?\s+)?(\d{1,2})[-/ ]+(\p{L}{3,})\.?[-/ ,]+(\d{4}|\d{2})${CLOCK}$`,
  'iu',
)
const MONTH_NAMED = new RegExp(String.raw`^(?:\p{L}+,\s+)?(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4})${CLOCK}$`, 'iu')

interface Parts {
  year: number
  /** The two numbers that may be day and month; of a written month they are sure. */
  first: number
  second: number
  order: DayOrder | 'sure'
  clock: (string | undefined)[]
  offset: string | undefined
}

/** What a cell says as a date, before it is known whether the day or the month stands first; null when it is none. */
function partsOf(cell: PlainCell): Parts | null {
  if (cell === null || typeof cell === 'boolean') return null
  const text = String(cell).replace(/^'/, '').trim()
  if (text.length < 6 || text.length > 60) return null
  const yearFirst = YEAR_FIRST.exec(text) ?? PACKED.exec(text)
  if (yearFirst) {
    const [, year, month, date, ...rest] = yearFirst
    return {
      year: Number(year),
      first: Number(month),
      second: Number(date),
      order: 'year',
      clock: rest,
      offset: rest[4],
    }
  }
  const yearLast = YEAR_LAST.exec(text)
  if (yearLast) {
    const [, first, second, year, ...rest] = yearLast
    return {
      year: fullYear(year!),
      first: Number(first),
      second: Number(second),
      order: 'day',
      clock: rest,
      offset: undefined,
    }
  }
  const named = DAY_NAMED.exec(text)
  const monthNamed = named ? null : MONTH_NAMED.exec(text)
  const [month, date, year, ...rest] = named
    ? [named[2], named[1], named[3], ...named.slice(4)]
    : (monthNamed?.slice(1) ?? [])
  const number = MONTHS[(month ?? '').slice(0, 3).toLowerCase()]
  if (number === undefined || date === undefined || year === undefined) return null
  return { year: fullYear(year), first: number, second: Number(date), order: 'sure', clock: rest, offset: undefined }
}

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year))

/** A moment of a column whose dates begin so; null when blank or `-`, undefined when it is none. The shop's own clock unless the cell names an offset. */
export function readMomentBy(cell: PlainCell, order: DayOrder, zone: Zone): Instant | null | undefined {
  if (cell === null) return null
  const text = String(cell).trim()
  if (text === '' || text === '-') return null
  const parts = partsOf(cell)
  if (!parts) return undefined
  const { year, first, second } = parts
  // the other way round is sound: a column of 01/02/2026 may hold a cell that is a date and comes as 2026-02-01
  if (parts.order === 'day' && order === 'year') return undefined
  const isDayFirst = parts.order === 'day' && order === 'day'
  const [month, date] = isDayFirst ? [second, first] : [first, second]
  const day = `${year}-${pad(month)}-${pad(date)}`
  const time = timeOf(parts.clock)
  if (time === undefined) return undefined
  if (parts.offset) {
    const at = Date.parse(`${day}T00:00:00${parts.offset.toLowerCase() === 'z' ? 'Z' : withColon(parts.offset)}`)
    return Number.isNaN(at) || midnightOf(day, zone) === null ? undefined : at + time
  }
  const midnight = midnightOf(day, zone)
  return midnight === null ? undefined : midnight + time
}

const pad = (number: number): string => String(number).padStart(2, '0')
const withColon = (offset: string) => (offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`)

function timeOf([hour = '0', minute = '0', second = '0', half]: readonly (string | undefined)[]): number | undefined {
  if (Number(minute) > 59 || Number(second) > 59) return undefined
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return undefined
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return hours > 23 ? undefined : hours * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000
}

export interface DayEvidence {
  order: DayOrder
  sure: 'proven' | 'likely' | 'doubtful'
  /** A date that means another day by the other order, as the file writes it; null where none does. */
  example: string | null
}

interface Tally {
  year: number
  day: number
  month: number
  open: number
  sure: number
  other: number
  example: string | null
}

/** Gathers in which order the dates of a column stand, cell after cell. */
export function createDayTally() {
  const tally: Tally = { year: 0, day: 0, month: 0, open: 0, sure: 0, other: 0, example: null }
  return {
    add(cell: string | number): void {
      const parts = partsOf(cell)
      if (!parts) {
        if (String(cell).trim() !== '-') tally.other++
        return
      }
      if (parts.order === 'sure') tally.sure++
      else if (parts.order === 'year') tally.year++
      else if (parts.first > 12) tally.day++
      else if (parts.second > 12) tally.month++
      else if (parts.first !== parts.second) {
        tally.open++
        tally.example ??= String(cell).slice(0, 40)
      } else tally.sure++
    },
    tally: (): Readonly<Tally> => tally,
    dates: () => tally.year + tally.day + tally.month + tally.open + tally.sure,
  }
}

/** Judges all columns of dates together: one program wrote them, so what one of them proves is likely of the others. */
export function judgeDays(tallies: readonly Readonly<Tally>[]): DayEvidence[] {
  const days = tallies.reduce((sum, { day }) => sum + day, 0)
  const months = tallies.reduce((sum, { month }) => sum + month, 0)
  return tallies.map(({ year, day, month, open, example }) => {
    const evidence = (order: DayOrder, sure: DayEvidence['sure']): DayEvidence => ({ order, sure, example })
    if (day > 0 && month > 0) return evidence(day >= month ? 'day' : 'month', 'doubtful')
    if (day > 0) return evidence('day', 'proven')
    if (month > 0) return evidence('month', 'proven')
    if (open === 0) return evidence(year > 0 ? 'year' : 'day', 'proven')
    if (days > 0 !== months > 0) return evidence(days > 0 ? 'day' : 'month', 'likely')
    return evidence('day', 'doubtful')
  })
}
