import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aShopeeWorld } from '../channels/connectors/shopee/a-shopee-world.ts'

test('a shop is connected to Shopee’s sandbox, and an order is followed from its buyer to its money', async () => {
  const world = await aShopeeWorld()
  const { client, clock, core, doors } = await aCore({
    now: world.now(),
    connectors: { shopee: async () => world.connector },
  })
  const shopId = newId()
  const { attemptId, consentAddress } = await client.sync.connect.begin({
    channel: 'shopee',
    shopId,
    newName: 'Toko di Shopee',
    appId: world.app.appId,
    secret: world.app.secret,
    sandbox: world.app.addresses.api,
  })
  const address = await world.consent(consentAddress, 'yes')
  expect(await client.sync.connect.finish({ attemptId, address, account: null })).toEqual({ is: 'connected', shopId })
  await core.sync.idle()

  const round = async () => {
    clock.now = world.now()
    await client.sync.now({ shopId })
    await core.sync.idle()
    const [connection] = await client.sync.connections()
    expect(connection).toMatchObject({ state: 'connected', trouble: null, waiting: 0, unreadable: 0 })
  }
  const visit = await core.sync.visit(shopId)
  const { items } = await visit!.ask((shop) => shop.listings(null))
  const { itemId, modelId } = items.find(({ state, stock }) => state === 'live' && (stock ?? 0) > 3)!
  const number = await world.buy([{ itemId, modelId, pieces: 2 }])
  const stateOf = async () => (await client.orders.list({ limit: 50 })).rows.find((row) => row.number === number)?.state
  await round()
  expect(await stateOf()).toBe('to_arrange')
  await world.bring(number, 'completed')
  await round()
  expect(await stateOf()).toBe('completed')
  await world.release(number)
  await world.move(3_600_000)
  await round()
  const released = doors.raw.prepare('SELECT released FROM settlement WHERE order_number = ?').pluck().all(number)
  expect(released).toHaveLength(1)
  expect(released[0]).toBeGreaterThan(0)
  await world.close()
})
