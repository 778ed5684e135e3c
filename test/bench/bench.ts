import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { OrderSnapshot } from '../../src-shared/orders/order.ts'
import { backupAgainstCopy } from './backup-bench.ts'
import { type BenchShop, benchOrders, benchShop, eachBenchOrder, takenInParts } from './bench-shop.ts'
import { importAgainstFloor, releasesAgainstFloor } from './import-bench.ts'
import { judging } from './judging.ts'
import { readingLines } from './reading-lines.ts'
import { lateReceiptAgainstFloor } from './recost-bench.ts'
import { startLines } from './start-lines.ts'
import { floorOf, listenToStatements, statementsOf } from './statements.ts'
import { syncLinesApart } from './sync-bench.ts'
import { bestOf, median } from './timing.ts'
import { uploadLines } from './upload-lines.ts'
import { waitingTimes } from './waiting-bench.ts'

/**
 * Speed as ratios, because absolute times on shared machines mean little: each call against the very same SQL statements run
 * raw in the same minute, a shop of many orders against a shop of few, and an import against raw inserts of its rows.
 */
const { values } = parseArgs({
  options: {
    few: { type: 'string', default: '1000' },
    many: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '31' },
    // stock that goes out within the channels' limits: minutes of waiting for them
    sync: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)

const LIMITS = {
  floor: 2,
  growth: 1.3,
  import: 3,
  late: 5,
  lateMs: 2000,
  partMs: 150,
  releases: 10,
  releasesMs: 15_000,
  /** 400 MB in 40 s. */
  backupMsAMegabyte: 100,
}
/** More orders than a file brings come in part by part, and are not laid beside a floor: both would be gigabytes. */
const LARGEST_FILE = 100_000
/** Of fewer, most is what a process does once. */
const ENOUGH_TO_JUDGE = 10_000
/** Of less, most is what a backup does once. */
const ENOUGH_MEGABYTES = 100
/** Parts at the beginning and at the end that are compared. */
const FEW_PARTS = 10
/**
 * Milliseconds that people may wait while long work goes on (95 of 100 times); on a machine so busy that the idle shop is slow
 * already, as many times what it takes there.
 */
const WAITS = { scan: 150, save: 300, list: 300, timesIdle: 12 }
/** Issues of one SKU behind a purchase that is typed last. */
const LATE = 5000
/** What an income file of a busy month holds. */
const RELEASES = 5000
const failures: string[] = []

listenToStatements()

const queries = (shop: BenchShop, oneNumber: string) => {
  const { client } = shop
  let day = 0
  const anyDay = () => `2026-${String((day++ % 10) + 1).padStart(2, '0')}-17`
  return {
    'neraca, any day': () => client.ledger.neraca({ day: anyDay() }),
    'laba rugi, a year': () => client.ledger.labaRugi({ from: '2025-01-01', to: '2025-12-31' }),
    'order search, one number': () => client.orders.list({ query: oneNumber }),
    'order search, a common word': () => client.orders.list({ query: 'kemeja' }),
    'order list, first page': () => client.orders.list({ tab: 'completed' }),
    'order list, deep page': () =>
      client.orders.list({ tab: 'completed', cursor: JSON.stringify([-Date.parse('2025-06-17T00:00:00Z'), 1]) }),
  }
}

const judge = judging(failures)

if (values.sync) await syncLinesApart(failures, (line) => console.info(line))

const shops = []
for (const count of [Number(values.few), Number(values.many)]) {
  const shop = await benchShop()
  const oneNumber =
    count > LARGEST_FILE ? await fillInParts(shop, count) : await fillAtOnce(shop, benchOrders(shop, count))
  shops.push({ count, shop, oneNumber })
}

/** One file; answers the number of an order in the middle. */
async function fillAtOnce(shop: BenchShop, orders: readonly OrderSnapshot[]): Promise<string> {
  const { importMs, floorMs, rows } = await importAgainstFloor(shop, orders)
  const count = orders.length
  console.info(
    `import of ${count} orders: ${Math.round(importMs)} ms, ${rows} rows raw: ${Math.round(floorMs)} ms, ${count >= ENOUGH_TO_JUDGE ? judge(`import of ${count}`, importMs / floorMs, LIMITS.import) : `${(importMs / floorMs).toFixed(2)}x`}`,
  )
  return orders[Math.floor(count / 2)]!.number
}

async function fillInParts(shop: BenchShop, count: number): Promise<string> {
  const times = await takenInParts(shop, eachBenchOrder(shop, count))
  const processor = times.map(({ processorMs }) => processorMs)
  const [first, last] = [median(processor.slice(0, FEW_PARTS)), median(processor.slice(-FEW_PARTS))]
  console.info(
    `${count} orders taken in, ${times.length} parts: ${Math.round(times.reduce((sum, { ms }) => sum + ms, 0))} ms; a part takes ${Math.round(first)} ms of the processor at first, ${Math.round(last)} ms in the end, ${judge('taking in, growth', last / first, LIMITS.growth)}`,
  )
  const { rows } = await shop.client.orders.list({ tab: 'completed', limit: 1 })
  return rows[0]!.number
}

const [few, many] = shops as [(typeof shops)[0], (typeof shops)[0]]
const small = queries(few.shop, few.oneNumber)
const large = queries(many.shop, many.oneNumber)
for (const name of Object.keys(large) as (keyof typeof large)[]) {
  const floor = floorOf(many.shop.file, await statementsOf(large[name]))
  const [call = 0, raw = 0, smallCall = 0] = await bestOf(rounds, large[name], floor.run, small[name])
  floor.close()
  console.info(
    `${name}: ${call.toFixed(2)} ms; against its floor ${judge(`${name}, floor`, call / raw, LIMITS.floor)}; against ${few.count} orders ${judge(`${name}, growth`, call / smallCall, LIMITS.growth)}`,
  )
}
for (const [name, query] of [
  ['a middle part', many.oneNumber.slice(3, 9)],
  ['four signs', many.oneNumber.slice(1, 5)],
] as const) {
  const [call = 0] = await bestOf(rounds, () => many.shop.client.orders.list({ query }))
  console.info(
    `order search by ${name} of a number among ${many.count}: ${judge(`order search by ${name}`, call, LIMITS.partMs, ' ms')}`,
  )
}
const sold = many.shop.core.doors.raw
  .prepare('select number from sales_order where completed_at is not null and shop_id = ? order by seq limit ?')
  .pluck()
  .all(many.shop.shopId, RELEASES) as string[]
const released = await releasesAgainstFloor(many.shop, sold)
console.info(
  `${sold.length} releases taken in: ${judge('releases, milliseconds', released.importMs, LIMITS.releasesMs, ' ms')}, their rows raw: ${Math.round(released.floorMs)} ms, ${judge('releases', released.importMs / released.floorMs, LIMITS.releases)}`,
)
const late = await lateReceiptAgainstFloor(few.shop, LATE)
if (late.settleMs > LIMITS.lateMs) failures.push('late receipt, milliseconds')
console.info(
  `receipt dated before ${LATE} issues of its SKU: ${Math.round(late.settleMs)} ms (limit ${LIMITS.lateMs} ms), longest wait of a reader ${Math.round(late.longestWaitMs)} ms, ${late.rows} rows raw: ${Math.round(late.floorMs)} ms, ${judge('late receipt', late.settleMs / late.floorMs, LIMITS.late)}`,
)
const { idle, ...busy } = await waitingTimes(many.shop, Math.min(LARGEST_FILE / 2, Math.ceil(many.count / 2)))
const said = ({ p95, max }: { p95: number; max: number }) => `${Math.round(p95)} ms (at most ${Math.round(max)})`
for (const [act, waits] of Object.entries(idle!)) console.info(`${act} on the idle shop: ${said(waits)}`)
for (const [work, acts] of Object.entries(busy))
  for (const act of ['scan', 'save', 'list'] as const) {
    const limit = Math.max(WAITS[act], WAITS.timesIdle * idle![act].p95)
    if (acts[act].p95 > limit) failures.push(`${act} during ${work}`)
    console.info(
      `${act} during ${work}: ${said(acts[act])}, ${(acts[act].p95 / idle![act].p95).toFixed(1)}x the idle shop (wanted ${WAITS[act]} ms${acts[act].p95 > WAITS[act] ? ', MISSED' : ''}; limit here ${Math.round(limit)} ms)`,
    )
  }
const kept = await backupAgainstCopy(many.shop)
const aMegabyte = kept.backupMs / kept.megabytes
console.info(
  `backup of ${Math.round(kept.megabytes)} MB: ${Math.round(kept.backupMs)} ms, ${(kept.backupMs / kept.copyMs).toFixed(1)}x a plain copy, longest wait of somebody who saves ${Math.round(kept.longestWaitMs)} ms, ${kept.megabytes < ENOUGH_MEGABYTES ? `${Math.round(aMegabyte)} ms a MB` : judge('backup, a megabyte', aMegabyte, LIMITS.backupMsAMegabyte, ' ms a MB')}`,
)
for (const { shop } of shops) shop.core.close()
for await (const line of startLines({ few: few.shop.folder, many: many.shop.folder }, judge)) console.info(line)
for await (const line of uploadLines(judge)) console.info(line)
for await (const line of readingLines(judge)) console.info(line)
for (const { shop } of shops) {
  rmSync(shop.folder, { recursive: true, force: true })
}
console.info(failures.length === 0 ? 'All within their limits.' : `Outside their limits: ${failures.join('; ')}`)
process.exitCode = failures.length === 0 ? 0 : 1
