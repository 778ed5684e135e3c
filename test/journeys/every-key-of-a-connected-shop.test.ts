import { expect, onTestFinished, test } from 'vitest'
import { aConnectedWindow } from './a-connected-window.ts'
import { pressEveryKey } from './every-key-walk.ts'
import { needsChannel } from './every-shortcut.ts'

test('every key of what is asked of a channel stands in the F1 list of its page and does something there', async () => {
  const shop = await aConnectedWindow()
  onTestFinished(() => shop.close())
  const { client, page, world, orderOf } = shop
  const [toSend, unwanted] = [await shop.buy(), await shop.buy()]
  await world.bring(unwanted, 'cancel asked')
  await shop.later(60_000)
  const cancelAsked = async () => {
    const order = await orderOf(unwanted)
    return order && (await client.orderActs.cancelRequest({ orderId: order.id }))?.mayAnswerHere
  }
  await expect.poll(cancelAsked).toBe(true)
  const { rows: listings } = await client.catalog.listings.list({ limit: 50 })
  await client.catalog.listings.createProducts({ listingIds: listings.map(({ id }) => id) })
  const [product] = (await client.catalog.products.list({})).rows
  const consentTakenBack = async () => {
    await world.revoke()
    await shop.later(60_000)
    await page.getByRole('button', { name: 'Buka Sambungan' }).waitFor()
  }
  await pressEveryKey(shop, {
    mine: needsChannel,
    pages: ['/toko/sambungan'],
    opened: [
      { at: '/toko/sinkron', first: [] },
      { at: '/toko/induk', first: [] },
      { at: `/pesanan?id=${(await orderOf(toSend))!.id}`, first: [] },
      { at: `/pesanan?id=${(await orderOf(unwanted))!.id}`, first: [] },
      { at: '/kemas', first: [] },
      { at: '/toko/induk', first: ['ArrowDown', 'Space'] },
      { at: `/toko/induk?id=${product!.id}`, first: [] },
      { at: '/', first: consentTakenBack },
    ],
    elsewhere: { 'syncShortcuts.practice': 'connected.test.ts' },
  })
})
