import { describe, expect, test } from 'vitest'
import { anOrderFile } from '../../builders/shopee-order-file.ts'
import { cellsOf, read } from './reading.ts'

/** Orders of these days, with their moments as a program with short dates writes them. */
const file = (write: (year: string, month: string, day: string) => string, ...days: [number: string, day: string][]) =>
  days.reduce((all, [number, day]) => {
    const [year, month, date] = day.split('-')
    const moment = `${write(year!, month!, date!)} 10:20`
    return all.withOrder(number, {
      status: 'Selesai',
      cells: { 'Waktu Pesanan Dibuat': moment, 'Waktu Pembayaran Dilakukan': moment, 'Waktu Pesanan Selesai': moment },
    })
  }, anOrderFile())

const dayFirst = (year: string, month: string, day: string) => `${Number(day)}/${Number(month)}/${year.slice(2)}`
const monthFirst = (year: string, month: string, day: string) => `${Number(month)}/${Number(day)}/${year.slice(2)}`
const yearFirst = (year: string, month: string, day: string) => `${year.slice(2)}/${month}/${day}`

const AUGUST: [string, string][] = [
  ['260805HN3T8WQA', '2026-08-05'],
  ['260817KX9PLM2B', '2026-08-17'],
]

describe('a year of two digits', () => {
  test('is read where the numbers of the orders show that the day stands first', async () => {
    const { orders, problems } = await read(file(dayFirst, ...AUGUST).xlsx())
    expect(problems).toEqual([])
    expect(orders.map(({ snapshot }) => new Date(snapshot.placedAt!).toISOString())).toEqual([
      '2026-08-05T03:20:00.000Z',
      '2026-08-17T03:20:00.000Z',
    ])
  })

  test.each<[string, typeof dayFirst]>([
    ['month first', monthFirst],
    ['year first', yearFirst],
  ])('is asked where they show that it does not: %s', async (_, write) => {
    const { orders, problems } = await read(
      file(write, ['200825HN3T8WQA', '2020-08-25'], ['200805KX9PLM2B', '2020-08-05']).xlsx(),
    )
    expect(cellsOf(problems).join()).toMatch(/DAY_OR_MONTH|NOT_A_DATE/)
    for (const { snapshot } of orders) expect(snapshot.placedAt).toBeNull()
  })
})
