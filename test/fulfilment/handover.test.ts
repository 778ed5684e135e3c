import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'
import { unbalancedDays } from '../builders/books.ts'

const MINUTE = 60_000

test('the courier comes: what is packed waits by courier, is checked at the door and leaves stock at its cost', async () => {
  const { client, takeIn, pack, idOf, level, balance, clock } = await aPackingDesk()
  const first = anOrder().withLine('KMJ-LUK-L').withLine('KMJ-KWA-M', 2)
  const second = anOrder().withLine('SET-LUK-TRT').with({ courier: 'J&T Express', isCod: true })
  const unpacked = anOrder().withLine('KMJ-LUK-L')
  await takeIn(first, second, unpacked)
  for (const order of [first, second]) await pack(order)

  expect(await client.fulfilment.handover.list()).toMatchObject([
    { courier: 'J&T Express', parcels: [{ orderNumber: second.number, pieces: 2, isCod: true }], staying: [] },
    {
      courier: 'SPX Standard',
      parcels: [{ orderNumber: first.number, pieces: 3, buyer: 'S***i' }],
      staying: [{ orderNumber: unpacked.number, pieces: 1, why: 'not packed' }],
    },
  ])
  expect(await client.fulfilment.handover.scan({ code: first.number })).toMatchObject({ verdict: 'right' })
  expect(await client.fulfilment.handover.scan({ code: unpacked.number })).toMatchObject({ verdict: 'not ready' })
  expect(await client.fulfilment.handover.scan({ code: 'SPXID000' })).toMatchObject({ verdict: 'unknown code' })

  clock.now += 5 * MINUTE
  const orderIds = [await idOf(first.number), await idOf(second.number)]
  const costOfGoods = 61_500 + 2 * 58_000 + (61_500 + 41_000)
  expect(await client.fulfilment.handover.finish({ parcelIds: orderIds })).toEqual({
    handedOver: 2,
    costOfGoods,
    at: SUNDAY + 5 * MINUTE,
  })

  expect(level('KMJ-LUK-L')).toEqual({ onHand: 18, reserved: 1, value: 18 * 61_500 })
  expect(level('KMJ-KWA-M')).toEqual({ onHand: 18, reserved: 0, value: 18 * 58_000 })
  expect(balance('1303')).toBe(costOfGoods)
  expect(await client.fulfilment.handover.list()).toMatchObject([
    { courier: 'SPX Standard', parcels: [], staying: [{ orderNumber: unpacked.number }] },
  ])
  expect(await client.fulfilment.progress()).toEqual({ packed: 0, waiting: 1, packedToday: 2, handedOverToday: 2 })
  const left = await client.orders.get({ id: orderIds[0]! })
  expect(left.state).toBe('handed_over')
  expect(left.timeline.at(-1)).toMatchObject({ what: 'handed over', at: SUNDAY + 5 * MINUTE })
})

test('the same list sent again, later and from two stations, hands nothing over twice and answers the same', async () => {
  const { client, takeIn, pack, idOf, level, clock, trialBalance } = await aPackingDesk()
  const order = anOrder().withLine('KMJ-LUK-L', 3)
  await takeIn(order)
  await pack(order)
  const orderIds = [await idOf(order.number)]
  const answers = await Promise.all([1, 2].map(() => client.fulfilment.handover.finish({ parcelIds: orderIds })))
  const books = trialBalance()
  clock.now += 60 * MINUTE
  answers.push(await client.fulfilment.handover.finish({ parcelIds: [...orderIds, ...orderIds] }))
  expect(answers).toEqual(Array(3).fill({ handedOver: 1, costOfGoods: 3 * 61_500, at: SUNDAY }))
  expect(trialBalance()).toEqual(books)
  expect(level('KMJ-LUK-L').onHand).toBe(17)
  const { timeline } = await client.orders.get({ id: orderIds[0]! })
  expect(timeline.filter(({ what }) => what === 'handed over')).toHaveLength(1)
})

test('one cancelled parcel stops the whole list, at the door and on paper; nothing left', async () => {
  const { client, takeIn, pack, idOf, level, trialBalance } = await aPackingDesk()
  const [good, cancelled] = [anOrder().withLine('KMJ-LUK-L'), anOrder().withLine('BLS-TRT-M')]
  await takeIn(good, cancelled)
  for (const order of [good, cancelled]) await pack(order)
  await takeIn(cancelled.cancelled(SUNDAY))
  const before = trialBalance()

  const [group] = await client.fulfilment.handover.list()
  expect(group).toMatchObject({
    parcels: [{ orderNumber: good.number }],
    staying: [{ orderNumber: cancelled.number, why: 'cancelled' }],
  })
  expect(await client.fulfilment.handover.scan({ code: cancelled.number })).toMatchObject({
    verdict: 'cancelled',
    cancelled: { at: SUNDAY },
  })
  const orderIds = [await idOf(good.number), await idOf(cancelled.number)]
  await expect(client.fulfilment.handover.finish({ parcelIds: orderIds })).rejects.toMatchObject({
    code: 'ORDER_CANCELLED',
    data: { orderNumber: cancelled.number, at: SUNDAY, zone: 'WIB' },
  })
  expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 20, reserved: 1 })
  expect(trialBalance()).toEqual(before)

  await client.fulfilment.setAside({ parcelId: orderIds[1]! })
  expect((await client.fulfilment.handover.list()).flatMap(({ parcels }) => parcels)).toHaveLength(1)
  expect(await client.fulfilment.handover.finish({ parcelIds: [orderIds[0]!] })).toMatchObject({ handedOver: 1 })
})

test('a parcel that is not packed, held or unknown stops the whole list too', async () => {
  const { client, takeIn, pack, idOf, level } = await aPackingDesk()
  const [good, unpacked, held] = [1, 2, 3].map(() => anOrder().withLine('KMJ-LUK-L'))
  await takeIn(good!, unpacked!, held!)
  await pack(good!)
  await pack(held!)
  const goodId = await idOf(good!.number)
  const heldId = await idOf(held!.number)
  await client.fulfilment.hold({ orderIds: [heldId], reason: 'Alamat diganti' })
  expect(await client.fulfilment.handover.list()).toMatchObject([
    {
      parcels: [{ orderNumber: good!.number }],
      staying: [
        { orderNumber: held!.number, why: 'held', holdReason: 'Alamat diganti' },
        { orderNumber: unpacked!.number, why: 'not packed' },
      ],
    },
  ])

  const finish = (id: string) => client.fulfilment.handover.finish({ parcelIds: [goodId, id] })
  await expect(finish(await idOf(unpacked!.number))).rejects.toMatchObject({ code: 'ORDER_NOT_PACKED' })
  await expect(finish(heldId)).rejects.toMatchObject({ code: 'ORDER_HELD', data: { reason: 'Alamat diganti' } })
  await expect(finish(newId())).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' })
  expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 20, reserved: 3 })
})

test('where the channel already said shipped, nothing is handed over a second time', async () => {
  const { client, takeIn, pack, idOf, level } = await aPackingDesk()
  const order = anOrder().withLine('KMJ-LUK-L')
  await takeIn(order)
  await pack(order)
  await takeIn(order.inTransit(SUNDAY - MINUTE))
  expect(level('KMJ-LUK-L').onHand).toBe(19)
  expect(await client.fulfilment.handover.finish({ parcelIds: [await idOf(order.number)] })).toMatchObject({
    handedOver: 0,
    costOfGoods: 0,
  })
  expect(level('KMJ-LUK-L').onHand).toBe(19)
})

test('an own sale is completed by leaving: its revenue and its cost stand in the books the same moment', async () => {
  const { client, ids, pack, level, trialBalance, doors, balance } = await aPackingDesk()
  const capital = balance('3101')
  const sale = await client.orders.recordOwnSale({
    id: newId(),
    lines: [{ variantId: ids['BLS-TRT-M'], pieces: 2, price: 75_000 }],
    payment: 'transfer',
    buyerName: 'Dewi Lestari',
    soldAt: SUNDAY - 60 * MINUTE,
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
  await client.fulfilment.handover.finish({ parcelIds: [sale.id] })

  const done = await client.orders.get({ id: sale.id })
  expect(done.state).toBe('completed')
  expect(level('BLS-TRT-M')).toMatchObject({ onHand: 18, reserved: 0 })
  expect(trialBalance()).toEqual({
    '1110': 150_000,
    '1301': -capital - 82_000,
    '3101': capital,
    '4103': -150_000,
    '5101': 82_000,
  })
  expect(unbalancedDays(doors)).toEqual([])
})

test('goods sold before their stock was counted leave too: the cost is not known yet and nothing is made up', async () => {
  const { client, takeIn, pack, idOf, level } = await aPackingDesk()
  const order = anOrder().withLine('KMJ-LUK-L', 21)
  await takeIn(order)
  await pack(order)
  expect(await client.fulfilment.handover.finish({ parcelIds: [await idOf(order.number)] })).toMatchObject({
    costOfGoods: 20 * 61_500,
  })
  expect(level('KMJ-LUK-L')).toEqual({ onHand: -1, reserved: 0, value: 0 })
})

test('a wish to cancel stays unless someone insists: it may still go', async () => {
  const { client, takeIn, pack, idOf } = await aPackingDesk()
  const order = anOrder().withLine('KMJ-LUK-L')
  await takeIn(order)
  await pack(order)
  await takeIn(order.cancelRequested(SUNDAY))
  const [group] = await client.fulfilment.handover.list()
  expect(group).toMatchObject({ parcels: [], staying: [{ why: 'cancel requested' }] })
  expect(await client.fulfilment.handover.scan({ code: order.number })).toMatchObject({
    verdict: 'cancel requested',
    stays: 'cancel requested',
  })
  expect(await client.fulfilment.handover.finish({ parcelIds: [await idOf(order.number)] })).toMatchObject({
    handedOver: 1,
  })
})

test('packed before its shipping was arranged, no courier knows the parcel: it is not among those that go; an own sale is', async () => {
  const { client, ids, takeIn, pack } = await aPackingDesk()
  const order = anOrder().withLine('KMJ-LUK-L').toArrange().with({ trackingNumber: '' })
  await takeIn(order)
  await pack(order)
  const sale = await client.orders.recordOwnSale({
    id: newId(),
    lines: [{ variantId: ids['BLS-TRT-M'], pieces: 1, price: 75_000 }],
    payment: 'cod',
    buyerName: 'Dewi Lestari',
    soldAt: SUNDAY - 60 * MINUTE,
    shipTo: {
      phone: '081328705516',
      address: 'Jl. Kaliurang Km 7 No. 12',
      city: 'Sleman',
      province: 'DI Yogyakarta',
      courier: 'SPX Standard',
      trackingNumber: '',
      shippingPaid: 0,
      shipBy: null,
    },
    note: '',
  })
  await pack(sale)
  expect(await client.fulfilment.handover.list()).toMatchObject([
    {
      courier: 'SPX Standard',
      parcels: [{ orderNumber: sale.number }],
      staying: [{ orderNumber: order.number, why: 'not arranged' }],
    },
  ])
  expect(await client.fulfilment.handover.scan({ code: order.number })).toMatchObject({
    verdict: 'right',
    stays: 'not arranged',
  })
})

test('hand-overs are kept by day, courier and moment; the packer keeps the count of the day', async () => {
  const { client, takeIn, pack, idOf, clock } = await aPackingDesk()
  const [first, second, third] = [1, 2, 3].map(() => anOrder().withLine('KMJ-LUK-L'))
  const jnt = anOrder().withLine('KMJ-KWA-M').with({ courier: 'J&T Express' })
  await takeIn(first!, second!, third!, jnt)
  for (const order of [first!, second!, jnt]) await pack(order)
  const finish = async (...orders: (typeof jnt)[]) =>
    client.fulfilment.handover.finish({ parcelIds: await Promise.all(orders.map(({ number }) => idOf(number))) })
  await finish(first!, jnt)
  clock.now += 30 * MINUTE
  await finish(second!)
  expect(await client.fulfilment.handover.day({})).toMatchObject({
    day: '2026-11-22',
    previous: null,
    next: null,
    handovers: [
      { courier: 'SPX Standard', at: SUNDAY + 30 * MINUTE, parcels: [{ orderNumber: second!.number }] },
      { at: SUNDAY, parcels: [{ mayBeUndone: true }] },
      { at: SUNDAY, parcels: [{ mayBeUndone: true }] },
    ],
  })
  expect(await client.fulfilment.progress()).toEqual({ packedToday: 3, packed: 0, waiting: 1, handedOverToday: 3 })

  clock.now += 24 * 60 * MINUTE
  await pack(third!)
  await finish(third!)
  expect(await client.fulfilment.handover.day({})).toMatchObject({
    day: '2026-11-23',
    previous: '2026-11-22',
    next: null,
    handovers: [{ parcels: [{ orderNumber: third!.number }] }],
  })
  expect(await client.fulfilment.handover.day({ day: '2026-11-22' })).toMatchObject({ next: '2026-11-23' })
  expect((await client.fulfilment.handover.day({ day: '2026-11-24' })).handovers).toEqual([])
  expect(await client.fulfilment.progress()).toMatchObject({ packedToday: 1, handedOverToday: 1 })
})
