import type { Instant, Zone } from '../../../../../src-shared/kernel/business-day.ts'
import { ownText } from '../../../spreadsheet/own-text.ts'
import type { PlainCell } from '../../../spreadsheet/sheet.ts'
import { midnightOf, plainText, readMoment } from './moments.ts'

const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})/
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[ T,]+(\d.*))?$/
/** No file is older than 2015: of `26/11/05` the last two are no year. */
const fullYear = (year: string): string | undefined =>
  year.length > 2 ? year : Number(year) < 15 ? undefined : `20${year}`
const HALF_OF_DAY = /[ap]\.?m\.?$/i

/** Days between which a cell must lie, as midnights. */
export interface Bounds {
  from: Instant
  to: Instant
}

/** Reads one column of moments written `30/06/2025 14:40:04`, and remembers which of them may have meant another day. */
export interface DateStyle {
  /** Null when blank or `-`, undefined when it is no moment: `6/30/2025 2:40:04 PM` is another country's. */
  read(cell: PlainCell, row: number): Instant | null | undefined
  /** Holds a cell against the days that its row tells elsewhere: `01/08/2026` of an order numbered `260801` is in August. */
  hold(cell: PlainCell, bounds: Bounds): void
  /** Cells that cannot be trusted now that the whole file is known. */
  doubtful(): { row: number; value: string }[]
}

/** What all columns of one file tell of the way its dates are written: one program wrote them. */
export interface DateProof {
  isDayFirst: boolean
  isMonthFirst: boolean
  /** How many cells are a day that their row tells elsewhere, or that day with its month and day swapped. */
  texts: Votes
  /** The same of dates with the year first. */
  dates: Votes
  /** Days from placing to the end of orders, as read and with month and day swapped, and how many took weeks as read. */
  course: { read: number; swapped: number; long: number }
}

interface Votes {
  read: number
  swapped: number
}

export const createDateProof = (): DateProof => ({
  isDayFirst: false,
  isMonthFirst: false,
  texts: { read: 0, swapped: 0 },
  dates: { read: 0, swapped: 0 },
  course: { read: 0, swapped: 0, long: 0 },
})

/** A day as it is read, and with month and day swapped; null where it can only be one. */
interface BothWays {
  read: Instant
  swapped: Instant
  isText: boolean
}

function bothWays(cell: PlainCell, zone: Zone): BothWays | null {
  const text = plainText(String(cell ?? ''))
  const named = YEAR_FIRST.exec(text)
  const [, first = '', second = '', last] = DAY_FIRST.exec(text) ?? []
  const year = last === undefined ? undefined : fullYear(last)
  if (!named && year === undefined) return null
  const [ofYear, month, day] = named
    ? [named[1], named[2]!, named[3]!]
    : [year, second.padStart(2, '0'), first.padStart(2, '0')]
  const read = midnightOf(`${ofYear}-${month}-${day}`, zone)
  const swapped = midnightOf(`${ofYear}-${day}-${month}`, zone)
  return read === null || swapped === null || read === swapped ? null : { read, swapped, isText: !named }
}

const DAY = 86_400_000

/** Holds the moments of one order against the one it was placed at: none of them is before it, and few are weeks later. */
export function holdCourse(proof: DateProof, placed: PlainCell, later: readonly PlainCell[], zone: Zone): void {
  const start = bothWays(placed, zone)
  if (!start) return
  let [read, swapped] = [0, 0]
  for (const cell of later) {
    const end = bothWays(cell, zone)
    if (!end) continue
    const days = { read: (end.read - start.read) / DAY, swapped: (end.swapped - start.swapped) / DAY }
    if (days.read < 0 && days.swapped >= 0) votesOf(proof, end).swapped++
    if (days.read >= 0 && days.swapped < 0) votesOf(proof, end).read++
    read = Math.max(read, days.read)
    swapped = Math.max(swapped, Math.abs(days.swapped))
  }
  proof.course.read += read
  proof.course.swapped += swapped
  if (read >= 20) proof.course.long++
}

const votesOf = ({ texts, dates }: DateProof, { isText }: BothWays): Votes => (isText ? texts : dates)

/** Days of May that were written `05/03` lie a month apart where they are a day apart. */
const isStretched = ({ course: { read, swapped, long } }: DateProof): boolean =>
  long >= 2 && read > 10 * Math.max(1, swapped)

/**
 * `06/07/2025` alone may be June or July. In one file all are written alike: where one can only be month first, none is day
 * first. A spreadsheet program that reads the month first turns what it can into dates and leaves `30/06/2025` a text: such dates
 * beside such texts are the wrong ones. Where day first must be `proven` the file is of a channel that writes the year first, and
 * some program wrote it anew: `06/07/2025` counts only beside a date of the file that can only be day first.
 */
export function createDateStyle(zone: Zone, proof: DateProof, mustBeProven: boolean): DateStyle {
  const either: { row: number; value: string }[] = []
  const asDates: { row: number; value: string }[] = []
  /** `20/08/26` may be the 26th of August 2020: only days that rows tell elsewhere show which it is. */
  const short: { row: number; value: string }[] = []
  let hasDayFirstText = false
  let hasMonthFirstText = false
  /** `2:40 PM`: programs that write so put the month first, unless another date of the column shows otherwise. */
  let hasHalvesOfDay = false
  const noteDate = (cell: PlainCell, row: number) => {
    const [, , month, day] = YEAR_FIRST.exec(plainText(String(cell ?? ''))) ?? []
    if (month !== undefined && Number(day) <= 12 && month !== day) asDates.push({ row, value: ownText(String(cell)) })
  }
  return {
    read(cell, row) {
      if (mustBeProven) {
        const moment = readMoment(cell, zone)
        if (moment !== undefined) {
          noteDate(cell, row)
          return moment
        }
      }
      const text = plainText(String(cell ?? ''))
      const [, first, second, last, time] = DAY_FIRST.exec(text) ?? []
      const year = fullYear(last ?? '')
      if (first === undefined || year === undefined) {
        const moment = readMoment(cell, zone)
        if (typeof moment === 'number') noteDate(cell, row)
        return moment
      }
      const [day, month] = [Number(first), Number(second)]
      const moment = () => {
        const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        return readMoment(time === undefined ? date : `${date} ${time}`, zone)
      }
      if (last!.length === 2) {
        short.push({ row, value: ownText(text) })
        return moment()
      }
      if (day > 12) hasDayFirstText = true
      else if (month <= 12 && day !== month) either.push({ row, value: ownText(text) })
      proof.isDayFirst ||= day > 12
      hasMonthFirstText ||= month > 12
      proof.isMonthFirst ||= month > 12
      hasHalvesOfDay ||= HALF_OF_DAY.test(text)
      return moment()
    },
    hold(cell, { from, to }) {
      const days = bothWays(cell, zone)
      if (!days) return
      const [isRead, isSwapped] = [days.read, days.swapped].map((day) => day >= from && day <= to)
      if (isRead !== isSwapped) votesOf(proof, days)[isRead ? 'read' : 'swapped']++
    },
    doubtful() {
      const { texts, dates } = proof
      const shortOnes = texts.read > 0 && texts.swapped === 0 && !proof.isMonthFirst ? [] : short
      if (mustBeProven) {
        const isDayFirst = proof.isDayFirst || texts.read > 0
        const areTurned = dates.swapped > 0 || (isDayFirst && dates.read === 0)
        const isReadable = isDayFirst && !proof.isMonthFirst && texts.swapped === 0
        return [...(isReadable ? [] : either), ...(areTurned ? asDates : []), ...shortOnes]
      }
      const isMonthFirst = hasMonthFirstText || texts.swapped > texts.read || isStretched(proof)
      const isWrong = isMonthFirst || (hasHalvesOfDay && !hasDayFirstText)
      const areTurned = isWrong || hasDayFirstText || dates.swapped > dates.read
      return [...(isWrong ? either : []), ...(areTurned ? asDates : []), ...shortOnes]
    },
  }
}
