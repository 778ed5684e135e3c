import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ImportOutcome, WithdrawalOutcome } from '../../src-shared/channels/channels.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const HOUR = 3_600_000

/** A shop with two Shopee names, a shirt on the shelf, and files that come in. */
async function aFileShop() {
  const { client, core, clock, doors } = await aCore()
  const [a, b, tiktok] = [newId(clock.now), newId(clock.now), newId(clock.now)]
  await client.channels.shops.save({ id: a, channel: 'shopee', name: 'Toko A' })
  await client.channels.shops.save({ id: b, channel: 'shopee', name: 'Toko B' })
  await client.channels.shops.save({ id: tiktok, channel: 'tiktok', name: 'Toko Tok' })
  const shirt = aProduct({ variants: [aVariant({ sku: 'KMJ' })] })
  await client.catalog.products.save(shirt)
  await client.inventory.opening.save({ lines: [{ variantId: shirt.variants[0]!.id, pieces: 20, unitCost: 50_000 }] })
  const stage = (bytes: Uint8Array, name = 'Order.all.xlsx', modifiedAt = clock.now) =>
    client.channels.files.stage({ file: aFile(name, bytes), modifiedAt })
  const preview = async (bytes: Uint8Array, shopId = a): Promise<ImportOutcome> => {
    const { importId } = await stage(bytes)
    return resultOf(await client.channels.files.preview({ importId, shopId }))
  }
  const take = async (bytes: Uint8Array, { shopId = a, despite = [] as string[], name = 'Order.all.xlsx' } = {}) => {
    const { importId } = await stage(bytes, name)
    const outcome: ImportOutcome = await resultOf(await client.channels.files.confirm({ importId, shopId, despite }))
    clock.now += HOUR
    return outcome
  }
  const withdraw = async (importId: string, moveTo?: string): Promise<WithdrawalOutcome> =>
    resultOf(await client.channels.files.withdraw({ importId, ...(moveTo ? { moveTo } : {}) }))
  const history = async () => (await client.channels.files.history({ limit: 20 })).rows
  const tabs = async () => Object.fromEntries((await client.orders.tabs()).map(({ state, orders }) => [state, orders]))
  const faults = async () => (await client.ledger.verify()).findings.filter(({ ok }) => !ok)
  const digest = async () => (await client.ledger.verify()).digest
  const level = () =>
    doors.raw
      .prepare('SELECT on_hand, reserved, value FROM stock_level WHERE variant_id = ?')
      .get(shirt.variants[0]!.id)
  return {
    client,
    core,
    clock,
    doors,
    shirtId: shirt.variants[0]!.id,
    a,
    b,
    tiktok,
    stage,
    preview,
    take,
    withdraw,
    history,
    tabs,
    faults,
    digest,
    level,
  }
}

async function resultOf<T>(
  stream: AsyncIterable<{ type: 'progress' } | { type: 'stopped' } | { type: 'result'; outcome: T }>,
): Promise<T> {
  for await (const news of stream) if (news.type === 'result') return news.outcome
  throw new Error('the stream ended without a result')
}

const shipped = { status: 'Sedang Dikirim', cells: { 'Waktu Pengiriman Diatur': '2026-11-05 09:00' } }
const item = { product: 'Kemeja', variation: '', sku: 'KMJ', pieces: 2, price: 100_000 }
const one = (status: string, cells = {}) => ({ status, items: [item], cells })

describe('taking an import back', () => {
  test('orders nobody else told of leave lists, stock and books, and come back with the next file', async () => {
    const shop = await aFileShop()
    const before = await shop.digest()
    const bytes = anOrderFile()
      .withOrder('261104HN3T8WQA', one('Perlu Dikirim'))
      .withOrder('261105HN3T8WQB', { ...one('Selesai'), cells: shipped.cells })
      .xlsx()
    const taken = await shop.take(bytes)
    expect(shop.level()).toEqual({ on_hand: 18, reserved: 2, value: 900_000 })
    expect((await shop.client.reports.today()).held.byChannel).toEqual([{ channel: 'shopee', amount: 200_000 }])

    const { withdrawal } = await shop.withdraw(taken.importId)
    expect(withdrawal).toMatchObject({
      withdrawn: { orders: 2 },
      rebuilt: { orders: 0 },
      kept: { orders: 0 },
      reservedPieces: -2,
      closedEntries: 0,
    })
    expect(shop.level()).toEqual({ on_hand: 20, reserved: 0, value: 1_000_000 })
    expect((await shop.client.reports.today()).held).toEqual({ total: 0, byChannel: [] })
    expect(await shop.tabs()).toEqual({})
    expect((await shop.client.orders.list({ query: '261104HN3T8WQA', limit: 5 })).rows).toEqual([])
    expect((await shop.client.orders.list({ query: '', limit: 5 })).rows).toEqual([])
    expect(await shop.client.channels.shops.list()).toMatchObject([{ orders: 0, lastImportAt: null }, {}, {}])
    expect(await shop.digest()).toBe(before)
    expect(await shop.faults()).toEqual([])

    expect(await shop.take(bytes)).toMatchObject({ added: { orders: 2 }, changed: { orders: 0 } })
    expect(shop.level()).toEqual({ on_hand: 18, reserved: 2, value: 900_000 })
    expect(await shop.tabs()).toEqual({ to_arrange: 1, completed: 1 })
    expect(await shop.faults()).toEqual([])
  })

  test('orders that another file told of too stand as that one told them', async () => {
    const shop = await aFileShop()
    const first = await shop.take(anOrderFile().withOrder('261104HN3T8WQA', one('Perlu Dikirim')).xlsx())
    const before = await shop.digest()
    const wrong = await shop.take(
      anOrderFile().withOrder('261104HN3T8WQA', one('Batal')).withOrder('261105HN3T8WQB', one('Perlu Dikirim')).xlsx(),
      { name: 'salah.xlsx' },
    )
    expect(await shop.tabs()).toEqual({ cancelled: 1, to_arrange: 1 })
    expect((await shop.withdraw(wrong.importId)).withdrawal).toMatchObject({
      withdrawn: { orders: 1 },
      rebuilt: { orders: 1 },
      changed: 1,
    })
    expect(await shop.tabs()).toEqual({ to_arrange: 1 })
    expect(await shop.digest()).toBe(before)
    expect((await shop.withdraw(first.importId)).withdrawal).toMatchObject({ withdrawn: { orders: 1 } })
    expect(await shop.faults()).toEqual([])
  })

  test('an order that a file taken back had called completed is estimated again: a sale nobody tells of earned no Rp0', async () => {
    const shop = await aFileShop()
    const number = '261102HN3T8WQA'
    await shop.take(
      anOrderFile()
        .withOrder(number, { ...one('Telah Dikirim'), cells: shipped.cells })
        .xlsx(),
    )
    const profits = async () => {
      const [row] = (await shop.client.orders.list({ query: number })).rows
      const { ladder } = await shop.client.orders.get({ id: row!.id })
      const { profit, isEstimate } = row!
      return { profit, isEstimate, ladder: [ladder.grossSales, ladder.netSales, ladder.costOfGoods, ladder.profit] }
    }
    const before = await profits()
    expect(before).toEqual({ profit: 100_000, isEstimate: true, ladder: [200_000, 200_000, 100_000, 100_000] })
    const { importId } = await shop.take(
      anOrderFile()
        .withOrder(number, {
          ...one('Selesai'),
          cells: { ...shipped.cells, 'Waktu Pesanan Selesai': '2026-11-09 08:00' },
        })
        .xlsx(),
    )
    expect(await profits()).toMatchObject({ profit: 100_000, isEstimate: false })
    await shop.withdraw(importId)
    expect(await profits()).toEqual(before)
  })

  test('goods that only this file named wait for no SKU afterwards, and the shop is as old as its last standing file', async () => {
    const shop = await aFileShop()
    const unknown = { ...item, product: 'Sarung', sku: 'SRG' }
    const waiting = async () => {
      const { rows, unmapped } = await shop.client.catalog.listings.list({ show: 'unmapped' })
      return { unmapped, rows: rows.map(({ productName }) => productName) }
    }
    const { importId } = await shop.take(
      anOrderFile()
        .withOrder('261104HN3T8WQA', { items: [unknown] })
        .xlsx(),
    )
    expect(await waiting()).toEqual({ unmapped: 1, rows: ['Sarung'] })
    await shop.withdraw(importId)
    expect(await waiting()).toEqual({ unmapped: 0, rows: [] })
    const { shops } = await shop.client.settings.status()
    expect(shops.map(({ lastImportAt }) => lastImportAt)).toEqual([null, null, null])
  })

  test('is foreseen to the rupiah before anything is written', async () => {
    const shop = await aFileShop()
    const taken = await shop.take(
      anOrderFile()
        .withOrder('261105HN3T8WQB', { ...one('Sedang Dikirim'), cells: shipped.cells })
        .xlsx(),
    )
    const before = await shop.digest()
    const foreseen = await resultOf(await shop.client.channels.files.previewWithdrawal({ importId: taken.importId }))
    expect(await shop.digest()).toBe(before)
    expect((await shop.history())[0]!.withdrawn).toBeNull()
    expect(await shop.withdraw(taken.importId)).toEqual(foreseen)
  })

  test('done twice answers the same and changes nothing more', async () => {
    const shop = await aFileShop()
    const { importId } = await shop.take(anOrderFile().withOrder('261104HN3T8WQA', one('Perlu Dikirim')).xlsx())
    const both = await Promise.all([shop.withdraw(importId), shop.withdraw(importId)])
    expect(both[0]).toEqual(both[1])
    expect(await shop.withdraw(importId)).toEqual(both[0])
    const [run] = await shop.history()
    expect(run).toMatchObject({
      withdrawn: { movedTo: null },
      isKept: true,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('is refused where a parcel of it was packed here, and names it', async () => {
    const shop = await aFileShop()
    const { importId } = await shop.take(
      anOrderFile()
        .withOrder('261104HN3T8WQA', { ...one('Perlu Dikirim'), trackingNumber: 'SPXID0123456789' })
        .xlsx(),
    )
    shop.doors.raw.prepare('UPDATE parcel SET packed_at = 1').run()
    await expect(shop.withdraw(importId)).rejects.toMatchObject({
      code: 'IMPORT_ORDERS_SHIPPED',
      data: { orders: 1, numbers: ['261104HN3T8WQA'] },
    })
    expect(await shop.tabs()).not.toEqual({})
  })

  test('is refused while somebody owes for an order of it, and done once that claim is undone or refused', async () => {
    const shop = await aFileShop()
    const { importId } = await shop.take(
      anOrderFile()
        .withOrder('261102HN3T8WQA', { ...one('Sedang Dikirim'), cells: shipped.cells })
        .xlsx(),
    )
    const orderId = (await shop.client.orders.byCode({ code: '261102HN3T8WQA' }))!.id
    const claim = { id: newId(), orderId, party: 'SPX', amount: 90_000, note: '' }
    await shop.client.returns.claim(claim)
    await expect(shop.withdraw(importId)).rejects.toMatchObject({ code: 'IMPORT_ORDERS_SHIPPED' })
    await shop.client.returns.claimRefused({ id: claim.id, reason: 'Ditolak kurir' })
    await shop.withdraw(importId)
    expect(await shop.faults()).toEqual([])
  })

  test('is refused where a return of it was received or inspected here, and done once these steps are undone', async () => {
    const shop = await aFileShop()
    const before = await shop.digest()
    const { importId } = await shop.take(
      anOrderFile()
        .withOrder('261102HN3T8WQA', {
          status: 'Selesai',
          items: [{ ...item, cells: { 'Returned quantity': '1' } }],
          cells: { 'Waktu Pengiriman Diatur': '2026-11-03 09:00', 'Waktu Pesanan Selesai': '2026-11-06 09:00' },
        })
        .xlsx(),
    )
    const { rows } = await shop.client.returns.list({ tab: 'waiting' })
    const { inspections } = await shop.client.returns.inspect({
      orderId: rows[0]!.orderId,
      lines: [{ id: newId(), variantId: shop.shirtId, pieces: 1, condition: 'damaged' }],
      note: '',
      refund: null,
    })
    await expect(shop.withdraw(importId)).rejects.toMatchObject({ code: 'IMPORT_ORDERS_SHIPPED' })
    expect(shop.level()).toMatchObject({ on_hand: 18 })
    await shop.client.returns.undoInspection({ id: inspections[0]!.id, reason: 'Salah barang' })
    // the parcel that came back still lies here
    await expect(shop.withdraw(importId)).rejects.toMatchObject({ code: 'IMPORT_ORDERS_SHIPPED' })
    await shop.client.returns.undoReceive({ orderId: rows[0]!.orderId, reason: 'Salah pesanan' })
    await shop.withdraw(importId)
    expect(await shop.digest()).toBe(before)
    expect((await shop.client.returns.list({ tab: 'waiting' })).rows).toEqual([])
  })

  test('of a closed month is corrected on the first open day, and says so before', async () => {
    const shop = await aFileShop()
    const { importId } = await shop.take(
      anOrderFile()
        .withOrder('261102HN3T8WQA', {
          ...one('Selesai'),
          cells: { 'Waktu Pengiriman Diatur': '2026-11-03 09:00', 'Waktu Pesanan Selesai': '2026-11-06 09:00' },
        })
        .xlsx(),
    )
    await shop.client.ledger.periods.close({ through: '2026-11-15' })
    const { withdrawal } = await resultOf(await shop.client.channels.files.previewWithdrawal({ importId }))
    expect(withdrawal).toMatchObject({
      closedEntries: expect.toSatisfy((entries) => entries > 0),
      correctedOn: '2026-11-16',
    })
    await shop.withdraw(importId)
    expect(await shop.faults()).toEqual([])
    expect(shop.level()).toMatchObject({ on_hand: 20, value: 1_000_000 })
  })
})

describe('the shop of a file', () => {
  const file = anOrderFile()
    .withOrder('261104HN3T8WQA', one('Perlu Dikirim'))
    .withOrder('261105HN3T8WQB', one('Perlu Dikirim'))
    .xlsx()

  test('of another channel is refused before anything is stored', async () => {
    const shop = await aFileShop()
    const { importId } = await shop.stage(file)
    const into = { importId, shopId: shop.tiktok }
    const refused = { code: 'WRONG_CHANNEL', data: { shop: 'Toko Tok', channel: 'shopee' } }
    await expect(resultOf(await shop.client.channels.files.preview(into))).rejects.toMatchObject(refused)
    await expect(resultOf(await shop.client.channels.files.confirm(into))).rejects.toMatchObject(refused)
    expect(await shop.history()).toEqual([])
  })

  test('is doubted where another shop has its order numbers; who has seen that may go on', async () => {
    const shop = await aFileShop()
    await shop.take(anOrderFile().withOrder('261104HN3T8WQA', one('Perlu Dikirim')).xlsx())
    expect((await shop.preview(file, shop.b)).doubts).toEqual([
      { why: 'numbers', shopId: shop.a, shopName: 'Toko A', known: 1, of: 2 },
    ])
    await expect(shop.take(file, { shopId: shop.b })).rejects.toMatchObject({
      code: 'FILE_OF_ANOTHER_SHOP',
      data: { other: 'Toko A', chosen: 'Toko B', known: 1, of: 2 },
    })
    expect(await shop.tabs()).toEqual({ to_arrange: 1 })
    expect(await shop.take(file, { shopId: shop.b, despite: [shop.a] })).toMatchObject({ added: { orders: 2 } })
  })

  test('is doubted where its goods are known in another shop and none of them in this one', async () => {
    const shop = await aFileShop()
    await shop.take(file)
    await shop.take(
      anOrderFile()
        .withOrder('261107HN3T8WQC', { items: [{ product: 'Sarung' }] })
        .xlsx(),
      { shopId: shop.b },
    )
    const more = anOrderFile().withOrder('261108HN3T8WQD', one('Perlu Dikirim')).xlsx()
    expect((await shop.preview(more, shop.b)).doubts).toMatchObject([
      { why: 'goods', shopName: 'Toko A', known: 1, of: 1 },
    ])
    expect((await shop.preview(more, shop.a)).doubts).toEqual([])
  })

  test('is suggested where the file tells it by its numbers or goods, and asked for where it does not', async () => {
    const shop = await aFileShop()
    expect((await shop.stage(file)).suggestedShopId).toBeNull()
    await shop.take(file, { shopId: shop.b })
    expect((await shop.stage(file)).suggestedShopId).toBe(shop.b)
    const more = anOrderFile().withOrder('261108HN3T8WQD', one('Perlu Dikirim')).xlsx()
    expect((await shop.stage(more)).suggestedShopId).toBe(shop.b)
    const others = anOrderFile()
      .withOrder('261109HN3T8WQE', { items: [{ product: 'Sarung' }] })
      .xlsx()
    expect((await shop.stage(others)).suggestedShopId).toBeNull()
  })

  test('can be set right afterwards: the import moves, and nothing is counted twice', async () => {
    const shop = await aFileShop()
    const wrong = await shop.take(file, { shopId: shop.b })
    const { withdrawal, moved } = await shop.withdraw(wrong.importId, shop.a)
    expect(withdrawal).toMatchObject({ withdrawn: { orders: 2 } })
    expect(moved).toMatchObject({ shopId: shop.a, added: { orders: 2 } })
    expect(await shop.tabs()).toEqual({ to_arrange: 2 })
    expect(shop.level()).toMatchObject({ reserved: 4 })
    expect(await shop.client.channels.shops.list()).toMatchObject([{ orders: 2 }, { orders: 0 }, { orders: 0 }])
    expect(await shop.history()).toMatchObject([
      { placeName: 'Toko A', withdrawn: null },
      { placeName: 'Toko B', withdrawn: { movedTo: 'Toko A' } },
    ])
    expect(await shop.withdraw(wrong.importId, shop.a)).toEqual({ withdrawal, moved })
    expect(await shop.faults()).toEqual([])
  })
})

describe('confirming', () => {
  test('twice at once, or again after a lost answer, is one import with one answer', async () => {
    const shop = await aFileShop()
    const { importId } = await shop.stage(anOrderFile().withOrder('261104HN3T8WQA').xlsx())
    const confirm = async () => resultOf(await shop.client.channels.files.confirm({ importId, shopId: shop.a }))
    const [first, second] = await Promise.all([confirm(), confirm()])
    expect(second).toEqual(first)
    expect(await confirm()).toEqual(first)
    expect(await shop.history()).toHaveLength(1)
  })
})

const FAULTS = new URL('../../../shared/faults/second-shop/', import.meta.url)
describe.skipIf(!existsSync(FAULTS))('a file given to the wrong shop of two', () => {
  test('is noticed by its numbers, and by Monday all of it can be moved', async () => {
    const shop = await aFileShop()
    const fault = (day: string) => readFileSync(new URL(`Order.all toko B ${day}.xlsx`, FAULTS))
    const sunday = await shop.take(fault('Minggu'), { shopId: shop.a })
    expect((await shop.preview(fault('Senin'), shop.b)).doubts).toMatchObject([
      { why: 'numbers', shopName: 'Toko A', known: 2, of: 3 },
    ])
    await expect(shop.take(fault('Senin'), { shopId: shop.b })).rejects.toMatchObject({ code: 'FILE_OF_ANOTHER_SHOP' })
    await shop.withdraw(sunday.importId, shop.b)
    expect(await shop.take(fault('Senin'), { shopId: shop.b })).toMatchObject({
      added: { orders: 1 },
      unchanged: { orders: 2 },
      doubts: [],
    })
    expect((await shop.client.channels.shops.list()).map(({ orders }) => orders)).toEqual([0, 3, 0])
    expect(await shop.faults()).toEqual([])
  })
})
