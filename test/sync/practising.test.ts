import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aCore } from '../builders/a-core.ts'
import { aPractice } from '../builders/a-practice.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aPurchase } from '../builders/a-purchase.ts'

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
