import { onTestFinished } from 'vitest'
import type { Connector } from '../../src-main/core/channels/connectors/connector.ts'
import type { Connectors } from '../../src-main/core/channels/connectors/connectors.ts'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { CALM_FATE, purchaseOf } from '../../src-main/sandbox/frame/buyer-robot.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { ChannelWorld } from '../channels/connectors/conformance.ts'
import type { SandboxWorld } from '../channels/connectors/sandboxed.ts'
import { aShopeeWorld } from '../channels/connectors/shopee/a-shopee-world.ts'
import { aTiktokWorld } from '../channels/connectors/tiktok/a-tiktok-world.ts'
import type { aCore } from './a-core.ts'
import { aProduct, aVariant } from './a-product.ts'
import { aPurchase } from './a-purchase.ts'

type Client = Awaited<ReturnType<typeof aCore>>['client']

export interface BothWorlds {
  shopee: SandboxWorld
  tiktok: SandboxWorld
}

/** Both marketplaces at the same moment, closed with the test. */
export async function bothSandboxes(): Promise<BothWorlds> {
  const worlds = { shopee: await aShopeeWorld(), tiktok: await aTiktokWorld() }
  for (const world of Object.values(worlds)) onTestFinished(() => world.close())
  return worlds
}

/** The channels' limits are counted by a clock that does not stand still in tests. */
export const hasty = (connector: Connector): Connector => ({
  ...connector,
  facts: { ...connector.facts, requestsPerSecond: 10_000 },
})

/** For a core that asks these sandboxes as fast as it can. */
export const connectorsOf = (worlds: readonly ChannelWorld[]): Connectors =>
  Object.fromEntries(worlds.map(({ connector }) => [connector.channel, async () => hasty(connector)]))

/** The owner connects a shop to a sandbox, a new one or one that is here already; answers its id. */
export async function connectedTo(
  client: Client,
  { app, connector, consent }: ChannelWorld,
  known: string | null = null,
  name = `Toko di ${connector.channel}`,
): Promise<string> {
  const shopId = known ?? newId()
  const { attemptId, consentAddress } = await client.sync.connect.begin({
    channel: connector.channel,
    shopId,
    newName: known === null ? name : null,
    appId: app.appId,
    secret: app.secret,
    serviceId: app.serviceId,
    sandbox: app.addresses.api,
  })
  const address = await consent(consentAddress, 'yes')
  const answer = await client.sync.connect.finish({ attemptId, address, account: null })
  if (answer.is !== 'connected') throw new Error('the consent covers several shops')
  return shopId
}

/** Everything that is on sale at the sandboxes becomes goods of this laptop; answers their ids by SKU. */
export async function withGoodsOf(
  client: Client,
  worlds: readonly SandboxWorld[],
): Promise<ReadonlyMap<string, string>> {
  const skus = [...new Set(worlds.flatMap(({ sandbox }) => sandbox.world.shelf().map(({ sku }) => sku)))]
  // a product of its own each: a size that says something else than the listing would make its code doubtful
  const variants = skus.map((sku) => aVariant({ sku }))
  for (const variant of variants)
    await client.catalog.products.save(aProduct({ name: `Barang ${variant.sku}`, variants: [variant] }))
  return new Map(variants.map(({ sku, id }) => [sku, id]))
}

/** The day before the sandboxes begin, so many pieces of each came in, at different costs. */
export const withPieces = (client: Client, variantIds: Iterable<string>, pieces: number) =>
  client.purchasing.receive(
    aPurchase(
      [...variantIds].map((variantId, index) => ({ variantId, pieces, price: 40_000 + 1_000 * (index % 7) })),
      { day: '2026-11-10' },
    ),
  )

/** Somebody buys at a sandbox and pays at once; answers the number, or null where that is sold out. */
export function soldAt({ sandbox }: SandboxWorld, lines: readonly { sku: string; pieces: number }[]): string | null {
  const { world, ground } = sandbox
  const id = world.buy({
    ...purchaseOf(dice(lines.length), ground.time.now()),
    lines: lines.map(({ sku, pieces }) => ({ pick: 0, sku, quantity: pieces })),
    isCod: false,
    fate: CALM_FATE,
  })
  if (id !== null) world.step(id, 'pay')
  return id
}

/** Stock goes out to every connected shop from now on. */
export async function stockGoesOut(client: Client): Promise<void> {
  for (const { shopId, comparedAt } of await client.sync.stock.shops())
    await client.sync.stock.turn({ shopId, to: 'on', comparedAt: comparedAt! })
}
