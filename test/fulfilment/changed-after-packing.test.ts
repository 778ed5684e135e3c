import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'
import { settleOrdersAgain, unbalancedDays } from '../builders/books.ts'

const LATER = SUNDAY + 60_000

/** Two shirts and a blouse are packed; then the channel says that the buyer wants the shirts alone. */
async function aChangedParcel() {
  const desk = await aPackingDesk()
  const order = anOrder().withLine('KMJ-LUK-L', 2).withLine('BLS-TRT-M')
  await desk.takeIn(order)
  await desk.pack(order)
  const [shirts] = order.snapshot().lines
  await desk.takeIn(order.arranged(LATER).with({ lines: [shirts!] }))
  return { ...desk, order, id: await desk.idOf(order.number) }
}
const OUT = { takeOut: [{ name: 'Blus Truntum M', sku: 'BLS-TRT-M', shelf: 'C-03', pieces: 1 }], putIn: [] }

test('desk and door stop a parcel whose order changed, and say what to take out; nothing leaves', async () => {
  const { client, scan, order, id, level, takeIn, pack, idOf } = await aChangedParcel()
  const good = anOrder().withLine('KMJ-LUK-M')
  await takeIn(good)
  await pack(good)
  expect(await scan(order.number)).toMatchObject({
    verdict: 'contents changed',
    parcel: {
      items: [
        { sku: 'KMJ-LUK-L', pieces: 2, scanned: 2 },
        { sku: 'BLS-TRT-M', pieces: 0, scanned: 1 },
      ],
    },
  })
  expect(await client.fulfilment.handover.scan({ code: order.number })).toMatchObject({ verdict: 'contents changed' })
  const [group] = await client.fulfilment.handover.list()
  expect(group).toMatchObject({
    parcels: [{ orderNumber: good.number }],
    staying: [{ orderNumber: order.number, why: 'contents changed' }],
  })
  const parcelIds = [id, await idOf(good.number)]
  await expect(client.fulfilment.handover.finish({ parcelIds })).rejects.toMatchObject({
    code: 'PARCEL_CONTENTS_CHANGED',
    data: { parcels: [{ orderNumber: order.number, ...OUT }] },
  })
  expect(level('KMJ-LUK-M')).toMatchObject({ onHand: 20, reserved: 1 })
  expect(level('BLS-TRT-M')).toMatchObject({ onHand: 20, reserved: 0 })
})

test('the packer takes out what is too much, closes the parcel again, and it may go', async () => {
  const { client, scan, order, id, level } = await aChangedParcel()
  expect(await scan('KMJ-LUK-L', id)).toMatchObject({ verdict: 'too many' })
  expect(await scan('BLS-TRT-M', id)).toMatchObject({ verdict: 'complete', item: { name: 'Blus Truntum' } })
  expect(await client.fulfilment.handover.scan({ code: order.number })).toMatchObject({ verdict: 'not ready' })
  await client.fulfilment.pack({ parcelId: id })
  expect(await client.fulfilment.handover.scan({ code: order.number })).toMatchObject({ verdict: 'right' })
  await client.fulfilment.handover.finish({ parcelIds: [id] })
  expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 18, reserved: 0 })
  expect(level('BLS-TRT-M')).toMatchObject({ onHand: 20, reserved: 0 })
  const { timeline } = await client.orders.get({ id })
  expect(timeline.map(({ what }) => what).filter((what) => /packed|opened/.test(what))).toEqual([
    'packed',
    'opened again',
    'packed',
  ])
})

test('what the order asks for besides is put in', async () => {
  const { client, takeIn, pack, scan, idOf } = await aPackingDesk()
  const order = anOrder().withLine('KMJ-LUK-L')
  await takeIn(order)
  await pack(order)
  await takeIn(order.arranged(LATER).withLine('BLS-TRT-M', 2))
  const id = await idOf(order.number)
  await expect(client.fulfilment.pack({ parcelId: id })).rejects.toMatchObject({
    code: 'PARCEL_CONTENTS_CHANGED',
    data: { parcels: [{ takeOut: [], putIn: [{ sku: 'BLS-TRT-M', pieces: 2 }] }] },
  })
  expect((await scan('8991234500032', id)).verdict).toBe('right')
  expect((await scan('8991234500032', id)).verdict).toBe('complete')
  expect(await client.fulfilment.pack({ parcelId: id })).toMatchObject({ parcelId: id })
})

test('what leaves is what lies in the parcel: a change after the hand-over moves no stock', async () => {
  const { client, takeIn, pack, idOf, level, balance, doors } = await aPackingDesk()
  const order = anOrder().withLine('KMJ-LUK-L', 2).withLine('BLS-TRT-M')
  await takeIn(order)
  await pack(order)
  const id = await idOf(order.number)
  await client.fulfilment.handover.finish({ parcelIds: [id] })
  const [shirts] = order.snapshot().lines
  await takeIn(order.arranged(LATER).with({ lines: [{ ...shirts!, pieces: 3 }] }))
  expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 18, reserved: 0 })
  expect(level('BLS-TRT-M')).toMatchObject({ onHand: 19, reserved: 0 })
  expect(balance('1303')).toBe(2 * 61_500 + 41_000)
  expect(unbalancedDays(doors)).toEqual([])
  expect(await settleOrdersAgain(doors)).toEqual({ movements: 0, entries: 0 })
})

test('goods packed before they had an SKU are not asked for twice once they are mapped', async () => {
  const { client, takeIn, pack, idOf, ids, level } = await aPackingDesk()
  const order = anOrder().withLine('TANPA-SKU', 2)
  await takeIn(order)
  await pack(order)
  const { lines } = await client.orders.get({ id: await idOf(order.number) })
  await client.catalog.listings.map({ mappings: [{ listingId: lines[0]!.listingId!, variantId: ids['KMJ-LUK-L'] }] })
  expect(await client.fulfilment.handover.scan({ code: order.number })).toMatchObject({ verdict: 'right' })
  await client.fulfilment.handover.finish({ parcelIds: [await idOf(order.number)] })
  expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 18, reserved: 0 })
})

test('a listing mapped to other goods stops the parcel in which the first ones lie', async () => {
  const { client, takeIn, pack, idOf, ids, level } = await aPackingDesk()
  const order = anOrder().withLine('KMJ-LUK-L')
  await takeIn(order)
  await pack(order)
  const id = await idOf(order.number)
  const { lines } = await client.orders.get({ id })
  await client.catalog.listings.map({ mappings: [{ listingId: lines[0]!.listingId!, variantId: ids['KMJ-LUK-M'] }] })
  await expect(client.fulfilment.handover.finish({ parcelIds: [id] })).rejects.toMatchObject({
    code: 'PARCEL_CONTENTS_CHANGED',
    data: { parcels: [{ takeOut: [{ sku: 'KMJ-LUK-L' }], putIn: [{ sku: 'KMJ-LUK-M' }] }] },
  })
  expect(level('KMJ-LUK-L').onHand).toBe(20)
})

test('a hand-over pressed by mistake is undone: the goods are here again, the parcel waits at the door, the reason stands', async () => {
  const { client, takeIn, pack, idOf, level, trialBalance, doors, clock } = await aPackingDesk()
  const order = anOrder().withLine('KMJ-LUK-L', 2)
  await takeIn(order)
  await pack(order)
  const before = trialBalance()
  const parcelIds = [await idOf(order.number)]
  await client.fulfilment.handover.finish({ parcelIds })
  expect((await client.fulfilment.handover.day({})).handovers).toMatchObject([
    { parcels: [{ orderNumber: order.number, mayBeUndone: true }] },
  ])
  clock.now += 60_000
  expect(await client.fulfilment.handover.undo({ parcelIds, reason: 'Kurir belum datang' })).toEqual({ undone: 1 })
  expect(trialBalance()).toEqual(before)
  expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 20, reserved: 2 })
  expect((await client.fulfilment.handover.day({})).handovers).toEqual([])
  expect((await client.fulfilment.handover.list())[0]!.parcels).toMatchObject([{ orderNumber: order.number }])
  const { timeline, state } = await client.orders.get({ id: parcelIds[0]! })
  expect(state).toBe('packed')
  expect(timeline.at(-1)).toMatchObject({ what: 'hand-over undone', detail: 'Kurir belum datang' })
  expect(await settleOrdersAgain(doors)).toEqual({ movements: 0, entries: 0 })
  expect(await client.fulfilment.handover.finish({ parcelIds })).toMatchObject({ handedOver: 1 })
})

test('an own sale that never left is not sold either', async () => {
  const { client, ids, pack, trialBalance } = await aPackingDesk()
  const sale = await client.orders.recordOwnSale({
    id: newId(),
    lines: [{ variantId: ids['BLS-TRT-M'], pieces: 1, price: 75_000 }],
    payment: 'transfer',
    buyerName: 'Dewi Lestari',
    soldAt: SUNDAY - 3_600_000,
    shipTo: {
      phone: '081328705516',
      address: 'Jl. Kaliurang Km 7 No. 12',
      city: 'Sleman',
      province: 'DI Yogyakarta',
      courier: 'JNE',
      trackingNumber: '8826112200041187',
      shippingPaid: 0,
      shipBy: null,
    },
    note: '',
  })
  await pack(sale)
  const before = trialBalance()
  await client.fulfilment.handover.finish({ parcelIds: [sale.id] })
  await client.fulfilment.handover.undo({ parcelIds: [sale.id], reason: 'Salah pencet' })
  expect(trialBalance()).toEqual(before)
  expect((await client.orders.get({ id: sale.id })).state).toBe('packed')
})

test('once the channel says shipped, the hand-over stands', async () => {
  const { client, takeIn, pack, idOf, level } = await aPackingDesk()
  const order = anOrder().withLine('KMJ-LUK-L')
  await takeIn(order)
  await pack(order)
  const parcelIds = [await idOf(order.number)]
  await client.fulfilment.handover.finish({ parcelIds })
  await takeIn(order.inTransit(LATER))
  expect((await client.fulfilment.handover.day({})).handovers).toMatchObject([{ parcels: [{ mayBeUndone: false }] }])
  await expect(client.fulfilment.handover.undo({ parcelIds, reason: 'Salah pencet' })).rejects.toMatchObject({
    code: 'HANDOVER_STANDS',
    data: { orderNumber: order.number, why: 'shipped' },
  })
  expect(level('KMJ-LUK-L').onHand).toBe(19)
})

test('a hand-over for which somebody owes stands until the claim is undone', async () => {
  const { client, takeIn, pack, idOf } = await aPackingDesk()
  const order = anOrder().withLine('KMJ-LUK-L')
  await takeIn(order)
  await pack(order)
  const id = await idOf(order.number)
  await client.fulfilment.handover.finish({ parcelIds: [id] })
  const claim = { id: newId(), orderId: id, party: 'SPX', amount: 90_000, note: '' }
  await client.returns.claim(claim)
  const undo = () => client.fulfilment.handover.undo({ parcelIds: [id], reason: 'Salah pencet' })
  await expect(undo()).rejects.toMatchObject({ code: 'HANDOVER_STANDS', data: { why: 'claimed' } })
  await client.returns.undoClaim({ id: claim.id, reason: 'Salah pesanan' })
  expect(await undo()).toEqual({ undone: 1 })
})
