import { formatMonth, formatMonthShort, type Month } from '../../../src-shared/kernel/business-day.ts'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import type { LabaRugi } from '../../../src-shared/ledger/ledger.ts'
import { BarStack } from '../../design/charts/BarStack.tsx'
import type { Point, Series } from '../../design/charts/chart-data.ts'
import { useLocale, useWords } from '../../design/language.tsx'

export interface ProfitChartProps {
  months: LabaRugi['months']
  /** The month that is not over. */
  unfinished: Month | null
  onMonth: (month: Month) => void
}

/** Net profit of six months; a loss is hatched, so that it is not read as a gain. */
export function ProfitChart({ months, unfinished, onMonth }: ProfitChartProps) {
  const w = useWords(booksWords)
  const { language } = useLocale()
  const hasLoss = months.some(({ netProfit }) => netProfit < 0)
  const series: Series[] = [
    { id: 'profit', label: w.profitSeries, fill: 'jolawe' },
    ...(hasLoss ? [{ id: 'loss', label: w.lossSeries, fill: 'soga-isi', isHatched: true } as const] : []),
  ]
  const points: Point[] = months.map(({ month, netProfit }) => ({
    id: month,
    label: formatMonthShort(month, language),
    fullLabel: formatMonth(month, language),
    values: { profit: Math.max(0, netProfit), loss: Math.max(0, -netProfit) },
    isUnfinished: month === unfinished,
  }))
  return (
    <BarStack
      title={w.profitMonths}
      series={series}
      points={points}
      pointHead={w.monthHead}
      height={150}
      hasLegend={hasLoss}
      onOpen={({ id }) => onMonth(id)}
    />
  )
}
