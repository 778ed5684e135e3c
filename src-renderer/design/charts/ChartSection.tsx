import { IconChartBar, IconTable } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import { Card } from '../Card.tsx'
import { Kbd } from '../hotkeys/Kbd.tsx'
import { matches } from '../hotkeys/key-combination.ts'
import { chartShortcuts } from '../hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../hotkeys/useHotkey.ts'
import { useWords } from '../language.tsx'
import { Section } from '../Section.tsx'
import { chartTable, type Point, type Series } from './chart-data.ts'
import classes from './charts.module.css'
import { Swatch } from './Swatch.tsx'

export interface ChartSectionProps {
  title: string
  series: readonly Series[]
  points: readonly Point[]
  /** The head of the first column in the table twin. Default "Waktu". */
  pointHead?: string
  /** What a marked bar means: `ada Sesi Live`. */
  markMeaning?: string
  /** Opens the rows behind a bar, from the picture and from the table. */
  onOpen?: (point: Point) => void
  height?: number
  /** Squares in the title line; off when one series says nothing new. */
  hasLegend?: boolean
}

/** Title line with squares instead of a legend box, the picture, and its table twin by T. */
export function ChartSection(props: ChartSectionProps & { children: ReactNode }) {
  const { title, series, points, pointHead, markMeaning, onOpen, height = 220, hasLegend = true, children } = props
  const w = useWords(partsWords)
  const [isTable, setTable] = useState(false)
  // a scale without anything on it says no more than this sentence, and says it worse
  const isEmpty = points.every(({ values }) => series.every(({ id }) => (values[id] ?? 0) === 0))
  useHotkey(chartShortcuts.keyChart, () => setTable(!isTable), { enabled: !isEmpty })
  const hint = w.chartTableHint(title)
  const legend = isEmpty ? null : (
    <>
      {hasLegend &&
        series.map((each) => (
          <span key={each.id} className={classes.key}>
            <Swatch fill={each.fill} isHatched={each.isHatched} />
            {each.label}
          </span>
        ))}
      {markMeaning && (
        <span className={classes.key}>
          <span className={classes.mark} />
          {markMeaning}
        </span>
      )}
      <button
        type="button"
        className={classes.swap}
        aria-pressed={isTable}
        aria-keyshortcuts={chartShortcuts.keyChart.keys}
        onClick={() => setTable(!isTable)}
      >
        {isTable ? <IconChartBar size={14} aria-hidden /> : <IconTable size={14} aria-hidden />}
        {isTable ? w.chartPicture : w.chartTable}
        <Kbd keys={chartShortcuts.keyChart.keys} />
      </button>
    </>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: of several charts T means the one that has the focus
    <div
      onKeyDown={(event) => {
        if (!matches(chartShortcuts.keyChart.keys, event)) return
        event.preventDefault()
        setTable(!isTable)
      }}
    >
      <Section title={title} aside={legend}>
        <Card>
          {isEmpty ? (
            <p className="quiet">{w.chartEmpty}</p>
          ) : isTable ? (
            <ChartTwin {...{ title, series, points, height, onOpen }} pointHead={pointHead ?? w.chartDay} />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture's name is read out here
            <div role="img" aria-label={hint} tabIndex={0} className={classes.picture} style={{ height }}>
              {children}
            </div>
          )}
        </Card>
      </Section>
    </div>
  )
}

interface TwinProps {
  title: string
  series: readonly Series[]
  points: readonly Point[]
  pointHead: string
  height: number
  onOpen?: (point: Point) => void
}

function ChartTwin({ title, series, points, pointHead, height, onOpen }: TwinProps) {
  const w = useWords(partsWords)
  const table = chartTable(series, points)
  const hasSum = series.length > 1
  return (
    <section
      className={classes.twin}
      style={{ maxHeight: height }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={`${title}, ${w.chartTable}`}
    >
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{pointHead}</th>
            {table.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {hasSum && <th scope="col">{w.chartTotal}</th>}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ point, cells, total }) => (
            <tr key={point.id}>
              <th scope="row">
                {onOpen ? (
                  <button type="button" style={{ color: 'var(--lb-nila-teks)' }} onClick={() => onOpen(point)}>
                    {point.fullLabel}
                  </button>
                ) : (
                  point.fullLabel
                )}
                {point.isUnfinished && `, ${w.chartUnfinished}`}
              </th>
              {cells.map((cell, index) => (
                <td key={series[index]?.id}>{formatRupiah(cell)}</td>
              ))}
              {hasSum && <td>{formatRupiah(total)}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="jumlah">
              {w.chartTotal}
            </th>
            {table.totals.map((total, index) => (
              <td key={series[index]?.id} className="jumlah">
                {formatRupiah(total)}
              </td>
            ))}
            {hasSum && <td className="jumlah">{formatRupiah(table.grandTotal)}</td>}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
