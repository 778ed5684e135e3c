import { expect, test } from 'vitest'
import { shortageOf } from '../../src-shared/inventory/shortage.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'

test.each([
  [
    { onHand: 3, short: 2 },
    { onShelf: 3, awaited: 2, gone: 0 },
  ],
  [
    { onHand: -7, short: 8 },
    { onShelf: 0, awaited: 1, gone: 7 },
  ],
  [
    { onHand: -14, short: 14 },
    { onShelf: 0, awaited: 0, gone: 14 },
  ],
  [
    { onHand: 5, short: 0 },
    { onShelf: 5, awaited: 0, gone: 0 },
  ],
])('of %o it is %o', (stock, told) => expect(shortageOf(stock)).toEqual(told))

test('totals tell pieces that went out without stock apart, so that on the shelf is never less than available', async () => {
  const { client, L, receive, take } = await aStockedShop()
  await receive(L, 5, 10_000)
  await take(anOrder().withLine('KMJ-LUK-M', 3).inTransit(), anOrder().withLine('KMJ-LUK-S', 2))
  const { totals } = await client.inventory.levels({ limit: 100 })
  expect(totals).toMatchObject({ onHand: 2, gone: 3, available: 5, short: 5, reserved: 2 })
})
