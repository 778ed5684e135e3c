import { expect, onTestFinished, test } from 'vitest'
import type { Shopee } from '../../src-main/sandbox/shopee/state.ts'
import { EVERYTHING } from '../../src-shared/channels/stock-out.ts'
import { aCore } from '../builders/a-core.ts'
import {
  connectedTo,
  connectorsOf,
  soldAt,
  stockGoesOut,
  withGoodsOf,
  withPieces,
} from '../builders/at-both-sandboxes.ts'
import type { SandboxWorld } from '../channels/connectors/sandboxed.ts'
import { aShopeeWorld } from '../channels/connectors/shopee/a-shopee-world.ts'

const MINUTE = 60_000
const HALF = { ...EVERYTHING, share: 5_000 }

/** Another shop of the same owner: the same goods under the same numbers of listings, asked for by the same app. */
async function anotherShop(): Promise<SandboxWorld> {
  const world = await aShopeeWorld()
  const { shopee } = world.sandbox.world as unknown as { shopee: Shopee }
  shopee.state.shop.shopId += 1
  shopee.state.shop.name = 'Batik Ratna Cabang'
  // its orders have numbers of their own
  shopee.ground.dice.text(5, 'ABCDEFGH')
  return world
}

async function twoShops() {
  const worlds = { first: await aShopeeWorld(), second: await anotherShop() }
  for (const world of Object.values(worlds)) onTestFinished(() => world.close())
  const made = await aCore({ now: worlds.first.now(), connectors: connectorsOf([worlds.first]) })
  const { client, core, clock, doors } = made
  const idOf = await withGoodsOf(client, [worlds.first])
  await withPieces(client, idOf.values(), 10)
  const shopIds = {
    first: await connectedTo(client, worlds.first),
    second: await connectedTo(client, worlds.second, null, 'Cabang di Shopee'),
  }
  await core.sync.idle()
  await client.catalog.listings.mapCertain()
  await stockGoesOut(client)
  await core.sync.idle()
  const sku = worlds.first.sandbox.world.shelf().find(({ isOnSale }) => isOnSale)!.sku
  const round = async () => {
    for (const world of Object.values(worlds)) await world.move(MINUTE)
    clock.now = worlds.first.now()
    // what one of them sold is told to the other by the next round
    for (let each = 0; each < 2; each++) {
      await client.sync.now({ shopId: null })
      await core.sync.idle()
    }
  }
  const shown = () =>
    Object.values(worlds).map(({ sandbox }) => sandbox.world.shelf().find((each) => each.sku === sku)!.stock)
  const shopOf = (number: string) =>
    doors.raw.prepare('SELECT shop_id FROM sales_order WHERE number = ?').pluck().all(number)
  const rule = async (shopId: string, is: Partial<typeof EVERYTHING>) => {
    await client.sync.stock.saveRule({ shopId, about: { is: 'shop' }, rule: { ...EVERYTHING, ...is } })
    await round()
  }
  return { ...made, worlds, shopIds, sku, variantId: idOf.get(sku)!, round, shown, shopOf, rule }
}

test('orders of two shops of one channel come each into its own, and what is left goes out to both', async () => {
  const { client, doors, worlds, shopIds, sku, variantId, round, shown, shopOf } = await twoShops()
  expect(shown()).toEqual([10, 10])
  const listings = await client.sync.stock.ofVariant({ variantId })
  expect(new Set(listings.map(({ shopId }) => shopId))).toEqual(new Set(Object.values(shopIds)))
  const numberOf = doors.raw.prepare(
    'SELECT count(*) FROM listing WHERE variant_id = ? GROUP BY external_item, external_model',
  )
  expect(numberOf.pluck().all(variantId)).toEqual([2])
  expect(doors.raw.prepare('SELECT count(DISTINCT account) FROM connection').pluck().get()).toBe(2)

  await worlds.second.move(1_000)
  const [one, other] = [soldAt(worlds.first, [{ sku, pieces: 2 }])!, soldAt(worlds.second, [{ sku, pieces: 3 }])!]
  await round()
  expect([shopOf(one), shopOf(other)]).toEqual([[shopIds.first], [shopIds.second]])
  expect(shown()).toEqual([5, 5])
  worlds.first.sandbox.world.step(one, 'cancel')
  await round()
  expect(shown()).toEqual([7, 7])
  expect(await client.ledger.verify()).toMatchObject({ ok: true })
})

test('shares of two shops of one channel never come to more than there is, and the last pieces are of one', async () => {
  const { worlds, shopIds, sku, round, shown, rule } = await twoShops()
  await rule(shopIds.first, HALF)
  await rule(shopIds.second, HALF)
  expect(shown()).toEqual([5, 5])
  soldAt(worlds.first, [{ sku, pieces: 5 }])
  await round()
  expect(shown()).toEqual([3, 2])
  soldAt(worlds.second, [{ sku, pieces: 2 }])
  await round()
  soldAt(worlds.first, [{ sku, pieces: 2 }])
  await round()
  expect(shown()).toEqual([1, 0])
  await rule(shopIds.first, { lastPieces: 2 })
  await rule(shopIds.second, {})
  expect(shown()).toEqual([0, 1])
})

test('a shop that is disconnected or no longer lets this app in leaves the other one as it is', async () => {
  const { client, worlds, shopIds, sku, round, shown } = await twoShops()
  await client.sync.disconnect({ shopId: shopIds.first })
  soldAt(worlds.second, [{ sku, pieces: 4 }])
  await round()
  expect(shown()).toEqual([10, 6])
  const states = async () =>
    new Map((await client.sync.connections()).map(({ shopId, state, trouble }) => [shopId, { state, trouble }]))
  expect((await states()).get(shopIds.second)).toEqual({ state: 'connected', trouble: null })
  await connectedTo(client, worlds.first, shopIds.first)
  await round()
  expect(shown()).toEqual([6, 6])
  await worlds.second.revoke()
  soldAt(worlds.first, [{ sku, pieces: 1 }])
  await round()
  expect(shown()).toEqual([5, 6])
  expect((await states()).get(shopIds.first)).toEqual({ state: 'connected', trouble: null })
  expect((await states()).get(shopIds.second)!.state).not.toBe('connected')
})
