import { describe, expect, test } from 'vitest'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk, GOODS } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'

const MINUTE = 60_000

test("a packer's morning: three orders wait, the nearest deadline first, and each is scanned, closed and counted", async () => {
  const desk = await aPackingDesk()
  const { client, scan } = desk
  const tonight = anOrder().withLine('KMJ-LUK-L').withLine('KMJ-KWA-M', 2).with({ buyerNote: 'Tolong bungkus kado' })
  const noon = anOrder()
    .withLine('BLS-TRT-M')
    .with({ shipBy: SUNDAY + 3 * 3_600_000 })
  const tomorrow = anOrder()
    .withLine('KMJ-KWA-L')
    .with({ shipBy: SUNDAY + 30 * 3_600_000 })
  await desk.takeIn(tonight, tomorrow, noon)

  expect((await client.fulfilment.queue()).parcels.map(({ orderNumber }) => orderNumber)).toEqual([
    noon.number,
    tonight.number,
    tomorrow.number,
  ])
  expect(await client.fulfilment.progress()).toEqual({ packed: 0, waiting: 3, packedToday: 0, handedOverToday: 0 })

  const opened = await scan(tonight.snapshot().trackingNumber)
  expect(opened).toMatchObject({
    verdict: 'opened',
    parcel: {
      orderNumber: tonight.number,
      courier: 'SPX Standard',
      buyerNote: 'Tolong bungkus kado',
      pieces: 3,
      scanned: 0,
      items: [
        { name: 'Kemeja Lung Ukir', size: 'L', shelf: 'B-04', pieces: 1 },
        { name: 'Kemeja Kawung Alit', size: 'M', shelf: 'B-11', pieces: 2 },
      ],
    },
  })
  const id = opened.parcel!.orderId
  expect(await scan(GOODS['KMJ-LUK-L'].barcode, id)).toMatchObject({ verdict: 'right', parcel: { scanned: 1 } })
  expect(await scan('KMJ-KWA-M', id)).toMatchObject({ verdict: 'right', parcel: { scanned: 2 } })
  expect(await scan(GOODS['KMJ-KWA-M'].barcode, id)).toMatchObject({ verdict: 'complete', parcel: { scanned: 3 } })
  expect(await client.fulfilment.pack({ parcelId: id })).toEqual({ orderId: id, parcelId: id, packedAt: SUNDAY })

  await desk.pack(noon)
  expect(await client.fulfilment.progress()).toEqual({ packed: 2, waiting: 1, packedToday: 2, handedOverToday: 0 })
  expect((await client.fulfilment.queue()).parcels.map(({ orderNumber }) => orderNumber)).toEqual([tomorrow.number])
  const order = await client.orders.get({ id })
  expect(order.state).toBe('packed')
  expect(order.timeline.at(-1)).toMatchObject({ what: 'packed', at: SUNDAY, source: '', actor: 'Ratna' })
})

describe('codes', () => {
  test('a parcel answers to its waybill and its order number, in any case and with blanks around', async () => {
    const { takeIn, scan } = await aPackingDesk()
    const order = anOrder().withLine('BLS-TRT-M')
    await takeIn(order)
    const { trackingNumber, number } = order.snapshot()
    for (const code of [trackingNumber, `${trackingNumber.toLowerCase()}  `, number, ` ${number.toLowerCase()}\t`])
      expect(await scan(code), code).toMatchObject({ verdict: 'opened', parcel: { orderNumber: number } })
  })

  test('goods answer to barcode and SKU, in any case and with blanks around', async () => {
    const { takeIn, scan, idOf, client } = await aPackingDesk()
    const order = anOrder().withLine('BLS-TRT-M', 4)
    await takeIn(order)
    const id = await idOf(order.number)
    for (const code of ['8991234500032', ' 8991234500032 ', 'BLS-TRT-M', 'bls-trt-m\r'])
      expect((await scan(code, id)).verdict, code).toMatch(/right|complete/)
    await client.fulfilment.pack({ parcelId: id })
  })

  test('a code that nobody knows names no parcel and no goods', async () => {
    const { takeIn, scan, idOf } = await aPackingDesk()
    const order = anOrder().withLine('BLS-TRT-M')
    await takeIn(order)
    for (const code of ['SPXID999999999999', '', '   '])
      expect(await scan(code)).toMatchObject({ verdict: 'unknown code', parcel: null, item: null })
    expect(await scan('4006381333931', await idOf(order.number))).toMatchObject({
      verdict: 'unknown code',
      code: '4006381333931',
      parcel: { scanned: 0 },
    })
  })

  test('the own label of a begun parcel, scanned once more, changes nothing; the next label is no goods for it', async () => {
    const { takeIn, scan, idOf } = await aPackingDesk()
    const [open, other] = [anOrder().withLine('BLS-TRT-M', 2), anOrder().withLine('BLS-TRT-M')]
    await takeIn(open, other)
    const id = await idOf(open.number)
    await scan('BLS-TRT-M', id)
    expect(await scan(open.number, id)).toMatchObject({ verdict: 'opened', parcel: { scanned: 1 } })
    expect(await scan(other.number, id)).toMatchObject({
      verdict: 'other parcel',
      parcel: { orderNumber: open.number },
    })
  })
})

describe('the next label', () => {
  test('opens the next parcel while nothing lies in this one', async () => {
    const { takeIn, scan, idOf } = await aPackingDesk()
    const [first, next] = [anOrder().withLine('BLS-TRT-M'), anOrder().withLine('KMJ-KWA-M')]
    await takeIn(first, next)
    expect(await scan(next.number, await idOf(first.number))).toMatchObject({
      verdict: 'opened',
      parcel: { orderNumber: next.number },
    })
  })

  test('opens the next parcel when this one cannot be packed', async () => {
    const { takeIn, scan, idOf, client, pack } = await aPackingDesk()
    const [held, packed, shipped, next] = [1, 2, 3, 4].map(() => anOrder().withLine('BLS-TRT-M'))
    await takeIn(held!, packed!, shipped!.inTransit(SUNDAY), next!)
    await pack(packed!)
    await client.fulfilment.hold({ orderIds: [await idOf(held!.number)], reason: 'Tunggu stok' })
    for (const { number } of [held!, packed!, shipped!])
      expect(await scan(next!.number, await idOf(number))).toMatchObject({
        verdict: 'opened',
        parcel: { orderNumber: next!.number },
      })
  })

  test('does not make a cancelled parcel go away: it must be set aside', async () => {
    const { takeIn, scan, idOf } = await aPackingDesk()
    const [cancelled, next] = [anOrder().withLine('BLS-TRT-M').cancelled(SUNDAY), anOrder().withLine('BLS-TRT-M')]
    await takeIn(cancelled, next)
    expect(await scan(next.number, await idOf(cancelled.number))).toMatchObject({
      verdict: 'cancelled',
      parcel: { orderNumber: cancelled.number },
    })
  })
})

describe('stops', () => {
  test('the wrong size stops, and says what was in the hand and where it belongs', async () => {
    const { takeIn, scan, idOf } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-KWA-M')
    await takeIn(order)
    expect(await scan('KMJ-KWA-L', await idOf(order.number))).toMatchObject({
      verdict: 'wrong item',
      item: { name: 'Kemeja Kawung Alit', size: 'L', shelf: 'B-11' },
      parcel: { scanned: 0 },
    })
  })

  test('one piece too many stops and is not counted', async () => {
    const { takeIn, scan, idOf, client } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-KWA-M').withLine('BLS-TRT-M')
    await takeIn(order)
    const id = await idOf(order.number)
    await scan('KMJ-KWA-M', id)
    expect(await scan('KMJ-KWA-M', id)).toMatchObject({ verdict: 'too many', parcel: { scanned: 1 } })
    await expect(client.fulfilment.pack({ parcelId: id })).rejects.toMatchObject({
      code: 'GOODS_MISSING',
      data: { orderNumber: order.number, missing: 1 },
      message: `Masih 1 barang pesanan ${order.number} yang belum discan. Scan sisanya sebelum menutup paket.`,
    })
  })

  test('a cancelled order stops at its label, shows what to put back, and is set aside', async () => {
    const { takeIn, scan, client, idOf, level } = await aPackingDesk()
    const order = anOrder().withLine('BLS-TRT-M')
    await takeIn(order)
    expect(level('BLS-TRT-M').reserved).toBe(1)
    await takeIn(order.cancelled(SUNDAY - MINUTE, 'Ubah alamat'))
    expect(await scan(order.number)).toMatchObject({
      verdict: 'cancelled',
      cancelled: { at: SUNDAY - MINUTE, reason: 'Ubah alamat' },
      parcel: { items: [{ name: 'Blus Truntum', size: 'M', shelf: 'C-03' }] },
    })
    expect(level('BLS-TRT-M').reserved).toBe(0)
    const orderId = await idOf(order.number)
    await client.fulfilment.setAside({ parcelId: orderId })
    await client.fulfilment.setAside({ parcelId: orderId })
    const { timeline } = await client.orders.get({ id: orderId })
    expect(timeline.filter(({ what }) => what === 'set aside')).toHaveLength(1)
  })

  test('a cancel that comes while the parcel lies open stops at the next piece, and the parcel cannot be closed', async () => {
    const { takeIn, scan, client, idOf } = await aPackingDesk()
    const order = anOrder().withLine('BLS-TRT-M', 2)
    await takeIn(order)
    const orderId = await idOf(order.number)
    await scan('BLS-TRT-M', orderId)
    await takeIn(order.cancelled(SUNDAY))
    expect((await scan('BLS-TRT-M', orderId)).verdict).toBe('cancelled')
    await expect(client.fulfilment.pack({ parcelId: orderId })).rejects.toMatchObject({
      code: 'ORDER_CANCELLED',
      message: `Pesanan ${order.number} dibatalkan pukul 09.14 WIB. Jangan serahkan paketnya; taruh di rak Batal.`,
    })
  })

  test('an older file that still says "to be sent" does not bring a cancelled order back', async () => {
    const { takeIn, scan } = await aPackingDesk()
    const order = anOrder().withLine('BLS-TRT-M')
    await takeIn(order.cancelled(SUNDAY))
    await takeIn(order)
    expect((await scan(order.number)).verdict).toBe('cancelled')
  })

  test('a wish to cancel warns at the label and lets the packer decide', async () => {
    const { takeIn, scan, pack } = await aPackingDesk()
    const order = anOrder().withLine('BLS-TRT-M').cancelRequested()
    await takeIn(order)
    expect((await scan(order.number)).verdict).toBe('cancel requested')
    expect(await pack(order)).toMatchObject({ packedAt: SUNDAY })
  })

  test('a packed parcel says so when it is scanned again', async () => {
    const { takeIn, scan, pack } = await aPackingDesk()
    const order = anOrder().withLine('BLS-TRT-M')
    await takeIn(order)
    await pack(order)
    expect(await scan(order.number)).toMatchObject({
      verdict: 'already packed',
      parcel: { scanned: 1, state: 'packed' },
    })
  })

  test('an unpaid order is not ready', async () => {
    const { takeIn, scan, client, idOf } = await aPackingDesk()
    const order = anOrder().withLine('BLS-TRT-M').unpaid()
    await takeIn(order)
    expect((await scan(order.number)).verdict).toBe('not ready')
    await expect(client.fulfilment.pack({ parcelId: await idOf(order.number) })).rejects.toMatchObject({
      code: 'ORDER_NOT_READY',
    })
  })

  test('an order nobody knows is refused by name', async () => {
    const { client } = await aPackingDesk()
    const orderId = '01900000-0000-7000-8000-00000000dead'
    for (const ask of [client.fulfilment.pack, client.fulfilment.startOver, client.fulfilment.setAside])
      await expect(ask({ parcelId: orderId })).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' })
    expect(await client.fulfilment.scan({ code: 'BLS-TRT-M', parcelId: orderId })).toMatchObject({
      verdict: 'unknown code',
    })
    expect(await client.fulfilment.confirmPiece({ parcelId: orderId, key: 'x' })).toMatchObject({
      verdict: 'unknown code',
    })
  })
})

describe('bundles and goods without an SKU', () => {
  test('a bundle asks for its components', async () => {
    const { takeIn, scan } = await aPackingDesk()
    const order = anOrder().withLine('SET-LUK-TRT', 2).withLine('KMJ-LUK-L')
    await takeIn(order)
    const { parcel } = await scan(order.number)
    expect(parcel!.items.map(({ sku, pieces }) => [sku, pieces])).toEqual(
      expect.arrayContaining([
        ['KMJ-LUK-L', 3],
        ['BLS-TRT-M', 2],
      ]),
    )
    expect((await scan('SET-LUK-TRT', parcel!.orderId)).verdict).toBe('wrong item')
  })

  test('goods that are not mapped are confirmed by hand, piece by piece', async () => {
    const { takeIn, scan, client } = await aPackingDesk()
    const order = anOrder().withLine('', 2, { productName: 'Selendang Sogan', variationName: 'Merah' })
    await takeIn(order)
    const { parcel } = await scan(order.number)
    const [item] = parcel!.items
    expect(item).toMatchObject({ variantId: null, name: 'Selendang Sogan', colour: 'Merah', pieces: 2 })
    const confirm = (key: string) => client.fulfilment.confirmPiece({ parcelId: parcel!.orderId, key })
    expect((await confirm('listing/unknown')).verdict).toBe('unknown code')
    expect((await confirm(item!.key)).verdict).toBe('right')
    expect((await confirm(item!.key)).verdict).toBe('complete')
    expect((await confirm(item!.key)).verdict).toBe('too many')
    expect(await client.fulfilment.pack({ parcelId: parcel!.orderId })).toMatchObject({ packedAt: SUNDAY })
  })
})

describe('durable and shared', () => {
  test('scans outlive the app: a parcel half checked goes on where it stopped', async () => {
    const { takeIn, scan, idOf, doors } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-KWA-M', 2)
    await takeIn(order)
    const id = await idOf(order.number)
    await scan('KMJ-KWA-M', id)
    expect(doors.raw.prepare('SELECT scanned FROM pack_scan WHERE parcel_id = ?').pluck().all(id)).toEqual([1])
    expect(await scan(order.number)).toMatchObject({ verdict: 'opened', parcel: { scanned: 1 } })
  })

  test('starting over takes every piece out again, and opens a closed parcel for it', async () => {
    const { takeIn, scan, idOf, client, pack } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-KWA-M', 2)
    await takeIn(order)
    const orderId = await idOf(order.number)
    await scan('KMJ-KWA-M', orderId)
    expect(await client.fulfilment.startOver({ parcelId: orderId })).toMatchObject({ scanned: 0, pieces: 2 })
    await pack(order)
    expect(await client.fulfilment.startOver({ parcelId: orderId })).toMatchObject({ scanned: 0, isPacked: false })
    const { timeline } = await client.orders.get({ id: orderId })
    expect(timeline.slice(-2)).toMatchObject([{ what: 'packed' }, { what: 'opened again' }])
  })

  test('starting over leaves alone what is on hold, cancelled or gone', async () => {
    const { takeIn, idOf, client, pack } = await aPackingDesk()
    const [held, cancelled, gone] = [1, 2, 3].map(() => anOrder().withLine('KMJ-KWA-M', 2))
    await takeIn(held!, cancelled!, gone!)
    for (const order of [held!, cancelled!, gone!]) await pack(order)
    await client.fulfilment.hold({ orderIds: [await idOf(held!.number)], reason: 'Tunggu stok' })
    await takeIn(cancelled!.cancelled(SUNDAY + MINUTE), gone!.inTransit(SUNDAY + MINUTE))
    for (const { number } of [held!, cancelled!, gone!])
      expect(await client.fulfilment.startOver({ parcelId: await idOf(number) })).toMatchObject({
        isPacked: true,
        scanned: 2,
      })
  })

  test('two stations scan pieces of one parcel at the same time: none is lost and none counts twice', async () => {
    const { takeIn, scan, idOf } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-KWA-M', 6)
    await takeIn(order)
    const id = await idOf(order.number)
    const verdicts = await Promise.all(Array.from({ length: 8 }, async () => (await scan('KMJ-KWA-M', id)).verdict))
    expect(verdicts.sort()).toEqual(['complete', 'right', 'right', 'right', 'right', 'right', 'too many', 'too many'])
  })

  test('two stations close one parcel at the same time: it is packed once', async () => {
    const { takeIn, scan, idOf, client } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-KWA-M')
    await takeIn(order)
    const orderId = await idOf(order.number)
    await scan('KMJ-KWA-M', orderId)
    const answers = await Promise.all([1, 2, 3].map(() => client.fulfilment.pack({ parcelId: orderId })))
    expect(answers).toEqual(Array(3).fill({ orderId, parcelId: orderId, packedAt: SUNDAY }))
    const { timeline } = await client.orders.get({ id: orderId })
    expect(timeline.filter(({ what }) => what === 'packed')).toHaveLength(1)
  })
})

describe('Tahan paket', () => {
  test('a held parcel goes to the end of the queue, stops at its label and returns when released', async () => {
    const { takeIn, scan, idOf, client } = await aPackingDesk()
    const [urgent, calm] = [
      anOrder()
        .withLine('KMJ-KWA-M')
        .with({ shipBy: SUNDAY + 3_600_000 }),
      anOrder().withLine('KMJ-KWA-M'),
    ]
    await takeIn(urgent, calm)
    const orderId = await idOf(urgent.number)
    const numbers = async () => (await client.fulfilment.queue()).parcels.map(({ orderNumber }) => orderNumber)

    expect(await client.fulfilment.hold({ orderIds: [orderId], reason: 'Jahitan lepas' })).toEqual({ held: 1 })
    expect(await numbers()).toEqual([calm.number, urgent.number])
    expect(await client.fulfilment.progress()).toMatchObject({ waiting: 1 })
    expect(await scan(urgent.number)).toMatchObject({
      verdict: 'held',
      parcel: { isHeld: true, holdReason: 'Jahitan lepas' },
    })
    await expect(client.fulfilment.pack({ parcelId: orderId })).rejects.toMatchObject({
      code: 'ORDER_HELD',
      message: `Pesanan ${urgent.number} sedang ditahan: Jahitan lepas. Lepaskan tahanannya dulu di Pesanan.`,
    })

    expect(await client.fulfilment.release({ orderIds: [orderId] })).toEqual({ released: 1 })
    expect(await numbers()).toEqual([urgent.number, calm.number])
    expect((await scan(urgent.number)).verdict).toBe('opened')
    const { timeline, holdReason } = await client.orders.get({ id: orderId })
    expect(timeline.slice(-2)).toMatchObject([{ what: 'held', detail: 'Jahitan lepas' }, { what: 'released' }])
    expect(holdReason).toBe('')
  })

  test('holding counts what is held now: the same again is no second event, and what left cannot be held', async () => {
    const { takeIn, idOf, client } = await aPackingDesk()
    const [waiting, gone] = [anOrder().withLine('KMJ-KWA-M'), anOrder().withLine('KMJ-KWA-M').inTransit(SUNDAY)]
    await takeIn(waiting, gone)
    const orderIds = [await idOf(waiting.number), await idOf(gone.number)]
    for (const _ of [1, 2])
      expect(await client.fulfilment.hold({ orderIds, reason: 'Tunggu stok' })).toEqual({ held: 1 })
    const { timeline } = await client.orders.get({ id: orderIds[0]! })
    expect(timeline.filter(({ what }) => what === 'held')).toHaveLength(1)
  })
})
