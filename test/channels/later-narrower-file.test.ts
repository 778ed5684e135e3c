import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ImportOutcome } from '../../src-shared/channels/channels.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { balanceOf } from '../builders/books.ts'
import type { LayoutName } from '../builders/order-file-layouts.ts'
import { anOrderFile, type OrderInShopeeFile } from '../builders/shopee-order-file.ts'

const HOUR = 3_600_000
const REQUEST = 'Status Pembatalan/ Pengembalian'

/** A shop whose owner downloads files and takes them in at these moments. */
async function aShopOfFiles() {
  const { client, clock, doors } = await aCore()
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna' })
  const take = async (bytes: Uint8Array, at: number, modifiedAt: number | undefined = at): Promise<ImportOutcome> => {
    clock.now = at
    await client.settings.confirmClock()
    const { importId } = await client.channels.files.stage({ file: aFile(`${at}.xlsx`, bytes), modifiedAt })
    for await (const news of await client.channels.files.confirm({ importId, shopId, despite: [] }))
      if (news.type === 'result') return news.outcome
    throw new Error('the stream ended without a result')
  }
  const states = async () =>
    Object.fromEntries((await client.orders.tabs()).map(({ state, orders }) => [state, orders]))
  const order = async (number: string) => client.orders.get({ id: (await client.orders.byCode({ code: number }))!.id })
  return { client, take, states, order, balance: (account: string) => balanceOf(doors, account) }
}

const file = (orders: Record<string, OrderInShopeeFile>, layout?: LayoutName) => {
  const built = layout ? anOrderFile(layout) : anOrderFile()
  for (const [number, order] of Object.entries(orders)) built.withOrder(number, order)
  return built.xlsx()
}
const waiting: OrderInShopeeFile = { status: 'Perlu Dikirim' }
const wantsCancel: OrderInShopeeFile = { status: 'Perlu Dikirim', cells: { [REQUEST]: 'Pembatalan diajukan' } }
const OF_THE_19TH = '261119HN3T8WQA'
const OF_THE_22ND = '261122KX9PLM2B'

describe('a later download of a narrower range', () => {
  test('says that a buyer wants to cancel: that is heard, though the wider file told of a newer order', async () => {
    const shop = await aShopOfFiles()
    await shop.take(file({ [OF_THE_19TH]: waiting, [OF_THE_22ND]: waiting }), SUNDAY)
    const outcome = await shop.take(file({ [OF_THE_19TH]: wantsCancel }), SUNDAY + 4 * HOUR)
    expect(outcome).toMatchObject({ changed: { orders: 1 }, setAside: { orders: 0 } })
    expect(await shop.order(OF_THE_19TH)).toMatchObject({ state: 'cancel_requested' })
  })

  test('counts pieces that came back: they reach the books', async () => {
    const shop = await aShopOfFiles()
    const completed = (returned: number): OrderInShopeeFile => ({
      status: 'Selesai',
      items: [{ pieces: 2, price: 100_000, listPrice: 100_000, cells: { 'Returned quantity': String(returned) } }],
      cells: { 'Waktu Pengiriman Diatur': '2026-11-03 09:00', 'Waktu Pesanan Selesai': '2026-11-06 09:00' },
    })
    const OF_THE_3RD = '261103HN3T8WQA'
    await shop.take(file({ [OF_THE_3RD]: completed(0), [OF_THE_22ND]: waiting }), SUNDAY)
    await shop.take(file({ [OF_THE_3RD]: completed(2) }), SUNDAY + 72 * HOUR)
    expect((await shop.order(OF_THE_3RD)).lines).toMatchObject([{ returnedPieces: 2 }])
    expect(shop.balance('4201')).toBe(200_000)
  })

  test('is a list of failed deliveries: the order failed', async () => {
    const shop = await aShopOfFiles()
    const sent = { status: 'Sedang Dikirim', cells: { 'Waktu Pengiriman Diatur': '2026-11-20 09:00' } }
    await shop.take(file({ [OF_THE_19TH]: sent, [OF_THE_22ND]: waiting }), SUNDAY)
    const failed = { ...sent, cells: { ...sent.cells, 'Failed Deliver Status': 'Pengiriman gagal' } }
    await shop.take(file({ [OF_THE_19TH]: failed }, '49 columns with failed deliveries, 2023'), SUNDAY + HOUR / 10)
    expect(await shop.order(OF_THE_19TH)).toMatchObject({ state: 'delivery_failed' })
  })

  test('that failed delivery stands though the list of all orders, which has no column for it, says "on its way" the next day', async () => {
    const shop = await aShopOfFiles()
    const sent = { status: 'Sedang Dikirim', cells: { 'Waktu Pengiriman Diatur': '2026-11-20 09:00' } }
    const failed = { ...sent, cells: { ...sent.cells, 'Status pengiriman gagal': 'Pengiriman gagal' } }
    await shop.take(file({ [OF_THE_19TH]: failed }, '55 columns, failed deliveries'), SUNDAY)
    const tomorrow = { ...waiting, placedAt: '2026-11-23 05:00' }
    const outcome = await shop.take(file({ [OF_THE_19TH]: sent, [OF_THE_22ND]: tomorrow }), SUNDAY + 24 * HOUR)
    expect(outcome).toMatchObject({ setAside: { orders: 0 } })
    expect(await shop.order(OF_THE_19TH)).toMatchObject({ state: 'delivery_failed' })
    await shop.take(file({ [OF_THE_19TH]: { ...sent, status: 'Telah Dikirim' } }), SUNDAY + 48 * HOUR)
    expect(await shop.order(OF_THE_19TH)).toMatchObject({ state: 'delivered' })
  })
})

test('an older, wider list that comes late does not take a wish to cancel away; what it says is counted and named', async () => {
  const shop = await aShopOfFiles()
  await shop.take(file({ [OF_THE_19TH]: wantsCancel }), SUNDAY)
  const outcome = await shop.take(
    file({ [OF_THE_19TH]: waiting, [OF_THE_22ND]: { ...waiting, placedAt: '2026-11-22 05:00' } }),
    SUNDAY + HOUR,
    SUNDAY - 4 * HOUR,
  )
  expect(await shop.order(OF_THE_19TH)).toMatchObject({ state: 'cancel_requested' })
  expect(outcome).toMatchObject({
    setAside: {
      orders: 1,
      examples: [{ number: OF_THE_19TH, stated: 'to_arrange', stands: 'cancel_requested', facts: ['state'] }],
    },
  })
})

test('a wish to cancel that was withdrawn is withdrawn once a file certainly newer says so', async () => {
  const shop = await aShopOfFiles()
  await shop.take(file({ [OF_THE_19TH]: wantsCancel }), SUNDAY)
  const newest = { ...waiting, placedAt: '2026-11-22 14:00' }
  await shop.take(file({ [OF_THE_19TH]: waiting, [OF_THE_22ND]: newest }), SUNDAY + 6 * HOUR)
  expect(await shop.order(OF_THE_19TH)).toMatchObject({ state: 'to_arrange' })
})

test('a voucher that a newer file counts as nothing is nothing', async () => {
  const shop = await aShopOfFiles()
  const voucher = (amount: string) => file({ [OF_THE_19TH]: { cells: { 'Voucher Ditanggung Penjual': amount } } })
  await shop.take(voucher('10.000'), SUNDAY)
  expect((await shop.order(OF_THE_19TH)).money).toMatchObject([{ kind: 'seller voucher', amount: 10_000 }])
  await shop.take(voucher('0'), SUNDAY + HOUR)
  expect((await shop.order(OF_THE_19TH)).money).toEqual([])
})

const FAULTS = new URL('../../../shared/faults/later-narrower-file/', import.meta.url)

describe.skipIf(!existsSync(FAULTS))('small files kept beside the repository (skipped where they are absent)', () => {
  const read = (name: string) => readFileSync(new URL(name, FAULTS))

  test('A: four hours later a cancel request', async () => {
    const shop = await aShopOfFiles()
    await shop.take(read('A1 semua 15-22 Nov.xlsx'), SUNDAY)
    await shop.take(read('A2 19 Nov saja, kemudian.xlsx'), SUNDAY + 4 * HOUR)
    expect(await shop.states()).toMatchObject({ cancel_requested: 1 })
  })

  test('B: three days later two pieces are back', async () => {
    const shop = await aShopOfFiles()
    await shop.take(read('B1 semua 1-22 Nov.xlsx'), SUNDAY)
    await shop.take(read('B2 1-7 Nov, kemudian.xlsx'), SUNDAY + 72 * HOUR)
    expect(shop.balance('4201')).toBe(200_000)
  })

  test('C: minutes later a list of failed deliveries', async () => {
    const shop = await aShopOfFiles()
    await shop.take(read('C1 semua.xlsx'), SUNDAY)
    await shop.take(read('C2 pengiriman gagal.xlsx'), SUNDAY + HOUR / 10)
    expect(await shop.states()).toMatchObject({ delivery_failed: 1 })
  })
})
