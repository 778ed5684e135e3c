import { type BusinessDay, isBusinessDay } from '../../../src-shared/kernel/business-day.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des']
const ENGLISH: Record<string, string> = { may: 'mei', aug: 'agu', oct: 'okt', dec: 'des', agt: 'agu' }

/**
 * A day as typed, day first always: `22/11/2026`, `22-11-26`, `221126`, `22 Nov 2026`, `22 november`, or `2026-11-22`.
 * A missing year is the year of `today`. Null when it is not a day that exists.
 */
export function readDay(typed: string, today: BusinessDay): BusinessDay | null {
  const text = typed.trim().toLowerCase()
  if (isBusinessDay(text)) return text
  const compact = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(text)
  const spread = /^(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,})(?:[\s./-]+(\d{2}|\d{4}))?$/.exec(text)
  const found = compact ?? spread
  if (!found) return null
  const [, date = '', monthText = '', yearText] = found
  const month = /^\d+$/.test(monthText) ? Number(monthText) : monthNamed(monthText)
  const year = yearText === undefined ? today.slice(0, 4) : yearText.length === 2 ? `20${yearText}` : yearText
  const day = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`
  return isBusinessDay(day) ? day : null
}

function monthNamed(name: string): number {
  const short = name.slice(0, 3)
  return MONTHS.indexOf(ENGLISH[short] ?? short) + 1
}
