import { type BusinessDay, formatDay, formatMonthShort, monthOf } from '../../../src-shared/kernel/business-day.ts'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import type { Neraca } from '../../../src-shared/ledger/ledger.ts'
import { BarStack } from '../../design/charts/BarStack.tsx'
import type { Point, Series } from '../../design/charts/chart-data.ts'
import { useLocale, useWords } from '../../design/language.tsx'

export interface HistoryChartProps {
  history: Neraca['history']
  onDay: (day: BusinessDay) => void
}

/** Six month ends: what is the owner's below, what is owed hatched above. */
export function HistoryChart({ history, onDay }: HistoryChartProps) {
  const w = useWords(booksWords)
  const { language } = useLocale()
  const series: Series[] = [
    { id: 'equity', label: w.equitySeries, fill: 'nila' },
    { id: 'debt', label: w.debtSeries, fill: 'soga-isi', isHatched: true },
  ]
  const points: Point[] = history.map(({ day, equity, liabilities }) => ({
    id: day,
    label: formatMonthShort(monthOf(day), language),
    fullLabel: formatDay(day, language),
    values: { equity: Math.max(0, equity), debt: Math.max(0, liabilities) },
  }))
  return (
    <BarStack
      title={w.history}
      series={series}
      points={points}
      pointHead={w.monthHead}
      height={168}
      onOpen={({ id }) => onDay(id)}
    />
  )
}
