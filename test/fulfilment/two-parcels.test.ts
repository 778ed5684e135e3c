import { describe, expect, test } from 'vitest'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder, type OrderTold } from '../builders/an-order.ts'
import { settleOrdersAgain } from '../builders/books.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { orderIn } from '../channels/files/reading.ts'

const HOUR = 3_600_000

const SPLIT = () =>
  anOrder()
    .withLine('KMJ-LUK-L', 2, { waybill: 'SPXID0001A' })
    .withLine('BLS-TRT-M', 1, { waybill: 'SPXID0002B' })
    .with({ trackingNumber: 'SPXID0001A' })

test('an order with two waybills is two parcels, each found by its own and each with its own goods', async () => {
  const { client, takeIn, scan, idOf } = await aPackingDesk()
  const order = SPLIT()
  await takeIn(order)
  const { parcels, lines } = await client.orders.get({ id: await idOf(order.number) })
  expect(
    parcels.map((parcel) => parcel.lines.map((at) => lines.find(({ line }) => line === at)!.variant!.sku)),
  ).toEqual([['KMJ-LUK-L'], ['BLS-TRT-M']])
  const [first, second] = [await scan('SPXID0001A'), await scan('SPXID0002B')]
  expect(first).toMatchObject({
    verdict: 'opened',
    parcel: { number: 1, parcels: 2, trackingNumber: 'SPXID0001A', items: [{ sku: 'KMJ-LUK-L', pieces: 2 }] },
  })
  expect(second).toMatchObject({
    verdict: 'opened',
    parcel: { number: 2, parcels: 2, trackingNumber: 'SPXID0002B', items: [{ sku: 'BLS-TRT-M', pieces: 1 }] },
  })
})

test('the parcel that left is issued, the one that stays keeps its pieces reserved; the order leaves with the last', async () => {
  const { client, takeIn, pack, level, balance, idOf, doors } = await aPackingDesk()
  const order = SPLIT()
  await takeIn(order)
  await pack({ number: 'SPXID0001A' })
  const id = await idOf(order.number)
  expect((await client.orders.get({ id })).state).toBe('arranged')
  await client.fulfilment.handover.finish({ parcelIds: [id] })
  expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 18, reserved: 0 })
  expect(level('BLS-TRT-M')).toMatchObject({ onHand: 20, reserved: 1 })
  expect(balance('1303')).toBe(2 * 61_500)

  const { parcelId } = (await client.fulfilment.queue()).parcels[0]!
  await pack({ number: 'spxid 0002-b' })
  expect(await client.fulfilment.progress()).toMatchObject({ packed: 1, waiting: 0, handedOverToday: 1 })
  await client.fulfilment.handover.finish({ parcelIds: [parcelId] })
  expect(level('BLS-TRT-M')).toMatchObject({ onHand: 19, reserved: 0 })
  expect((await client.orders.get({ id })).state).toBe('handed_over')
  expect(await settleOrdersAgain(doors)).toEqual({ movements: 0, entries: 0 })
})

test('partly shipped takes out of stock what was shipped and keeps the rest promised', async () => {
  const { takeIn, level } = await aPackingDesk()
  const order = SPLIT()
  await takeIn(order)
  const [shirts, blouse] = order.snapshot().lines
  await takeIn(order.with({ state: 'partly_shipped', lines: [{ ...shirts!, isShipped: true }, blouse!] }))
  expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 18, reserved: 0 })
  expect(level('BLS-TRT-M')).toMatchObject({ onHand: 20, reserved: 1 })
  await takeIn(order.inTransit())
  expect(level('BLS-TRT-M')).toMatchObject({ onHand: 19, reserved: 0 })
})

test('goods whose parcel has no waybill yet are a parcel of their own: what left without them leaves them promised', async () => {
  const { client, takeIn, pack, level, scan, idOf, doors } = await aPackingDesk()
  const order = anOrder()
    .withLine('KMJ-LUK-L', 2, { waybill: 'SPXID0001A' })
    .withLine('BLS-TRT-M', 1)
    .with({ trackingNumber: 'SPXID0001A' })
  await takeIn(order.arranged(SUNDAY - 3 * HOUR))
  expect(await scan('SPXID0001A')).toMatchObject({ parcel: { parcels: 2, items: [{ sku: 'KMJ-LUK-L', pieces: 2 }] } })
  // no piece is named: the parcel with a waybill has gone
  await takeIn(order.arranged(SUNDAY - 2 * HOUR).with({ state: 'partly_shipped' }))
  expect([level('KMJ-LUK-L'), level('BLS-TRT-M')]).toMatchObject([
    { onHand: 18, reserved: 0 },
    { onHand: 20, reserved: 1 },
  ])
  const { lines } = order.snapshot()
  await takeIn(
    order
      .arranged(SUNDAY - HOUR)
      .with({ state: 'partly_shipped', lines: [lines[0]!, { ...lines[1]!, waybill: 'SPXID0002B' }] }),
  )
  const { parcels } = await client.orders.get({ id: await idOf(order.number) })
  expect(parcels.map(({ number, trackingNumber }) => [number, trackingNumber])).toEqual([
    [1, 'SPXID0001A'],
    [2, 'SPXID0002B'],
  ])
  await pack({ number: 'SPXID0002B' })
  await client.fulfilment.handover.finish({ parcelIds: [parcels[1]!.id] })
  expect([level('KMJ-LUK-L').onHand, level('BLS-TRT-M')]).toMatchObject([18, { onHand: 19, reserved: 0 }])
  expect(await settleOrdersAgain(doors)).toEqual({ movements: 0, entries: 0 })
})

test('a waybill is found without regard to case, blanks and dashes; an order number without regard to case', async () => {
  const { takeIn, scan } = await aPackingDesk()
  const [low, blanks, dashes] = ['jx0123456789', 'JX 0123 4567 91', 'JX-0123-4567-92'].map((trackingNumber) =>
    anOrder().withLine('KMJ-LUK-L').with({ trackingNumber }),
  )
  await takeIn(low!, blanks!, dashes!)
  const found = async (code: string) => (await scan(code)).parcel?.orderNumber
  for (const code of ['JX0123456789', 'jx0123456789', 'JX 0123-456789']) expect(await found(code)).toBe(low!.number)
  for (const code of ['JX0123456791', 'jx-0123-4567-91', 'JX 0123 4567 91'])
    expect(await found(code)).toBe(blanks!.number)
  for (const code of ['JX0123456792', 'jx012345 6792']) expect(await found(code)).toBe(dashes!.number)
  expect(await found(low!.number.toLowerCase())).toBe(low!.number)
})

test('a waybill that was replaced still finds its order', async () => {
  const { takeIn, scan } = await aPackingDesk()
  const order = anOrder().withLine('KMJ-LUK-L').with({ trackingNumber: 'SPXID-OLD-1' })
  await takeIn(order)
  await takeIn(order.arranged(SUNDAY).with({ trackingNumber: 'SPXID-NEW-2' }))
  expect(await scan('SPXIDOLD1')).toMatchObject({
    parcel: { orderNumber: order.number, trackingNumber: 'SPXID-NEW-2' },
  })
  expect(await scan('spxidnew2')).toMatchObject({ parcel: { orderNumber: order.number } })
})

test('a file that names two waybills for one order keeps each with its goods', async () => {
  const file = anOrderFile().withOrder('261122AB12CD34', {
    items: [
      { product: 'Kemeja', sku: 'KMJ', cells: { 'No. Resi': 'SPXID0001A' } },
      { product: 'Sarung', sku: 'SRG', cells: { 'No. Resi': 'SPXID0002B' } },
    ],
  })
  expect(await orderIn(file.xlsx())).toMatchObject({
    trackingNumber: 'SPXID0001A',
    lines: [
      { sku: 'KMJ', waybill: 'SPXID0001A' },
      { sku: 'SRG', waybill: 'SPXID0002B' },
    ],
  })
})

describe('orders that the channel sends in one bag', () => {
  const oneBag = async () => {
    const desk = await aPackingDesk()
    const [first, second] = ['KMJ-LUK-L', 'BLS-TRT-M'].map((sku) =>
      anOrder().withLine(sku).with({ trackingNumber: 'JX0055' }),
    ) as [OrderTold, OrderTold]
    await desk.takeIn(first, second)
    return { ...desk, first, second }
  }

  test('their No. Resi opens one after the other, and all of them leave', async () => {
    const { client, scan, pack, idOf, first, second, level } = await oneBag()
    const one = (await scan('jx-0055')).parcel!.orderNumber
    await pack({ number: 'JX0055' })
    const other = await scan('JX0055')
    expect(other.verdict).toBe('opened')
    expect([one, other.parcel!.orderNumber].sort()).toEqual([first.number, second.number].sort())
    expect((await client.fulfilment.handover.scan({ code: 'JX0055' })).verdict).toBe('not ready')
    await pack({ number: 'JX0055' })
    expect((await client.fulfilment.handover.scan({ code: 'JX0055' })).verdict).toBe('right')
    await client.fulfilment.handover.finish({ parcelIds: [await idOf(first.number), await idOf(second.number)] })
    expect([level('KMJ-LUK-L').onHand, level('BLS-TRT-M').onHand]).toEqual([19, 19])
  })

  test('the door stops at the one that was cancelled after packing, and the desk of returns finds the one that is waited for', async () => {
    const { client, pack, idOf, first, second, takeIn } = await oneBag()
    await pack({ number: 'JX0055' })
    await pack({ number: 'JX0055' })
    await takeIn(first.cancelled(SUNDAY))
    const door = await client.fulfilment.handover.scan({ code: 'JX0055' })
    expect(door).toMatchObject({ verdict: 'cancelled', parcel: { orderNumber: first.number } })

    await takeIn(second.inTransit(SUNDAY))
    const third = anOrder().withLine('KMJ-KWA-M').with({ trackingNumber: 'JX0055' })
    await takeIn(third.inTransit(SUNDAY), second.cancelled(SUNDAY))
    const id = await idOf(second.number)
    expect(await client.returns.scan({ code: 'JX0055' })).toMatchObject({ verdict: 'expected', order: { id } })
  })

  test('one that carries a No. Resi now is meant before one that did', async () => {
    const { takeIn, scan } = await aPackingDesk()
    const carries = anOrder().withLine('KMJ-LUK-L').with({ trackingNumber: 'A1' })
    await takeIn(carries)
    const carried = anOrder().withLine('BLS-TRT-M').with({ trackingNumber: 'B2' })
    await takeIn(carried.arranged(SUNDAY - HOUR))
    await takeIn(
      carried.arranged(SUNDAY).with({ trackingNumber: 'C3' }),
      carries.arranged(SUNDAY).with({ trackingNumber: 'B2' }),
    )
    expect((await scan('B2')).parcel!.orderNumber).toBe(carries.number)
  })
})
