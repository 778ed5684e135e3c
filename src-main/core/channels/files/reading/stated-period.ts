import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { createReportDays, isEither, type Period, type ReportDays } from './days.ts'

const FREE: Period = { from: null, to: null }

/** The days a report says above its lines that it is about: `Dari` and `Ke` with the day beside or below, or `2023-06-01-2023-06-30`. */
export function statedPeriod(rows: readonly SheetRow[]): Period {
  const days = createReportDays(FREE)
  const labelled = [/^(dari|from)$/i, /^(ke|to|sampai|hingga)$/i].map((label) => dayAt(rows, label, days))
  const [, ...inOne] =
    IN_ONE.exec(rows.flatMap(({ cells }) => cells.map((cell) => contentOf(cell) ?? '')).join(' ')) ?? []
  for (const told of [labelled, inOne.map((text) => days.read(text))]) {
    const [from, to] = told.map((day) => (isEither(day) ? days.settled(day) : day))
    if (from && to && from <= to) return { from, to }
  }
  return FREE
}

const IN_ONE = /\b(\d{4}-\d{2}-\d{2}) ?(?:-|s\/d|to) ?(\d{4}-\d{2}-\d{2})\b/

function dayAt(rows: readonly SheetRow[], label: RegExp, days: ReportDays) {
  for (const [at, { cells }] of rows.slice(0, 12).entries()) {
    const index = cells.findIndex((cell) => label.test(String(contentOf(cell) ?? '').trim()))
    if (index < 0) continue
    return days.read(contentOf(cells[index + 1])) ?? days.read(contentOf(rows[at + 1]?.cells[index])) ?? null
  }
  return null
}
