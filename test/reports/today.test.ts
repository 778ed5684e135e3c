import { expect, test } from 'vitest'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'

test('Beranda tells the cash, banks and balances that the balance sheet of the day has, and nothing of the home', async () => {
  const { client } = await aCore({ setUp: { startDay: '2026-10-01' } })
  expect((await client.reports.today()).cash).toBe(0)
  const income = { what: 'business income', wallet: '1110', account: '4902', amount: 900_000 } as const
  await client.cash.record(aCashRecord(income, { day: '2026-10-03' }))
  await client.cash.record(aCashRecord({ what: 'transfer', wallet: '1110', toWallet: '1101', amount: 250_000, fee: 0 }))
  await client.cash.record(aCashRecord({ what: 'household income', householdWallet: '9110', amount: 70_000 }))
  const neraca = await client.ledger.neraca({ day: '2026-11-22' })
  const line = neraca.assets.lines.find(({ key }) => key === 'cash')
  expect((await client.reports.today()).cash).toBe(900_000)
  expect(line).toMatchObject({ amount: 900_000 })
})

test('Beranda takes no overdrawn wallet from the cash of the others, as the balance sheet does not', async () => {
  const { client } = await aCore({ setUp: { startDay: '2026-10-01' } })
  const income = { what: 'business income', wallet: '1110', account: '4902', amount: 900_000 } as const
  await client.cash.record(aCashRecord(income))
  await client.cash.record(aCashRecord({ what: 'business expense', wallet: '1101', account: '6203', amount: 300_000 }))
  const { assets, liabilities } = await client.ledger.neraca({ day: '2026-11-22' })
  const amountOf = (lines: typeof assets.lines, line: string) => lines.find(({ key }) => key === line)?.amount
  expect(amountOf(assets.lines, 'cash')).toBe(900_000)
  expect(amountOf(liabilities.lines, 'overdrawn')).toBe(300_000)
  expect((await client.reports.today()).cash).toBe(900_000)
})

test('Beranda and Stok count the same SKUs as Menipis: what cannot be sold is Habis, and nobody buys what is archived', async () => {
  const { client, product, L, M, S, receive } = await aStockedShop()
  await client.catalog.products.save({
    ...product,
    variants: product.variants.map((variant) => ({ ...variant, reorderPoint: 5, safetyStock: 2 })),
  })
  for (const [variant, pieces] of [
    [L, 2],
    [M, 4],
    [S, 10],
  ] as const)
    await receive(variant, pieces, 50_000)
  const counted = async () => [
    (await client.reports.today()).stock.low,
    (await client.inventory.levels({})).totals.states.low,
    (await client.inventory.levels({ state: 'low' })).totals.skus,
  ]
  expect(await counted()).toEqual([1, 1, 1])
  await client.catalog.products.archive({ id: product.id, archived: true })
  expect(await counted()).toEqual([0, 0, 0])
})

test('SKUs without a name of ours wait with the orders whose stock and cost they hold up, and with no others', async () => {
  const { client, take } = await aStockedShop()
  const before = Date.parse('2026-10-20T03:00:00Z')
  const unknown = () => anOrder().withLine('TAK-DIKENAL')
  const finished = unknown().with({ placedAt: before, paidAt: before }).completed(before)
  await take(unknown().cancelled(), finished)
  expect((await client.reports.today()).unmapped).toEqual({ listings: 1, orders: 0 })
  expect((await client.reports.beforeClosing({ month: '2026-11' })).unmapped).toEqual({ listings: 0, orders: 0 })
  const left = unknown().inTransit()
  await take(unknown(), left)
  expect((await client.reports.today()).unmapped).toEqual({ listings: 1, orders: 2 })
  await take(left.cancelled())
  expect((await client.reports.today()).unmapped).toEqual({ listings: 1, orders: 2 })
})

test('what a day earned is told while it runs as it is told the day after', async () => {
  const { client, clock, take, L, receive } = await aStockedShop()
  await receive(L, 20, 60_000)
  const morning = clock.now - 3_600_000
  await take(anOrder().withLine('KMJ-LUK-L', 2, { price: 100_000 }).with({ placedAt: morning, paidAt: morning }))
  await client.cash.record(aCashRecord({ what: 'business expense', wallet: '1101', account: '6203', amount: 5_000 }))
  const evening = await client.reports.today()
  expect(evening.soFar).toMatchObject({ day: '2026-11-22', orders: 1, pieces: 2, grossSales: 200_000, expenses: 5_000 })
  expect(evening.soFar.profit).toBe(200_000 - 2 * 60_000 - 5_000)
  clock.now += 24 * 3_600_000
  const { yesterday, soFar } = await client.reports.today()
  expect(yesterday).toEqual(evening.soFar)
  expect(soFar).toMatchObject({ day: '2026-11-23', orders: 0, profit: 0 })
})
