import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { createRouterClient } from '@orpc/server'
import { shopeeConnector } from '../../src-main/core/channels/connectors/shopee/shopee-connector.ts'
import { tiktokConnector } from '../../src-main/core/channels/connectors/tiktok/tiktok-connector.ts'
import { openedRow } from '../../src-main/core/database/sealing.ts'
import type { OrderSnapshot } from '../../src-shared/orders/order.ts'
import { benchCore, type ConnectedBenchShop } from './connected-bench-shop.ts'
import { floorOfOrders } from './import-bench.ts'
import { timed } from './timing.ts'

const NIGHT_MS = 24 * 3_600_000
const READS = { shopee: shopeeConnector.reads, tiktok: tiktokConnector.reads }

interface Night {
  /** The shop's file as it stood before. */
  before: string
  orders: number
}

interface Waiting {
  seq: number
  shopId: string
  channel: keyof typeof READS
  key: string
  saidAt: number
  body: Buffer
}

/** A day passes at both channels while nobody asks; then everything is asked for. */
export async function nightTakenIn(shop: ConnectedBenchShop, orders: number): Promise<Night> {
  const { core, client, folder, both } = shop
  for (const { control } of both)
    await control('POST', 'buyers/day', { kind: 'elevenEleven', orders: Math.ceil(orders / both.length) })
  await shop.passes(NIGHT_MS)
  core.doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  const before = join(folder, 'before-night.sqlite')
  copyFileSync(join(folder, 'lumbung.sqlite'), before)
  const count = () => core.doors.raw.prepare('SELECT count(*) FROM sales_order').pluck().get() as number
  const known = count()
  await client.sync.now({ shopId: null })
  await core.sync.idle()
  return { before, orders: count() - known }
}

/**
 * The orders of a night once more, already in the inbox of a laptop that has no network: how long they take into the books, and how long
 * the very same rows take when they are inserted raw.
 */
export async function understoodAgainstFloor(
  { core, folder, ahead }: ConnectedBenchShop,
  { before }: Night,
): Promise<{ coreMs: number; floorMs: number; rows: number }> {
  const waiting = core.doors.raw
    .prepare(
      `SELECT i.seq, i.shop_id, i.shop_id AS shopId, i.about, s.channel, i.key, i.said_at AS saidAt, i.body FROM inbox i JOIN shop s ON s.id = i.shop_id
        WHERE i.about = 'order' AND i.state = 'applied' ORDER BY i.seq`,
    )
    .all()
    .map((row) => openedRow('inbox', row as Waiting))
  const apart = mkdtempSync(join(tmpdir(), 'lumbung-night-'))
  copyFileSync(before, join(apart, 'lumbung.sqlite'))
  copyFileSync(join(folder, 'lumbung.key'), join(apart, 'lumbung.key'))
  const offline = await benchCore(apart, ahead, {
    transport: () => Promise.reject(new TypeError('fetch failed')),
  })
  const { raw } = offline.doors
  raw.prepare('ATTACH ? AS told').run(join(folder, 'lumbung.sqlite'))
  raw.exec(`DELETE FROM inbox WHERE about = 'order';
    INSERT INTO inbox SELECT * FROM told.inbox WHERE about = 'order' AND seq NOT IN (SELECT seq FROM inbox);
    UPDATE inbox SET state = 'waiting', applied_at = NULL WHERE about = 'order';
    DETACH told`)
  const client = createRouterClient(offline.router)
  const coreMs = await timed(async () => {
    await client.sync.now({ shopId: null })
    await offline.sync.idle()
  })
  const byShop = Map.groupBy(waiting, ({ shopId }) => shopId)
  const sources = [...byShop].map(([shopId, told]) => ({ shopId, orders: told.map(snapshotOf) }))
  const floor = await floorOfOrders(before, offline.doors, sources)
  offline.close()
  rmSync(apart, { recursive: true, force: true })
  return { coreMs, ...floor }
}

const snapshotOf = ({ channel, key, saidAt, body }: Waiting): OrderSnapshot =>
  READS[channel].order({ key, saidAt, body: inflateRawSync(body).toString('utf8') })
