import { describe, expect, test } from 'vitest'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import { readSpreadsheet } from '../../../src-main/core/spreadsheet/read-spreadsheet.ts'
import { anOrderFile } from '../../builders/shopee-order-file.ts'
import { read } from './reading.ts'

const HEADINGS = 'No. Pesanan,Status Pesanan,Nama Produk,Jumlah,Harga Setelah Diskon,Total Pembayaran'

/** One order of one piece per row, in the fewest columns that are an order list. */
const manyRows = (rows: number) =>
  Buffer.from(
    `${HEADINGS}\n${Array.from({ length: rows }, (_, index) => `${orderNumber(index)},Selesai,Outer,1,1.250,1.250\n`).join('')}`,
  )

const orderNumber = (index: number) => `261104${String(index).padStart(8, '0')}`

const manyOrders = (orders: number) => {
  const file = anOrderFile()
  for (let index = 0; index < orders; index++)
    file.withOrder(orderNumber(index), { items: [{ price: 50_000 + index }] })
  return file.xlsx()
}

describe('long files', () => {
  test('200,000 rows read in one go', async () => {
    const { totals, problems } = await read(manyRows(200_000))
    expect(problems).toEqual([])
    expect(totals).toMatchObject({ rows: 200_000, orders: 200_000, goodsValue: 250_000_000, buyerPayment: 250_000_000 })
  })

  test('one more is too many', async () => {
    const bytes = Buffer.from(`${HEADINGS}\n${'261104HN3T8WQA,,,,,\n'.repeat(200_001)}`)
    const { sheets } = await readSpreadsheet({ name: 'a.csv', bytes })
    const walk = async () => {
      for await (const _ of sheets[0]!.rows());
    }
    await expect(walk()).rejects.toMatchObject({ code: 'FILE_TOO_MANY_ROWS', facts: { name: 'a.csv', limit: 200_000 } })
  })

  test('10,000 orders of fifty columns in a workbook', async () => {
    const { totals } = await read(manyOrders(10_000))
    expect(totals).toMatchObject({ rows: 10_000, orders: 10_000, goodsValue: 549_995_000 })
  })

  test('a single order of many items does not grow slower with each', async () => {
    const items = Array.from({ length: 20_000 }, (_, index) => ({ product: `Kancing ${index}`, price: 1_000 }))
    const { totals } = await read(anOrderFile().withOrder('261104HN3T8WQA', { items }).csv())
    expect(totals).toMatchObject({ rows: 20_000, orders: 1, pieces: 20_000, goodsValue: 20_000_000 })
  })

  test('progress counts rows and knows the total at the end', async () => {
    const steps: [number, number | null][] = []
    const bytes = manyRows(2_000)
    await readChannelFile({ name: 'a.csv', bytes, zone: 'WIB', onProgress: (done, total) => steps.push([done, total]) })
    const done = steps.map(([rows]) => rows)
    expect(done).toEqual([...done].sort((a, b) => a - b))
    expect(steps.length).toBeGreaterThan(2)
    expect(steps.at(-1)).toEqual([2_000, 2_000])
    expect(steps.slice(0, -1).every(([, total]) => total === null)).toBe(true)
  })

  test('reading lets others have their turn', async () => {
    let turns = 0
    let isReading = true
    const count = () => {
      turns++
      if (isReading) setImmediate(count)
    }
    setImmediate(count)
    await read(manyRows(20_000))
    isReading = false
    expect(turns).toBeGreaterThan(20)
  })

  test('reading stops when it is called off', async () => {
    const abort = new AbortController()
    const reading = readChannelFile({
      name: 'a.csv',
      bytes: manyRows(5_000),
      zone: 'WIB',
      signal: abort.signal,
      onProgress: () => abort.abort(),
    })
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })
})
