import { describe, expect, test } from 'vitest'
import type { SnapshotLine } from '../../src-shared/orders/order.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'

const HOUR = 3_600_000
type Desk = Awaited<ReturnType<typeof aPackingDesk>>

const listed = async ({ client }: Desk) =>
  (await client.catalog.listings.list({ show: 'all' })).rows.map(({ productName, variant }) => [
    productName,
    variant?.sku ?? null,
  ])
const called = (number: string, name: string, facts: Partial<SnapshotLine> = {}) =>
  anOrder(number).withLine('KMJ-LUK-L', 2, { productName: name, sku: '', ...facts })

/** Two pieces of goods without a code, mapped by hand. */
async function aMappedOrder() {
  const desk = await aPackingDesk()
  await desk.takeIn(called('A', 'Kemeja').arranged(SUNDAY - 5 * HOUR))
  const [listing] = (await desk.client.catalog.listings.list({})).rows
  await desk.client.catalog.listings.map({ mappings: [{ listingId: listing!.id, variantId: desk.ids['KMJ-LUK-L'] }] })
  return desk
}

describe('a product renamed at the channel', () => {
  test('is the same listing, keeps its mapping, and reserved goods stay reserved', async () => {
    const desk = await aMappedOrder()
    await desk.takeIn(called('A', 'Kemeja Premium').arranged(SUNDAY - HOUR))
    expect(await listed(desk)).toEqual([['Kemeja Premium', 'KMJ-LUK-L']])
    expect(desk.level('KMJ-LUK-L')).toMatchObject({ onHand: 20, reserved: 2 })
  })

  test('moves no goods that have left, and no cost', async () => {
    const desk = await aMappedOrder()
    await desk.takeIn(called('A', 'Kemeja').inTransit(SUNDAY - 4 * HOUR))
    const movements = () => desk.doors.raw.prepare('SELECT count(*) FROM stock_movement').pluck().get()
    const before = movements()
    await desk.takeIn(called('A', 'Kemeja Premium').inTransit(SUNDAY - HOUR))
    expect(movements()).toBe(before)
    expect(desk.level('KMJ-LUK-L')).toMatchObject({ onHand: 18, reserved: 0 })
  })

  test('in two sizes at once, also when the sizes are worded otherwise: each stays what it was, on the road too', async () => {
    const desk = await aPackingDesk()
    const both = (name: string, sizes: [string, string]) =>
      sizes.reduce(
        (order, variationName) => order.withLine('', 1, { productName: name, variationName }),
        anOrder('A').with({ trackingNumber: '' }),
      )
    await desk.takeIn(both('Kemeja', ['M', 'L']).inTransit(SUNDAY - 5 * HOUR))
    const { rows } = await desk.client.catalog.listings.list({})
    await desk.client.catalog.listings.map({
      mappings: rows.map(({ id, variationName }) => ({
        listingId: id,
        variantId: desk.ids[variationName === 'M' ? 'KMJ-LUK-M' : 'KMJ-LUK-L'],
      })),
    })
    await desk.takeIn(both('Kemeja Premium', ['Ukuran L', 'Ukuran M']).completed(SUNDAY - HOUR))
    expect(await listed(desk)).toEqual([
      ['Kemeja Premium', 'KMJ-LUK-L'],
      ['Kemeja Premium', 'KMJ-LUK-M'],
    ])
    expect([desk.level('KMJ-LUK-M').onHand, desk.level('KMJ-LUK-L').onHand]).toEqual([19, 19])
  })

  const sent = anOrder('A')
    .withLine('KMJ-LUK-L', 2, { productName: 'Kemeja', variationName: 'Biru' })
    .withLine('BLS-TRT-M', 3, { productName: 'Kemeja', variationName: 'Merah' })
    .inTransit(SUNDAY - 5 * HOUR)
  const renamed = (codes: [string, string]) =>
    anOrder('A')
      .withLine(codes[0], 2, { productName: 'Kemeja Premium', variationName: 'Navy' })
      .withLine(codes[1], 3, { productName: 'Kemeja Premium', variationName: 'Maroon' })
  const moved = renamed(['BLS-TRT-M', 'KMJ-LUK-L'])
  const anew = renamed(['KMJ-NVY', 'KMJ-MRN'])

  test.each([
    ['completed', [sent, moved.completed(SUNDAY - 3 * HOUR)]],
    ['cancelled on its way', [sent, moved.cancelled(SUNDAY - 3 * HOUR)]],
    ['completed, told first', [anew.completed(SUNDAY - 3 * HOUR), sent]],
    ['cancelled on its way, told first', [anew.cancelled(SUNDAY - 3 * HOUR), sent]],
    [
      'told third of three',
      [anew.completed(SUNDAY - 3 * HOUR), renamed(['KMJ-N', 'KMJ-M']).delivered(SUNDAY - 4 * HOUR), sent],
    ],
    [
      'told second of three',
      [anew.completed(SUNDAY - 3 * HOUR), sent, renamed(['KMJ-N', 'KMJ-M']).delivered(SUNDAY - 4 * HOUR)],
    ],
  ])('in product, colour and code at once, after its goods left: they stay what they were (%s)', async (_, told) => {
    const desk = await aPackingDesk()
    for (const statement of told) await desk.takeIn(statement)
    expect([desk.level('KMJ-LUK-L').onHand, desk.level('BLS-TRT-M').onHand]).toEqual([18, 17])
    expect((await desk.client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
  })

  test('is not another product with a code of its own in the place of the first, at the same price', async () => {
    const desk = await aPackingDesk()
    await desk.takeIn(
      anOrder('A')
        .withLine('KMJ-LUK-L')
        .arranged(SUNDAY - 5 * HOUR),
    )
    await desk.takeIn(
      anOrder('A')
        .withLine('BLS-TRT-M')
        .arranged(SUNDAY - HOUR),
    )
    expect([desk.level('KMJ-LUK-L').reserved, desk.level('BLS-TRT-M').reserved]).toEqual([0, 1])
  })

  test('under which new orders came first: the two names become one listing once an order has had both', async () => {
    const desk = await aMappedOrder()
    await desk.takeIn(called('B', 'Kemeja Premium').arranged(SUNDAY - 3 * HOUR))
    expect(await listed(desk)).toEqual([
      ['Kemeja Premium', null],
      ['Kemeja', 'KMJ-LUK-L'],
    ])
    await desk.takeIn(called('A', 'Kemeja Premium').arranged(SUNDAY - HOUR))
    expect(await listed(desk)).toEqual([['Kemeja Premium', 'KMJ-LUK-L']])
    expect(desk.level('KMJ-LUK-L')).toMatchObject({ onHand: 20, reserved: 4 })
    expect(await desk.client.orders.get({ id: await desk.idOf('B') })).toMatchObject({ unmappedLines: 0 })
  })

  test('told by an older file that comes late: the newer name is shown, the pieces stay reserved', async () => {
    const desk = await aMappedOrder()
    await desk.takeIn(called('A', 'Kemeja Lama').arranged(SUNDAY - 9 * HOUR))
    expect(await listed(desk)).toEqual([['Kemeja', 'KMJ-LUK-L']])
    expect(desk.level('KMJ-LUK-L')).toMatchObject({ onHand: 20, reserved: 2 })
  })

  test('while its goods lie in a parcel without a SKU: the parcel holds the listing that stays', async () => {
    const desk = await aPackingDesk()
    await desk.takeIn(
      called('A', 'Kemeja').arranged(SUNDAY - 5 * HOUR),
      called('B', 'Baju').arranged(SUNDAY - 5 * HOUR),
    )
    await desk.pack({ number: 'A' })
    await desk.pack({ number: 'B' })
    await desk.takeIn(called('B', 'Kemeja').arranged(SUNDAY - HOUR))
    const [listing, ...others] = (await desk.client.catalog.listings.list({ show: 'all' })).rows
    expect(others).toEqual([])
    await desk.client.catalog.listings.map({
      mappings: [{ listingId: listing!.id, variantId: desk.ids['KMJ-LUK-L'] }],
    })
    await desk.takeIn(called('A', 'Kemeja').inTransit(SUNDAY), called('B', 'Kemeja').inTransit(SUNDAY))
    expect(desk.level('KMJ-LUK-L')).toMatchObject({ onHand: 16, reserved: 0 })
  })

  test('is found by the name that stands, not by the one of a file that comes late', async () => {
    const desk = await aMappedOrder()
    await desk.takeIn(
      called('A', 'Sarung')
        .with({ buyerNote: 'titip satpam' })
        .arranged(SUNDAY - 9 * HOUR),
    )
    const found = async (query: string) => (await desk.client.orders.list({ query })).rows.length
    expect([await found('kemeja'), await found('sarung')]).toEqual([1, 0])
  })
})

test('another size, or goods that are mapped to another SKU, are no rename', async () => {
  const desk = await aMappedOrder()
  await desk.takeIn(called('B', 'Kemeja', { variationName: 'M' }).arranged(SUNDAY - 4 * HOUR))
  await desk.takeIn(called('B', 'Kemeja', { variationName: 'L' }).arranged(SUNDAY - 3 * HOUR))
  // the M that no order holds any longer waits for nothing, but it did not become the L
  expect(await listed(desk)).toEqual([
    ['Kemeja', null],
    ['Kemeja', 'KMJ-LUK-L'],
  ])
  expect(desk.doors.raw.prepare('select count(*) from listing').pluck().get()).toBe(3)

  await desk.takeIn(called('C', 'Blus', { sku: 'BLS-TRT-M' }).arranged(SUNDAY - 2 * HOUR))
  await desk.takeIn(called('A', 'Blus', { sku: 'BLS-TRT-M' }).arranged(SUNDAY - HOUR))
  expect(await listed(desk)).toContainEqual(['Kemeja', 'KMJ-LUK-L'])
  expect(await listed(desk)).toContainEqual(['Blus', 'BLS-TRT-M'])
})

describe('one order by file and by API', () => {
  const file = called('A', 'Kemeja')
    .with({ presumedShippedAt: null })
    .arranged(SUNDAY - 5 * HOUR)
  const api = called('A', 'Kemeja Premium', { itemId: '77', modelId: '5', lineId: '900', weightGrams: 300 })
    .with({ paidAt: SUNDAY - 24 * HOUR + 137_000, paymentMethod: '', money: [], trackingNumber: '' })
    .arranged(SUNDAY - HOUR)

  test.each([
    ['file first', [file, api]],
    ['API first', [api, file]],
  ])('is one order on one listing with one set of effects: %s', async (_, statements) => {
    const desk = await aPackingDesk()
    await desk.takeIn(statements[0]!)
    const [listing] = (await desk.client.catalog.listings.list({})).rows
    await desk.client.catalog.listings.map({ mappings: [{ listingId: listing!.id, variantId: desk.ids['KMJ-LUK-L'] }] })
    await desk.takeIn(statements[1]!)
    expect(await listed(desk)).toEqual([['Kemeja Premium', 'KMJ-LUK-L']])
    expect(desk.level('KMJ-LUK-L')).toMatchObject({ onHand: 20, reserved: 2 })
    const order = await desk.client.orders.get({ id: await desk.idOf('A') })
    expect(order).toMatchObject({ paymentMethod: 'ShopeePay', pieces: 2 })
    expect(order.lines).toHaveLength(1)
    expect(order.trackingNumber).toBe(file.snapshot().trackingNumber)
  })

  test('the channel renames the product: the ids still say which it is, in orders nobody knew', async () => {
    const desk = await aPackingDesk()
    await desk.takeIn(api)
    const [listing] = (await desk.client.catalog.listings.list({})).rows
    await desk.client.catalog.listings.map({ mappings: [{ listingId: listing!.id, variantId: desk.ids['KMJ-LUK-L'] }] })
    await desk.takeIn(called('B', 'Baju Lebaran', { itemId: '77', modelId: '5' }).arranged(SUNDAY))
    expect(await listed(desk)).toEqual([['Baju Lebaran', 'KMJ-LUK-L']])
    expect(desk.level('KMJ-LUK-L')).toMatchObject({ reserved: 4 })
  })

  test('two models of one item stay two listings, whatever they are called', async () => {
    const desk = await aPackingDesk()
    await desk.takeIn(api, called('B', 'Kemeja Premium', { itemId: '77', modelId: '6' }).arranged(SUNDAY))
    expect((await desk.client.catalog.listings.list({ show: 'all' })).rows).toHaveLength(2)
  })
})
