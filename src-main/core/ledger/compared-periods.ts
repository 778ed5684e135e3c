import {
  addDays,
  addMonths,
  type BusinessDay,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  type Month,
  monthOf,
} from '../../../src-shared/kernel/business-day.ts'

export interface Period {
  from: BusinessDay
  to: BusinessDay
}

/** The last `count` months, ending with `month`. */
export const monthsUpTo = (month: Month, count: number): Month[] =>
  Array.from({ length: count }, (_, index) => addMonths(month, index - count + 1))

const monthsBetween = (from: Month, to: Month): number => {
  const count = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return count(to) - count(from)
}

export const endOfPreviousMonth = (day: BusinessDay): BusinessDay => lastOfMonth(addMonths(monthOf(day), -1))

/**
 * The period before, of equal kind: whole months against whole months, the first days of a month against the same days of
 * the month before, anything else against as many days just before it.
 */
export function previousPeriod({ from, to }: Period): Period {
  if (from !== firstOfMonth(monthOf(from))) {
    const before = addDays(from, -1)
    return { from: addDays(before, -daysBetween(from, to)), to: before }
  }
  const months = monthsBetween(monthOf(from), monthOf(to)) + 1
  const lastMonth = addMonths(monthOf(to), -months)
  const sameDay = `${lastMonth}-${to.slice(8)}`
  const end = lastOfMonth(lastMonth)
  return {
    from: firstOfMonth(addMonths(monthOf(from), -months)),
    to: to === lastOfMonth(monthOf(to)) || sameDay > end ? end : sameDay,
  }
}
