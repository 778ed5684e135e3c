import { randomBytes } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import { anOrderFile } from '../../builders/shopee-order-file.ts'

setFlagsFromString('--expose-gc')
const sweep = runInNewContext('gc') as () => void
const heldMb = () => {
  sweep()
  return process.memoryUsage().heapUsed / 1e6
}

/** So much stands beside what we read, in a column that nobody knows; not repeated, because what unpacks to that much more is refused. */
const BESIDE = 20_000
const ORDERS = 500
const LOOKED_AT = [200, 400]
const beside = randomBytes(BESIDE * 2).toString('base64')

const file = () => {
  const orders = anOrderFile().withColumn('Catatan gudang').withInlineStrings()
  for (let index = 0; index < ORDERS; index++)
    orders.withOrder(`261104${String(index).padStart(8, '0')}`, {
      placedAt: `2026-11-${String(1 + (index % 12)).padStart(2, '0')} ${String(index % 24).padStart(2, '0')}:17`,
      cells: { 'Catatan gudang': beside.slice(index, index + BESIDE) },
    })
  return orders.xlsx()
}

test('while a workbook is read, what stands beside what is kept of it is let go', async () => {
  const bytes = file()
  const held: number[] = []
  const read = await readChannelFile({
    name: 'Order.all.20261101_20261130.xlsx',
    bytes,
    zone: 'WIB',
    onProgress: (done) => {
      if (done >= (LOOKED_AT[held.length] ?? Number.POSITIVE_INFINITY)) held.push(heldMb())
    },
  })
  expect(read).toMatchObject({ totals: { orders: ORDERS } })
  // between the two looks twenty bytes of them are read for each that is kept: 4 MB
  expect(held[1]! - held[0]!).toBeLessThan(2)
})
