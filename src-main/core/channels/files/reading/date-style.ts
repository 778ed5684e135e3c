import type { Instant, Zone } from '../../../../../src-shared/kernel/business-day.ts'
import type { PlainCell } from '../../../spreadsheet/sheet.ts'
import { midnightOf, readMoment } from './moments.ts'

const YEAR_FIRST = /^\d{4}-(\d{2})-(\d{2})/
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T,]+(\d.*))?$/

/** Reads one column of moments written `30/06/2025 14:40:04`, and remembers which of them may have meant another day. */
export interface DateStyle {
  /** Null when blank or `-`, undefined when it is no moment: `6/30/2025 2:40:04 PM` is another country's. */
  read(cell: PlainCell, row: number): Instant | null | undefined
  /** Holds a cell against the day that its row tells elsewhere: `01/08/2026` of an order numbered `260801` is in August. */
  hold(cell: PlainCell, midnight: Instant): void
  /** Cells that cannot be trusted now that the whole column is known. */
  doubtful(): { row: number; value: string }[]
}

/** What the columns of one file tell of the way its dates are written. */
export interface DateProof {
  isDayFirst: boolean
  isMonthFirst: boolean
  /** A date with the year first is the day that its row tells elsewhere, or that day with its month and day swapped. */
  isStraight: boolean
  isTurned: boolean
}

/**
 * `06/07/2025` alone may be June or July. In one column all are written alike: where one can only be month first, none is day
 * first. A spreadsheet program that reads the month first turns what it can into dates and leaves `30/06/2025` a text: such dates
 * beside such texts are the wrong ones. With a `proof` the file is of a channel that writes the year first, and some program wrote
 * it anew: `06/07/2025` counts only beside a date of the file that can only be day first.
 */
export function createDateStyle(zone: Zone, proof?: DateProof): DateStyle {
  const either: { row: number; value: string }[] = []
  const asDates: { row: number; value: string }[] = []
  let isMonthFirst = false
  let hasDayFirstText = false
  const noteDate = (cell: PlainCell, row: number) => {
    const [, month, day] = YEAR_FIRST.exec(String(cell ?? '').trim()) ?? []
    if (month !== undefined && Number(day) <= 12 && month !== day) asDates.push({ row, value: String(cell) })
  }
  return {
    read(cell, row) {
      if (proof) {
        const moment = readMoment(cell, zone)
        if (moment !== undefined) {
          noteDate(cell, row)
          return moment
        }
      }
      const text = String(cell ?? '').trim()
      const [, first, second, year, time] = DAY_FIRST.exec(text) ?? []
      if (first === undefined) {
        const moment = readMoment(cell, zone)
        if (typeof moment === 'number') noteDate(cell, row)
        return moment
      }
      const [day, month] = [Number(first), Number(second)]
      if (day > 12) hasDayFirstText = true
      else if (month > 12) isMonthFirst = true
      else if (day !== month) either.push({ row, value: text })
      if (proof) {
        proof.isDayFirst ||= day > 12
        proof.isMonthFirst ||= month > 12
      }
      const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      return readMoment(time === undefined ? date : `${date} ${time}`, zone)
    },
    hold(cell, midnight) {
      const [, month, day] = YEAR_FIRST.exec(String(cell ?? '').trim()) ?? []
      if (proof && month !== undefined && month !== day) {
        const named = String(cell).trim().slice(0, 5)
        proof.isStraight ||= midnightOf(`${named}${month}-${day}`, zone) === midnight
        proof.isTurned ||= midnightOf(`${named}${day}-${month}`, zone) === midnight
      }
      const [, first = '', second = '', year] = DAY_FIRST.exec(String(cell ?? '').trim()) ?? []
      if (!proof || year === undefined || Number(first) === Number(second)) return
      const [one, other] = [first.padStart(2, '0'), second.padStart(2, '0')]
      proof.isDayFirst ||= midnightOf(`${year}-${other}-${one}`, zone) === midnight
      proof.isMonthFirst ||= midnightOf(`${year}-${one}-${other}`, zone) === midnight
    },
    doubtful() {
      if (proof) {
        const areTurned = proof.isTurned || (proof.isDayFirst && !proof.isStraight)
        const readable = proof.isDayFirst && !proof.isMonthFirst
        return [...(readable ? [] : either), ...(areTurned ? asDates : [])]
      }
      return isMonthFirst ? [...either, ...asDates] : hasDayFirstText ? asDates : []
    },
  }
}
