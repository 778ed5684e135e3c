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

/** More than the first step takes. */
const ORDERS = 90

const SMALL = (() => {
  const file = anOrderFile()
  for (let index = 0; index < ORDERS; index++)
    file.withOrder(`261105${String(index).padStart(8, '0')}`, {
      status: index % 3 === 0 ? 'Perlu Dikirim' : 'Sedang Dikirim',
      items: [{ product: 'Kemeja', sku: 'KMJ', pieces: 1 + (index % 2), price: 100_000 }],
      cells: index % 3 === 0 ? {} : { 'Waktu Pengiriman Diatur': '2026-11-07 09:00' },
    })
  return aFile('Order.all.csv', file.csv())
})()

async function aShop() {
  const shop = await aCore()
  const { client, clock } = shop
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  const shirt = aProduct({ variants: [aVariant({ sku: 'KMJ' })] })
  await client.catalog.products.save(shirt)
  await client.inventory.opening.save({
    lines: [{ variantId: shirt.variants[0]!.id, pieces: 300, unitCost: 50_001 }],
  })
  const staged = async () => (await client.channels.files.stage({ file: SMALL })).importId
  const confirmed = async (importId: string) => endOf(await client.channels.files.confirm({ importId, shopId }))
  return { ...shop, shopId, staged, confirmed, stop: (id: string) => client.work.stop({ id }) }
}
type Shop = Awaited<ReturnType<typeof aShop>>

const endOf = async (stream: AsyncIterable<ImportProgress>) => {
  for await (const news of stream) if (news.type !== 'progress') return news
  throw new Error('the stream ended without an answer')
}
const ordersIn = async ({ client }: Shop) =>
  (await client.orders.tabs()).reduce((total, { orders }) => total + orders, 0)

async function afterTurns(turns: number) {
  for (let turn = 0; turn < turns; turn++) await breathe()
}

/** Once so many steps are committed, or the import has ended. */
async function afterSteps({ core }: Shop, importId: string, steps: number) {
  let joined = await core.work.joined(importId)
  while (!joined) {
    await breathe()
    joined = await core.work.joined(importId)
  }
  const reached = Promise.withResolvers<void>()
  let left = steps
  joined.onProgress(() => {
    if (--left <= 0) reached.resolve()
  })
  await Promise.race([reached.promise, joined.outcome, ...(steps === 0 ? [null] : [])])
}

describe('Batal of an import, in whatever order the two calls arrive', () => {
  test('before its confirm: the confirm stores nothing, however often it is asked, and another import comes in', async () => {
    const shop = await aShop()
    const { digest } = await shop.client.ledger.verify()
    const importId = await shop.staged()
    expect(await shop.stop(importId)).toEqual({ stopped: 'nothing stored' })
    for (let asked = 0; asked < 2; asked++)
      expect(await shop.confirmed(importId)).toEqual({ type: 'stopped', takenBack: null })
    expect(await shop.client.ledger.verify()).toMatchObject({ digest, ok: true })
    expect((await shop.client.channels.files.history({ limit: 9 })).rows).toEqual([])
    expect(await shop.confirmed(await shop.staged())).toMatchObject({ outcome: { added: { orders: ORDERS } } })
  })

  test.each([
    ['at the first turns of the core', 8, (turns: number) => () => afterTurns(turns)],
    [
      'at every step',
      Number.POSITIVE_INFINITY,
      (steps: number) => (shop: Shop, id: string) => afterSteps(shop, id, steps),
    ],
  ])('%s: its answer is what became of it, and nothing of it stays', async (_, atMost, momentOf) => {
    const shop = await aShop()
    const { digest } = await shop.client.ledger.verify()
    const seen = new Set<string>()
    for (let moment = 0; moment < atMost && !seen.has('over'); moment++) {
      const importId = await shop.staged()
      const ending = shop.confirmed(importId)
      await momentOf(moment)(shop, importId)
      const { stopped } = await shop.stop(importId)
      const end = await ending
      seen.add(stopped)
      if (stopped === 'over') {
        expect(end).toMatchObject({ type: 'result', outcome: { added: { orders: ORDERS } } })
        for await (const _ of await shop.client.channels.files.withdraw({ importId }));
      } else if (stopped === 'going back')
        expect(end).toMatchObject({ type: 'stopped', takenBack: { kept: { orders: 0 } } })
      else expect({ stopped, end }).toEqual({ stopped: 'nothing stored', end: { type: 'stopped', takenBack: null } })
      expect(await shop.client.ledger.verify(), `moment ${moment}`).toMatchObject({ digest, ok: true })
      expect(await ordersIn(shop)).toBe(0)
      // asked again, by whoever did not hear: the same
      expect(await shop.confirmed(importId)).toEqual(end)
    }
    expect([...seen]).toContain(atMost === Number.POSITIVE_INFINITY ? 'going back' : 'nothing stored')
  })

  test('of an id that nobody knows is over', async () => {
    const shop = await aShop()
    expect(await shop.stop(newId())).toEqual({ stopped: 'over' })
  })

  test('where it came to a halt and nothing runs: it is taken up again, and led back', async () => {
    const shop = await aShop()
    const { digest } = await shop.client.ledger.verify()
    const importId = await shop.staged()
    const stream = await shop.client.channels.files.confirm({ importId, shopId: shop.shopId })
    await stream.next()
    const file = join(shop.folder, 'halted.sqlite')
    for (const part of ['', '-wal']) copyFileSync(`${shop.doors.raw.name}${part}`, `${file}${part}`)
    await endOf(stream)

    const { client, core } = await aCore({ file, setUp: false, unfinished: 'left alone' })
    expect(await client.work.underWay()).toMatchObject([{ id: importId, isHalted: true }])
    expect(await client.work.stop({ id: importId })).toEqual({ stopped: 'going back' })
    await core.work.idle()
    expect(await client.work.underWay()).toEqual([])
    expect(await client.ledger.verify()).toMatchObject({ digest, ok: true })
  })
})
