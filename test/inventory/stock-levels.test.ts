import { expect, test } from 'vitest'
import { aCore } from '../builders/a-core.ts'
import { aProduct, aVariant, reserve, shelve } from '../builders/a-product.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'

const everything = { query: '', limit: 100 }

test('available is what is on hand, less what buyers were promised, less the safety stock', async () => {
  const { client, doors } = await aCore()
  const shirt = aVariant({ sku: 'KMJ-LUK-L', safetyStock: 1, reorderPoint: 5 })
  await client.catalog.products.save(aProduct({ variants: [shirt] }))
  shelve(doors, shirt.id, 42, 4_137_000)
  reserve(doors, shirt.id, 2)
  expect(await client.inventory.level({ variantId: shirt.id })).toMatchObject({
    onHand: 42,
    reserved: 2,
    safetyStock: 1,
    available: 39,
    short: 0,
    state: 'enough',
    value: 4_137_000,
    averageCost: 98_500,
    withoutCost: 0,
  })
})

test('a SKU is short below its promises, out when nothing can be sold, low down to its reorder point', async () => {
  const { client, doors } = await aCore()
  const shelf = (sku: string, onHand: number, reserved: number) => {
    const variant = aVariant({ sku, safetyStock: 2, reorderPoint: 3 })
    return { variant, onHand, reserved }
  }
  const shelves = [
    shelf('SHORT', 1, 4),
    shelf('OUT', 2, 0),
    shelf('OUT-TOO', 1, 0),
    shelf('LOW', 5, 0),
    shelf('ENOUGH', 6, 0),
    shelf('EMPTY', 0, 0),
  ]
  await client.catalog.products.save(aProduct({ variants: shelves.map(({ variant }) => variant) }))
  for (const { variant, onHand, reserved } of shelves) {
    if (onHand > 0) shelve(doors, variant.id, onHand, 1000)
    if (reserved > 0) reserve(doors, variant.id, reserved)
  }
  const { rows, totals } = await client.inventory.levels(everything)
  expect(
    rows.map(({ sku, state, available, short, safetyStock }) => [sku, state, available, short, safetyStock]),
  ).toEqual([
    ['SHORT', 'short', 0, 3, 0],
    ['OUT', 'out', 0, 0, 2],
    ['OUT-TOO', 'out', 0, 0, 1],
    ['LOW', 'low', 3, 0, 2],
    ['ENOUGH', 'enough', 4, 0, 2],
    ['EMPTY', 'out', 0, 0, 0],
  ])
  expect(totals.states).toEqual({ all: 6, short: 1, out: 3, low: 1 })
  for (const row of [...rows, totals])
    expect(row.onHand).toBe(row.available + row.reserved + row.safetyStock - row.short)
})

test('pages are cut between products, so a product stands whole on one page, in category and name order', async () => {
  const { client } = await aCore()
  const product = (category: string, name: string, sizes: string[]) =>
    client.catalog.products.save(
      aProduct({ category, name, variants: sizes.map((size) => aVariant({ sku: `${name} ${size}`, size })) }),
    )
  await product('Kemeja', 'Parang', ['XL', 'S', 'M'])
  await product('Kemeja', 'kawung', ['M', 'L'])
  await product('Blus', 'Truntum', ['S', 'M', 'L', 'XL'])
  const skus = (page: { rows: { sku: string }[] }) => page.rows.map(({ sku }) => sku)

  const first = await client.inventory.levels({ query: '', limit: 5 })
  expect(skus(first)).toEqual(['Truntum S', 'Truntum M', 'Truntum L', 'Truntum XL', 'kawung M', 'kawung L'])
  expect(first.totals.skus).toBe(9)
  const second = await client.inventory.levels({ query: '', limit: 5, cursor: first.nextCursor! })
  expect([skus(second), second.nextCursor]).toEqual([['Parang S', 'Parang M', 'Parang XL'], null])
  expect((await client.inventory.levels({ query: '', limit: 1 })).rows).toHaveLength(4)
})

test('a filter narrows rows and totals alike, but every state keeps its count', async () => {
  const { client, L, M, receive } = await aStockedShop()
  await receive(L, 10, 10_000)
  await receive(M, 4, 12_000)
  expect(await client.inventory.levels({ ...everything, state: 'enough' })).toMatchObject({
    rows: [{ sku: 'KMJ-LUK-M' }, { sku: 'KMJ-LUK-L' }],
    totals: { skus: 2, onHand: 14, value: 148_000, states: { all: 3, out: 1 } },
  })
  expect(await client.inventory.levels({ ...everything, query: 'ukir luk-m' })).toMatchObject({
    rows: [{ sku: 'KMJ-LUK-M' }],
    totals: { skus: 1, value: 48_000, states: { all: 1 } },
  })
  expect((await client.inventory.levels({ ...everything, category: 'Blus' })).rows).toEqual([])
  expect((await client.inventory.levels({ ...everything, query: '%' })).rows).toEqual([])
})

test('bundles have no row; an archived SKU has one only while something of it is left', async () => {
  const { client, product, L, M, S, receive } = await aStockedShop()
  const bundle = aVariant({ sku: 'PAKET', components: [{ variantId: L, pieces: 2 }] })
  await client.catalog.products.save(aProduct({ name: 'Paket', variants: [bundle] }))
  await receive(L, 1, 10_000)
  await client.catalog.products.archive({ id: product.id, archived: true })
  const { rows, totals } = await client.inventory.levels(everything)
  expect(rows.map(({ variantId }) => variantId)).toEqual([L])
  expect(totals).toMatchObject({ skus: 1, value: 10_000 })
  await expect(client.inventory.level({ variantId: bundle.id })).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
  for (const variantId of [M, S])
    await expect(client.inventory.level({ variantId })).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
})

test('the value of all shelves is the merchandise of the neraca', async () => {
  const { client, L, M, receive, take } = await aStockedShop()
  await receive(L, 10, 10_333)
  await receive(M, 7, 8_111)
  await take(anOrder().withLine('KMJ-LUK-L', 3).withLine('KMJ-LUK-M', 2).inTransit())
  const { totals } = await client.inventory.levels(everything)
  const { closing } = await client.ledger.accountEntries({ accounts: ['1301'], to: '2026-11-22' })
  expect(totals.value).toBe(closing)
  expect(totals.value).toBe(10 * 10_333 + 7 * 8_111 - 3 * 10_333 - 2 * 8_111)
})

test('pieces without cost are counted on the shelf and sold ones as well', async () => {
  const { client, L, M, take } = await aStockedShop()
  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 5, unitCost: null }] })
  await take(anOrder().withLine('KMJ-LUK-L', 2).withLine('KMJ-LUK-M', 3).inTransit())
  expect(await client.inventory.level({ variantId: L })).toMatchObject({ onHand: 3, withoutCost: 5, averageCost: null })
  expect(await client.inventory.level({ variantId: M })).toMatchObject({ onHand: -3, short: 3, withoutCost: 3 })
})
