import { onTestFinished } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import {
  bothSandboxes,
  connectedTo,
  connectorsOf,
  soldAt,
  stockGoesOut,
  withGoodsOf,
  withPieces,
} from '../builders/at-both-sandboxes.ts'
import type { SandboxWorld } from '../channels/connectors/sandboxed.ts'

export const GOODS = 2

/** Somebody buys at one of the channels; `thenKnown`: before the next one buys, this laptop asked both. */
export interface LastSale {
  at: 'shopee' | 'tiktok'
  goods: number
  pieces: number
  thenKnown: boolean
}

/** What came of it, of each of the goods: by the channels' own orders, and by every place that this laptop tells of it. */
export interface SoldOut {
  begin: number
  sold: number
  /** What the channels show when all is known. */
  there: number[]
  rows: { short: number; waiting: number }[]
  today: number[]
  stock: number
}

/** A laptop with two goods that both channels sell; plays any sales of the last pieces from a level that both show. */
export async function theLastPieces() {
  const worlds = await bothSandboxes()
  const { client, core, clock, doors } = await aCore({
    now: worlds.shopee.now(),
    connectors: connectorsOf(Object.values(worlds)),
  })
  onTestFinished(async () => {
    core.sync.stop()
    await core.sync.idle()
  })
  const idOf = await withGoodsOf(client, Object.values(worlds))
  await withPieces(client, idOf.values(), 1)
  for (const world of Object.values(worlds)) await connectedTo(client, world)
  await core.sync.idle()
  await client.catalog.listings.mapCertain()
  await stockGoesOut(client)
  await core.sync.idle()
  const shown = ({ sandbox }: SandboxWorld, sku: string) => sandbox.world.shelf().find((each) => each.sku === sku)
  const skus = [...idOf.keys()].filter((sku) => shown(worlds.shopee, sku) && shown(worlds.tiktok, sku)).slice(0, GOODS)
  const goods = skus.map((sku) => ({ sku, variantId: idOf.get(sku)! }))
  const round = async () => {
    for (const world of Object.values(worlds)) await world.move(60_000)
    clock.now = worlds.shopee.now()
    await client.sync.now({ shopId: null })
    await core.sync.idle()
  }
  const free = (variantId: string) =>
    doors.raw
      .prepare('SELECT on_hand - reserved FROM stock_level WHERE variant_id = ?')
      .pluck()
      .get(variantId) as number

  return {
    async play(pieces: readonly number[], sales: readonly LastSale[]): Promise<SoldOut[]> {
      const lines = goods.map(({ variantId }, index) => ({
        variantId,
        pieces: Math.max(1, pieces[index]! - free(variantId)),
      }))
      await client.inventory.adjust({
        id: newId(),
        kind: 'found',
        day: '2026-11-11',
        note: 'ditemukan di gudang',
        lines,
      })
      await round()
      const begin = goods.map(({ variantId }) => free(variantId))
      const sold = goods.map(() => 0)
      for (const { at, goods: which, pieces: wanted, thenKnown } of sales) {
        const { sku } = goods[which]!
        if (soldAt(worlds[at], [{ sku, pieces: wanted }]) !== null) sold[which]! += wanted
        if (thenKnown) await round()
      }
      await round()
      await round()
      const rows = await client.inventory.oversold()
      const { stock } = await client.reports.today()
      const levels = new Map<string, number>()
      for (const { variantId } of goods) levels.set(variantId, (await client.inventory.level({ variantId })).short)
      return goods.map(({ sku, variantId }, index) => ({
        begin: begin[index]!,
        sold: sold[index]!,
        there: Object.values(worlds).map((world) => shown(world, sku)!.stock),
        rows: rows
          .filter((row) => row.variantId === variantId)
          .map(({ short, orders }) => ({ short, waiting: orders.reduce((sum, order) => sum + order.pieces, 0) })),
        today: stock.short.filter((each) => each.variantId === variantId).map(({ short }) => short),
        stock: levels.get(variantId)!,
      }))
    },
  }
}
