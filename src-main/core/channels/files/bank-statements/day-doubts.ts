import type { PlainCell } from '../../../spreadsheet/sheet.ts'
import type { StatementPeriod } from './statement-days.ts'

const NUMBERED = /^'?(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2}|\d{4}))?(?![-/.\d])/
const YEAR_FIRST = /^'?(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/

interface BothWays {
  read: string
  swapped: string
  isText: boolean
}

/** Whether the days of a statement may have been turned round by a program that puts the month first. */
export interface DayDoubts {
  see(cell: PlainCell): void
  /** Of a cell, now that all were seen: nothing shows which of its numbers is the month, or it is the wrong one. */
  isDoubtful(cell: PlainCell): boolean
}

/**
 * Banks here write the day first. That a file was written anew the month first shows by a day that can be nothing else, by days
 * that run on only when they are turned, by the period above them, or by lines that lie on one day of each month instead of in
 * one month. Where the bank writes the year first (`isYearFirst`), `03/04/2026` counts only beside a day such as `30/04/2026`.
 */
export function createDayDoubts(isYearFirst: boolean, { from, to }: StatementPeriod): DayDoubts {
  const seen: BothWays[] = []
  let hasDayFirst = false
  let isTurned = false
  const isOutside = (day: string) => (from !== null && day < from) || (to !== null && day > to)
  const isWrong = () => isTurned || runsOnlyTurned(seen) || liesOnOneDay(seen)
  let wrong: boolean | null = null
  return {
    see(cell) {
      const text = String(cell ?? '').trim()
      const [, first, second] = NUMBERED.exec(text) ?? []
      hasDayFirst ||= Number(first) > 12
      isTurned ||= Number(second) > 12
      const days = bothWays(text)
      if (!days) return
      isTurned ||= isOutside(days.read) && !isOutside(days.swapped)
      seen.push(days)
    },
    isDoubtful(cell) {
      const days = bothWays(String(cell ?? '').trim())
      if (!days || days.read === days.swapped) return false
      wrong ??= isWrong()
      if (wrong) return true
      return days.isText ? isYearFirst && !hasDayFirst : hasDayFirst
    },
  }
}

/** The two days that a cell may mean; null where only one of them is a day. */
function bothWays(text: string): BothWays | null {
  const dated = YEAR_FIRST.exec(text)
  const [, first, second, last] = NUMBERED.exec(text) ?? []
  const [year, month, day] = dated ? dated.slice(1) : [last, second, first]
  if (year === undefined || Number(month) > 12 || Number(day) > 12) return null
  const two = (part: string | undefined) => String(part).padStart(2, '0')
  const whole = year.length === 2 ? `20${year}` : year
  return { read: `${whole}-${two(month)}-${two(day)}`, swapped: `${whole}-${two(day)}-${two(month)}`, isText: !dated }
}

const runsOn = (days: readonly string[]): boolean =>
  days.every((day, at) => at === 0 || days[at - 1]! <= day) || days.every((day, at) => at === 0 || days[at - 1]! >= day)

const runsOnlyTurned = (seen: readonly BothWays[]): boolean =>
  !runsOn(seen.map(({ read }) => read)) && runsOn(seen.map(({ swapped }) => swapped))

/** `11/03`, `11/05`, `11/09`: three days of November, rather than the eleventh of three months. */
function liesOnOneDay(seen: readonly BothWays[]): boolean {
  const [months, days] = [
    new Set(seen.map(({ read }) => read.slice(0, 7))),
    new Set(seen.map(({ read }) => read.slice(8))),
  ]
  return months.size >= 3 && days.size === 1
}
