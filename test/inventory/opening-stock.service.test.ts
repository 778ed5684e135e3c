import { expect, test } from 'vitest'
import { SUNDAY } from '../builders/a-core.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'
import { levelOf, trialBalance } from '../builders/books.ts'

const everything = { query: '', limit: 100 }
const DAY = 86_400_000

test('opening stock is capital on the start day, whenever it is filled in', async () => {
  const { client, doors, L } = await aStockedShop()
  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 42, unitCost: 98_500 }] })
  expect(trialBalance(doors)).toEqual({ 1301: 4_137_000, 3101: -4_137_000 })
  expect(doors.raw.prepare('SELECT day, document_kind, document_id FROM entry').all()).toEqual([
    { day: '2026-11-01', document_kind: 'opening-stock', document_id: L },
  ])
  expect(levelOf(doors, L)).toEqual({ onHand: 42, reserved: 0, value: 4_137_000 })
})

test('orders that left before any cost was known are costed when the opening cost is filled in', async () => {
  const { client, doors, L, M, take } = await aStockedShop()
  await client.inventory.opening.save({
    lines: [
      { variantId: L, pieces: 10, unitCost: null },
      { variantId: M, pieces: 10, unitCost: 9_000 },
    ],
  })
  await take(
    anOrder().withLine('KMJ-LUK-L', 2).inTransit(),
    anOrder().withLine('KMJ-LUK-L', 1).withLine('KMJ-LUK-M', 1).inTransit(),
    anOrder().withLine('KMJ-LUK-M', 1).inTransit(),
  )
  expect(await client.inventory.missingCost()).toMatchObject([
    { sku: 'KMJ-LUK-L', label: 'Kemeja Lung Ukir, L', pieces: 3, documents: 2, onHand: 7 },
  ])
  expect(trialBalance(doors)).toMatchObject({ 1303: 18_000 })

  const saved = await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 10, unitCost: 10_000 }] })
  expect(saved).toEqual({ saved: 1, documentsCosted: 2 })
  expect(trialBalance(doors)).toMatchObject({ 1301: 70_000 + 72_000, 1303: 30_000 + 18_000, 3101: -190_000 })
  expect(await client.inventory.missingCost()).toEqual([])
})

test('goods under way when the books began are costed too, and never taken from the shelf that was counted', async () => {
  const { client, doors, L, take } = await aStockedShop()
  const sent = Date.parse('2026-10-30T03:00:00Z')
  await take(anOrder().withLine('KMJ-LUK-L', 2).inTransit(sent), anOrder().withLine('KMJ-LUK-L', 1).inTransit())
  expect(levelOf(doors, L)).toEqual({ onHand: -1, reserved: 0, value: 0 })

  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 10, unitCost: 10_000 }] })
  expect(levelOf(doors, L)).toEqual({ onHand: 9, reserved: 0, value: 90_000 })
  expect(trialBalance(doors)).toEqual({ 1301: 90_000, 1303: 30_000, 3101: -120_000 })
  expect(await client.inventory.missingCost()).toEqual([])
})

test('saving the same again appends nothing, and a changed number is corrected, not added', async () => {
  const { client, doors, L } = await aStockedShop()
  const rows = () =>
    doors.raw.prepare('SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM stock_movement)').pluck().get()
  const save = (pieces: number, unitCost: number | null) =>
    client.inventory.opening.save({ lines: [{ variantId: L, pieces, unitCost }] })
  await save(10, 10_000)
  const before = rows()
  await save(10, 10_000)
  expect(rows()).toBe(before)
  await save(12, 10_000)
  expect(trialBalance(doors)).toEqual({ 1301: 120_000, 3101: -120_000 })
  await save(0, null)
  expect(trialBalance(doors)).toEqual({})
  expect(levelOf(doors, L)).toEqual({ onHand: 0, reserved: 0, value: 0 })
})

test('the list begins with the best sellers of ninety days, history before the books and bundles included', async () => {
  const { client, L, M, S, take } = await aStockedShop()
  const bundle = aVariant({ sku: 'PAKET', components: [{ variantId: S, pieces: 4 }] })
  await client.catalog.products.save(aProduct({ name: 'Paket', variants: [bundle] }))
  const sold = (days: number) => ({ placedAt: SUNDAY - days * DAY, paidAt: SUNDAY - days * DAY })
  await take(
    anOrder()
      .withLine('KMJ-LUK-M', 3)
      .with(sold(80))
      .completed(SUNDAY - 75 * DAY),
    anOrder()
      .withLine('KMJ-LUK-L', 50)
      .with(sold(120))
      .completed(SUNDAY - 110 * DAY),
    anOrder()
      .withLine('KMJ-LUK-L', 9)
      .with(sold(2))
      .cancelled(SUNDAY - DAY),
    anOrder().withLine('PAKET', 2).with(sold(1)),
  )
  await client.inventory.opening.save({
    lines: [
      { variantId: M, pieces: 6, unitCost: 10_000 },
      { variantId: L, pieces: 1, unitCost: null },
    ],
  })
  const list = await client.inventory.opening.list(everything)
  expect(list.rows.map(({ sku, soldLast90Days, pieces, unitCost }) => [sku, soldLast90Days, pieces, unitCost])).toEqual(
    [
      ['KMJ-LUK-S', 8, null, null],
      ['KMJ-LUK-M', 3, 6, 10_000],
      ['KMJ-LUK-L', 0, 1, null],
    ],
  )
  expect(list).toMatchObject({ filled: 2, costed: 1, total: 3, value: 60_000, nextCursor: null })
})

test('the list pages without losing or repeating a SKU, and finds by code or name', async () => {
  const { client } = await aStockedShop()
  const first = await client.inventory.opening.list({ query: '', limit: 2 })
  const second = await client.inventory.opening.list({ query: '', limit: 2, cursor: first.nextCursor! })
  expect([...first.rows, ...second.rows].map(({ sku }) => sku)).toEqual(['KMJ-LUK-S', 'KMJ-LUK-M', 'KMJ-LUK-L'])
  expect(second.nextCursor).toBeNull()
  expect((await client.inventory.opening.list({ query: 'ukir luk-s', limit: 10 })).rows).toMatchObject([
    { sku: 'KMJ-LUK-S', label: 'Kemeja Lung Ukir, S', shelf: 'A3' },
  ])
})

test('products stand together, the best sold first, and the one that is asked for before all', async () => {
  const { client, take, S } = await aStockedShop()
  const [scarf, hat] = [
    aProduct({ name: 'Syal', variants: [aVariant({ sku: 'SYL-1' }), aVariant({ sku: 'SYL-2', colour: 'Biru' })] }),
    aProduct({ name: 'Topi', variants: [aVariant({ sku: 'TPI' })] }),
  ]
  for (const product of [scarf, hat]) await client.catalog.products.save(product)
  await take(
    anOrder()
      .withLine('SYL-2', 2)
      .with({ placedAt: SUNDAY - DAY, paidAt: SUNDAY - DAY }),
  )
  const skus = async (input: object) => {
    const found: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { rows: { sku: string }[]; nextCursor: string | null } = await client.inventory.opening.list({
        ...input,
        limit: 2,
        cursor: cursor || undefined,
      })
      found.push(...page.rows.map(({ sku }) => sku))
      cursor = page.nextCursor
    }
    return found
  }
  const shirts = ['KMJ-LUK-S', 'KMJ-LUK-M', 'KMJ-LUK-L']
  expect(await skus({})).toEqual(['SYL-1', 'SYL-2', ...shirts, 'TPI'])
  expect(await skus({ first: S })).toEqual([...shirts, 'SYL-1', 'SYL-2', 'TPI'])
  expect(await skus({ first: hat.variants[0]!.id, query: 's' })).toEqual(['SYL-1', 'SYL-2', 'KMJ-LUK-S'])
  expect(await skus({ product: scarf.id })).toEqual(['SYL-1', 'SYL-2'])
})

test('what was counted by mistake can become uncounted again', async () => {
  const { client, doors, L } = await aStockedShop()
  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 5, unitCost: 10_000 }] })
  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: null, unitCost: null }] })
  expect(trialBalance(doors)).toEqual({})
  expect(levelOf(doors, L)).toEqual({ onHand: 0, reserved: 0, value: 0 })
  const list = await client.inventory.opening.list({ query: 'luk-l', limit: 10 })
  expect(list).toMatchObject({ filled: 0, costed: 0, rows: [{ pieces: null, unitCost: null }] })
})

test('the last day in the books leads to the month that shows a profit', async () => {
  const { client, L, take } = await aStockedShop()
  expect(await client.inventory.opening.list(everything)).toMatchObject({ lastProfitDay: null })
  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 5, unitCost: 10_000 }] })
  await take(
    anOrder()
      .withLine('KMJ-LUK-L', 1)
      .completed(SUNDAY - 2 * DAY),
  )
  expect(await client.inventory.opening.list(everything)).toMatchObject({ lastProfitDay: '2026-11-20' })
})

test('missing cost comes with Stok Awal until that is filled in, and then with the goods that were sold too many', async () => {
  const { client, L, M, receive, take } = await aStockedShop()
  await receive(M, 1, 10_000)
  await take(anOrder().withLine('KMJ-LUK-L', 3).inTransit(), anOrder().withLine('KMJ-LUK-M', 2).inTransit())
  const ways = async () =>
    (await client.inventory.missingCost()).map(({ sku, pieces, costComesWith }) => [sku, pieces, costComesWith])
  expect(await ways()).toEqual([
    ['KMJ-LUK-L', 3, 'opening'],
    ['KMJ-LUK-M', 1, 'goods'],
  ])
  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 1, unitCost: 9_000 }] })
  expect(await ways()).toEqual([
    ['KMJ-LUK-L', 2, 'goods'],
    ['KMJ-LUK-M', 1, 'goods'],
  ])
  await receive(L, 2, 9_500)
  await receive(M, 1, 9_500)
  expect(await ways()).toEqual([])
})

test('opening stock filled in after the first month was closed is booked on the first open day', async () => {
  const { client, doors, L } = await aStockedShop()
  doors.raw.exec("INSERT INTO period_lock (closed_through, reason, at) VALUES ('2026-11-15', 'Tutup buku', 0)")
  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 1, unitCost: 10_000 }] })
  expect(doors.raw.prepare('SELECT day FROM entry').all()).toEqual([{ day: '2026-11-16' }])
})

test('a bundle has no opening stock, and a sum beyond any shop is not taken', async () => {
  const { client, L } = await aStockedShop()
  const bundle = aVariant({ sku: 'PAKET', components: [{ variantId: L, pieces: 1 }] })
  await client.catalog.products.save(aProduct({ name: 'Paket', variants: [bundle] }))
  await expect(
    client.inventory.opening.save({ lines: [{ variantId: bundle.id, pieces: 1, unitCost: 1 }] }),
  ).rejects.toMatchObject({ code: 'BUNDLE_HAS_NO_STOCK', data: { sku: 'PAKET' } })
  await expect(
    client.inventory.opening.save({ lines: [{ variantId: L, pieces: 10_000_000, unitCost: 10_000_000 }] }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
