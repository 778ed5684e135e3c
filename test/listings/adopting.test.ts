import { expect, test } from 'vitest'
import { aShopAtASandbox } from '../builders/a-shop-at-a-sandbox.ts'
import { aShopeeWorld } from '../channels/connectors/shopee/a-shopee-world.ts'

const MINUTE = 60_000
/** More than the goods of the sandbox have. */
const CATEGORIES = 8

test('what stands at the channel is written here once; where nothing is new, nothing is compared and nobody is told', async () => {
  const { client, core, world, round, shopId } = await aShopAtASandbox(aShopeeWorld)
  const listingIds = core.doors.raw.prepare('SELECT id FROM listing WHERE variant_id IS NULL').pluck().all() as string[]
  await client.catalog.listings.createProducts({ listingIds })
  await core.work.idle()
  const written = () =>
    core.doors.raw.prepare('SELECT count(*) FROM own_listing WHERE shop_id = ?').pluck().get(shopId) as number
  const parts: number[] = []
  core.doors.onCommitted(({ rooms }) => {
    if (rooms.some((room) => room === 'listings')) parts.push(written())
  })
  const later = async () => {
    await world.move(10 * MINUTE)
    await round()
  }
  await later()
  const products = core.doors.raw.prepare('SELECT count(*) FROM product').pluck().get()
  expect(written()).toBe(products)
  // brands are learned one category a round, until all are known
  for (let round = 0; round < CATEGORIES; round++) await later()
  const before = parts.length
  await later()
  expect(parts.slice(before)).toEqual([])
})
