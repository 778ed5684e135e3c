import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { OrderSnapshot } from '../../src-shared/orders/order.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { anOrder } from '../builders/an-order.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

/** A shop that takes files in, from reading to the last row. */
async function aFileShop() {
  const { client, core, clock } = await aCore()
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  const take = async (name: string, bytes: Uint8Array) => {
    const { importId } = await client.channels.files.stage({ file: aFile(name, bytes) })
    for await (const news of await client.channels.files.confirm({ importId, shopId }))
      if (news.type === 'result') return news.outcome
    throw new Error('the stream ended without a result')
  }
  return { client, core, clock, shopId, take }
}

const download = (status: string, completedAt = '') =>
  anOrderFile()
    .withOrder('261104HN3T8WQA', { status, cells: { 'Waktu Pesanan Selesai': completedAt } })
    .xlsx()

describe('reading a file', () => {
  test('tells its rows while it goes, and ends with what staging answers', async () => {
    const { client } = await aFileShop()
    const file = anOrderFile()
    for (let index = 0; index < 2_000; index++) file.withOrder(`261104${String(index).padStart(8, '0')}`)
    const told: number[] = []
    for await (const news of await client.channels.files.read({ file: aFile('a.csv', file.csv()) }))
      if (news.type === 'progress') told.push(news.done)
      else expect(news.outcome.totals).toMatchObject({ orders: 2_000, rows: 2_000 })
    expect(told.length).toBeGreaterThan(0)
    expect(told).toEqual([...told].sort((a, b) => a - b))
  })

  test('refuses in the stream as staging does', async () => {
    const { client } = await aFileShop()
    const reading = async () => {
      for await (const _ of await client.channels.files.read({ file: aFile('a.csv', '') }));
    }
    await expect(reading()).rejects.toMatchObject({ code: 'FILE_EMPTY', data: { name: 'a.csv' } })
  })
})

test('an older file after a newer one sets nothing back', async () => {
  const { take, client } = await aFileShop()
  expect(await take('baru.xlsx', download('Selesai', '2026-11-10 08:00'))).toMatchObject({ added: { orders: 1 } })
  const older = await take('lama.xlsx', download('Sedang Dikirim'))
  expect(older).toMatchObject({ added: { orders: 0 }, changed: { orders: 0 }, unchanged: { orders: 1 }, entries: 0 })
  const { rows } = await client.orders.list({ tab: 'completed', query: '261104HN3T8WQA', limit: 5 })
  expect(rows).toHaveLength(1)
})

test('the problems of a file are a list for Excel, while it waits and after it came in', async () => {
  const { client, shopId } = await aFileShop()
  const bytes = anOrderFile()
    .withOrder('261104HN3T8WQA')
    .withOrder('261105HN3T8WQB', { cells: { 'Total Pembayaran': '=1+1' } })
    .xlsx()
  const { importId, keptOut } = await client.channels.files.stage({ file: aFile('Order.all.xlsx', bytes) })
  expect(keptOut).toEqual({ orders: 1, rows: 1, grossSales: 100_000, rowsWithoutAmount: 0 })
  const waiting = await client.channels.files.problemsFile({ importId })
  expect(waiting.name).toBe('masalah-Order.all.csv')
  const [, row] = (await waiting.text()).split('\r\n')
  expect(row).toContain("3;AN;Total Pembayaran;261105HN3T8WQB;'=1+1;")
  for await (const _ of await client.channels.files.confirm({ importId, shopId }));
  expect(await (await client.channels.files.problemsFile({ importId })).text()).toBe(await waiting.text())
  await expect(client.channels.files.problemsFile({ importId: newId() })).rejects.toMatchObject({
    code: 'IMPORT_NOT_FOUND',
  })
})

test('orders told as a file stand in the history at their moment, and no page of it loses one of the same moment', async () => {
  const { client, core, clock, shopId } = await aFileShop()
  const at = clock.now - 86_400_000
  for (const name of ['a.xlsx', 'b.xlsx', 'c.xlsx']) await core.takeInStatements(shopId, { name, at, snapshots: [] })
  expect((await client.channels.shops.list())[0]!.lastImportAt).toBe(at)
  const first = await client.channels.files.history({ limit: 2 })
  const second = await client.channels.files.history({ limit: 2, cursor: first.nextCursor! })
  expect([...first.rows, ...second.rows].map(({ fileName }) => fileName).sort()).toEqual(['a.xlsx', 'b.xlsx', 'c.xlsx'])
})

test('orders told without a file that could not be read again are not taken in, and nothing of them stays', async () => {
  const { core, client, clock, shopId } = await aFileShop()
  const told = (facts: Partial<OrderSnapshot>) =>
    core.takeInStatements(shopId, {
      name: 'API',
      at: clock.now,
      snapshots: [anOrder('261119HN3T8WQA').withLine('KMJ').with(facts).snapshot()],
    })
  await expect(told({ atMost: 0 })).rejects.toThrow('atMost')
  await expect(told({ buyerPayment: 1e15 })).rejects.toThrow('buyerPayment')
  expect((await client.channels.files.history({})).rows).toEqual([])
  const { importId } = await told({})
  for await (const _ of await client.channels.files.withdraw({ importId }));
  expect((await client.orders.list({})).rows).toEqual([])
})

describe('the moment a file was made', () => {
  /** One order to ship, and (later, in a narrower file) its buyer's wish to cancel it. */
  const wide = anOrderFile()
    .withOrder('261119HN3T8WQA', { status: 'Perlu Dikirim' })
    .withOrder('261121HN3T8WQB', { status: 'Perlu Dikirim' })
    .xlsx()
  const narrow = anOrderFile()
    .withOrder('261119HN3T8WQA', {
      status: 'Perlu Dikirim',
      cells: { 'Status Pembatalan/ Pengembalian': 'Pembatalan diajukan' },
    })
    .xlsx()
  const stateOf = async (client: Awaited<ReturnType<typeof aFileShop>>['client']) =>
    (await client.orders.list({ query: '261119HN3T8WQA', limit: 1 })).rows[0]!.state

  const takenIn = async (...files: [bytes: Uint8Array, modifiedAt: number][]) => {
    const { client, shopId } = await aFileShop()
    for (const [bytes, modifiedAt] of files) {
      const { importId } = await client.channels.files.stage({ file: aFile('a.xlsx', bytes), modifiedAt })
      for await (const _ of await client.channels.files.confirm({ importId, shopId }));
    }
    return stateOf(client)
  }
  const [nine, one] = [Date.parse('2026-11-22T02:00:00Z'), Date.parse('2026-11-22T02:10:00Z')]

  test('a narrower file that was made later is heard', async () => {
    expect(await takenIn([wide, nine], [narrow, one])).toBe('cancel_requested')
  })

  test('a wider file that was made earlier takes nothing away', async () => {
    expect(await takenIn([narrow, one], [wide, nine])).toBe('cancel_requested')
  })

  test('a date from the future, or before what the file tells of, is none', async () => {
    const { client, clock } = await aFileShop()
    const stage = (modifiedAt: number) => client.channels.files.stage({ file: aFile('a.xlsx', wide), modifiedAt })
    expect((await stage(clock.now + 60_000)).modifiedAt).toBeNull()
    expect((await stage(nine)).modifiedAt).toBe(nine)
  })
})
