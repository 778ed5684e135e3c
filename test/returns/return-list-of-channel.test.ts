import { describe, expect, test } from 'vitest'
import { readChannelFile } from '../../src-main/core/channels/files/read-channel-file.ts'
import type { ToldReturnRow } from '../../src-main/core/database/schema.ts'
import { openedRow } from '../../src-main/core/database/sealing.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { ReturnFile } from '../../src-shared/returns/return-file.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { aReturnList, aReturnRow } from '../builders/shopee-return-file.ts'

const read = async (bytes: Uint8Array): Promise<ReturnFile> => {
  const file = await readChannelFile({ name: 'Order.return_refund.xls', bytes, zone: 'WIB' })
  if (file.kind !== 'shopee returns') throw new Error(`read as ${file.kind}`)
  return file
}

describe('the list of returns as Shopee hands it out', () => {
  test('is read: a return with two kinds of goods, a refund alone, one that was dropped, one into their warehouse', async () => {
    const file = await read(
      aReturnList(
        aReturnRow('R1', '261115AAAAAAA1', { 'Dapat Mengajukan Banding pada': '2026-11-25 10:00' }),
        aReturnRow('R1', '261115AAAAAAA1', { 'Jumlah Produk Dikembalikan': '2' }),
        aReturnRow('R2', '261115BBBBBBB2', {
          'Solusi Pengembalian Barang/Dana': 'Hanya Pengembalian Dana',
          'No. Resi Pengembalian Barang': '-',
          'Jumlah Kompensasi': 'RP 5.000\n',
        }),
        aReturnRow('R3', '261115CCCCCCC3', { 'Status Pembatalan/ Pengembalian': 'Permintaan Dibatalkan' }),
        aReturnRow('R4', '261115DDDDDDD4', { 'Dikembalikan ke Gudang Shopee': 'Ya' }),
        aReturnRow('', '261115EEEEEEE5'),
      ),
    )
    expect(
      file.returns.map(({ number, pieces, bringsGoods, refund }) => [number, pieces, bringsGoods, refund]),
    ).toEqual([
      ['R1', 3, true, 86_400],
      ['R2', 1, false, 86_400],
      ['R3', 1, false, 86_400],
      ['R4', 1, false, 86_400],
    ])
    expect(file.totals).toMatchObject({
      rows: 5,
      returns: 4,
      withGoods: 1,
      pieces: 6,
      refund: 345_600,
      compensation: 5_000,
      from: '2026-11-20',
      to: '2026-11-20',
    })
    expect(file.problems.map(({ code, row }) => [code, row])).toEqual([['ORDER_NUMBER_MISSING', 7]])
    expect(file.unknownColumns).toEqual([])
    expect(JSON.stringify(file)).not.toMatch(/Rahasia|6281234567890|6289876543210/)
  })
})

async function aShop() {
  const { client, clock, doors } = await aCore()
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Toko A' })
  const take = async (name: string, bytes: Uint8Array) => {
    const { importId } = await client.channels.files.stage({ file: aFile(name, bytes), modifiedAt: clock.now })
    const { doubts: _, ...outcome } = await resultOf(client.channels.files.confirm({ importId, shopId, despite: [] }))
    clock.now += 60_000
    return outcome
  }
  return {
    client,
    take,
    orders: (number: string) =>
      take(
        'Order.all.xlsx',
        anOrderFile()
          .withOrder(number, {
            status: 'Selesai',
            trackingNumber: 'SPXID05KIRIM1',
            items: [{ pieces: 2 }],
            cells: { 'Waktu Pengiriman Diatur': '2026-11-16 09:00', 'Waktu Pesanan Selesai': '2026-11-19 09:00' },
          })
          .xlsx(),
      ),
    returns: (...rows: Parameters<typeof aReturnList>) => take('Order.return_refund.xls', aReturnList(...rows)),
    waiting: async () => (await client.returns.list({ tab: 'waiting', limit: 20 })).rows,
    takeBack: (importId: string) => resultOf(client.channels.files.withdraw({ importId })),
    faults: async () => (await client.ledger.verify()).findings.filter(({ ok }) => !ok),
    tables: () => doors.raw.prepare('SELECT count(*) AS n FROM sales_order').get() as { n: number },
    kept: () =>
      JSON.stringify(
        (doors.raw.prepare('SELECT * FROM told_return').all() as ToldReturnRow[]).map((row) =>
          openedRow('told_return', row),
        ),
      ),
  }
}

/** The last word of a call that says how far it is. */
async function resultOf<Outcome>(
  asked: Promise<AsyncIterable<{ type: string } | { type: 'result'; outcome: Outcome }>>,
): Promise<Outcome> {
  for await (const news of await asked) if (news.type === 'result' && 'outcome' in news) return news.outcome
  throw new Error('it ended without a result')
}

const ORDER = '261115AAAAAAA1'

describe('a list of returns in the shop', () => {
  test('tells Retur what comes back, under its own waybill, and books nothing', async () => {
    const shop = await aShop()
    await shop.orders(ORDER)
    expect(await shop.waiting()).toEqual([])
    expect(
      await shop.returns(aReturnRow('R1', ORDER, { 'Dapat Mengajukan Banding pada': '2026-11-25 10:00' })),
    ).toMatchObject({
      kind: 'returns',
      added: 1,
      withGoods: 1,
      waiting: 0,
      entries: 0,
    })
    const [row] = await shop.waiting()
    expect(row).toMatchObject({ orderNumber: ORDER, why: 'return open', pieces: 1 })
    expect(await shop.client.returns.scan({ code: 'spxid05-retur1' })).toMatchObject({ verdict: 'expected' })
    const { told } = await shop.client.returns.get({ orderId: row!.orderId })
    expect(told).toMatchObject([{ number: 'R1', waybill: 'SPXID05RETUR1', refund: 86_400, reason: 'Ukuran salah' }])
    expect(shop.kept()).not.toMatch(/Rahasia|6281234567890/)
    expect(await shop.faults()).toEqual([])
  })

  test('of an order that is not here yet waits for it, and makes none', async () => {
    const shop = await aShop()
    expect(await shop.returns(aReturnRow('R1', ORDER))).toMatchObject({ added: 1, waiting: 1 })
    expect(shop.tables().n).toBe(0)
    expect(await shop.client.returns.scan({ code: 'SPXID05RETUR1' })).toMatchObject({ verdict: 'unknown code' })
    await shop.orders(ORDER)
    expect(await shop.waiting()).toMatchObject([{ orderNumber: ORDER, pieces: 1 }])
    expect(await shop.faults()).toEqual([])
  })

  test('a refund without goods is no return of goods', async () => {
    const shop = await aShop()
    await shop.orders(ORDER)
    await shop.returns(
      aReturnRow('R1', ORDER, {
        'Solusi Pengembalian Barang/Dana': 'Pengembalian Dana',
        'No. Resi Pengembalian Barang': '',
      }),
    )
    expect(await shop.waiting()).toEqual([])
    expect(await shop.faults()).toEqual([])
  })

  test('of two returns of one order the second is still expected when the first is back, and none once both were looked at', async () => {
    const shop = await aShop()
    const number = '261115AAAAAAA1'
    const shirts = { product: 'Kemeja', variation: 'M', sku: 'KMJ-M', pieces: 2 }
    const told = (returned: string) =>
      shop.take(
        'Order.all.xlsx',
        anOrderFile()
          .withOrder(number, {
            status: 'Selesai',
            items: [
              { ...shirts, cells: { 'Returned quantity': returned } },
              { product: 'Sarung', variation: 'Biru', sku: 'SRG' },
            ],
            cells: { 'Waktu Pengiriman Diatur': '2026-11-16 09:00', 'Waktu Pesanan Selesai': '2026-11-19 09:00' },
          })
          .xlsx(),
      )
    await told('0')
    const listed = async () => (await shop.client.catalog.listings.list({ show: 'all' })).rows
    await shop.client.catalog.listings.createProducts({ listingIds: (await listed()).map(({ id }) => id) })
    const variants = new Map((await listed()).map(({ productName, variant }) => [productName, variant!.id]))
    await shop.returns(aReturnRow('R1', number), aReturnRow('R2', number))
    const [waits] = await shop.waiting()
    const look = (product: string) =>
      shop.client.returns.inspect({
        orderId: waits!.orderId,
        lines: [{ id: newId(), variantId: variants.get(product)!, pieces: 1, condition: 'sellable' }],
        note: '',
        refund: null,
      })
    await look('Kemeja')
    await told('1')
    expect((await shop.waiting()).map(({ orderId }) => orderId)).toEqual([waits!.orderId])
    await look('Sarung')
    expect(await shop.waiting()).toEqual([])
    expect(await shop.faults()).toEqual([])
  })

  test('a later list says more; taken back, the earlier one stands, then nothing', async () => {
    const shop = await aShop()
    await shop.orders(ORDER)
    const first = await shop.returns(aReturnRow('R1', ORDER, { 'No. Resi Pengembalian Barang': '' }))
    const dropped = { 'Status Pembatalan/ Pengembalian': 'Permintaan Dibatalkan' }
    const second = await shop.returns(
      aReturnRow('R1', ORDER, { ...dropped, 'Waktu Pengembalian Dana Selesai': '2026-11-21 08:00' }),
    )
    expect(second).toMatchObject({ added: 0, changed: 1, unchanged: 0 })
    expect(await shop.waiting()).toEqual([])
    expect(await shop.takeBack(second.importId)).toMatchObject({ withdrawal: { withdrawn: 0, rebuilt: 1 } })
    expect(await shop.waiting()).toHaveLength(1)
    expect(await shop.takeBack(first.importId)).toMatchObject({ withdrawal: { withdrawn: 1, rebuilt: 0 } })
    expect(await shop.waiting()).toEqual([])
    expect(await shop.faults()).toEqual([])
  })

  test('one return under the numbers of two orders comes back with both, however many orders are looked at together', async () => {
    const shop = await aShop()
    const OTHER = '261116BBBBBBB2'
    await shop.orders(ORDER)
    await shop.orders(OTHER)
    await shop.returns(aReturnRow('R1', OTHER))
    await shop.returns(aReturnRow('R1', ORDER))
    expect((await shop.waiting()).map(({ orderNumber }) => orderNumber).sort()).toEqual([ORDER, OTHER])
    expect(await shop.faults()).toEqual([])
  })
})

test('a hand-over pressed by mistake and undone leaves nothing to wait for, though a list had told of a return', async () => {
  const { client, clock, doors } = await aCore()
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Toko A' })
  const take = async (name: string, bytes: Uint8Array) => {
    const { importId } = await client.channels.files.stage({ file: aFile(name, bytes), modifiedAt: clock.now })
    for await (const _ of await client.channels.files.confirm({ importId, shopId, despite: [] }));
  }
  await take('Order.all.xlsx', anOrderFile().withOrder(ORDER, { trackingNumber: 'SPXID05KIRIM1' }).xlsx())
  const { parcel } = await client.fulfilment.scan({ code: ORDER, parcelId: null })
  const { parcelId, items } = parcel!
  await client.fulfilment.confirmPiece({ parcelId, key: items[0]!.key })
  await client.fulfilment.pack({ parcelId })
  await client.fulfilment.handover.finish({ parcelIds: [parcelId] })
  await take('Order.return_refund.xls', aReturnList(aReturnRow('R1', ORDER)))
  expect((await client.returns.list({ tab: 'waiting' })).rows).toHaveLength(1)
  await client.fulfilment.handover.undo({ parcelIds: [parcelId], reason: 'Kurir belum datang' })
  expect((await client.returns.list({ tab: 'waiting' })).rows).toEqual([])
  expect(doors.raw.prepare('SELECT count(*) FROM pieces_back').pluck().get()).toBe(0)
  expect((await client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
})
