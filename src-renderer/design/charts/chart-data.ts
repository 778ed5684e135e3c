import type { Token } from '../theme.ts'

/** One colour in a chart. Debt and estimates are hatched. */
export interface Series {
  id: string
  label: string
  fill: Extract<Token, 'soga-isi' | 'nila' | 'jolawe' | 'nila-garis' | 'manggis' | 'langit' | 'garis2'>
  isHatched?: boolean
}

/** One bar: a day, a month. Amounts in rupiah by series id; a missing one is zero. */
export interface Point {
  id: string
  /** Under the bar: `9`, `Nov`. */
  label: string
  /** In the tooltip and the table: `Rabu, 11 November 2026`. */
  fullLabel: string
  values: Readonly<Record<string, number>>
  /** A day that is not over is drawn paler. */
  isUnfinished?: boolean
  /** A small triangle above: something happened that day. */
  isMarked?: boolean
  /** Said before the amount when this bar is labelled: `11.11`. */
  name?: string
}

export const pointTotal = (point: Point, series: readonly Series[]): number =>
  series.reduce((sum, { id }) => sum + (point.values[id] ?? 0), 0)

/** The series on which a bar ends: its label stands there. A series without an amount has no place in the bar. */
export const topSeries = (point: Point, series: readonly Series[]): Series | undefined =>
  series.findLast(({ id }) => (point.values[id] ?? 0) > 0)

export interface ChartTable {
  heads: readonly string[]
  rows: readonly { point: Point; cells: readonly number[]; total: number }[]
  totals: readonly number[]
  grandTotal: number
}

/** The same figures as a table: one row a bar, one column a series, with sums both ways. */
export function chartTable(series: readonly Series[], points: readonly Point[]): ChartTable {
  const rows = points.map((point) => {
    const cells = series.map(({ id }) => point.values[id] ?? 0)
    return { point, cells, total: cells.reduce((sum, cell) => sum + cell, 0) }
  })
  const totals = series.map((_, column) => rows.reduce((sum, row) => sum + (row.cells[column] ?? 0), 0))
  return { heads: series.map(({ label }) => label), rows, totals, grandTotal: totals.reduce((a, b) => a + b, 0) }
}

/**
 * The axis: zero and two even lines at round amounts (1, 2, 2.5 or 5 times a power of ten). The tallest bar may stand
 * a little above the upper line, rather than half a picture staying empty.
 */
export function axisTicks(highest: number): [0, number, number] {
  const least = Math.max(1, highest / 2.5)
  const power = 10 ** Math.floor(Math.log10(least))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= least) ?? least
  return [0, step, step * 2]
}

/** Labels are wider than bars: of two whose bars stand near, the higher is lifted over the other. */
const NEAR = 1 / 3
export function liftedLabel(points: readonly Point[], labelled: ReadonlySet<string>, series: readonly Series[]) {
  const at = points.flatMap(({ id }, index) => (labelled.has(id) ? [index] : []))
  const [one, other] = at
  if (one === undefined || other === undefined || other - one >= points.length * NEAR) return null
  const [first, second] = [points[one]!, points[other]!]
  return pointTotal(second, series) > pointTotal(first, series) ? second.id : first.id
}

/** Only the peak and the last bar are labelled. */
export function labelledPoints(points: readonly Point[], series: readonly Series[]): ReadonlySet<string> {
  const totals = points.map((point) => pointTotal(point, series))
  const highest = Math.max(...totals)
  const peak = points[totals.indexOf(highest)]
  const last = points.findLast((point) => !point.isUnfinished)
  return new Set([peak, last].flatMap((point) => (point && pointTotal(point, series) > 0 ? [point.id] : [])))
}
