import { expect, test } from 'vitest'
import { CALM_FATE, dayOf } from '../../src-main/sandbox/frame/buyer-robot.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import {
  type BothWorlds,
  bothSandboxes,
  connectedTo,
  connectorsOf,
  soldAt,
  withGoodsOf,
  withPieces,
} from '../builders/at-both-sandboxes.ts'
import { sellerCentreDownloads } from '../builders/seller-centre-downloads.ts'
import type { SandboxWorld } from '../channels/connectors/sandboxed.ts'
import { sendEverything } from './a-day-at-two-channels.ts'

const HOUR = 3_600_000
const ORDERS = 24

type Shop = Awaited<ReturnType<typeof aShopWithStock>>

async function aShopWithStock(worlds: BothWorlds) {
  const made = await aCore({ now: worlds.shopee.now(), connectors: connectorsOf(Object.values(worlds)) })
  await withPieces(made.client, (await withGoodsOf(made.client, Object.values(worlds))).values(), 30)
  return made
}

/** What the two ways must agree on: levels, reservations, orders and what stands in each account. */
function standing({ doors }: Shop): Record<string, unknown[]> {
  const all = (sql: string) => doors.raw.prepare(sql).all()
  return {
    levels: all('SELECT v.sku, l.on_hand, l.value FROM stock_level l JOIN variant v ON v.id = l.variant_id ORDER BY 1'),
    reservations: all(
      'SELECT v.sku, sum(r.pieces) AS pieces FROM reservation r JOIN variant v ON v.id = r.variant_id GROUP BY 1 ORDER BY 1',
    ),
    orders: all(
      'SELECT number, channel_state, state, tracking_number, buyer_payment FROM sales_order WHERE withdrawn_at IS NULL ORDER BY 1',
    ),
    lines: all(
      `SELECT o.number, v.sku, l.pieces, l.price, l.list_price, l.seller_discount, l.channel_discount FROM order_line l
        JOIN sales_order o ON o.id = l.order_id LEFT JOIN listing i ON i.id = l.listing_id
        LEFT JOIN variant v ON v.id = coalesce(l.variant_id, i.variant_id) ORDER BY 1, 2, 3`,
    ),
    balances: all(
      'SELECT account, sum(amount) AS amount FROM posting GROUP BY account HAVING sum(amount) <> 0 ORDER BY 1',
    ),
  }
}

test('a shop that takes in files stands where one stands that asks by API', async () => {
  const worlds = await bothSandboxes()
  const both: SandboxWorld[] = Object.values(worlds)
  const byApi = await aShopWithStock(worlds)
  const shopIds = {
    shopee: await connectedTo(byApi.client, worlds.shopee),
    tiktok: await connectedTo(byApi.client, worlds.tiktok),
  }
  await byApi.core.sync.idle()
  // some never pay, some think better of it, some are still on the way in the end
  for (const { sandbox } of both)
    for (const [index, purchase] of dayOf({
      kind: 'live',
      from: sandbox.ground.time.now(),
      seed: 11,
      orders: ORDERS,
    }).entries())
      sandbox.ground.time.at(purchase.at, {
        kind: 'purchase',
        id: '',
        data: {
          ...purchase,
          fate: {
            ...CALM_FATE,
            paysAfterMs: index % 8 === 0 ? null : CALM_FATE.paysAfterMs,
            asksToCancelAfterMs: index % 9 === 1 ? HOUR : null,
            arrivesAfterMs: index % 5 === 2 ? 400 * HOUR : CALM_FATE.arrivesAfterMs,
          },
        },
      })
  const round = async (hours: number) => {
    for (const world of both) await world.move(hours * HOUR)
    byApi.clock.now = both[0]!.now()
    await byApi.client.sync.now({ shopId: null, alsoCompare: true })
    await byApi.core.sync.idle()
  }
  await round(3)
  await sendEverything(both, { core: byApi.core, shopIds: Object.values(shopIds) })
  for (const hours of [76, 70]) await round(hours)
  for (const world of both) soldAt(world, [{ sku: world.sandbox.world.shelf()[0]!.sku, pieces: 2 }])
  await round(1)
  await byApi.client.catalog.listings.mapCertain()

  const byFile = await aShopWithStock(worlds)
  byFile.clock.now = byApi.clock.now
  for (const channel of ['shopee', 'tiktok'] as const)
    await byFile.client.channels.shops.save({ id: shopIds[channel], channel, name: `Toko di ${channel}` })
  for (const { channel, name, bytes } of sellerCentreDownloads(byApi.doors.raw, shopIds)) {
    const { importId } = await byFile.client.channels.files.stage({ file: aFile(name, bytes) })
    for await (const news of await byFile.client.channels.files.confirm({ importId, shopId: shopIds[channel] }))
      if (news.type === 'result') byFile.clock.now += 60_000
  }
  await byFile.client.catalog.listings.mapCertain()

  const [told, asked] = [standing(byFile), standing(byApi)]
  for (const [what, rows] of Object.entries(asked)) expect(rows.length, what).toBeGreaterThan(0)
  expect(
    new Set(asked.orders!.map((order) => (order as { channel_state: string }).channel_state)).size,
  ).toBeGreaterThan(2)
  expect(told).toEqual(asked)

  // connected afterwards, each file's shop finds its own orders and goods at the channel: nothing is there twice
  for (const world of both) {
    const { channel } = world.connector
    await connectedTo(byFile.client, world, channel === 'shopee' ? shopIds.shopee : shopIds.tiktok)
  }
  await byFile.core.sync.idle()
  await byFile.client.sync.now({ shopId: null, alsoCompare: true })
  await byFile.core.sync.idle()
  expect(standing(byFile)).toEqual(asked)
  const listings = ({ doors }: Shop) =>
    doors.raw
      .prepare(
        `SELECT l.shop_id, l.external_item, l.external_model, v.sku FROM listing l
          LEFT JOIN variant v ON v.id = l.variant_id ORDER BY 1, 2, 3`,
      )
      .all()
  expect(listings(byFile)).toEqual(listings(byApi))

  // nor is it when the file comes second: Shopee's report prints no id of a withdrawal, its API does
  const { name, bytes } = sellerCentreDownloads(byApi.doors.raw, shopIds).find((each) => each.name === 'Balance.xlsx')!
  const { importId } = await byApi.client.channels.files.stage({ file: aFile(name, bytes) })
  for await (const _ of await byApi.client.channels.files.confirm({ importId, shopId: shopIds.shopee }));
  expect(standing(byApi)).toEqual(asked)
})
