import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysLeft, restockNeed } from '../../src-shared/purchasing/restock.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'

const plan = { basis: 30, leadDays: 7, coverDays: 30 } as const

describe('how much is ordered', () => {
  test.each([
    ['one a day, five left: below the seven that sell until it is here', { toSpare: 5, reorderPoint: 0, sold: 30 }, 32],
    ['one a day, seven left: just enough', { toSpare: 7, reorderPoint: 0, sold: 30 }, 0],
    ['no sale, nothing promised', { toSpare: 0, reorderPoint: 0, sold: 0 }, 0],
    ['no sale, below the reorder point', { toSpare: 2, reorderPoint: 6, sold: 0 }, 4],
    ['promised beyond the shelf', { toSpare: -3, reorderPoint: 0, sold: 0 }, 3],
    ['ten a month, promised beyond the shelf', { toSpare: -1, reorderPoint: 4, sold: 10 }, 14],
  ])('%s', (_, facts, need) => expect(restockNeed(facts, plan)).toBe(need))

  test('ordered goods end what was due, whatever the pace', () => {
    fc.assert(
      fc.property(
        fc.record({
          toSpare: fc.integer({ min: -50, max: 200 }),
          reorderPoint: fc.integer({ min: 0, max: 40 }),
          sold: fc.integer({ min: 0, max: 300 }),
        }),
        (facts) => {
          const need = restockNeed(facts, plan)
          expect(need).toBeGreaterThanOrEqual(0)
          expect(restockNeed({ ...facts, toSpare: facts.toSpare + need }, plan)).toBe(0)
        },
      ),
    )
  })

  test('how long the shelf lasts', () => {
    expect(daysLeft({ toSpare: 5, reorderPoint: 0, sold: 30 }, plan)).toBe(5)
    expect(daysLeft({ toSpare: -2, reorderPoint: 0, sold: 30 }, plan)).toBe(0)
    expect(daysLeft({ toSpare: 5, reorderPoint: 9, sold: 0 }, plan)).toBeNull()
  })
})

test('the list stands by the supplier of the last purchase, at its price, and counts goods whose price nobody knows', async () => {
  const { client, L, M, take } = await aStockedShop()
  const buy = (supplierName: string, variantId: string, price: number, day: string) =>
    client.purchasing.receive({ ...aPurchase([{ variantId, pieces: 2, price }], { day }), supplierName })
  await buy('Bu Siti', L, 10_000, '2026-11-02')
  await buy('Pak Joko', L, 12_000, '2026-11-05')
  const cancelled = await buy('Bu Siti', L, 9_000, '2026-11-06')
  await client.purchasing.cancel({ id: cancelled.id, reason: 'salah catat' })
  await take(anOrder().withLine('KMJ-LUK-L', 4), anOrder().withLine('KMJ-LUK-M', 2))
  const list = await client.purchasing.restock({ basis: 30, leadDays: 7, coverDays: 30 })
  expect(
    list.suppliers.map(({ supplier, rows, total }) => [
      supplier?.name ?? null,
      rows.map(({ variantId, toSpare, sold, need, price }) => [variantId, toSpare, sold, need, price]),
      total,
    ]),
  ).toEqual([
    // 4 bought and promised; 4 in 30 days are 5 in 37
    ['Pak Joko', [[L, 0, 4, 5, 12_000]], 60_000],
    [null, [[M, -2, 2, 5, null]], 0],
  ])
  expect([list.total, list.unpriced]).toEqual([60_000, 1])
})
