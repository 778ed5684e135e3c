import { useViewportSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { formatDayFull } from '../../src-shared/kernel/business-day.ts'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { api } from '../base/api.ts'
import { BarStack } from '../design/charts/BarStack.tsx'
import type { Point, Series } from '../design/charts/chart-data.ts'
import { useNow } from '../design/clock.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { salesChartDays } from './sales-chart-days.ts'

/** On a low screen the chart gives way, so that its days stand above the foot of the window. */
const [LEAST, MOST, ABOVE] = [132, 184, 624]

/** Gross sales of the last two weeks by channel, from maintained day totals. */
export function SalesChart() {
  const w = useWords(homeWords)
  const { zone, language } = useLocale()
  const [, go] = useLocation()
  const { height } = useViewportSize()
  const days = salesChartDays(useNow(), zone)
  const today = days.at(-1)!
  const { data } = useQuery(api.reports.salesByDay.queryOptions({ input: { from: days[0]!, to: today } }))
  const series: Series[] = [
    { id: 'shopee', label: w.shopee, fill: 'soga-isi' },
    { id: 'tiktok', label: w.tiktok, fill: 'nila' },
    { id: 'other', label: w.other, fill: 'langit' },
    { id: 'own', label: w.own, fill: 'jolawe' },
  ]
  const points: Point[] = days.map((day) => {
    const [, month, date] = day.split('-').map(Number)
    return {
      id: day,
      label: String(date),
      fullLabel: formatDayFull(day, language),
      values: Object.fromEntries(
        (data ?? []).filter((row) => row.day === day).map(({ channel, grossSales }) => [channel, grossSales]),
      ),
      isUnfinished: day === today,
      ...(month === date ? { name: `${date}.${month}` } : {}),
    }
  })
  const used = series.filter(({ id }) => points.some(({ values }) => (values[id] ?? 0) > 0))
  return (
    <BarStack
      title={w.sales14}
      series={used.length > 0 ? used : series.slice(0, 1)}
      points={points}
      height={Math.min(MOST, Math.max(LEAST, height - ABOVE))}
      onOpen={({ id }) => go(`/pesanan?day=${id}`)}
    />
  )
}
