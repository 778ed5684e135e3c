import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createCore } from '../../src-main/core/core.ts'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { sampleProducts } from '../../src-main/sample-shop/goods.ts'
import { sampleOrder } from '../../src-main/sample-shop/orders.ts'
import { addDays } from '../../src-shared/kernel/business-day.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { OrderSnapshot } from '../../src-shared/orders/order.ts'
import { timed } from './timing.ts'

export const NOW = Date.parse('2026-11-22T02:14:00Z')
const START = '2023-12-01'
const DAYS = 1087

/** Three years of a batik shop: the same span whatever the number of orders, so that only the number differs. */
export async function benchShop() {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-bench-'))
  const file = join(folder, 'lumbung.sqlite')
  const core = await createCore({
    file,
    now: () => NOW,
    host: { version: '0', host: 'process', dataFolder: folder, isPractice: false },
    outside: nodeOutside(folder),
    resourcesFolder: join(import.meta.dirname, '../../resources'),
  })
  const client = createRouterClient(core.router)
  await client.settings.setUp({
    businessName: 'Batik Ratna',
    city: 'Jepara',
    ownerName: 'Ratna',
    zone: 'WIB',
    startDay: START,
    keepsHousehold: true,
    partnerName: '',
  })
  const products = sampleProducts(dice(1))
  for (const product of products)
    await client.catalog.products.save({
      id: product.id,
      name: product.name,
      category: product.category,
      description: '',
      photoId: null,
      variants: product.variants.map(({ id, sku, size, price, shelf }) => ({
        id,
        sku,
        barcode: null,
        motif: product.motif,
        colour: product.colour,
        size,
        unit: 'pcs',
        shelf,
        price,
        weightGrams: 250,
        reorderPoint: 5,
        safetyStock: 0,
        components: [],
      })),
    })
  await client.inventory.opening.save({
    isMeant: true,
    lines: products.flatMap(({ variants }) =>
      variants.map(({ id, cost }) => ({ variantId: id, pieces: 40_000, unitCost: cost })),
    ),
  })
  const shopId = newId()
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  return { core, client, folder, file, shopId, products }
}
export type BenchShop = Awaited<ReturnType<typeof benchShop>>

/** One order after another: a million at once would be gigabytes. */
export function* eachBenchOrder(shop: BenchShop, count: number): Generator<OrderSnapshot> {
  const die = dice(count)
  for (let index = 0; index < count; index++)
    yield sampleOrder(die, {
      day: addDays(START, Math.floor((index * DAYS) / count)),
      today: NOW,
      channel: 'shopee',
      products: shop.products,
    })
}

export const benchOrders = (shop: BenchShop, count: number): OrderSnapshot[] => [...eachBenchOrder(shop, count)]

const PART = 2000

/** Milliseconds; those of the processor do not know how busy the disk of a shared machine is. */
interface Taken {
  ms: number
  processorMs: number
}

/** Takes orders in part by part, as a shop does over the years; what each part took. */
export async function takenInParts(shop: BenchShop, orders: Iterable<OrderSnapshot>): Promise<Taken[]> {
  const times: Taken[] = []
  let part: OrderSnapshot[] = []
  const take = async () => {
    const arrived = part
    part = []
    const before = process.cpuUsage()
    const ms = await timed(() => shop.core.takeIn(shop.shopId, arrived, 'bench'))
    const { user, system } = process.cpuUsage(before)
    times.push({ ms, processorMs: (user + system) / 1000 })
  }
  for (const order of orders) {
    part.push(order)
    if (part.length === PART) await take()
  }
  if (part.length > 0) await take()
  return times
}
