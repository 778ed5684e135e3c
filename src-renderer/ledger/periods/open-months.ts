import { addDays, addMonths, type BusinessDay, type Month, monthOf } from '../../../src-shared/kernel/business-day.ts'

/** Months that are over and not closed yet, the oldest first: they close in this order. */
export function openMonths(startDay: BusinessDay, closedThrough: BusinessDay | null, today: BusinessDay): Month[] {
  const months: Month[] = []
  const first = monthOf(closedThrough === null || closedThrough < startDay ? startDay : addDays(closedThrough, 1))
  for (let month = first; month < monthOf(today); month = addMonths(month, 1)) months.push(month)
  return months
}
