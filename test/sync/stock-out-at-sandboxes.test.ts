import { expect, onTestFinished, test } from 'vitest'
import { aCore } from '../builders/a-core.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { bothSandboxes, connectedTo, stockGoesOut } from '../builders/at-both-sandboxes.ts'

/** One laptop, a shop at each sandbox that sells the same SKU, and stock that goes out to both within their limits. */
async function atBothSandboxes() {
  const worlds = await bothSandboxes()
  const begin = worlds.shopee.now()
  const made = await aCore({
    now: begin,
    connectors: { shopee: async () => worlds.shopee.connector, tiktok: async () => worlds.tiktok.connector },
  })
  const { client, core } = made
  onTestFinished(async () => {
    core.sync.stop()
    await core.sync.idle()
  })
  const shopIds = {
    shopee: await connectedTo(client, worlds.shopee),
    tiktok: await connectedTo(client, worlds.tiktok),
  }
  await core.sync.idle()
  const listings = async (channel: 'shopee' | 'tiktok') => {
    const visit = await core.sync.visit(shopIds[channel])
    return (await visit!.ask((shop) => shop.listings(null))).items
  }
  const both = {
    shopee: (await listings('shopee')).find(({ state }) => state === 'live')!,
    tiktok: (await listings('tiktok')).find(({ state }) => state === 'live')!,
  }
  const variant = aVariant({ sku: 'SAMA' })
  await client.catalog.products.save(aProduct({ variants: [variant] }))
  for (const channel of ['shopee', 'tiktok'] as const) {
    const { itemId, modelId } = both[channel]
    const listingId = made.doors.raw
      .prepare('SELECT id FROM listing WHERE shop_id = ? AND external_item = ? AND external_model = ?')
      .pluck()
      .get(shopIds[channel], itemId, modelId) as string
    await client.catalog.listings.map({ mappings: [{ listingId, variantId: variant.id }] })
  }
  const receive = (pieces: number) =>
    client.purchasing.receive(aPurchase([{ variantId: variant.id, pieces, price: 50_000 }], { day: '2026-11-10' }))
  const there = async (channel: 'shopee' | 'tiktok') => {
    const visit = await core.sync.visit(shopIds[channel])
    const { itemId, modelId } = both[channel]
    const told = await visit!.ask((shop) => shop.listingsOf([itemId]))
    return told.find((each) => each.modelId === modelId)!.stock
  }
  const turnOn = async () => {
    await core.sync.idle()
    await stockGoesOut(client)
    await core.sync.idle()
  }
  return { core, receive, there, turnOn }
}

test('a change of stock stands at both channels within five seconds', async () => {
  const { core, receive, there, turnOn } = await atBothSandboxes()
  await receive(7)
  await turnOn()
  expect([await there('shopee'), await there('tiktok')]).toEqual([7, 7])
  await core.sync.start()
  const begin = performance.now()
  await receive(4)
  await core.sync.idle()
  const seconds = (performance.now() - begin) / 1000
  expect([await there('shopee'), await there('tiktok')]).toEqual([11, 11])
  expect(seconds).toBeLessThan(5)
})
