import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { levelOf } from '../builders/books.ts'

/** A shop of which each piece really cost 10.000, however it was typed at first. */
async function aShop(setUp: Parameters<typeof aStockedShop>[0] = {}) {
  const shop = await aStockedShop(setUp)
  const { client, doors, L: shirt } = shop
  return {
    ...shop,
    shirt,
    sell: (pieces: number, day = '2026-11-20') =>
      client.orders.recordOwnSale({
        id: newId(),
        lines: [{ variantId: shirt, pieces, price: 25_000 }],
        payment: 'cash',
        buyerName: '',
        soldAt: Date.parse(`${day}T05:00:00Z`),
        shipTo: null,
        note: '',
      }),
    buy: (pieces: number, price: number, day = '2026-11-05') => {
      const draft = aPurchase([{ variantId: shirt, pieces, price }], { day })
      return client.purchasing.receive(draft).then(() => draft)
    },
    open: (pieces: number, unitCost: number | null) =>
      client.inventory.opening.save({ lines: [{ variantId: shirt, pieces, unitCost }] }),
    shelf: () => {
      const { onHand, value } = levelOf(doors, shirt)
      return { onHand, value }
    },
    costOfGoods: (month = '2026-11') =>
      doors.raw
        .prepare("SELECT coalesce(sum(debit - credit), 0) FROM account_month WHERE account = '5101' AND month = ?")
        .pluck()
        .get(month),
    verified: async () => (await client.ledger.verify()).ok,
  }
}

test('a purchase typed ten times too dear and corrected after the sale ends as if it had been right', async () => {
  const { buy, sell, client, shelf, costOfGoods, verified } = await aShop()
  await buy(10, 10_000)
  const typo = await buy(10, 100_000)
  await sell(5)
  await client.purchasing.receive({ ...typo, lines: [{ ...typo.lines[0]!, price: 10_000 }] })
  expect([shelf(), costOfGoods()]).toEqual([{ onHand: 15, value: 150_000 }, 50_000])
  expect(await verified()).toBe(true)
})

test('a receipt that never was, cancelled after the sale, leaves no trace in the cost', async () => {
  const { buy, sell, client, shelf, costOfGoods } = await aShop()
  await buy(10, 10_000)
  const never = await buy(10, 20_000)
  await sell(5)
  await client.purchasing.cancel({ id: never.id, reason: 'Tidak pernah datang' })
  expect([shelf(), costOfGoods()]).toEqual([{ onHand: 5, value: 50_000 }, 50_000])
})

test('a typing slip in Stok Awal, corrected after the sale, leaves no trace in the cost', async () => {
  const { buy, open, sell, shelf, costOfGoods } = await aShop()
  await open(10, 100_000)
  await buy(10, 10_000)
  await sell(5)
  await open(10, 10_000)
  expect([shelf(), costOfGoods()]).toEqual([{ onHand: 15, value: 150_000 }, 50_000])
})

test('purchases typed in the wrong order: October costs 250.000 either way', async () => {
  for (const order of ['dear first', 'cheap first']) {
    const { buy, sell, shelf, costOfGoods } = await aShop({ startDay: '2026-10-01' })
    await sell(5, '2026-10-10')
    const typed = [() => buy(5, 70_000, '2026-11-02'), () => buy(5, 50_000, '2026-10-02')]
    for (const type of order === 'dear first' ? typed : typed.toReversed()) await type()
    expect([shelf(), costOfGoods('2026-10'), costOfGoods('2026-11')], order).toEqual([
      { onHand: 5, value: 350_000 },
      250_000,
      0,
    ])
  }
})

test('an opening cost of August corrected in November weighs on the month of the sale, and August stays as it was', async () => {
  const { open, sell, shelf, costOfGoods } = await aShop({ startDay: '2026-08-01' })
  await open(10, 10_000)
  await sell(8)
  await open(10, 12_000)
  expect([shelf(), costOfGoods('2026-08'), costOfGoods('2026-11')]).toEqual([{ onHand: 2, value: 24_000 }, 0, 96_000])
})

test('freight that comes later weighs on what was sold as well as on what is left', async () => {
  const { buy, sell, client, shelf, costOfGoods } = await aShop()
  const draft = await buy(10, 10_000)
  await sell(4)
  await client.purchasing.receive({ ...draft, extraCost: 15_000 })
  expect([shelf(), costOfGoods()]).toEqual([{ onHand: 6, value: 69_000 }, 46_000])
})

test('in a closed month nothing moves: the difference is booked on the first open day, linked to what it corrects', async () => {
  const { buy, open, sell, client, doors, shelf, costOfGoods, verified } = await aShop({ startDay: '2026-10-01' })
  const first = await buy(10, 10_000, '2026-10-02')
  await sell(4, '2026-10-10')
  await client.ledger.periods.close({ through: '2026-10-31' })
  await sell(2, '2026-11-10')
  const dear = await buy(10, 13_000, '2026-11-01')
  expect([costOfGoods('2026-10'), costOfGoods('2026-11'), shelf()]).toEqual([
    40_000,
    // 2 of 16 for 60.000 + 130.000
    23_750,
    { onHand: 14, value: 166_250 },
  ])
  await client.purchasing.cancel({ id: dear.id, reason: 'Salah toko' })
  expect([costOfGoods('2026-10'), costOfGoods('2026-11')]).toEqual([40_000, 20_000])
  await open(10, 16_000)
  // Stok Awal typed now stands on the first open day: ten more at 16.000 beside six at 10.000
  expect([costOfGoods('2026-10'), costOfGoods('2026-11')]).toEqual([40_000, 27_500])
  await client.purchasing.cancel({ id: first.id, reason: 'Dicatat dua kali' })
  // without October's goods its four are paid by these, and November bears the difference of 24.000
  expect([costOfGoods('2026-10'), costOfGoods('2026-11'), shelf()]).toEqual([
    40_000,
    32_000 + 24_000,
    { onHand: 4, value: 64_000 },
  ])
  expect(
    doors.raw.prepare("SELECT day, document_kind FROM entry WHERE corrects IS NOT NULL AND day = '2026-11-01'").all(),
  ).toEqual([{ day: '2026-11-01', document_kind: 'order' }])
  expect(await verified()).toBe(true)
})

test('a purchase of closed August corrected in November: August and its sale stay, the first open day bears the difference', async () => {
  const { buy, sell, client, shelf, costOfGoods, verified } = await aShop({ startDay: '2026-08-01' })
  const typo = await buy(20, 100_000, '2026-08-02')
  await sell(5, '2026-08-10')
  await client.ledger.periods.close({ through: '2026-08-31' })
  await sell(5, '2026-09-10')
  await client.purchasing.receive({ ...typo, lines: [{ ...typo.lines[0]!, price: 10_000 }] })
  expect([shelf(), costOfGoods('2026-08'), costOfGoods('2026-09')]).toEqual([
    { onHand: 10, value: 100_000 },
    500_000,
    50_000 - 450_000,
  ])
  expect(await verified()).toBe(true)
})
