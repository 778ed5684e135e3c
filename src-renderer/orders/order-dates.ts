import {
  addDays,
  type BusinessDay,
  firstOfMonth,
  formatDay,
  type Language,
  monthOf,
} from '../../src-shared/kernel/business-day.ts'

/** Days a list is narrowed to, as people say them. */
export const QUICK_DATES = ['today', 'yesterday', 'week', 'month', 'last month'] as const
export type QuickDates = (typeof QUICK_DATES)[number]

export interface Dates {
  from: BusinessDay | null
  to: BusinessDay | null
}

export function datesOf(quick: QuickDates, today: BusinessDay): Dates {
  const first = firstOfMonth(monthOf(today))
  switch (quick) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case 'week':
      return { from: addDays(today, -6), to: today }
    case 'month':
      return { from: first, to: today }
    case 'last month':
      return { from: firstOfMonth(monthOf(addDays(first, -1))), to: addDays(first, -1) }
  }
}

/** What somebody calls these days today; null for days of no name. */
export const quickOf = ({ from, to }: Dates, today: BusinessDay): QuickDates | null =>
  QUICK_DATES.find((quick) => {
    const dates = datesOf(quick, today)
    return dates.from === from && dates.to === to
  }) ?? null

/** `28 Okt – 5 Nov 2026`, `sejak …`, `sampai …`. */
export function datesText(
  { from, to }: Dates,
  language: Language,
  w: { since: (day: string) => string; until: (day: string) => string },
) {
  if (from !== null && from === to) return formatDay(from, language)
  if (from !== null && to !== null) {
    const first = formatDay(from, language)
    return `${from.slice(0, 4) === to.slice(0, 4) ? first.slice(0, -5) : first} – ${formatDay(to, language)}`
  }
  return from !== null ? w.since(formatDay(from, language)) : w.until(formatDay(to ?? '', language))
}
