import { newId } from '../../src-shared/kernel/ids.ts'
import { ANSWERS } from '../builders/a-core.ts'
import { aShopeeWorld } from '../channels/connectors/shopee/a-shopee-world.ts'
import { aWindow } from './a-window.ts'

/** A new shop that is connected to the sandbox of Shopee, with what buyers do there; both keep one clock. */
export async function aConnectedWindow() {
  const world = await aShopeeWorld()
  const clock = { now: world.now() }
  const shop = await aWindow({ clock })
  const { client } = shop
  await client.settings.setUp(ANSWERS)
  const shopId = newId()
  const { attemptId, consentAddress } = await client.sync.connect.begin({
    channel: 'shopee',
    shopId,
    newName: 'Toko di Shopee',
    appId: world.app.appId,
    secret: world.app.secret,
    sandbox: world.app.addresses.api,
  })
  await client.sync.connect.finish({ attemptId, address: await world.consent(consentAddress, 'yes'), account: null })
  const { items } = world.sandbox.world.saved() as {
    items: Map<number, { itemId: number; models: { modelId: number }[] }>
  }
  const [item] = items.values()
  const goods = { itemId: String(item!.itemId), modelId: String(item!.models[0]!.modelId || '') }
  return {
    ...shop,
    world,
    /** A buyer orders one piece and pays; answers the number. */
    buy: () => world.buy([{ ...goods, pieces: 1 }]),
    orderOf: async (number: string) =>
      (await client.orders.list({ limit: 10 })).rows.find((row) => row.number === number),
    /** Time passes at both, and what happened meanwhile is asked for. */
    async later(ms: number) {
      await world.move(ms)
      clock.now = world.now()
      await client.sync.now({ shopId })
    },
    async close() {
      await shop.close()
      await world.close()
    },
  }
}
