import { Box, Flex } from '@mantine/core'
import { Bar, BarChart, CartesianGrid, Cell, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { formatRupiah, formatRupiahCompact } from '../../../src-shared/kernel/rupiah.ts'
import type { ChartSectionProps } from './ChartSection.tsx'
import { axisTicks, labelledPoints, liftedLabel, type Point, pointTotal, type Series, topSeries } from './chart-data.ts'
import classes from './charts.module.css'
import { Swatch } from './Swatch.tsx'

const INK = { fontSize: 11, fill: 'var(--lb-tinta2)' }
const MARK_ROOM = 14
/** One line of labels. */
const LIFT = 13

type BarPictureProps = Pick<ChartSectionProps, 'series' | 'points' | 'onOpen'> & { height: number }

/** The columns of a `BarStack`. */
export function BarPicture({ series, points, onOpen, height }: BarPictureProps) {
  const highest = Math.max(0, ...points.map((point) => pointTotal(point, series)))
  // days without a sale get their line, and no amounts that nobody sold
  const ticks = highest > 0 ? axisTicks(highest) : [0]
  const labelled = labelledPoints(points, series)
  const lifted = liftedLabel(points, labelled, series)
  const last = points.at(-1)?.id
  const data = points.map((point) => ({ ...point, ...point.values }))
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 600, height }}>
      <BarChart
        data={data}
        accessibilityLayer={false}
        margin={{ top: lifted === null ? 22 : 22 + LIFT, right: 4, bottom: 0, left: 0 }}
        maxBarSize={32}
        barCategoryGap="22%"
      >
        <defs>
          {series.map((each) => (
            <Hatch key={each.id} series={each} />
          ))}
        </defs>
        <CartesianGrid vertical={false} syncWithTicks stroke="var(--lb-garis)" />
        <XAxis
          dataKey="id"
          axisLine={{ stroke: 'var(--lb-garis2)' }}
          tickLine={false}
          interval={0}
          height={24}
          tick={({ x, y, payload, index }) => (
            <text
              x={x}
              y={Number(y) + 10}
              textAnchor="middle"
              {...INK}
              fontWeight={payload.value === last ? 700 : 500}
              fill={payload.value === last ? 'var(--lb-tinta)' : INK.fill}
            >
              {points[index]?.label}
            </text>
          )}
        />
        <YAxis
          width={58}
          domain={[0, Math.max(1, ...ticks, highest)]}
          ticks={[...ticks]}
          axisLine={false}
          tickLine={false}
          tick={({ x, y, payload }) => (
            <text x={x} y={Number(y) + 4} textAnchor="end" {...INK}>
              {payload.value === 0 ? '0' : formatRupiahCompact(Number(payload.value))}
            </text>
          )}
        />
        <Tooltip
          cursor={{ fill: 'var(--lb-mori2)', fillOpacity: 0.6 }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = payload[0]?.payload as Point | undefined
            return active && point ? <PointTip point={point} series={series} /> : null
          }}
        />
        {series.map((each) => (
          <Bar
            key={each.id}
            dataKey={each.id}
            stackId="stack"
            fill={each.isHatched ? `url(#hatch-${each.id})` : `var(--lb-${each.fill})`}
            stroke="var(--lb-kertas)"
            strokeWidth={1}
            isAnimationActive={false}
            cursor={onOpen ? 'pointer' : undefined}
            onClick={onOpen && ((_, at) => points[at] && onOpen(points[at]))}
          >
            {points.map((point) => (
              <Cell key={point.id} fillOpacity={point.isUnfinished ? 0.55 : 1} />
            ))}
            <LabelList
              dataKey="id"
              content={({ x, y, width, value }) => {
                const point = points.find(({ id }) => id === value)
                if (!point || topSeries(point, series) !== each) return null
                const middle = Number(x) + Number(width) / 2
                return (
                  <BarTop
                    x={middle}
                    y={Number(y)}
                    lift={point.id === lifted ? LIFT : 0}
                    isMarked={point.isMarked ?? false}
                    text={
                      labelled.has(point.id)
                        ? [point.name, formatRupiahCompact(pointTotal(point, series))].filter(Boolean).join(' ')
                        : ''
                    }
                  />
                )
              }}
            />
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}

const Hatch = ({ series }: { series: Series }) => (
  <pattern id={`hatch-${series.id}`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width={6} height={6} fill={`var(--lb-${series.fill})`} />
    <line x1={0} y1={0} x2={0} y2={6} stroke="var(--lb-kertas)" strokeWidth={2.4} />
  </pattern>
)

/** What stands on a bar: its amount when it is the peak or the last, a triangle when it is marked. */
interface BarTopProps {
  x: number
  y: number
  lift: number
  text: string
  isMarked: boolean
}
const BarTop = ({ x, y, lift, text, isMarked }: BarTopProps) => (
  <g>
    {isMarked && <path d={`M${x - 4} ${y - 10} h8 l-4 6 Z`} fill="var(--lb-tinta)" />}
    {text && (
      <text
        x={x}
        y={y - (isMarked ? MARK_ROOM : 6) - lift}
        textAnchor="middle"
        fontSize={11}
        fontWeight={700}
        fill="var(--lb-tinta)"
      >
        {text}
      </text>
    )}
  </g>
)

function PointTip({ point, series }: { point: Point; series: readonly Series[] }) {
  return (
    <div className={classes.tip}>
      <Box mb={4} fw={600}>
        {point.fullLabel}
      </Box>
      {series.map((each) => (
        <Flex key={each.id} justify="space-between" gap={16}>
          <span className={classes.key}>
            <Swatch fill={each.fill} isHatched={each.isHatched} />
            {each.label}
          </span>
          <span>{formatRupiah(point.values[each.id] ?? 0)}</span>
        </Flex>
      ))}
      {series.length > 1 && (
        <Flex justify="space-between" gap={16} mt={3} pt={3} className="strong line-above">
          <span />
          <span>{formatRupiah(pointTotal(point, series))}</span>
        </Flex>
      )}
    </div>
  )
}
