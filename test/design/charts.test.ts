import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  axisTicks,
  chartTable,
  labelledPoints,
  liftedLabel,
  type Point,
  type Series,
  topSeries,
} from '../../src-renderer/design/charts/chart-data.ts'
import { ladderBars, type Rung } from '../../src-renderer/design/ladder.ts'

const series: Series[] = [
  { id: 'shopee', label: 'Shopee', fill: 'soga-isi' },
  { id: 'own', label: 'WhatsApp & toko', fill: 'jolawe' },
]
const day = (id: string, shopee: number, own?: number, isUnfinished = false): Point => ({
  id,
  label: id,
  fullLabel: `${id} November 2026`,
  values: own === undefined ? { shopee } : { shopee, own },
  isUnfinished,
})

test('the table twin says the same as the bars, with sums both ways', () => {
  const table = chartTable(series, [day('9', 4_000, 600), day('10', 3_900)])
  expect(table.heads).toEqual(['Shopee', 'WhatsApp & toko'])
  expect(table.rows.map(({ cells, total }) => [...cells, total])).toEqual([
    [4_000, 600, 4_600],
    [3_900, 0, 3_900],
  ])
  expect(table.totals).toEqual([7_900, 600])
  expect(table.grandTotal).toBe(8_500)
})

test('the peak and the last finished day are labelled, nothing else', () => {
  const points = [day('9', 4), day('10', 11), day('11', 7), day('12', 1, 0, true)]
  expect(labelledPoints(points, series)).toEqual(new Set(['10', '11']))
})

test('of two labels that stand near, the higher is lifted over the other; far from each other both stand on their bars', () => {
  const lifted = (...amounts: number[]) => {
    const points = amounts.map((amount, index) => day(String(index), amount))
    return liftedLabel(points, labelledPoints(points, series), series)
  }
  expect(lifted(5, 6, 5, 5, 9, 8)).toBe('4')
  expect(lifted(9, 6, 5, 5, 5, 8)).toBeNull()
  expect(lifted(5, 6, 5, 5, 5, 8)).toBeNull()
})

test('a label stands on the last channel that sold anything that day', () => {
  expect(topSeries(day('9', 4, 6), series)?.id).toBe('own')
  expect(topSeries(day('9', 4), series)?.id).toBe('shopee')
  expect(topSeries(day('9', 4, 0), series)?.id).toBe('shopee')
  expect(topSeries(day('9', 0), series)).toBeUndefined()
})

test('days without sales carry no label', () => {
  expect(labelledPoints([day('9', 0), day('10', 0)], series)).toEqual(new Set())
})

test.each([
  [21_600_000, 10_000_000],
  [183_500_000, 100_000_000],
  [8_100_000, 5_000_000],
  [0, 1],
])('the axis for a peak of %d counts in steps of %d', (highest, step) => {
  expect(axisTicks(highest)).toEqual([0, step, step * 2])
})

test('no bar stands more than half a step above the upper line', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 1e13 }), (highest) => {
      const [, step, upper] = axisTicks(highest)
      expect(highest).toBeLessThanOrEqual(upper + step / 2)
    }),
  )
})

test('each step of the ladder hangs where the last one ended, down to the profit', () => {
  const rung = (kind: Rung['kind'], amount: number): Rung => ({ id: kind + amount, label: '', kind, amount })
  const bars = ladderBars([
    rung('start', 100),
    rung('step', -30),
    rung('subtotal', 70),
    rung('step', -50),
    rung('total', 20),
  ])
  expect(bars).toEqual([
    { from: 0, length: 1, isUp: true },
    { from: 0.7, length: 0.3, isUp: false },
    { from: 0, length: 0.7, isUp: true },
    { from: 0.2, length: 0.5, isUp: false },
    { from: 0, length: 0.2, isUp: true },
  ])
})

test('a ladder that ends in a loss keeps its bars inside the card', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 9 }), (steps) => {
      const rungs = steps.map(
        (amount, index): Rung => ({ id: String(index), label: '', kind: index ? 'step' : 'start', amount }),
      )
      for (const { from, length } of ladderBars(rungs)) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(from + length).toBeLessThanOrEqual(1.000001)
      }
    }),
  )
})
