import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aTiktokIncomeFile } from '../builders/tiktok-income-file.ts'
import { aTiktokOrderFile } from '../builders/tiktok-order-file.ts'
import { INVOICE, salesSheet, soldRow, tokopediaBook } from '../builders/tokopedia-file.ts'

const NUMBER = '584608547734406547'
const OF_2026 = {
  'Created Time': '05/11/2026 08:15:30',
  'Paid Time': '05/11/2026 08:16:00',
  'RTS Time': '05/11/2026 10:00:00',
  'Shipped Time': '06/11/2026 16:20:00',
  'Delivered Time': '08/11/2026 11:05:00',
}

async function aTiktokShop() {
  const { client, clock } = await aCore()
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'tiktok', name: 'Ratna Outer' })
  const take = async (name: string, bytes: Uint8Array, startDay?: string) => {
    const { importId } = await client.channels.files.stage({ file: aFile(name, bytes) })
    for await (const news of await client.channels.files.confirm({ importId, shopId, startDay }))
      if (news.type === 'result') return { importId, outcome: news.outcome }
    throw new Error('the stream ended without a result')
  }
  const order = async (number: string) => {
    const { rows } = await client.orders.list({ query: number })
    return rows[0] ? client.orders.get({ id: rows[0].id }) : null
  }
  return { client, shopId, take, order }
}

describe('a shop of TikTok Shop, by its files', () => {
  const orders = (status: string, substatus: string) =>
    aTiktokOrderFile().withOrder(NUMBER, { status, substatus, cells: OF_2026 }).xlsx()

  test('its orders are taken in, follow later files, and are taken back', async () => {
    const { client, take, order } = await aTiktokShop()
    expect((await take('a.xlsx', orders('Dikirim', 'Sedang transit'))).outcome).toMatchObject({ added: { orders: 1 } })
    expect(await order(NUMBER)).toMatchObject({ channel: 'tiktok', state: 'in_transit', shopFront: 'Tokopedia' })
    const { importId, outcome } = await take('b.xlsx', orders('Selesai', 'Selesai'))
    expect(outcome).toMatchObject({ changed: { orders: 1 }, changes: [{ from: 'in_transit', to: 'completed' }] })
    for await (const _ of await client.channels.files.withdraw({ importId }));
    expect(await order(NUMBER)).toMatchObject({ state: 'in_transit' })
  })

  test('an order whose parcels have a courier only in part has left with those that were shipped, not with those that have a No. Resi', async () => {
    const { take, order } = await aTiktokShop()
    const parcel = (skuId: string, waybill: string, shipped: string) => ({
      skuId,
      product: `Outer ${skuId}`,
      cells: { 'Tracking ID': waybill, 'Shipped Time': shipped, 'Package ID': `11${skuId}` },
    })
    const split = (status: string, substatus: string, ...shipped: [string, string, string]) => {
      const items = ['1', '2', '3'].map((at, index) =>
        parcel(at, at === '3' ? '' : `JX800000000${at}`, shipped[index]!),
      )
      return aTiktokOrderFile()
        .withOrder(NUMBER, { status, substatus, items, cells: { ...OF_2026, 'Delivered Time': '' } })
        .xlsx()
    }
    const steps = async () => (await order(NUMBER))?.parcels.map(({ trackingNumber, step }) => [trackingNumber, step])
    await take('a.xlsx', split('Perlu dikirim', 'Partially shipping', '', '', ''))
    expect(await order(NUMBER)).toMatchObject({ state: 'to_arrange' })
    expect(await steps()).toEqual([
      ['JX8000000001', 'to pack'],
      ['JX8000000002', 'to pack'],
      ['', 'to pack'],
    ])
    await take('b.xlsx', split('Perlu dikirim', 'Partially shipping', '', '06/11/2026 16:20:00', ''))
    expect(await order(NUMBER)).toMatchObject({ state: 'partly_shipped' })
    expect(await steps()).toEqual([
      ['JX8000000001', 'to pack'],
      ['JX8000000002', 'shipped'],
      ['', 'to pack'],
    ])
  })

  test('its income report settles them: each fee under its own name, the rest is the sale', async () => {
    const { take, order } = await aTiktokShop()
    await take('pesanan.xlsx', orders('Selesai', 'Selesai'))
    const amounts = {
      'Subtotal sebelum diskon': 49_000,
      'Biaya komisi sebelum diskon': -2_450,
      'Komisi dinamis': -1_960,
      'Ongkir yang ditalangi penyedia jasa logistik': -10_000,
      'Ongkir yang ditanggung pembeli': 10_000,
      'Biaya pemrosesan pesanan': -1_250,
    }
    const release = { amounts, releasedOn: '2026/11/12' }
    const { outcome } = await take('income.xlsx', aTiktokIncomeFile('Indonesian').withRelease(NUMBER, release).xlsx())
    expect(outcome.kind).toBe('settlements')
    expect(await order(NUMBER)).toMatchObject({
      ladder: { grossSales: 49_000, netSales: 49_000, channelFees: 5_660 },
    })
  })

  test('invoices of Tokopedia’s own time are orders of the same shop', async () => {
    const { take, order } = await aTiktokShop()
    await take('tokopedia.xlsx', tokopediaBook(salesSheet('40 columns, 2023', [soldRow()])))
    expect(await order(INVOICE)).toMatchObject({ channel: 'tiktok', state: 'completed', isHistory: true })
  })
})

const SAMPLES = new URL('../../../shared/samples/tiktok/', import.meta.url)

/** Orders and income report of one real shop and month, anonymised: 29 of its 32 releases are of orders in the list. */
describe.runIf(existsSync(SAMPLES))('a real month', () => {
  test('ends with every released rupiah explained: sales less what the channel kept', async () => {
    const { client, take } = await aTiktokShop()
    const sample = (name: string) => readFileSync(new URL(name, SAMPLES))
    await take('pesanan.xlsx', sample('orders-2025-06-61col.xlsx'), '2025-06-01')
    const { outcome } = await take('income.xlsx', sample('income-2025-06-61col.xlsx'))
    expect(outcome).toMatchObject({ added: { released: 4_181_839 }, waiting: { settlements: 3, released: -3_431 } })
    const { rows } = await client.orders.list({ limit: 200 })
    let [settled, left] = [0, 0]
    for (const { id } of rows) {
      const { ladder } = await client.orders.get({ id })
      if (ladder.channelFees === null) continue
      settled++
      left += ladder.netSales - ladder.channelFees
    }
    // four of them were cancelled: of those nothing was released, and nothing kept
    expect([settled, left]).toEqual([29, 4_181_839 + 3_431])
  })
})
