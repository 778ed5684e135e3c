import { expect, test } from 'vitest'
import { anOrderFile } from '../../builders/shopee-order-file.ts'
import { read } from './reading.ts'

test('of thousands of problems the first hundreds are kept and all are counted', async () => {
  const file = anOrderFile()
  for (let index = 0; index < 2_000; index++)
    file.withOrder(`261104${String(index).padStart(8, '0')}`, {
      cells: { Jumlah: 'banyak', 'Total Pembayaran': 'gratis', 'Waktu Pesanan Dibuat': 'kemarin' },
    })
  const { problems, problemCount, keptOut } = await read(file.csv())
  expect(problemCount).toBe(6_000)
  expect(problems).toHaveLength(400)
  expect(problems.map(({ row }) => row)).toEqual(problems.map(({ row }) => row).toSorted((a, b) => a - b))
  expect(keptOut.orders).toBe(2_000)
})
