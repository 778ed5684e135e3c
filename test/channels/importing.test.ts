import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { breathe } from '../../src-main/core/database/open.ts'
import type { ImportProgress } from '../../src-shared/channels/channels.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const ORDERS = 400

/** Many orders, some gone, some to be sent. */
const LARGE = (() => {
  const large = anOrderFile()
  const day = (number: number) => String(number).padStart(2, '0')
  for (let index = 0; index < ORDERS; index++)
    large.withOrder(`2611${day(2 + (index % 19))}${String(index).padStart(8, '0')}`, {
      status: index % 3 === 0 ? 'Perlu Dikirim' : 'Sedang Dikirim',
      items: [{ product: 'Kemeja', sku: index % 2 ? 'KMJ' : 'SLD', pieces: 1 + (index % 2), price: 100_000 }],
      cells: index % 3 === 0 ? {} : { 'Waktu Pengiriman Diatur': `2026-11-${day(3 + (index % 18))} 09:00` },
    })
  return aFile('Order.all.csv', large.csv())
})()

/** A shop with goods, and that file waiting. */
async function aShopWithALargeFile(facts: Parameters<typeof aCore>[0] = {}) {
  const shop = await aCore(facts)
  const { client, clock } = shop
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  const shirt = aProduct({ variants: [aVariant({ sku: 'KMJ' }), aVariant({ sku: 'SLD' })] })
  await client.catalog.products.save(shirt)
  await client.inventory.opening.save({
    lines: shirt.variants.map(({ id }, index) => ({ variantId: id, pieces: 300, unitCost: 50_001 + index })),
  })
  const { importId } = await client.channels.files.stage({ file: LARGE })
  const confirm = () => client.channels.files.confirm({ importId, shopId })
  return { ...shop, shopId, importId, confirm, shirt }
}

const endOf = async (stream: AsyncIterable<ImportProgress>) => {
  for await (const news of stream) if (news.type !== 'progress') return news
  throw new Error('the stream ended without an answer')
}
const faultsOf = async ({ client }: Pick<Awaited<ReturnType<typeof aCore>>, 'client'>) =>
  (await client.ledger.verify()).findings.filter(({ ok }) => !ok)
const ordersIn = async ({ client }: Pick<Awaited<ReturnType<typeof aCore>>, 'client'>) =>
  (await client.orders.tabs()).reduce((total, { orders }) => total + orders, 0)

describe('an import of many orders', () => {
  test('comes in piece by piece, and a save in the middle of it is served at once', async () => {
    const shop = await aShopWithALargeFile()
    const stream = await shop.confirm()
    const first = (await stream.next()).value as ImportProgress
    expect(first).toMatchObject({ type: 'progress', total: ORDERS })
    await shop.client.channels.shops.save({ id: newId(), channel: 'tiktok', name: 'Ratna Live' })
    const [underWay] = await shop.client.work.underWay()
    expect(underWay).toMatchObject({ id: shop.importId, kind: 'import', about: 'Order.all.csv', isHalted: false })
    expect(underWay!.done).toBeLessThan(ORDERS)
    // every order that is in is in with all its effects
    const { findings } = await shop.client.ledger.verify()
    expect(findings.filter(({ ok }) => !ok)).toEqual([])
    expect(await endOf(stream)).toMatchObject({ type: 'result', outcome: { added: { orders: ORDERS } } })
    expect(await shop.client.work.underWay()).toEqual([])
    expect(await faultsOf(shop)).toEqual([])
  })

  test('that takes no longer than anybody would notice is one transaction: nobody ever sees a part of it', async () => {
    const shop = await aShopWithALargeFile({ atOnceMs: 60_000 })
    const ends = endOf(await shop.confirm())
    const seen = new Set<number>()
    let isOver = false
    void ends.finally(() => {
      isOver = true
    })
    while (!isOver) {
      seen.add(await ordersIn(shop))
      expect(await shop.client.work.underWay()).toEqual([])
      await breathe()
    }
    expect(await ends).toMatchObject({ type: 'result', outcome: { added: { orders: ORDERS } } })
    expect([...seen].filter((orders) => orders > 0 && orders < ORDERS)).toEqual([])
    expect(await faultsOf(shop)).toEqual([])
  })

  test('confirmed twice at once, and again later, is one import with one answer', async () => {
    const shop = await aShopWithALargeFile()
    const [one, two] = await Promise.all([endOf(await shop.confirm()), endOf(await shop.confirm())])
    expect(two).toEqual(one)
    expect(await endOf(await shop.confirm())).toEqual(one)
    expect((await shop.client.channels.files.history({ limit: 9 })).rows).toHaveLength(1)
  })

  test('goes on when nobody listens any longer, and who comes back finds it', async () => {
    const shop = await aShopWithALargeFile()
    const stream = await shop.confirm()
    await stream.next()
    await stream.return(undefined)
    expect(await shop.client.work.underWay()).toHaveLength(1)
    expect(await endOf(await shop.confirm())).toMatchObject({ type: 'result', outcome: { added: { orders: ORDERS } } })
  })
})

describe('Batal', () => {
  test('on its way takes back what came in: stock, promises and balances are as before, and the core says so', async () => {
    const shop = await aShopWithALargeFile()
    const { digest } = await shop.client.ledger.verify()
    for (const steps of [1, 2, 5]) {
      const { importId } = steps === 1 ? shop : await again(shop)
      const stream = await shop.client.channels.files.confirm({ importId, shopId: shop.shopId })
      for (let step = 0; step < steps; step++) expect((await stream.next()).value).toMatchObject({ type: 'progress' })
      expect(await shop.client.work.stop({ id: importId })).toEqual({ stopped: 'going back' })
      const end = await endOf(stream)
      expect(end).toMatchObject({ type: 'stopped', takenBack: { kept: { orders: 0 } } })
      expect(await shop.client.ledger.verify()).toMatchObject({ digest, ok: true })
      expect(await ordersIn(shop)).toBe(0)
      expect(await endOf(await shop.client.channels.files.confirm({ importId, shopId: shop.shopId }))).toEqual(end)
      const [run] = (await shop.client.channels.files.history({ limit: 1 })).rows
      expect(run).toMatchObject({ wasStopped: true, withdrawn: { movedTo: null } })
    }
  })

  test('before it was accepted stores nothing, and the file still waits', async () => {
    const shop = await aShopWithALargeFile()
    const first = await shop.confirm()
    await first.next()
    const { importId } = await again(shop)
    const second = await shop.client.channels.files.confirm({ importId, shopId: shop.shopId })
    const waiting = endOf(second)
    await breathe()
    expect(await shop.client.work.underWay()).toMatchObject([
      { id: shop.importId, isWaiting: false },
      { id: importId, kind: 'import', about: 'Order.all.csv', isWaiting: true },
    ])
    const stopping = shop.client.work.stop({ id: importId })
    await endOf(first)
    expect(await stopping).toEqual({ stopped: 'nothing stored' })
    expect(await waiting).toEqual({ type: 'stopped', takenBack: null })
    const preview = await shop.client.channels.files.preview({ importId, shopId: shop.shopId })
    await preview.return(undefined)
  })

  test('after the end changes nothing', async () => {
    const shop = await aShopWithALargeFile()
    const end = await endOf(await shop.confirm())
    expect(await shop.client.work.stop({ id: shop.importId })).toEqual({ stopped: 'over' })
    expect(await endOf(await shop.confirm())).toEqual(end)
  })
})

test('an import that the power cut off is whole when the shop is open again, to the last number', async () => {
  const straight = await aShopWithALargeFile()
  const whole = await endOf(await straight.confirm())
  for (const steps of [1, 4]) {
    const shop = await aShopWithALargeFile()
    const stream = await shop.confirm()
    for (let step = 0; step < steps; step++) await stream.next()
    // as the disk stands at this moment
    const file = join(shop.folder, 'cut-off.sqlite')
    for (const part of ['', '-wal']) copyFileSync(`${shop.doors.raw.name}${part}`, `${file}${part}`)
    await stream.return(undefined)

    const reopened = await aCore({ file, setUp: false })
    expect(await reopened.client.work.underWay()).toEqual([])
    expect(await ordersIn(reopened)).toBe(ORDERS)
    expect(await faultsOf(reopened)).toEqual([])
    const end = await endOf(
      await reopened.client.channels.files.confirm({ importId: shop.importId, shopId: shop.shopId }),
    )
    expect({ ...end, outcome: withoutIds(end) }).toEqual({ ...whole, outcome: withoutIds(whole) })
    await endOf(await shop.confirm())
  }
})

/** The same file once more, waiting under another id. */
const again = ({ client }: Awaited<ReturnType<typeof aShopWithALargeFile>>) =>
  client.channels.files.stage({ file: LARGE })

const withoutIds = (end: Awaited<ReturnType<typeof endOf>>) =>
  end.type === 'result' ? { ...end.outcome, importId: '', shopId: '' } : end
