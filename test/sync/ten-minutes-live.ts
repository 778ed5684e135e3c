import { onTestFinished } from 'vitest'
import { dayOf } from '../../src-main/sandbox/frame/buyer-robot.ts'
import { EVERYTHING, WHOLE } from '../../src-shared/channels/stock-out.ts'
import { aCore } from '../builders/a-core.ts'
import {
  bothSandboxes,
  connectedTo,
  connectorsOf,
  stockGoesOut,
  withGoodsOf,
  withPieces,
} from '../builders/at-both-sandboxes.ts'
import type { SandboxWorld } from '../channels/connectors/sandboxed.ts'

const MINUTES = 10

/** What a live of ten minutes at both channels left behind. */
interface LiveOver {
  /** At the channels, and here. */
  orders: { there: number; here: number }
  /** Orders that buyers would have made, had there been enough. */
  wanted: number
  oversold: number
  /** By the rule: the most that both channels showed together beyond what was free, of all goods together. */
  risked: number
}

interface WantedLive {
  orders: number
  /** Of each of the goods. */
  pieces: number
  /** Of ten thousand of what there is, to each channel. */
  share: number
  /** The engine asks every minute. */
  minutesBetween?: number
}

/** Ten minutes in which both channels sell the same few goods, and an hour in which buyers pay. */
export async function tenMinutesLive({ orders, pieces, share, minutesBetween = 1 }: WantedLive): Promise<LiveOver> {
  const worlds: SandboxWorld[] = Object.values(await bothSandboxes())
  const { client, core, clock } = await aCore({ now: worlds[0]!.now(), connectors: connectorsOf(worlds) })
  onTestFinished(async () => {
    core.sync.stop()
    await core.sync.idle()
  })
  const idOf = await withGoodsOf(client, worlds)
  await withPieces(client, idOf.values(), pieces)
  const shopIds: string[] = []
  for (const world of worlds) shopIds.push(await connectedTo(client, world))
  await core.sync.idle()
  await client.catalog.listings.mapCertain()
  for (const shopId of shopIds)
    await client.sync.stock.saveRule({ shopId, about: { is: 'shop' }, rule: { ...EVERYTHING, share } })
  await stockGoesOut(client)
  await core.sync.idle()
  const shown = (sku: string) =>
    worlds.reduce((sum, { sandbox }) => sum + (sandbox.world.shelf().find((each) => each.sku === sku)?.stock ?? 0), 0)

  for (const [index, { sandbox }] of worlds.entries())
    for (const purchase of dayOf({
      kind: 'live',
      from: sandbox.ground.time.now(),
      seed: 40 + index,
      orders: Math.ceil(orders / worlds.length),
    }))
      sandbox.ground.time.at(purchase.at, { kind: 'purchase', id: '', data: purchase })
  const risks = new Map<string, number>()
  const round = async (minutes: number) => {
    for (const world of worlds) await world.move(minutes * 60_000)
    clock.now = worlds[0]!.now()
    await client.sync.now({ shopId: null })
    await core.sync.idle()
  }
  for (let minute = 0; minute < MINUTES; minute += minutesBetween) {
    for (const { variantId, available } of (await client.inventory.levels({ limit: 200 })).rows) {
      const sku = [...idOf].find(([, id]) => id === variantId)![0]
      risks.set(sku, Math.max(risks.get(sku) ?? 0, shown(sku) - available))
    }
    await round(minutesBetween)
  }
  await round(60)
  const oversold = (await client.inventory.oversold()).reduce((sum, { short }) => sum + short, 0)
  return {
    orders: {
      there: worlds.reduce((sum, { sandbox }) => sum + sandbox.world.orders().length, 0),
      here: (await client.orders.tabs()).reduce((sum, tab) => sum + tab.orders, 0),
    },
    wanted: orders,
    oversold,
    risked: [...risks.values()].reduce((sum, each) => sum + each, 0),
  }
}

export const HALF = WHOLE / 2
