import { expect, onTestFinished, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { aShopeeWorld } from '../channels/connectors/shopee/a-shopee-world.ts'
import { aTiktokWorld } from '../channels/connectors/tiktok/a-tiktok-world.ts'

/** One laptop, a shop at each sandbox that sells the same SKU, and stock that goes out to both. */
async function atBothSandboxes() {
  const worlds = { shopee: await aShopeeWorld(), tiktok: await aTiktokWorld() }
  const begin = worlds.shopee.now()
  const made = await aCore({
    now: begin,
    connectors: { shopee: async () => worlds.shopee.connector, tiktok: async () => worlds.tiktok.connector },
  })
  const { client, core, clock } = made
  onTestFinished(async () => {
    core.sync.stop()
    await core.sync.idle()
    await worlds.shopee.close()
    await worlds.tiktok.close()
  })
  const connect = async (channel: 'shopee' | 'tiktok') => {
    const world = worlds[channel]
    const shopId = newId()
    const { attemptId, consentAddress } = await client.sync.connect.begin({
      channel,
      shopId,
      newName: `Toko di ${channel}`,
      appId: world.app.appId,
      secret: world.app.secret,
      serviceId: world.app.serviceId,
      sandbox: world.app.addresses.api,
    })
    const address = await world.consent(consentAddress, 'yes')
    await client.sync.connect.finish({ attemptId, address, account: null })
    await core.sync.idle()
    return shopId
  }
  const shopIds = { shopee: await connect('shopee'), tiktok: await connect('tiktok') }
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
    for (const { shopId, comparedAt } of await client.sync.stock.shops())
      await client.sync.stock.turn({ shopId, to: 'on', comparedAt: comparedAt! })
    await core.sync.idle()
  }
  /** Both clocks stand at the same moment, and every shop asks for everything. */
  const round = async () => {
    clock.now = Math.max(clock.now, worlds.shopee.now(), worlds.tiktok.now())
    await client.sync.now({ shopId: null })
    await core.sync.idle()
  }
  return { ...made, worlds, both, variantId: variant.id, receive, there, turnOn, round }
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

test('two channels that sell the last pieces at once: what is oversold is what is short here, and both then show none', async () => {
  const { client, worlds, both, variantId, receive, there, turnOn, round } = await atBothSandboxes()
  await receive(3)
  await turnOn()
  const buy = (channel: 'shopee' | 'tiktok', pieces: number) =>
    worlds[channel].buy([{ itemId: both[channel].itemId, modelId: both[channel].modelId, pieces }])
  await buy('shopee', 3)
  await buy('tiktok', 2)
  await round()
  await round()
  const { stock } = await client.reports.today()
  expect(stock).toMatchObject({ shortSkus: 1, short: [{ variantId, short: 2 }] })
  expect([await there('shopee'), await there('tiktok')]).toEqual([0, 0])
})
