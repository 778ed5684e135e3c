import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { CONNECTORS } from '../../src-main/core/channels/connectors/connectors.ts'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { businessDay } from '../../src-shared/kernel/business-day.ts'
import type { ConnectedChannel } from '../../src-shared/sync/sync.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aPurchase } from '../builders/a-purchase.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-latihan-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Toko Latihan as a host opens it, with its file in the folder where its marketplaces are kept. */
async function aPractice(folder = aFolder(), isNew = true) {
  const made = await aCore({
    practiceFolder: folder,
    file: join(folder, 'latihan.sqlite'),
    connectors: CONNECTORS,
    outside: nodeOutside(folder),
    setUp: isNew ? {} : false,
  })
  const { client, core } = made
  // the marketplaces' clocks run, and so does the laptop's
  const begin = performance.now()
  Object.defineProperty(made.clock, 'now', { get: () => Math.floor(SUNDAY + performance.now() - begin) })
  await core.practising.resume()
  const round = async () => {
    await client.sync.now({ shopId: null })
    await core.sync.idle()
  }
  const opened = async (channel: ConnectedChannel) => {
    const { markets } = await client.sync.practice.open({ channel })
    await core.sync.idle()
    return markets.find((each) => each.channel === channel)!
  }
  const orders = async () => (await client.orders.list({ limit: 100 })).rows
  const today = async () => businessDay((await client.sync.practice.state()).now, 'WIB')
  const nextDay = async () => {
    await client.sync.practice.nextDay({ day: await today() })
    await core.sync.idle()
  }
  /** As the app is ended: what the marketplaces know is kept. */
  const end = async () => {
    await core.sync.idle()
    core.close()
    // another process would know nothing of the lines that were open
    await setTimeout(100)
  }
  return { ...made, folder, round, opened, orders, today, nextDay, end }
}

test('a learner gets an order, sends it, and is paid days later', { timeout: 60_000 }, async () => {
  const { client, core, opened, orders, nextDay, round } = await aPractice()
  await client.sync.practice.pace({ pace: 'none' })
  const market = await opened('shopee')
  expect(market).toMatchObject({ isOpen: true, hasBegunAgain: false })
  expect(await client.sync.connections()).toMatchObject([{ shopId: market.shopId, state: 'connected', trouble: null }])
  const toArrange = async () => (await client.orderActs.toArrange()).orderIds
  await expect
    .poll(
      async () => {
        if ((await orders()).length < 3) await client.sync.practice.buyer()
        await round()
        return (await toArrange()).length
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThanOrEqual(2)
  const { groups } = await client.orderActs.choices({ orderIds: await toArrange() })
  await client.orderActs.arrange({
    shipments: groups.map(({ orderIds, choices }) => {
      const [place] = choices!.pickup
      return {
        orderIds,
        choice: { way: 'pickup' as const, addressId: place!.addressId, slotId: place!.slots[0]?.id ?? '' },
      }
    }),
  })
  await core.sync.idle()
  const paid = async () => (await orders()).filter(({ received, state }) => received !== null && state === 'completed')
  for (let days = 0; days < 9 && (await paid()).length === 0; days++) await nextDay()
  expect((await paid()).length).toBeGreaterThan(0)
})

test('a day that is passed over is over for the shop and its marketplaces, once', { timeout: 60_000 }, async () => {
  const { client, clock, opened, today, orders, nextDay } = await aPractice()
  await opened('shopee')
  await client.sync.practice.pace({ pace: 'some' })
  const first = await today()
  await nextDay()
  expect(await today()).not.toBe(first)
  const arrived = (await orders()).length
  expect(arrived).toBeGreaterThan(0)
  // asked again for the day that is over
  const { now, daysAhead } = await client.sync.practice.nextDay({ day: first })
  expect(daysAhead).toBe(1)
  expect(now - clock.now).toBeLessThan(2 * 86_400_000)
  expect(await client.settings.clock()).toMatchObject({ doubt: null })
  // what is written now is written on that day
  const variant = aVariant({ sku: 'HARI-BARU' })
  await client.catalog.products.save(aProduct({ variants: [variant] }))
  await client.purchasing.receive(
    aPurchase([{ variantId: variant.id, pieces: 1, price: 1000 }], { day: await today() }),
  )
  expect((await client.sync.connections())[0]).toMatchObject({ trouble: null, clockSkewMs: null })
})

test('after the app was ended the marketplaces go on where they stood', { timeout: 60_000 }, async () => {
  const first = await aPractice()
  await first.opened('shopee')
  await first.client.sync.practice.pace({ pace: 'none' })
  await first.client.sync.practice.buyer()
  await first.nextDay()
  const [before] = await first.orders()
  const day = await first.today()
  await first.end()

  const again = await aPractice(first.folder, false)
  expect(await again.today()).toBe(day)
  expect(await again.client.sync.practice.state()).toMatchObject({
    pace: 'none',
    markets: [
      { channel: 'shopee', isOpen: true, hasBegunAgain: false },
      { channel: 'tiktok', isOpen: false },
    ],
  })
  await again.round()
  expect((await again.client.sync.connections())[0]).toMatchObject({ state: 'connected', trouble: null })
  expect((await again.orders()).map(({ number }) => number)).toEqual([before!.number])
})

test('what was kept and cannot be read begins again as another shop, and says so', { timeout: 60_000 }, async () => {
  const first = await aPractice()
  await first.opened('shopee')
  await first.client.sync.practice.buyer()
  await first.round()
  const known = (await first.orders()).length
  await first.end()
  writeFileSync(join(first.folder, 'latihan.pasar-shopee.keep'), 'separuh')

  const again = await aPractice(first.folder, false)
  const { markets } = await again.client.sync.practice.state()
  expect(markets[0]).toMatchObject({ isOpen: true, hasBegunAgain: true })
  expect((await again.client.channels.shops.list()).map(({ name }) => name).toSorted()).toEqual([
    'Pasar Latihan Shopee',
    'Pasar Latihan Shopee 2',
  ])
  expect((await again.client.sync.connections()).map(({ state }) => state).toSorted()).toEqual(['connected', 'ended'])
  expect((await again.orders()).length).toBe(known)
})

test('closed, it disconnects its shops; opened again, it is the same shop', { timeout: 60_000 }, async () => {
  const { client, opened } = await aPractice()
  const { shopId } = await opened('tiktok')
  await client.sync.practice.close()
  expect(await client.sync.connections()).toMatchObject([{ shopId, state: 'ended' }])
  expect(await opened('tiktok')).toMatchObject({ shopId, isOpen: true })
  expect(await client.sync.connections()).toMatchObject([{ shopId, state: 'connected' }])
})

test('a real shop has no marketplace to practise on', async () => {
  const { client } = await aCore()
  await expect(client.sync.practice.state()).rejects.toMatchObject({ code: 'NOT_PRACTICE' })
  await expect(client.sync.practice.open({ channel: 'shopee' })).rejects.toMatchObject({ code: 'NOT_PRACTICE' })
})
