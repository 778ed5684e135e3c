import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'
import { trialBalance } from '../builders/books.ts'

const aSale = (variantId: string, soldAt: string) => ({
  id: newId(),
  lines: [{ variantId, pieces: 1, price: 25_000 }],
  payment: 'cash' as const,
  buyerName: '',
  soldAt: Date.parse(soldAt),
  shipTo: null,
  note: '',
})

type Shop = Awaited<ReturnType<typeof aStockedShop>>
const saleDays = ({ doors }: Shop) =>
  doors.raw
    .prepare(
      "SELECT DISTINCT day FROM entry e WHERE document_kind = 'order' AND generation > 0 AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.id)",
    )
    .pluck()
    .all()

const settledAgain = async ({ client }: Shop) => {
  for await (const event of await client.ledger.settleAgain()) if (event.type === 'result') return event.outcome
  throw new Error('settling everything ends with a result')
}

test('a shop that moves to another clock has every sale on the day of that clock, in books and lists alike', async () => {
  const shop = await aStockedShop({ zone: 'WIT' })
  await shop.receive(shop.L, 10, 10_000)
  // half past midnight in Papua is half past ten in the evening in Java
  for (let sale = 0; sale < 2; sale++) await shop.client.orders.recordOwnSale(aSale(shop.L, '2026-11-19T15:30:00Z'))
  expect(saleDays(shop)).toEqual(['2026-11-20'])
  await shop.client.settings.change({ zone: 'WIB' })
  expect(saleDays(shop)).toEqual(['2026-11-19'])
  expect(shop.doors.raw.prepare('SELECT DISTINCT placed_day FROM sales_order').pluck().all()).toEqual(['2026-11-19'])
  expect(await shop.client.ledger.verify()).toMatchObject({ ok: true })
})

test('a period opened again takes back what had been booked on the first open day', async () => {
  const shop = await aStockedShop({ startDay: '2026-10-01' })
  await shop.receive(shop.L, 10, 10_000, '2026-10-02')
  await shop.client.ledger.periods.close({ through: '2026-10-31' })
  await shop.take(...[1, 2].map(() => anOrder().withLine('KMJ-LUK-L').completed(Date.parse('2026-10-20T05:00:00Z'))))
  expect(saleDays(shop)).toEqual(['2026-11-01'])
  await shop.client.ledger.periods.reopen({ closedThrough: '', reason: 'Nota tertinggal' })
  expect(saleDays(shop)).toEqual(['2026-10-20'])
  expect(await settledAgain(shop)).toMatchObject({ movements: 0, entries: 0 })
})

test('corrections that waited on the first open day go back to the day of what they correct', async () => {
  const shop = await aStockedShop({ startDay: '2026-10-01' })
  const purchase = await shop.receive(shop.L, 10, 10_000, '2026-10-02')
  await shop.client.orders.recordOwnSale(aSale(shop.L, '2026-10-20T05:00:00Z'))
  await shop.receive(shop.L, 10, 20_000, '2026-11-02')
  await shop.client.ledger.periods.close({ through: '2026-10-31' })
  await shop.client.purchasing.cancel({ id: purchase.id, reason: 'Dicatat dua kali' })
  const costs = () =>
    shop.doors.raw
      .prepare(
        "SELECT month, sum(debit - credit) AS cost FROM account_month WHERE account = '5101' GROUP BY 1 HAVING cost <> 0",
      )
      .all()
  expect(costs()).toEqual([
    { month: '2026-10', cost: 10_000 },
    { month: '2026-11', cost: 10_000 },
  ])
  await shop.client.ledger.periods.reopen({ closedThrough: '', reason: 'Nota tertinggal' })
  expect(costs()).toEqual([{ month: '2026-10', cost: 20_000 }])
  expect(await shop.client.ledger.verify()).toMatchObject({ ok: true })
})

test('a household that gets a book later has everything that crossed the wall in it', async () => {
  const shop = await aStockedShop({ keepsHousehold: false })
  await shop.receive(shop.L, 10, 10_000)
  await shop.client.inventory.adjust({
    id: newId(),
    kind: 'household',
    day: '2026-11-22',
    note: 'Untuk dipakai',
    lines: [{ variantId: shop.L, pieces: 1 }],
  })
  expect(Object.keys(trialBalance(shop.doors)).filter((code) => code >= '9000')).toEqual([])
  await shop.client.settings.change({ keepsHousehold: true })
  expect(trialBalance(shop.doors)).toMatchObject({ 3201: 10_000, 9401: -10_000, 9599: 10_000 })
})

test('settling everything again in a shop that is right appends nothing, tells how far it is, and stops when nobody reads on', async () => {
  const shop = await aStockedShop()
  await shop.receive(shop.L, 10, 10_000)
  await shop.client.orders.recordOwnSale(aSale(shop.L, '2026-11-20T05:00:00Z'))
  expect(await settledAgain(shop)).toEqual({ documents: 3, movements: 0, entries: 0 })

  for await (const event of await shop.client.ledger.settleAgain()) {
    expect(event).toMatchObject({ type: 'progress', total: 3 })
    break
  }
  const unfinished = async () => (await shop.client.settings.status()).isSettlingUnfinished
  await expect.poll(unfinished).toBe(true)
  await settledAgain(shop)
  expect(await unfinished()).toBe(false)
})
