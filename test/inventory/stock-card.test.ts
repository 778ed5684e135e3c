import { expect, test } from 'vitest'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'

test('the card tells every movement with its document, and what stood after it', async () => {
  const { client, L, receive, take } = await aStockedShop()
  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 5, unitCost: 10_000 }] })
  const purchase = await receive(L, 10, 12_000)
  const order = anOrder().withLine('KMJ-LUK-L', 3).inTransit()
  await take(order)
  await client.inventory.count({
    id: '01900000-0000-7000-8000-0000000000aa',
    day: '2026-11-22',
    note: 'Rak A',
    lines: [{ variantId: L, counted: 11 }],
  })
  const { rows } = await client.inventory.card({ variantId: L, limit: 100 })
  expect(
    rows.map(({ kind, document, pieces, cost, onHand, value }) => [kind, document.label, pieces, cost, onHand, value]),
  ).toEqual([
    ['count', 'Stok Opname: Rak A', -1, -11_333, 11, 124_667],
    ['issue', order.number, -3, -34_000, 12, 136_000],
    ['receipt', purchase.number, 10, 120_000, 15, 170_000],
    ['opening', 'Stok Awal KMJ-LUK-L', 5, 50_000, 5, 50_000],
  ])
})

test('a page goes on where the last one ended, with the same running stock, although goods have come meanwhile', async () => {
  const { client, L, receive } = await aStockedShop()
  for (const pieces of [1, 2, 3, 4]) await receive(L, pieces, 10_000)
  const whole = (await client.inventory.card({ variantId: L, limit: 100 })).rows
  const first = await client.inventory.card({ variantId: L, limit: 3 })
  await receive(L, 50, 10_000)
  const second = await client.inventory.card({ variantId: L, limit: 3, cursor: first.nextCursor! })
  expect([...first.rows, ...second.rows]).toEqual(whole)
  expect(second.nextCursor).toBeNull()
  expect(whole.at(-1)).toMatchObject({ onHand: 1, value: 10_000 })
})

test('a correction shows as the reversal and the new movement', async () => {
  const { client, L, receive } = await aStockedShop()
  const purchase = await receive(L, 10, 10_000)
  await client.purchasing.cancel({ id: purchase.id, reason: 'Dikembalikan' })
  const { rows } = await client.inventory.card({ variantId: L, limit: 100 })
  expect(rows.map(({ isReversal, pieces, onHand }) => [isReversal, pieces, onHand])).toEqual([
    [true, -10, 0],
    [false, 10, 10],
  ])
})

test('a purchase typed late stands on its own day, and the running stock with it', async () => {
  const { client, L, receive, take } = await aStockedShop()
  await receive(L, 10, 10_000, '2026-11-12')
  await take(anOrder().withLine('KMJ-LUK-L', 4).inTransit())
  await receive(L, 6, 12_000, '2026-11-10')
  const { rows } = await client.inventory.card({ variantId: L, limit: 100 })
  expect(rows.map(({ day }) => day)).toEqual([...rows.map(({ day }) => day)].sort().reverse())
  expect(rows.at(-1)).toMatchObject({ day: '2026-11-10', pieces: 6, onHand: 6, value: 72_000 })
  for (const [index, row] of rows.entries()) {
    const before = rows[index + 1] ?? { onHand: 0, value: 0 }
    expect([row.onHand, row.value]).toEqual([before.onHand + row.pieces, before.value + row.cost])
  }
  const first = await client.inventory.card({ variantId: L, limit: 2 })
  const rest = await client.inventory.card({ variantId: L, limit: 100, cursor: first.nextCursor! })
  expect([...first.rows, ...rest.rows]).toEqual(rows)
})

test('a SKU that never moved has an empty card', async () => {
  const { client, S } = await aStockedShop()
  expect(await client.inventory.card({ variantId: S, limit: 100 })).toEqual({ rows: [], nextCursor: null })
})

test('a cost that is learned later is part of the movement it completes, and opened beside it', async () => {
  const { client, L, take, clock } = await aStockedShop()
  await take(anOrder().withLine('KMJ-LUK-L', 3).inTransit())
  clock.now += 60_000
  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 5, unitCost: 10_000 }] })
  clock.now += 60_000
  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 5, unitCost: 12_000 }] })
  const { rows } = await client.inventory.card({ variantId: L, limit: 100 })
  expect(rows.filter(({ kind }) => kind === 'cost')).toEqual([])
  const issue = rows.find(({ kind }) => kind === 'issue')!
  expect(issue).toMatchObject({ pieces: -3, cost: -36_000 })
  expect(issue.corrections.map(({ cost }) => cost)).toEqual([-30_000, -6_000])
  expect(rows[0]).toMatchObject({ onHand: 2, value: 24_000 })
})
