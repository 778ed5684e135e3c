import { describe, expect, test } from 'vitest'
import type { CashEvent } from '../../src-shared/cash/cash-record.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { posted } from '../builders/posted.ts'

type Shop = Awaited<ReturnType<typeof aCore>>
const record = ({ client }: Shop, day: string, event: CashEvent) => client.cash.record(aCashRecord(event, { day }))
const november = ({ client }: Shop) => client.household.month({ month: '2026-11' })

describe('envelopes', () => {
  test('hold what was budgeted and what was spent, whoever paid, the largest first', async () => {
    const shop = await aCore()
    await shop.client.household.setBudget({ month: '2026-11', account: '9501', amount: 3_500_000 })
    await shop.client.household.setBudget({ month: '2026-11', account: '9502', amount: 2_250_000 })
    await record(shop, '2026-11-04', {
      what: 'private expense',
      wallet: '1120',
      householdAccount: '9501',
      amount: 350_000,
    })
    await record(shop, '2026-11-05', {
      what: 'household expense',
      householdWallet: '9110',
      householdAccount: '9502',
      amount: 2_250_000,
    })
    await record(shop, '2026-11-06', {
      what: 'private expense',
      wallet: '1101',
      householdAccount: '9599',
      amount: 65_200,
    })
    const { envelopes, budgeted, spent } = await november(shop)
    expect(envelopes.slice(0, 2)).toEqual([
      { account: '9501', name: 'Makan dan dapur', budget: 3_500_000, spent: 350_000 },
      { account: '9502', name: 'Sekolah anak', budget: 2_250_000, spent: 2_250_000 },
    ])
    expect(envelopes.find(({ account }) => account === '9599')).toMatchObject({ budget: 0, spent: 65_200 })
    expect([budgeted, spent]).toEqual([5_750_000, 2_665_200])
  })

  test('of another month are others', async () => {
    const shop = await aCore()
    await shop.client.household.setBudget({ month: '2026-11', account: '9501', amount: 3_500_000 })
    await record(shop, '2026-11-04', {
      what: 'private expense',
      wallet: '1120',
      householdAccount: '9501',
      amount: 350_000,
    })
    expect(await shop.client.household.month({ month: '2026-12' })).toMatchObject({ budgeted: 0, spent: 0, prive: 0 })
  })

  test('a budget says at once how much of it is gone', async () => {
    const shop = await aCore()
    await record(shop, '2026-11-04', {
      what: 'private expense',
      wallet: '1120',
      householdAccount: '9501',
      amount: 350_000,
    })
    expect(await shop.client.household.setBudget({ month: '2026-11', account: '9501', amount: 3_000_000 })).toEqual({
      account: '9501',
      name: 'Makan dan dapur',
      budget: 3_000_000,
      spent: 350_000,
    })
  })

  test('take last month over, but not where this month was decided already, not even on nothing', async () => {
    const { client } = await aCore()
    await client.household.setBudget({ month: '2026-10', account: '9501', amount: 3_000_000 })
    await client.household.setBudget({ month: '2026-10', account: '9502', amount: 2_000_000 })
    await client.household.setBudget({ month: '2026-10', account: '9503', amount: 600_000 })
    await client.household.setBudget({ month: '2026-11', account: '9502', amount: 0 })
    await client.household.setBudget({ month: '2026-11', account: '9503', amount: 650_000 })
    expect(await client.household.copyBudget({ month: '2026-11' })).toEqual({ copied: 1 })
    expect(await client.household.copyBudget({ month: '2026-11' })).toEqual({ copied: 0 })
    const { envelopes } = await client.household.month({ month: '2026-11' })
    expect(envelopes.slice(0, 3).map(({ account, budget }) => [account, budget])).toEqual([
      ['9501', 3_000_000],
      ['9503', 650_000],
      ['9502', 0],
    ])
  })

  test.each(['6201', '9110', '9401'])('are the only accounts with a budget: %s has none', async (account) => {
    const { client } = await aCore()
    await expect(client.household.setBudget({ month: '2026-11', account, amount: 1 })).rejects.toMatchObject({
      code: 'WRONG_ACCOUNT',
      data: { account, role: 'household spending' },
    })
  })
})

test('money, prive, profit and what each side owes are those of the books', async () => {
  const shop = await aCore()
  await posted(shop.doors, { day: '2026-11-02', lines: { 1101: 9_000_000, 4103: -9_000_000 } })
  await record(shop, '2026-11-03', { what: 'take home', wallet: '1101', householdWallet: '9110', amount: 1_500_000 })
  await record(shop, '2026-11-04', {
    what: 'lend to household',
    wallet: '1101',
    householdWallet: '9101',
    amount: 400_000,
  })
  await record(shop, '2026-11-05', {
    what: 'expense from household',
    householdWallet: '9110',
    account: '6206',
    amount: 75_000,
    payBack: true,
  })
  expect(await november(shop)).toMatchObject({
    money: 1_500_000 + 400_000 - 75_000,
    prive: 1_500_000,
    profit: 9_000_000 - 75_000,
    owesShop: 400_000,
    shopOwes: 75_000,
    wallHolds: true,
  })
})

describe('boleh ambil berapa', () => {
  /** Profit of August, September and October, a loan paid back by 500.000 a month, and some goods sold but not paid out. */
  async function aShopOfFourMonths() {
    const shop = await aCore({ setUp: { startDay: '2026-08-01' } })
    for (const [month, profit] of [
      ['08', 4_000_000],
      ['09', 5_500_000],
      ['10', 4_600_000],
    ] as const) {
      await posted(shop.doors, { day: `2026-${month}-15`, lines: { 1110: profit, 4101: -profit } })
      if (month !== '08')
        await record(shop, `2026-${month}-20`, {
          what: 'loan instalment',
          wallet: '1110',
          account: '2201',
          principal: 500_000,
          interest: 0,
        })
    }
    await posted(shop.doors, { day: '2026-11-10', lines: { 1201: 2_300_000, 4101: -2_300_000 } })
    await posted(shop.doors, { day: '2026-11-12', lines: { 1301: 1_250_000, 2101: -1_250_000 } })
    await record(shop, '2026-11-15', { what: 'take home', wallet: '1110', householdWallet: '9110', amount: 800_000 })
    return shop
  }

  test('the average profit of three months, less the instalment, less what was taken; or the cash, less the debts', async () => {
    const shop = await aShopOfFourMonths()
    expect((await november(shop)).safeDraw).toEqual({
      answer: 3_400_000,
      binding: 'profit',
      fromProfit: {
        averageProfit: 4_700_000,
        months: 3,
        loanInstalment: 500_000,
        takenThisMonth: 800_000,
        left: 3_400_000,
      },
      fromCash: { cash: 12_300_000, overdrawn: 0, debtsDue: 1_250_000, restock: 0, left: 11_050_000 },
      heldByChannels: 2_300_000,
    })
  })

  test('a wallet below zero is a debt that is due: the cash is that of balance sheet and Beranda', async () => {
    const shop = await aShopOfFourMonths()
    await record(shop, '2026-11-16', { what: 'business expense', wallet: '1120', account: '6203', amount: 400_000 })
    const { fromCash } = (await november(shop)).safeDraw
    expect(fromCash).toMatchObject({ cash: 12_300_000, overdrawn: 400_000, left: 11_050_000 - 400_000 })
    expect((await shop.client.reports.today()).cash).toBe(fromCash.cash)
  })

  test('months before the shop kept books do not count against it', async () => {
    const shop = await aCore({ setUp: { startDay: '2026-10-01' } })
    await posted(shop.doors, { day: '2026-10-15', lines: { 1110: 3_000_000, 4101: -3_000_000 } })
    expect((await november(shop)).safeDraw.fromProfit).toMatchObject({ averageProfit: 3_000_000, months: 1 })
  })

  test('a cancelled instalment was never paid', async () => {
    const shop = await aShopOfFourMonths()
    for (const { id, event } of (await shop.client.cash.list({})).rows)
      if (event.what === 'loan instalment') await shop.client.cash.cancel({ id, reason: 'salah catat' })
    expect((await november(shop)).safeDraw.fromProfit.loanInstalment).toBe(0)
  })

  test('a purchase that is due later is not due now; what was paid since went to the debts due first', async () => {
    const { client, L, doors } = await aStockedShop()
    const debtsDue = async () => (await client.household.month({ month: '2026-11' })).safeDraw.fromCash.debtsDue
    const buy = (price: number, dueDay: string | null) =>
      client.purchasing.receive(aPurchase([{ variantId: L, pieces: 10, price }], { day: '2026-11-05', dueDay }))
    await buy(40_000, null)
    await buy(30_000, '2026-12-22')
    const later = await buy(20_000, '2026-12-23')
    await posted(doors, { day: '2026-11-06', lines: { 6201: 90_000, 2104: -90_000 } })
    expect(await debtsDue()).toBe(400_000 + 300_000 + 90_000)
    await client.cash.record(aCashRecord({ what: 'pay supplier', wallet: '1101', amount: 350_000 }))
    expect(await debtsDue()).toBe(350_000 + 90_000)
    await client.cash.record(aCashRecord({ what: 'pay supplier', wallet: '1101', amount: 400_000 }))
    expect(await debtsDue()).toBe(90_000)
    await client.purchasing.cancel({ id: later.id, reason: 'barang dikembalikan' })
    expect(await debtsDue()).toBe(90_000)
  })

  test('a shelf below its reorder point is filled first, at what the goods cost', async () => {
    const shop = await aShopOfFourMonths()
    shop.doors.raw.exec(`
      INSERT INTO product (id, name, created_at, updated_at) VALUES ('p', 'Kemeja', 0, 0);
      INSERT INTO variant (id, product_id, sku, reorder_point, safety_stock) VALUES
        ('low', 'p', 'LOW', 10, 1), ('empty', 'p', 'EMPTY', 4, 0), ('full', 'p', 'FULL', 3, 0), ('new', 'p', 'NEW', 9, 0);
      INSERT INTO stock_movement
        (variant_id, day, at, kind, document_kind, document_id, effect, generation, basis, pieces, costed, cost) VALUES
        ('low', '2026-11-01', 0, 'opening', 'opening-stock', 'low', 'stock', 1, 'stated', 4, 4, 246001),
        ('empty', '2026-11-01', 0, 'opening', 'opening-stock', 'empty', 'stock', 1, 'stated', 3, 3, 90000),
        ('empty', '2026-11-02', 0, 'issue', 'order', 'o', 'issue/1', 1, 'average', -3, -3, -90000),
        ('full', '2026-11-01', 0, 'opening', 'opening-stock', 'full', 'stock', 1, 'stated', 5, 5, 100000);
      INSERT INTO reservation VALUES ('order', 'o', 'reserve/1', 'low', 2);
    `)
    // LOW: 10 − (4 − 2 − 1) = 9 pieces at 246.001 / 4 = 553.502; EMPTY: 4 pieces at its last 30.000 = 120.000
    expect((await november(shop)).safeDraw.fromCash).toMatchObject({ restock: 673_502, left: 11_050_000 - 673_502 })
  })
})
