import { onTestFinished } from 'vitest'
import type { ChannelWorld } from '../channels/connectors/conformance.ts'
import { aCore } from './a-core.ts'
import { connectedTo, connectorsOf } from './at-both-sandboxes.ts'
import { digestOf } from './shop-digest.ts'

/** A core connected to a sandbox over HTTP, with whatever a buyer and the owner do there; its first round is over. */
export async function aShopAtASandbox(open: () => Promise<ChannelWorld>) {
  const world = await open()
  onTestFinished(() => world.close())
  const made = await aCore({ now: world.now(), connectors: connectorsOf([world]) })
  const { client, clock, core, doors } = made
  const shopId = await connectedTo(client, world)
  await core.sync.idle()

  /** Everything is asked for now, by the clock of the channel, and the round is over. */
  const round = async () => {
    clock.now = world.now()
    await client.sync.now({ shopId })
    await core.sync.idle()
  }
  const visit = (await core.sync.visit(shopId))!
  const { items } = await visit.ask((shop) => shop.listings(null))
  const live = items.filter(({ state, stock }) => state === 'live' && (stock ?? 0) > 3)
  /** A buyer orders and pays; answers the number. */
  const buy = (pieces = 1, which = 0) => {
    const { itemId, modelId } = live[which]!
    return world.buy([{ itemId, modelId, pieces }])
  }
  const orderOf = async (number: string) => {
    const found = (await client.orders.list({ limit: 100 })).rows.find((row) => row.number === number)
    return found ? client.orders.get({ id: found.id }) : null
  }
  const health = async () => (await client.sync.connections())[0]!
  const digest = () => digestOf(doors.raw)
  return { ...made, world, shopId, round, buy, orderOf, health, digest }
}
