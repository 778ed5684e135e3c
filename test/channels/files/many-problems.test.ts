import { expect, test } from 'vitest'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { aCore } from '../../builders/a-core.ts'
import { aFile } from '../../builders/a-file.ts'
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

const HEADINGS = 'No. Pesanan,Status Pesanan,Nama Produk,Jumlah,Harga Setelah Diskon,Total Pembayaran'
const badRows = (rows: number) =>
  Array.from({ length: rows }, (_, index) => `261104${String(index).padStart(8, '0')},Selesai,Outer,banyak,1.250,1.250`)
const linesOf = async (list: File) => (await list.text()).trimEnd().split('\r\n')

test('a bad file of 40,000 rows is answered with counts and 200 problems; all of them are in the list', async () => {
  const { client } = await aCore()
  const file = aFile('pesanan.csv', [HEADINGS, ...badRows(40_000)].join('\n'))
  const staged = await client.channels.files.stage({ file })
  expect(staged).toMatchObject({ problemCount: 40_000, keptOut: { orders: 40_000 }, totals: { orders: 0 } })
  expect(staged.problems).toHaveLength(200)
  expect(JSON.stringify(staged).length).toBeLessThan(60_000)
  expect(await client.channels.files.problems({ importId: staged.importId })).toEqual(staged.problems)
  const lines = await linesOf(await client.channels.files.problemsFile({ importId: staged.importId }))
  expect(lines).toHaveLength(1 + 40_000)
  expect(lines.at(-1)).toMatch(/^40001;D;Jumlah;26110400039999;banyak;/)
})

test('after the sound orders came in the list still has every problem, and the screen the first 200', async () => {
  const { client, clock } = await aCore()
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna' })
  const rows = [HEADINGS, ...badRows(1_000), '261105HN3T8WQA,Selesai,Outer,1,1.250,1.250']
  const { importId } = await client.channels.files.stage({ file: aFile('pesanan.csv', rows.join('\n')) })
  const waiting = await client.channels.files.problemsFile({ importId })
  for await (const _ of await client.channels.files.confirm({ importId, shopId }));
  expect(await client.channels.files.problems({ importId })).toHaveLength(200)
  const kept = await client.channels.files.problemsFile({ importId })
  expect(await linesOf(kept)).toHaveLength(1 + 1_000)
  expect(await kept.text()).toBe(await waiting.text())
})
