import { takeRunIn } from '../../src-main/core/channels/import-run.ts'
import { packed } from '../../src-main/core/channels/raw-documents.ts'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { sampleOrder } from '../../src-main/sample-shop/orders.ts'
import { addDays } from '../../src-shared/kernel/business-day.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { OrderSnapshot } from '../../src-shared/orders/order.ts'
import { type BenchShop, benchOrders, NOW } from './bench-shop.ts'
import { fileOf, importOf } from './import-bench.ts'

export interface Waits {
  p95: number
  max: number
}
type Act = 'scan' | 'save' | 'list'
export type WaitsOfActs = Record<Act, Waits>

const IDLE_ROUNDS = 40
const BETWEEN_MS = 15

/** What people do at the shop meanwhile, each with a moment of its own. */
function actsOf({ client }: BenchShop): Record<Act, () => Promise<unknown>> {
  return {
    scan: () => client.fulfilment.scan({ code: 'TAKDIKENAL', parcelId: null }).catch(() => null),
    save: () =>
      client.cash.record({
        id: newId(),
        day: '2026-11-21',
        note: 'dapur',
        event: { what: 'private expense', wallet: '1101', householdAccount: '9501', amount: 25_000 },
      }),
    list: () => client.orders.list({ tab: 'to_ship' }),
  }
}

/**
 * How long each act takes, again and again until `work` is over: counted from when it was due, so that a core too busy to begin
 * with it is not forgiven.
 */
async function waitsUntil(shop: BenchShop, work: Promise<unknown> | null): Promise<WaitsOfActs> {
  const acts = Object.entries(actsOf(shop)) as [Act, () => Promise<unknown>][]
  const times: Record<Act, number[]> = { scan: [], save: [], list: [] }
  let isOver = false
  void work?.finally(() => {
    isOver = true
  })
  for (let round = 0; work ? !isOver : round < IDLE_ROUNDS; round++) {
    const [name, act] = acts[round % acts.length]!
    const due = performance.now() + BETWEEN_MS
    await new Promise((waited) => setTimeout(waited, BETWEEN_MS))
    await act()
    times[name].push(performance.now() - due)
  }
  await work
  const waits = (all: number[]): Waits => {
    const sorted = all.toSorted((a, b) => a - b)
    return { p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN }
  }
  return { scan: waits(times.scan), save: waits(times.save), list: waits(times.list) }
}

/** Scan, save and list on the idle shop, and while long work goes on. */
export async function waitingTimes(shop: BenchShop, orders: number): Promise<Record<string, WaitsOfActs>> {
  const incoming = benchOrders(shop, orders)
  const idle = await waitsUntil(shop, null)
  const preview = await waitsUntil(shop, rehearsal(shop, incoming))
  const coming = await waitsUntil(shop, importOf(shop, incoming))
  const listingId = await aListingOf(shop, ordersOfOneListing(shop, Math.floor(orders * 0.4)))
  const variantId = shop.products[0]!.variants[0]!.id
  const map = (to: string | null) => shop.client.catalog.listings.map({ mappings: [{ listingId, variantId: to }] })
  const mapping = await waitsUntil(shop, map(variantId))
  const late = await waitsUntil(shop, lateReceipt(shop, variantId))
  return {
    idle,
    [`preview of ${orders} orders`]: preview,
    [`import of ${orders} orders`]: coming,
    'mapping a listing of many orders': mapping,
    'a purchase typed late': late,
  }
}

/** A purchase before all that left, to the last cost that it changes. */
async function lateReceipt({ client, core, products }: BenchShop, variantId: string): Promise<void> {
  await client.purchasing.receive({
    id: newId(),
    supplierName: 'CV Troso',
    day: '2026-01-31',
    lines: [{ variantId, pieces: 10_000, price: products[0]!.variants[0]!.cost + 7_001 }],
    discount: 0,
    extraCost: 0,
    paid: 0,
    paidFrom: null,
    dueDay: null,
    note: '',
    isMeant: true,
  })
  await core.work.idle()
}

async function rehearsal({ core, shopId }: BenchShop, orders: readonly OrderSnapshot[]): Promise<unknown> {
  const document = await packed('shopee orders', Buffer.from('bench'))
  return core.doors.rehearse((tx) =>
    takeRunIn(
      tx,
      {
        run: { id: newId(), place: { shopId, account: null }, fileName: 'bench', modifiedAt: null, at: NOW },
        content: fileOf(orders),
        sha256: document.sha256,
        document,
        despite: 'any',
      },
      core,
      { onProgress: () => {}, signal: undefined },
    ),
  )
}

/** Orders of goods that no SKU is known for yet. */
function ordersOfOneListing(shop: BenchShop, count: number): OrderSnapshot[] {
  const die = dice(count + 1)
  const product = shop.products[0]!
  return Array.from({ length: count }, (_, index) => {
    const order = sampleOrder(die, {
      day: addDays('2026-02-01', Math.floor((index * 270) / count)),
      today: NOW,
      channel: 'shopee',
      products: [{ ...product, variants: [product.variants[0]!] }],
    })
    const [line] = order.lines
    return {
      ...order,
      lines: [{ ...line!, productName: 'Barang tanpa kode', variationName: '', sku: '', parentSku: '' }],
    }
  })
}

async function aListingOf(shop: BenchShop, orders: readonly OrderSnapshot[]): Promise<string> {
  await importOf(shop, orders)
  const { rows } = await shop.client.catalog.listings.list({ show: 'unmapped', query: 'Barang tanpa kode' })
  return rows[0]!.id
}
