import { formatRupiahCompact } from '../../../src-shared/kernel/rupiah.ts'
import { ChartSection, type ChartSectionProps } from './ChartSection.tsx'
import { pointTotal } from './chart-data.ts'
import classes from './charts.module.css'

/** Amount above and name below each column. */
const LABELS_HEIGHT = 34

/** A few columns, each with its amount above and its name below: money by the day it comes. */
export function ColumnChart(props: ChartSectionProps) {
  const { points, series, onOpen, height = 110 } = props
  const highest = Math.max(1, ...points.map((point) => pointTotal(point, series)))
  const fill = series[0]?.fill ?? 'nila'
  return (
    <ChartSection {...props} hasLegend={false} height={height}>
      <div className={classes.columns}>
        {points.map((point) => {
          const total = pointTotal(point, series)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the table twin opens the same rows by keyboard
            // biome-ignore lint/a11y/noStaticElementInteractions: the table twin opens the same rows by keyboard
            <div
              key={point.id}
              className={classes.column}
              data-opens={onOpen ? true : undefined}
              onClick={() => onOpen?.(point)}
            >
              <span className={classes.amount}>{formatRupiahCompact(total)}</span>
              <span
                className={classes.stem}
                style={{
                  height: `calc((100% - ${LABELS_HEIGHT}px) * ${total / highest})`,
                  background: `var(--lb-${point.isUnfinished ? 'garis2' : fill})`,
                }}
              />
              <span className={classes.under}>{point.label}</span>
            </div>
          )
        })}
      </div>
    </ChartSection>
  )
}
