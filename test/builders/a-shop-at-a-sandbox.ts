import { onTestFinished } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { ChannelWorld } from '../channels/connectors/conformance.ts'
import { aCore } from './a-core.ts'
import { digestOf } from './shop-digest.ts'

/** A core connected to a sandbox over HTTP, with whatever a buyer and the owner do there; its first round is over. */
export async function aShopAtASandbox(open: () => Promise<ChannelWorld>) {
  const world = await open()
  onTestFinished(() => world.close())
  const { channel } = world.connector
  const made = await aCore({ now: world.now(), connectors: { [channel]: async () => world.connector } })
  const { client, clock, core, doors } = made
  const shopId = newId()
  const { attemptId, consentAddress } = await client.sync.connect.begin({
    channel,
    shopId,
    newName: 'Toko di kanal',
    appId: world.app.appId,
    secret: world.app.secret,
    serviceId: world.app.serviceId,
    sandbox: world.app.addresses.api,
  })
  const address = await world.consent(consentAddress, 'yes')
  const answer = await client.sync.connect.finish({ attemptId, address, account: null })
  if (answer.is !== 'connected') throw new Error('the consent covers several shops')
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
