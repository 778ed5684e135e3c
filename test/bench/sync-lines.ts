import type { StockOutShop } from '../../src-shared/channels/stock-out.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { type ConnectedBenchShop, connectedBenchShop } from './connected-bench-shop.ts'
import type { Judge } from './judging.ts'
import { nightTakenIn, understoodAgainstFloor } from './night-bench.ts'

const SKUS = 1_500
const NIGHT_ORDERS = 1_500
/** Of all the stock goes out to, within the channels' limits. */
const FULL_PUSH_MS = 180_000
const CHANGE_MS = 5_000
/** How long the process that answers the window may be away at once. */
const AT_ONCE_MS = 50
/** Of the same rows sealed and written raw. */
const CORE_SHARE = 3
const IDLE_SHARE = 2
/** More of each than the sandboxes show, so that all of it goes out, and enough for a night. */
const PIECES = 60
/** So many at once, and so cheap, that nobody has to agree to the total. */
const LINES_OF_A_PURCHASE = 250
const PRICE = 5_000

const today = () => new Date().toISOString().slice(0, 10)
const waited = (ms: number) => new Promise((done) => setTimeout(done, ms))
const seconds = (since: number) => `${Math.round((performance.now() - since) / 1000)} s`

/**
 * A shop at both sandboxes, which keep the channels' limits: all of its stock goes out from nothing known there, one change follows, a
 * night of orders waits. Times within the limits are laid beside what may be asked of them; what is our own beside a floor.
 */
export async function* syncLines(judge: Judge): AsyncGenerator<string> {
  const shop = await connectedBenchShop(SKUS, 50)
  try {
    yield* stockOut(shop, judge)
    yield* aNight(shop, judge)
  } finally {
    shop.close()
  }
}

async function inStock(client: ConnectedBenchShop['client'], variantIds: readonly string[]): Promise<void> {
  for (let from = 0; from < variantIds.length; from += LINES_OF_A_PURCHASE) {
    const some = variantIds.slice(from, from + LINES_OF_A_PURCHASE)
    const lines = some.map((variantId) => ({ variantId, pieces: PIECES, price: PRICE }))
    await client.purchasing.receive(aPurchase(lines, { day: today() }))
  }
}

async function* stockOut({ core, client }: ConnectedBenchShop, judge: Judge): AsyncGenerator<string> {
  const reading = performance.now()
  await core.sync.start()
  // a channel that asks for patience is asked again
  const isKnown = async () =>
    (await client.sync.stock.shops()).every(({ comparedAt, isReady }) => comparedAt && isReady)
  while (!(await isKnown())) await waited(1_000)
  await core.sync.idle()
  yield `all of ${SKUS} SKUs read at both sandboxes, with their orders: ${seconds(reading)}`
  const listingIds = core.doors.raw.prepare('SELECT id FROM listing WHERE variant_id IS NULL').pluck().all() as string[]
  await client.catalog.listings.createProducts({ listingIds: listingIds.slice(0, 5_000) })
  await core.work.idle()
  await inStock(client, core.doors.raw.prepare('SELECT DISTINCT variant_id FROM listing').pluck().all() as string[])

  const pushing = performance.now()
  for (const { shopId, comparedAt } of await client.sync.stock.shops())
    await client.sync.stock.turn({ shopId, to: 'on', comparedAt: comparedAt! })
  const leftOver = (shops: readonly StockOutShop[]) =>
    shops.reduce((sum, each) => sum + each.differing + each.refused, 0)
  let standing = await client.sync.stock.shops()
  while (leftOver(standing) > 0 && performance.now() - pushing < 2 * FULL_PUSH_MS) {
    await waited(1_000)
    standing = await client.sync.stock.shops()
  }
  yield `${standing.map(({ listings }) => listings).join(' and ')} listings told to both: ${judge('full push', performance.now() - pushing, FULL_PUSH_MS, ' ms')}, ${leftOver(standing)} left`

  await core.sync.idle()
  const [one] = await client.sync.stock.list({ shopId: standing[0]!.shopId, show: 'all' })
  const changing = performance.now()
  await inStock(client, [one!.variantId])
  await core.sync.idle()
  yield `one change of stock confirmed where it is sold: ${judge('change of stock', performance.now() - changing, CHANGE_MS, ' ms')}`
  const idle = process.cpuUsage()
  await waited(10_000)
  const { user, system } = process.cpuUsage(idle)
  yield `idle for 10 s with two connected shops: ${judge('idle', (user + system) / 100_000, IDLE_SHARE, '% of a processor')}`
}

async function* aNight(shop: ConnectedBenchShop, judge: Judge): AsyncGenerator<string> {
  await shop.core.sync.idle()
  const night = await nightTakenIn(shop, NIGHT_ORDERS)
  const away = night.turns.toSorted((a, b) => a - b)
  const usually = Math.round(away[Math.floor(away.length * 0.99)]!)
  yield `orders of a night that were never made: ${judge('night that did not happen', NIGHT_ORDERS - night.orders, NIGHT_ORDERS / 10, ' orders')}`
  yield `${night.orders} orders of a night taken in from both channels: ${Math.round(night.ms / 1000)} s, 99 of 100 turns of the loop within ${usually} ms of the processor, ${judge('away at once', away.at(-1)!, AT_ONCE_MS, ' ms')}`
  const { coreMs, readingMs, sealingMs, floorMs, rows } = await understoodAgainstFloor(shop, night)
  yield `from the inbox into the books: ${Math.round(coreMs)} ms of the processor, after ${Math.round(readingMs)} ms of reading them; ${rows} rows raw: ${Math.round(floorMs)} ms, ${Math.round(sealingMs)} of them to seal them, ${judge('core share of a night', coreMs / floorMs, CORE_SHARE)}`
}
