import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { WorkUnderWay } from '../../src-shared/work/work.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const ORDERS = 450

/** Many orders that left, of goods nobody named a SKU for yet. */
const LEFT = (() => {
  const file = anOrderFile()
  const day = (number: number) => String(number).padStart(2, '0')
  for (let index = 0; index < ORDERS; index++)
    file.withOrder(`2611${day(2 + (index % 19))}${String(index).padStart(8, '0')}`, {
      status: 'Sedang Dikirim',
      items: [{ product: 'Kemeja tanpa kode', pieces: 1, price: 100_000 }],
      cells: { 'Waktu Pengiriman Diatur': `2026-11-${day(3 + (index % 18))} 09:00` },
    })
  return aFile('Order.all.csv', file.csv())
})()

async function aShopWhereManyLeft() {
  const shop = await aCore()
  const { client, clock } = shop
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  const shirt = aProduct({ variants: [aVariant({ sku: 'KMJ' })] })
  await client.catalog.products.save(shirt)
  const variantId = shirt.variants[0]!.id
  const { importId } = await client.channels.files.stage({ file: LEFT })
  for await (const _ of await client.channels.files.confirm({ importId, shopId }));
  const listingId = (await client.catalog.listings.list({})).rows[0]!.id
  return {
    ...shop,
    map: () => client.catalog.listings.map({ mappings: [{ listingId, variantId }] }),
    openingAt: (unitCost: number) => client.inventory.opening.save({ lines: [{ variantId, pieces: 900, unitCost }] }),
    verified: async () => {
      await shop.core.work.idle()
      const { findings, digest } = await client.ledger.verify()
      expect(findings.filter(({ ok }) => !ok)).toEqual([])
      return digest
    },
  }
}
type Shop = Awaited<ReturnType<typeof aShopWhereManyLeft>>

async function underWay({ client }: Pick<Shop, 'client'>, kind: WorkUnderWay['kind']): Promise<WorkUnderWay> {
  for (;;) {
    const found = (await client.work.underWay()).find((work) => work.kind === kind)
    if (found) return found
    await new Promise((waited) => setTimeout(waited, 1))
  }
}

test('a listing of many orders is mapped while others are served, and Batal maps it back with all its orders', async () => {
  const shop = await aShopWhereManyLeft()
  await shop.openingAt(50_001)
  const before = await shop.verified()

  const stopped = shop.map()
  const { id, about, total } = await underWay(shop, 'mapping')
  expect([about, total]).toEqual([expect.stringContaining('Kemeja tanpa kode'), ORDERS])
  await shop.client.channels.shops.save({ id: newId(), channel: 'tiktok', name: 'Ratna Live' })
  expect(await shop.client.work.stop({ id })).toEqual({ stopped: 'going back' })
  expect(await stopped).toEqual({ mapped: 0, ordersSettled: 0, wasStopped: true })
  expect(await shop.verified()).toBe(before)

  expect(await shop.map()).toEqual({ mapped: 1, ordersSettled: ORDERS, wasStopped: false })
  expect(await shop.verified()).not.toBe(before)
})

test('what many orders cost comes to the same whether it was known before they were mapped or is filled in last', async () => {
  const first = await aShopWhereManyLeft()
  await first.openingAt(50_001)
  await first.map()

  const last = await aShopWhereManyLeft()
  await last.map()
  // nobody calls costs off, neither before they follow nor on their way
  expect(await last.client.work.stop({ id: 'costs' })).toEqual({ stopped: 'over' })
  await last.openingAt(50_001)
  expect((await underWay(last, 'costs')).total).toBeGreaterThan(0)
  expect(await last.client.work.stop({ id: 'costs' })).toEqual({ stopped: 'no way back' })
  // a save is served before the last of them has its cost
  await last.client.channels.shops.save({ id: newId(), channel: 'tiktok', name: 'Ratna Live' })
  const digests = [await first.verified(), await last.verified()]
  expect(digests[1]).toBe(digests[0])
  expect(await last.client.work.underWay()).toEqual([])
})

test('a mapping and costs that the power cut off are whole when the shop is open again', async () => {
  const shop = await aShopWhereManyLeft()
  await shop.openingAt(50_001)
  const cutOff = async (act: () => Promise<unknown>, kind: WorkUnderWay['kind']) => {
    const acting = act()
    await underWay(shop, kind)
    const file = join(shop.folder, `${kind}.sqlite`)
    for (const part of ['', '-wal']) copyFileSync(`${shop.doors.raw.name}${part}`, `${file}${part}`)
    await acting
    return file
  }
  for (const [act, kind] of [
    [shop.map, 'mapping'],
    [() => shop.openingAt(61_007), 'costs'],
  ] as const) {
    const file = await cutOff(act, kind)
    const whole = await shop.verified()
    const reopened = await aCore({ file, setUp: false })
    expect(await reopened.client.work.underWay()).toEqual([])
    expect(await reopened.client.ledger.verify()).toMatchObject({ ok: true, digest: whole })
  }
})
