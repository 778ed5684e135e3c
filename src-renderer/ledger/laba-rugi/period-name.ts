import {
  type BusinessDay,
  firstOfMonth,
  formatDay,
  formatMonth,
  type Language,
  lastOfMonth,
  monthOf,
} from '../../../src-shared/kernel/business-day.ts'

/** `November 2026`, `1-22 Nov 2026`, `22 Nov 2026` or `28 Okt - 3 Nov 2026`: short enough for the head of a column. */
export function shortPeriod(from: BusinessDay, to: BusinessDay, language: Language): string {
  if (from === to) return formatDay(to, language)
  const month = monthOf(to)
  if (monthOf(from) !== month)
    return `${formatDay(from, language).replace(from.slice(0, 4) === to.slice(0, 4) ? / \d{4}$/ : '', '')} - ${formatDay(to, language)}`
  if (from === firstOfMonth(month) && to === lastOfMonth(month)) return formatMonth(month, language)
  return `${Number(from.slice(8))}-${formatDay(to, language)}`
}
