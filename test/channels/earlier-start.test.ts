import { describe, expect, test } from 'vitest'
import type { ImportProgress, PreviewProgress } from '../../src-shared/channels/channels.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const ORDERS = 60

/** Orders of August, finished within the week; the books of the shop begin on 1 November. */
const august = () => {
  const file = anOrderFile()
  for (let index = 0; index < ORDERS; index++)
    file.withOrder(`260803${String(index).padStart(8, '0')}`, {
      status: 'Selesai',
      items: [{ price: 100_000, pieces: 2 }],
      cells: { 'Waktu Pengiriman Diatur': '2026-08-04 09:00', 'Waktu Pesanan Selesai': '2026-08-07 10:00' },
    })
  return aFile('Order.all.20260801_20260831.csv', file.csv())
}

async function aShopWithFile() {
  const shop = await aCore()
  const { client, clock } = shop
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  const staged = async () => (await client.channels.files.stage({ file: august() })).importId
  return { ...shop, shopId, staged }
}

const endOf = async <News extends ImportProgress | PreviewProgress>(stream: AsyncIterable<News>) => {
  for await (const news of stream) if (news.type !== 'progress') return news as Exclude<News, { type: 'progress' }>
  throw new Error('the stream ended without an answer')
}
const profitOf = async ({ client }: Awaited<ReturnType<typeof aShopWithFile>>) =>
  (await client.ledger.labaRugi({ from: '2026-08-01', to: '2026-08-31' })).netProfit.amount

describe('a file with orders older than the books', () => {
  test('is offered with books that begin where it begins, and that is what comes to pass', async () => {
    const shop = await aShopWithFile()
    const { client, shopId } = shop
    const importId = await shop.staged()
    const foretold = await endOf(await client.channels.files.preview({ importId, shopId }))
    expect(foretold).toMatchObject({
      outcome: { historyOrders: ORDERS, entries: 0, sales: 0 },
      earlierStart: {
        startDay: '2026-08-01',
        movesOpening: false,
        outcome: { historyOrders: 0, added: { orders: ORDERS }, sales: ORDERS * 200_000 },
      },
    })
    const { startDay, outcome } = foretold.earlierStart!
    expect(await endOf(await client.channels.files.confirm({ importId, shopId, startDay }))).toMatchObject({
      type: 'result',
      outcome,
    })
    expect((await client.settings.get()).startDay).toBe('2026-08-01')
    expect(await profitOf(shop)).toBe(ORDERS * 200_000)
    // and the statement opens there, and says that this is no profit yet
    expect(await client.ledger.newestResult({ day: '2026-11-22' })).toEqual({ month: '2026-08' })
    expect((await client.ledger.labaRugi({ from: '2026-08-01', to: '2026-08-31' })).costIncomplete).toEqual({
      skus: 0,
      pieces: 0,
      unmappedOrders: ORDERS,
    })
  })

  test('taken in before as history counts with the same file once the books begin with it', async () => {
    const { client, shopId, staged } = await aShopWithFile()
    await endOf(await client.channels.files.confirm({ importId: await staged(), shopId }))
    const importId = await staged()
    const { outcome, earlierStart } = await endOf(await client.channels.files.preview({ importId, shopId }))
    expect(outcome).toMatchObject({ unchanged: { orders: ORDERS }, historyOrders: ORDERS, sales: 0 })
    expect(earlierStart?.outcome).toMatchObject({ historyOrders: 0, sales: ORDERS * 200_000 })
    const confirmed = await client.channels.files.confirm({ importId, shopId, startDay: earlierStart!.startDay })
    expect(await endOf(confirmed)).toEqual({ type: 'result', outcome: earlierStart!.outcome })
  })

  test('left as history it is told of, until the books begin with it or a period is closed', async () => {
    const { client, shopId, staged } = await aShopWithFile()
    expect(await client.orders.beforeBooks()).toBeNull()
    await endOf(await client.channels.files.confirm({ importId: await staged(), shopId }))
    const told = { orders: ORDERS, firstDay: '2026-08-03', startDay: '2026-11-01', begins: '2026-08-01' }
    expect(await client.orders.beforeBooks()).toEqual(told)
    await client.settings.changeStartDay({ startDay: told.begins })
    expect(await client.orders.beforeBooks()).toBeNull()
    await client.settings.changeStartDay({ startDay: told.startDay })
    await client.ledger.periods.close({ through: '2026-11-15' })
    expect(await client.orders.beforeBooks()).toBeNull()
  })

  test('is history where a period is closed, and says so when it is asked for all the same', async () => {
    const { client, shopId, staged } = await aShopWithFile()
    await client.ledger.periods.close({ through: '2026-11-10' })
    const importId = await staged()
    expect(await endOf(await client.channels.files.preview({ importId, shopId }))).toMatchObject({ earlierStart: null })
    await expect(
      endOf(await client.channels.files.confirm({ importId, shopId, startDay: '2026-08-01' })),
    ).rejects.toMatchObject({ code: 'START_DAY_BOOKS_CLOSED' })
    expect((await client.orders.tabs()).every(({ orders }) => orders === 0)).toBe(true)
  })

  test('with what the owner had at the start says that this would move along', async () => {
    const { client, shopId, staged } = await aShopWithFile()
    await client.ledger.opening.save({ lines: [{ account: '1101', amount: 500_000 }] })
    const importId = await staged()
    expect(await endOf(await client.channels.files.preview({ importId, shopId }))).toMatchObject({
      earlierStart: { movesOpening: true },
    })
  })

  test('stopped on its way, leaves the shop as it was, start date included', async () => {
    const shop = await aShopWithFile()
    const { client, core, shopId } = shop
    const importId = await shop.staged()
    const ended = endOf(await client.channels.files.confirm({ importId, shopId, startDay: '2026-08-01' }))
    let joined = await core.work.joined(importId)
    while (!joined) {
      await new Promise(setImmediate)
      joined = await core.work.joined(importId)
    }
    await client.work.stop({ id: importId })
    expect(await ended).toMatchObject({ type: 'stopped' })
    expect((await client.settings.get()).startDay).toBe('2026-11-01')
    expect(await profitOf(shop)).toBe(0)
    expect(await client.ledger.verify()).toMatchObject({ ok: true })
  })
})
