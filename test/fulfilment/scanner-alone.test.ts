import { describe, expect, test } from 'vitest'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk, GOODS, type Sku } from '../builders/a-packing-desk.ts'
import { aShirt } from '../builders/a-product.ts'
import { anOrder } from '../builders/an-order.ts'

const MINUTE = 60_000

/** A desk at which the last piece closes the parcel, as the window asks for it. */
async function aDeskThatCloses() {
  const shop = await aPackingDesk()
  const scan = (code: string, parcelId: string | null = null) =>
    shop.client.fulfilment.scan({ code, parcelId, closes: true })
  return { ...shop, scan }
}

test('nine parcels with nineteen pieces are packed by twenty-eight scans and nothing else', async () => {
  const { takeIn, scan, client } = await aDeskThatCloses()
  const skus = Object.keys(GOODS) as Sku[]
  const orders = Array.from({ length: 9 }, (_, index) =>
    anOrder()
      .withLine(skus[index % 5]!, 1 + (index % 3))
      .withLine(skus[(index + 1) % 5]!, index === 0 ? 2 : index % 2 || 1)
      .snapshot(),
  )
  await takeIn(...orders.map((order) => ({ ...anOrder(), snapshot: () => order })))
  let scans = 0
  let parcelId: string | null = null
  for (const { trackingNumber, lines } of orders) {
    for (const code of [trackingNumber, ...lines.flatMap(({ sku, pieces }) => Array<string>(pieces).fill(sku))]) {
      const { parcel } = await scan(code, parcelId)
      parcelId = parcel!.parcelId
      scans++
    }
  }
  const pieces = orders.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.pieces, 0)
  expect(scans).toBe(orders.length + pieces)
  expect(await client.fulfilment.progress()).toMatchObject({ packed: 9, waiting: 0, packedToday: 9 })
})

describe('the last right scan', () => {
  test('closes the parcel and says so; the next label opens the next one', async () => {
    const { takeIn, scan, idOf, client } = await aDeskThatCloses()
    const [first, next] = [anOrder().withLine('KMJ-KWA-M', 2), anOrder().withLine('BLS-TRT-M')]
    await takeIn(first, next)
    const id = await idOf(first.number)
    expect(await scan('KMJ-KWA-M', id)).toMatchObject({ verdict: 'right', parcel: { isPacked: false } })
    expect(await scan('KMJ-KWA-M', id)).toMatchObject({
      verdict: 'complete',
      item: { name: 'Kemeja Kawung Alit', size: 'M' },
      parcel: { isPacked: true, scanned: 2, state: 'packed' },
    })
    expect(await scan(next.number, id)).toMatchObject({ verdict: 'opened', parcel: { orderNumber: next.number } })
    const { timeline } = await client.orders.get({ id })
    expect(timeline.filter(({ what }) => what === 'packed')).toHaveLength(1)
  })

  test('closes nothing while the buyer asks to cancel: the owner is asked first', async () => {
    const { takeIn, scan, idOf } = await aDeskThatCloses()
    const order = anOrder().withLine('BLS-TRT-M').cancelRequested()
    await takeIn(order)
    expect(await scan('BLS-TRT-M', await idOf(order.number))).toMatchObject({
      verdict: 'complete',
      parcel: { isPacked: false },
    })
  })

  test('is the last: one piece more belongs nowhere, and goods before a label wait for it', async () => {
    const { takeIn, scan, idOf } = await aDeskThatCloses()
    const order = anOrder().withLine('KMJ-KWA-M')
    await takeIn(order)
    const id = await idOf(order.number)
    await scan('KMJ-KWA-M', id)
    expect(await scan('KMJ-KWA-M', id)).toMatchObject({ verdict: 'too many', parcel: { scanned: 1, isPacked: true } })
    expect(await scan('BLS-TRT-M', id)).toMatchObject({ verdict: 'wrong item', parcel: { isPacked: true } })
    expect(await scan('BLS-TRT-M')).toMatchObject({
      verdict: 'wrong item',
      parcel: null,
      item: { name: 'Blus Truntum' },
    })
  })

  test('by hand closes it too', async () => {
    const { takeIn, scan, client } = await aDeskThatCloses()
    const order = anOrder().withLine('', 1, { productName: 'Selendang Sogan', variationName: 'Merah' })
    await takeIn(order)
    const { parcel } = await scan(order.number)
    const { parcelId, items } = parcel!
    expect(await client.fulfilment.confirmPiece({ parcelId, key: items[0]!.key, closes: true })).toMatchObject({
      verdict: 'complete',
      parcel: { isPacked: true },
    })
  })

  test('is taken back by starting over, and made again', async () => {
    const { takeIn, scan, idOf, client } = await aDeskThatCloses()
    const order = anOrder().withLine('BLS-TRT-M')
    await takeIn(order)
    const parcelId = await idOf(order.number)
    await scan('BLS-TRT-M', parcelId)
    expect(await client.fulfilment.startOver({ parcelId })).toMatchObject({ isPacked: false, scanned: 0 })
    expect(await client.fulfilment.progress()).toMatchObject({ packed: 0, waiting: 1, packedToday: 0 })
    expect(await scan('BLS-TRT-M', parcelId)).toMatchObject({ verdict: 'complete', parcel: { isPacked: true } })
  })

  test('a parcel that was full before the setting was on is closed by the next label', async () => {
    const { takeIn, scan, idOf, client } = await aDeskThatCloses()
    const [full, next] = [anOrder().withLine('BLS-TRT-M'), anOrder().withLine('BLS-TRT-M')]
    await takeIn(full, next)
    const id = await idOf(full.number)
    await client.fulfilment.scan({ code: 'BLS-TRT-M', parcelId: id })
    expect(await client.fulfilment.scan({ code: next.number, parcelId: id })).toMatchObject({ verdict: 'other parcel' })
    expect(await scan(next.number, id)).toMatchObject({ verdict: 'opened', parcel: { orderNumber: next.number } })
    expect((await client.orders.get({ id })).state).toBe('packed')
  })

  test('closes a parcel again whose contents changed, and another desk cannot close it meanwhile', async () => {
    const { takeIn, idOf, client, pack } = await aPackingDesk()
    const order = anOrder().withLine('BLS-TRT-M', 2)
    await takeIn(order)
    await pack(order)
    const smaller = { ...order.snapshot(), atLeast: SUNDAY + MINUTE, atMost: SUNDAY + MINUTE }
    smaller.lines = smaller.lines.map((line) => ({ ...line, pieces: 3 }))
    await takeIn({ ...order, snapshot: () => smaller })
    const parcelId = await idOf(order.number)
    expect(await client.fulfilment.scan({ code: 'BLS-TRT-M', parcelId, closes: true })).toMatchObject({
      verdict: 'complete',
      parcel: { isPacked: true, scanned: 3 },
    })
  })
})

describe('a wrong variation', () => {
  test('is said with what the order wants, and where that is', async () => {
    const { takeIn, client, idOf, scan } = await aPackingDesk()
    await client.catalog.products.save(aShirt())
    const order = anOrder().withLine('KMJ-BIR-M')
    await takeIn(order)
    expect(await scan('KMJ-MER-M', await idOf(order.number))).toMatchObject({
      verdict: 'wrong item',
      item: { colour: 'Merah', size: 'M' },
      mistake: { wanted: { colour: 'Biru', size: 'M', shelf: 'A1' }, differsIn: ['colour'] },
    })
  })
})

describe('goods without a barcode', () => {
  const unmapped = (variationName: string, sku = 'SLD-SGN') => ({ productName: 'Selendang Sogan', variationName, sku })

  test('the code printed on an unmapped row answers, in any case', async () => {
    const { takeIn, scan } = await aPackingDesk()
    const order = anOrder().withLine('OUT-SJG-ALL', 2, { productName: 'Outer Sekar Jagad' })
    await takeIn(order)
    const { parcel } = await scan(order.number)
    expect(parcel!.items).toMatchObject([{ variantId: null, sku: 'OUT-SJG-ALL' }])
    expect(await scan(' out-sjg-all', parcel!.parcelId)).toMatchObject({ verdict: 'right', parcel: { scanned: 1 } })
  })

  test('a code that a family shares names no variation: neither with both rows here nor with one', async () => {
    const { takeIn, scan } = await aPackingDesk()
    const [both, one] = [
      anOrder().withLine('SLD-SGN', 1, unmapped('Merah')).withLine('SLD-SGN', 1, unmapped('Biru')),
      anOrder().withLine('SLD-SGN', 1, unmapped('Merah')),
    ]
    await takeIn(both, one)
    for (const { number } of [both, one]) {
      const { parcel } = await scan(number)
      expect(await scan('SLD-SGN', parcel!.parcelId)).toMatchObject({ verdict: 'which one', parcel: { scanned: 0 } })
    }
  })

  test('where the owner wants everything scanned, a tick by hand counts nothing; the typed code does', async () => {
    const { takeIn, scan, client } = await aPackingDesk()
    await client.settings.change({ tickByHand: 'never' })
    const order = anOrder().withLine('KMJ-LUK-M')
    await takeIn(order)
    const { parcel } = await scan(order.number)
    const { parcelId, items } = parcel!
    expect(await client.fulfilment.confirmPiece({ parcelId, key: items[0]!.key })).toMatchObject({
      verdict: 'scan only',
      parcel: { scanned: 0 },
    })
    expect(await scan('KMJ-LUK-M', parcelId)).toMatchObject({ verdict: 'complete' })
  })
})

test('the day of the packer is not erased by the hand-over, and begins anew at midnight', async () => {
  const { takeIn, client, pack, idOf, clock } = await aPackingDesk()
  const [gone, here] = [anOrder().withLine('BLS-TRT-M'), anOrder().withLine('BLS-TRT-M')]
  await takeIn(gone, here)
  await pack(gone)
  await pack(here)
  await client.fulfilment.handover.finish({ parcelIds: [await idOf(gone.number)] })
  expect(await client.fulfilment.progress()).toEqual({ packed: 1, waiting: 0, packedToday: 2, handedOverToday: 1 })
  clock.now += 24 * 60 * MINUTE
  expect(await client.fulfilment.progress()).toEqual({ packed: 1, waiting: 0, packedToday: 0, handedOverToday: 0 })
})
