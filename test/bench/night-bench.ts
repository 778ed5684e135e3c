import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { createRouterClient } from '@orpc/server'
import type Sqlite from 'better-sqlite3'
import { shopeeConnector } from '../../src-main/core/channels/connectors/shopee/shopee-connector.ts'
import { tiktokConnector } from '../../src-main/core/channels/connectors/tiktok/tiktok-connector.ts'
import { openedRow, sealedRow } from '../../src-main/core/database/sealing.ts'
import type { OrderSnapshot } from '../../src-shared/orders/order.ts'
import { benchCore, type ConnectedBenchShop } from './connected-bench-shop.ts'
import { floorOfOrders } from './import-bench.ts'
import { processorMs, timed, turnsOfTheLoop } from './timing.ts'

const NIGHT_MS = 24 * 3_600_000
const READS = { shopee: shopeeConnector.reads, tiktok: tiktokConnector.reads }

interface Night {
  /** The shop's file as it stood before. */
  before: string
  orders: number
  ms: number
  /** What the processor did before the event loop came round again, each time. */
  turns: number[]
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
  const turns = turnsOfTheLoop()
  const ms = await timed(async () => {
    await client.sync.now({ shopId: null })
    await core.sync.idle()
  })
  return { before, orders: count() - known, ms, turns: turns() }
}

const ROUNDS = 3

/** Milliseconds of the processor. */
interface AgainstFloor {
  coreMs: number
  readingMs: number
  /** Of it, sealing what tells of people. */
  sealingMs: number
  floorMs: number
  rows: number
}

/**
 * The orders of a night once more, already in the inbox of a laptop that has no network: what the processor has to do to bring them into
 * the books, once they are read, and to write the very same rows raw: sealed as they have to be, inserted, and their payloads marked as
 * taken in. The best of a few rounds of each, in turn.
 */
export async function understoodAgainstFloor(shop: ConnectedBenchShop, { before }: Night): Promise<AgainstFloor> {
  const rounds: AgainstFloor[] = []
  while (rounds.length < ROUNDS) rounds.push(await onceAgainstFloor(shop, before))
  const best = (of: (round: AgainstFloor) => number) => Math.min(...rounds.map(of))
  return {
    coreMs: best((round) => round.coreMs),
    readingMs: best((round) => round.readingMs),
    sealingMs: best((round) => round.sealingMs),
    floorMs: best((round) => round.floorMs),
    rows: rounds[0]!.rows,
  }
}

async function onceAgainstFloor({ core, folder, ahead }: ConnectedBenchShop, before: string): Promise<AgainstFloor> {
  const apart = mkdtempSync(join(tmpdir(), 'lumbung-night-'))
  copyFileSync(before, join(apart, 'lumbung.sqlite'))
  copyFileSync(before, join(apart, 'floor.sqlite'))
  copyFileSync(join(folder, 'lumbung.key'), join(apart, 'lumbung.key'))
  const offline = await benchCore(apart, ahead, {
    transport: () => Promise.reject(new TypeError('fetch failed')),
  })
  const client = createRouterClient(offline.router)
  const asked = async () => {
    await client.sync.now({ shopId: null })
    await offline.sync.idle()
  }
  // what a round does besides is no share of the night
  const besides = await processorMs(asked)
  const { raw } = offline.doors
  raw.prepare('ATTACH ? AS told').run(join(folder, 'lumbung.sqlite'))
  raw.exec(`DELETE FROM inbox WHERE about = 'order';
    INSERT INTO inbox SELECT * FROM told.inbox WHERE about = 'order' AND seq NOT IN (SELECT seq FROM inbox);
    UPDATE inbox SET state = 'waiting', applied_at = NULL WHERE about = 'order';
    DETACH told`)
  const whole = (await processorMs(asked)) - besides
  const waiting = core.doors.raw
    .prepare(
      `SELECT i.seq, i.shop_id, i.shop_id AS shopId, i.about, s.channel, i.key, i.said_at AS saidAt, i.body FROM inbox i JOIN shop s ON s.id = i.shop_id
        WHERE i.about = 'order' AND i.state = 'applied' ORDER BY i.seq`,
    )
    .all()
    .map((row) => openedRow('inbox', row as Waiting))
  const byShop = Map.groupBy(waiting, ({ shopId }) => shopId)
  let sources: { shopId: string; orders: OrderSnapshot[] }[] = []
  const readingMs = await processorMs(() => {
    sources = [...byShop].map(([shopId, told]) => ({ shopId, orders: told.map(snapshotOf) }))
  })
  const floor = await floorOfOrders(join(apart, 'floor.sqlite'), offline.doors, sources)
  const sealingMs = await sealedOnceMore(raw)
  const markingMs = await markedOnceMore(raw)
  offline.close()
  rmSync(apart, { recursive: true, force: true })
  return {
    coreMs: whole - readingMs,
    readingMs,
    sealingMs,
    floorMs: floor.processorMs + sealingMs + markingMs,
    rows: floor.rows + waiting.length,
  }
}

/** What tells of the buyers of the night, opened beforehand. */
async function sealedOnceMore(raw: Sqlite.Database): Promise<number> {
  const night = raw.prepare("SELECT key FROM inbox WHERE about = 'order'").pluck().all()
  const people = raw
    .prepare(
      'SELECT r.* FROM order_recipient r JOIN sales_order o ON o.id = r.order_id WHERE o.number IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(night))
    .map((row) => openedRow('order_recipient', row as object))
  return processorMs(() => {
    for (const row of people) sealedRow(raw.name, 'order_recipient', row)
  })
}

async function markedOnceMore(raw: Sqlite.Database): Promise<number> {
  raw.exec("UPDATE inbox SET state = 'waiting', applied_at = NULL WHERE about = 'order'")
  raw.pragma('wal_checkpoint(TRUNCATE)')
  const waiting = raw.prepare("SELECT seq FROM inbox WHERE about = 'order'").pluck().all()
  const mark = raw.prepare("UPDATE inbox SET state = 'applied', applied_at = 1 WHERE seq = ?")
  const markAll = raw.transaction(() => {
    for (const seq of waiting) mark.run(seq)
  })
  return processorMs(() => markAll.immediate())
}

const snapshotOf = ({ channel, key, saidAt, body }: Waiting): OrderSnapshot =>
  READS[channel].order({ key, saidAt, body: inflateRawSync(body).toString('utf8') })
