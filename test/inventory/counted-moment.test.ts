import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'
import { balanceOf, levelOf } from '../builders/books.ts'

const at = (time: string, day = '2026-11-22') => Date.parse(`${day}T${time}:00+07:00`)
const count = (lines: { variantId: string; counted: number; countedAt?: number }[], day = '2026-11-22') => ({
  id: newId(),
  day,
  note: '',
  lines,
})

/** Twelve shirts on the shelf; at ten o'clock the courier takes three of them. */
async function aMorning() {
  const shop = await aStockedShop()
  await shop.receive(shop.L, 12, 10_000, '2026-11-20')
  const courier = async () => {
    shop.clock.now = at('10:00')
    await shop.take(anOrder().withLine('KMJ-LUK-L', 3).inTransit(at('10:00')))
  }
  return { ...shop, courier }
}

test('what the courier took after it was counted is no difference: the sheet says 12, the books end on 9', async () => {
  const { client, doors, clock, courier, L } = await aMorning()
  const sheet = count([{ variantId: L, counted: 12, countedAt: at('09:00') }])
  await courier()
  clock.now = at('11:00')
  expect(await client.inventory.booksWhenCounted(sheet)).toEqual([{ variantId: L, expected: 12, left: 3, came: 0 }])
  const saved = await client.inventory.count(sheet)
  expect(saved).toMatchObject({ pieces: 0, cost: 0, since: [{ sku: 'KMJ-LUK-L', left: 3, came: 0 }] })
  expect(levelOf(doors, L).onHand).toBe(9)
  expect(await client.inventory.count(sheet), 'a retry is the same act').toEqual(saved)
})

test('one shirt missing at nine is one shirt missing at eleven', async () => {
  const { client, doors, clock, courier, L } = await aMorning()
  await courier()
  clock.now = at('11:00')
  await client.inventory.count(count([{ variantId: L, counted: 11, countedAt: at('09:00') }]))
  expect(levelOf(doors, L)).toMatchObject({ onHand: 8, value: 80_000 })
})

test('a sheet without moments is compared with the books as they are, and goods on two shelves with the first of them', async () => {
  const { client, doors, clock, courier, L } = await aMorning()
  await courier()
  clock.now = at('11:00')
  expect(await client.inventory.count(count([{ variantId: L, counted: 9 }]))).toMatchObject({ pieces: 0, since: [] })
  const twoShelves = count([
    { variantId: L, counted: 5, countedAt: at('10:30') },
    { variantId: L, counted: 7, countedAt: at('09:00') },
  ])
  expect(await client.inventory.count(twoShelves)).toMatchObject({ pieces: 0 })
  expect(levelOf(doors, L).onHand).toBe(9)
})

test('a count typed for yesterday is compared with the end of that day', async () => {
  const { client, doors, clock, courier, L } = await aMorning()
  await courier()
  clock.now = at('11:00')
  const saved = await client.inventory.count(count([{ variantId: L, counted: 11 }], '2026-11-21'))
  expect(saved).toMatchObject({ day: '2026-11-21', pieces: -1, since: [{ left: 3, came: 0 }] })
  expect(levelOf(doors, L).onHand).toBe(8)
})

test('goods taken back by a correction neither left nor came', async () => {
  const { client, clock, L, receive } = await aMorning()
  clock.now = at('10:00')
  const mistake = await receive(L, 5, 10_000, '2026-11-22')
  await client.purchasing.cancel({ id: mistake.id, reason: 'Salah barang' })
  await receive(L, 2, 10_000, '2026-11-22')
  clock.now = at('11:00')
  const sheet = count([{ variantId: L, counted: 12, countedAt: at('09:00') }])
  expect(await client.inventory.booksWhenCounted(sheet)).toEqual([{ variantId: L, expected: 12, left: 0, came: 2 }])
})

describe('what the books learn only after a count about the time before it', () => {
  const counted = async (shop: Awaited<ReturnType<typeof aMorning>>, pieces: number, time = '11:00') => {
    shop.clock.now = at(time)
    return shop.client.inventory.count(count([{ variantId: shop.L, counted: pieces, countedAt: at(time) }]))
  }
  const difference = async ({ client, L }: Awaited<ReturnType<typeof aMorning>>, id: string) =>
    (await client.inventory.adjustment({ id })).lines.find(({ variantId }) => variantId === L)
  const lost = ({ doors }: Awaited<ReturnType<typeof aMorning>>) => balanceOf(doors, '5104')

  test('a hand-over of ten o’clock that the channel tells of at noon: three were not missing at eleven, they had left', async () => {
    const shop = await aMorning()
    const { id } = await counted(shop, 9)
    expect([levelOf(shop.doors, shop.L).onHand, lost(shop)]).toEqual([9, 30_000])
    shop.clock.now = at('12:00')
    await shop.take(anOrder().withLine('KMJ-LUK-L', 3).inTransit(at('10:00')))
    expect(await difference(shop, id)).toMatchObject({ counted: 9, expected: 9, pieces: 0, cost: 0 })
    expect([levelOf(shop.doors, shop.L), lost(shop)]).toMatchObject([{ onHand: 9, value: 90_000 }, 0])
    expect((await shop.client.ledger.verify()).ok).toBe(true)
  })

  test('a hand-over after the count leaves it alone', async () => {
    const shop = await aMorning()
    const { id } = await counted(shop, 12)
    shop.clock.now = at('13:00')
    await shop.take(anOrder().withLine('KMJ-LUK-L', 3).inTransit(at('12:00')))
    expect(await difference(shop, id)).toMatchObject({ expected: 12, pieces: 0 })
    expect(levelOf(shop.doors, shop.L).onHand).toBe(9)
  })

  test('a delivery note of Friday typed on Sunday: the surplus that was counted was this delivery', async () => {
    const shop = await aMorning()
    const { id } = await counted(shop, 17)
    await shop.receive(shop.L, 5, 10_000, '2026-11-20')
    expect(await difference(shop, id)).toMatchObject({ expected: 17, pieces: 0 })
    expect([levelOf(shop.doors, shop.L), lost(shop)]).toMatchObject([{ onHand: 17, value: 170_000 }, 0])
  })

  test('a receipt that never was: the goods it lacked were never missing', async () => {
    const shop = await aMorning()
    const mistake = await shop.receive(shop.L, 5, 10_000, '2026-11-20')
    await counted(shop, 12)
    expect(lost(shop)).toBe(50_000)
    await shop.client.purchasing.cancel({ id: mistake.id, reason: 'Tidak pernah datang' })
    expect([levelOf(shop.doors, shop.L), lost(shop)]).toMatchObject([{ onHand: 12, value: 120_000 }, 0])
  })

  test('only the first count after it is restated; a later one began with what that found', async () => {
    const shop = await aMorning()
    const first = await counted(shop, 9, '11:00')
    const second = await counted(shop, 8, '14:00')
    await shop.take(anOrder().withLine('KMJ-LUK-L', 3).inTransit(at('10:00')))
    expect(await difference(shop, first.id)).toMatchObject({ expected: 9, pieces: 0 })
    expect(await difference(shop, second.id)).toMatchObject({ expected: 9, pieces: -1 })
    expect(levelOf(shop.doors, shop.L).onHand).toBe(8)
  })

  test('of two counts of one day the one typed later stands alone once the other is cancelled, and the other way round', async () => {
    const shop = await aMorning()
    const yesterday = async (pieces: number) => {
      shop.clock.now += 60_000
      return shop.client.inventory.count(count([{ variantId: shop.L, counted: pieces }], '2026-11-21'))
    }
    const cancel = (id: string) => shop.client.inventory.cancelAdjustment({ id, reason: 'Salah hitung' })
    const [first, second] = [await yesterday(7), await yesterday(10)]
    expect(await difference(shop, second.id)).toMatchObject({ expected: 7, pieces: 3 })
    await cancel(first.id)
    expect(await difference(shop, second.id)).toMatchObject({ counted: 10, expected: 12, pieces: -2 })
    expect([levelOf(shop.doors, shop.L).onHand, lost(shop)]).toEqual([10, 20_000])
    const third = await yesterday(11)
    await cancel(third.id)
    expect([levelOf(shop.doors, shop.L).onHand, lost(shop)]).toEqual([10, 20_000])
    expect((await shop.client.ledger.verify()).ok).toBe(true)
  })

  test('a hand-over pressed by mistake and taken back after the count: its goods lie in their parcel, nothing is missing', async () => {
    const shop = await aMorning()
    const order = anOrder().withLine('KMJ-LUK-L', 3)
    await shop.take(order)
    shop.clock.now = at('10:00')
    const { parcel } = await shop.client.fulfilment.scan({ code: order.number, parcelId: null })
    for (let piece = 0; piece < 3; piece++)
      await shop.client.fulfilment.confirmPiece({ parcelId: parcel!.parcelId, key: parcel!.items[0]!.key })
    await shop.client.fulfilment.pack({ parcelId: parcel!.parcelId })
    await shop.client.fulfilment.handover.finish({ parcelIds: [parcel!.parcelId] })
    await counted(shop, 9)
    await shop.client.fulfilment.handover.undo({ parcelIds: [parcel!.parcelId], reason: 'kurir belum datang' })
    expect([levelOf(shop.doors, shop.L).onHand, lost(shop)]).toEqual([12, 0])
  })

  test('the channel tells later that this parcel did leave at ten: nine on the shelf, as counted', async () => {
    const shop = await aMorning()
    const order = anOrder().withLine('KMJ-LUK-L', 3)
    await shop.take(order)
    shop.clock.now = at('10:00')
    const { parcel } = await shop.client.fulfilment.scan({ code: order.number, parcelId: null })
    for (let piece = 0; piece < 3; piece++)
      await shop.client.fulfilment.confirmPiece({ parcelId: parcel!.parcelId, key: parcel!.items[0]!.key })
    await shop.client.fulfilment.pack({ parcelId: parcel!.parcelId })
    await shop.client.fulfilment.handover.finish({ parcelIds: [parcel!.parcelId] })
    await counted(shop, 9)
    await shop.client.fulfilment.handover.undo({ parcelIds: [parcel!.parcelId], reason: 'kurir belum datang' })
    shop.clock.now = at('14:00')
    await shop.take(order.inTransit(at('10:00')))
    expect([levelOf(shop.doors, shop.L).onHand, lost(shop)]).toEqual([9, 0])
  })

  test('a listing that loses its SKU and gets it back: the count is as it was', async () => {
    const shop = await aMorning()
    await shop.courier()
    const { id } = await counted(shop, 9)
    const { rows } = await shop.client.catalog.listings.list({ show: 'all', limit: 5 })
    const map = (variantId: string | null) =>
      shop.client.catalog.listings.map({ mappings: rows.map((row) => ({ listingId: row.id, variantId })) })
    await map(null)
    expect(levelOf(shop.doors, shop.L).onHand).toBe(9)
    await map(shop.L)
    expect(await difference(shop, id)).toMatchObject({ expected: 9, pieces: 0 })
    expect([levelOf(shop.doors, shop.L).onHand, lost(shop)]).toEqual([9, 0])
  })

  test('in a closed month nothing is restated; opened again, the count stands against the books of its moment', async () => {
    const shop = await aMorning()
    const { id } = await counted(shop, 9)
    shop.clock.now = at('12:00', '2026-11-25')
    await shop.client.ledger.periods.close({ through: '2026-11-24' })
    await shop.take(anOrder().withLine('KMJ-LUK-L', 3).inTransit(at('10:00')))
    expect(await difference(shop, id)).toMatchObject({ expected: 12, pieces: -3 })
    await shop.client.ledger.periods.reopen({ closedThrough: '', reason: 'kabar terlambat' })
    expect(await difference(shop, id)).toMatchObject({ expected: 9, pieces: 0 })
    expect([levelOf(shop.doors, shop.L).onHand, lost(shop)]).toEqual([9, 0])
    expect((await shop.client.ledger.verify()).ok).toBe(true)
  })
})
