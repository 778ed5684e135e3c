import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ordersShortOfStock } from '../../src-main/core/inventory/orders-short-of-stock.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'

const HOUR = 3_600_000

test('goods go to the nearest deadline; the order that gets only some of its pieces waits for the rest', () => {
  const orders = [
    { id: 'A', pieces: 2 },
    { id: 'B', pieces: 3 },
    { id: 'C', pieces: 1 },
  ]
  expect(ordersShortOfStock(4, orders)).toEqual([
    { id: 'B', pieces: 1 },
    { id: 'C', pieces: 1 },
  ])
  expect(ordersShortOfStock(6, orders)).toEqual([])
  expect(ordersShortOfStock(-2, orders)).toEqual(orders)
})

test('what waiting orders lack is always what the shelf lacks for them', () => {
  const orders = fc.array(fc.record({ id: fc.uuid(), pieces: fc.integer({ min: 1, max: 9 }) }), { maxLength: 12 })
  fc.assert(
    fc.property(fc.integer({ min: -9, max: 60 }), orders, (onHand, reserved) => {
      const lacking = ordersShortOfStock(onHand, reserved).reduce((sum, { pieces }) => sum + pieces, 0)
      const promised = reserved.reduce((sum, { pieces }) => sum + pieces, 0)
      expect(lacking).toBe(Math.max(0, promised - Math.max(0, onHand)))
    }),
  )
})

test('an oversold SKU names how many are short and the orders that wait, by deadline', async () => {
  const { client, L, M, receive, take } = await aStockedShop()
  await receive(L, 2, 10_000)
  await receive(M, 9, 10_000)
  const later = anOrder()
    .withLine('KMJ-LUK-L', 2)
    .with({ shipBy: SUNDAY + 9 * HOUR })
  const sooner = anOrder()
    .withLine('KMJ-LUK-L', 1)
    .withLine('KMJ-LUK-M', 1)
    .with({ shipBy: SUNDAY + 3 * HOUR })
  const noHurry = anOrder().withLine('KMJ-LUK-L', 1).with({ shipBy: null })
  await take(noHurry, later, sooner)
  expect(await client.inventory.oversold()).toMatchObject([
    {
      sku: 'KMJ-LUK-L',
      label: 'Kemeja Lung Ukir, L',
      shelf: 'A1',
      onHand: 2,
      reserved: 4,
      short: 2,
      orders: [
        { number: later.number, pieces: 1, channel: 'shopee', shipBy: SUNDAY + 9 * HOUR },
        { number: noHurry.number, pieces: 1, shipBy: null },
      ],
    },
  ])
  await receive(L, 2, 10_000)
  expect(await client.inventory.oversold()).toEqual([])
})

test('goods that left below zero are short although no order waits any more', async () => {
  const { client, take } = await aStockedShop()
  await take(anOrder().withLine('KMJ-LUK-L', 3).inTransit())
  expect(await client.inventory.oversold()).toMatchObject([{ onHand: -3, reserved: 0, short: 3, orders: [] }])
})
