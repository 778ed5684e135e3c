import { describe, expect, test } from 'vitest'
import type { StatementSection } from '../../src-shared/ledger/ledger.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'
import { aMonthOfBatikRatna } from '../builders/a-month-of-batik-ratna.ts'
import { posted } from '../builders/posted.ts'

const amounts = ({ lines, total }: StatementSection) => ({
  ...Object.fromEntries(lines.map(({ key, amount }) => [key, amount])),
  total,
})
const names = ({ lines }: StatementSection) => lines.map(({ name }) => name)

describe('a month whose neraca and laba rugi were worked out by hand', () => {
  /*
   * 1101 kas      2.000.000 − 750.000 sewa + 800.000 jual                                          =  2.050.000
   * 1110 bank    15.000.000 + 1.000.000 modal − 2.000.000 beli + 2.500.000 tarik − 650.000 listrik
   *              − 2.000.000 pemasok − 575.000 cicilan + 12.345 bunga − 1.200.000 gaji − 14.000 PPh
   *              − 1.000.000 prive                                                                 = 11.073.345
   * 1130 Shopee   1.250.000 + 6.800.000 dilepas − 2.500.000 tarik − 333.000 iklan                  =  5.217.000
   * 1201 escrow   3.000.000 + 10.750.000 − 215.000 retur − 8.000.000 dilepas                       =  5.535.000
   * 1301 barang   9.000.000 + 3.500.000 − 6.150.000 − 410.000                                      =  5.940.000
   * 1302 kemasan  187.500        1303  6.150.000 − 6.150.000 = 0        1305 retur  123.000
   * 2101 pemasok  4.000.000 + 1.500.000 − 2.000.000 = 3.500.000   2120 talangan 187.500   2201 KUR 9.500.000
   * 3101 modal    11.750.000 (semua harta awal − utang) + 9.000.000 stok + 1.000.000               = 21.750.000
   * 3201 prive    260.000 + 1.000.000                                                              =  1.260.000
   */
  test('neraca', async () => {
    const { client } = await aMonthOfBatikRatna()
    const neraca = await client.ledger.neraca({ day: '2026-11-22' })
    expect(amounts(neraca.assets)).toEqual({
      cash: 18_340_345,
      'marketplace receivables': 5_535_000,
      inventory: 6_250_500,
      'fixed assets': 6_000_000,
      'accumulated depreciation': -1_500_000,
      total: 34_625_845,
    })
    expect(amounts(neraca.liabilities)).toEqual({
      'trade payables': 3_500_000,
      'owner payables': 187_500,
      loans: 9_500_000,
      total: 13_187_500,
    })
    expect(amounts(neraca.equity)).toEqual({
      capital: 21_750_000,
      'earlier profit': 0,
      'profit of the month': 948_345,
      'drawings of the month': -1_260_000,
      total: 21_438_345,
    })
    expect(neraca.difference).toBe(0)
  })

  /*
   * Penjualan 12.500.000 + 800.000 = 13.300.000; retur dan diskon 1.750.000 + 215.000 = 1.965.000  → 11.335.000
   * HPP 6.150.000 + 410.000 − 123.000 = 6.437.000                                     laba kotor   →  4.898.000
   * Beban: potongan kanal 1.200.000, iklan 333.000, listrik 390.000, gaji 1.200.000, sewa 750.000  =  3.873.000
   * 4.898.000 − 3.873.000 + 12.345 bunga bank − 75.000 bunga KUR = 962.345; PPh 14.000             →    948.345
   */
  test('laba rugi', async () => {
    const { client } = await aMonthOfBatikRatna()
    const labaRugi = await client.ledger.labaRugi({ from: '2026-11-01', to: '2026-11-30' })
    expect(amounts(labaRugi.revenue)).toEqual({ sales: 13_300_000, 'sales reductions': -1_965_000, total: 11_335_000 })
    expect(amounts(labaRugi.costOfGoods)).toEqual({ 'cost of goods': 6_437_000, total: 6_437_000 })
    expect(labaRugi.grossProfit).toEqual({ amount: 4_898_000, compared: 0 })
    expect(amounts(labaRugi.expenses)).toEqual({
      'marketplace costs': 1_200_000,
      'selling costs': 333_000,
      'general costs': 2_340_000,
      total: 3_873_000,
    })
    expect(amounts(labaRugi.otherIncome)).toEqual({ 'other income': 12_345, total: 12_345 })
    expect(amounts(labaRugi.financeCost)).toEqual({ 'finance cost': 75_000, total: 75_000 })
    expect(labaRugi.profitBeforeTax.amount).toBe(962_345)
    expect(amounts(labaRugi.tax)).toEqual({ 'income tax': 14_000, total: 14_000 })
    expect(labaRugi.netProfit.amount).toBe(948_345)
    expect(labaRugi.months.at(-1)).toEqual({ month: '2026-11', revenue: 11_335_000, netProfit: 948_345 })
  })

  test('every line is the sum of its accounts, and every account opens the rows it is made of', async () => {
    const { client } = await aMonthOfBatikRatna()
    const { assets, liabilities } = await client.ledger.neraca({ day: '2026-11-22' })
    for (const line of [...assets.lines, ...liabilities.lines]) {
      expect(line.accounts.reduce((sum, { amount }) => sum + amount, 0)).toBe(line.amount)
      for (const { code, amount } of line.accounts) {
        const { closing } = await client.ledger.accountEntries({ accounts: [code], to: '2026-11-22' })
        expect(Math.abs(closing)).toBe(Math.abs(amount))
      }
    }
  })

  test('on any day of the month assets equal liabilities and equity', async () => {
    const { client } = await aMonthOfBatikRatna()
    for (let day = 1; day <= 22; day++) {
      const neraca = await client.ledger.neraca({ day: `2026-11-${String(day).padStart(2, '0')}` })
      expect(neraca.difference).toBe(0)
    }
  })

  test('a day of the past shows what stood then', async () => {
    const { client } = await aMonthOfBatikRatna()
    const neraca = await client.ledger.neraca({ day: '2026-11-04' })
    expect(amounts(neraca.assets)).toMatchObject({ cash: 17_250_000, inventory: 12_500_000 })
    expect(amounts(neraca.equity)).toMatchObject({ capital: 21_750_000, 'profit of the month': 0 })
  })
})

describe('from one month to the next', () => {
  test('the profit and prive of November become earlier profit in December', async () => {
    const { client, clock } = await aMonthOfBatikRatna()
    clock.now = Date.parse('2026-12-05T03:00:00Z')
    await client.cash.record(
      aCashRecord(
        { what: 'business expense', wallet: '1101', account: '6205', amount: 100_000 },
        { day: '2026-12-02' },
      ),
    )
    const neraca = await client.ledger.neraca({ day: '2026-12-05' })
    expect(neraca.comparedDay).toBe('2026-11-30')
    expect(neraca.equity.lines.map(({ key, amount, compared }) => [key, amount, compared])).toEqual([
      ['capital', 21_750_000, 21_750_000],
      ['earlier profit', 948_345 - 1_260_000, 948_345 - 1_260_000],
      ['profit of the month', -100_000, 0],
      ['drawings of the month', 0, 0],
    ])
    expect([neraca.difference, neraca.comparedDifference]).toEqual([0, 0])
  })

  test('six month ends tell the story, the last of them today', async () => {
    const { client } = await aMonthOfBatikRatna()
    const { history } = await client.ledger.neraca({ day: '2026-11-22' })
    expect(history.map(({ day }) => day)).toEqual([
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-22',
    ])
    expect(history.at(-1)).toEqual({ day: '2026-11-22', liabilities: 13_187_500, equity: 21_438_345 })
    expect(history[0]).toEqual({ day: '2026-06-30', liabilities: 0, equity: 0 })
  })
})

describe('how the sheet reads', () => {
  test('in the words of the shop', async () => {
    const { client } = await aMonthOfBatikRatna()
    const { assets, equity } = await client.ledger.neraca({ day: '2026-11-22' })
    expect(names(assets)).toContain('Piutang Marketplace (Saldo Tertahan)')
    expect(names(equity)).toEqual([
      'Modal pemilik',
      'Laba sampai bulan lalu',
      'Laba November, berjalan',
      'Prive November (ambilan pribadi)',
    ])
    expect(names((await client.ledger.neraca({ day: '2026-11-30' })).equity)).toContain('Laba November')
  })

  test('in English when the shop is set to English', async () => {
    const { client } = await aMonthOfBatikRatna()
    await client.settings.change({ language: 'en' })
    const { assets, equity } = await client.ledger.neraca({ day: '2026-11-22' })
    expect(names(assets)).toContain('Marketplace receivables (held funds)')
    expect(assets.lines[0]!.accounts[0]!.name).toBe('Business cash')
    expect(names(equity)).toContain('Profit of November, so far')
  })

  test('MP-13: what a channel is owed after a return is a debt on the sheet, while the books keep it as it is', async () => {
    const { client, clock } = await aCore()
    const shipping = { what: 'business expense', wallet: '1130', account: '6109', amount: 12_000 } as const
    await client.cash.record(aCashRecord(shipping))
    const neraca = await client.ledger.neraca({ day: '2026-11-22' })
    expect(amounts(neraca.assets)).toEqual({ cash: 0, inventory: 0, total: 0 })
    expect(amounts(neraca.liabilities)).toMatchObject({ 'owed to channels': 12_000, total: 12_000 })
    expect(neraca.liabilities.lines[0]).toMatchObject({
      name: 'Saldo marketplace minus',
      accounts: [{ code: '1130', amount: 12_000 }],
    })
    expect(neraca.difference).toBe(0)
    expect((await client.cash.wallets()).find(({ account }) => account === '1130')?.balance).toBe(-12_000)

    // the next release pays it back, and the day before still shows it
    clock.now += 86_400_000
    await client.cash.record(
      aCashRecord({ what: 'business income', wallet: '1130', account: '4901', amount: 20_000 }, { day: '2026-11-23' }),
    )
    const after = await client.ledger.neraca({ day: '2026-11-23', comparedDay: '2026-11-22' })
    expect(amounts(after.assets)).toMatchObject({ cash: 8_000 })
    expect(after.liabilities).toMatchObject({ total: 0, comparedTotal: 12_000 })
  })

  test('another channel whose balance is good pays none of it, and an overdrawn bank stands apart', async () => {
    const { client } = await aCore()
    await client.cash.record(aCashRecord({ what: 'business expense', wallet: '1130', account: '6109', amount: 12_000 }))
    await client.cash.record(aCashRecord({ what: 'business expense', wallet: '1110', account: '6204', amount: 50_000 }))
    await client.cash.record(aCashRecord({ what: 'business income', wallet: '1131', account: '4901', amount: 90_000 }))
    const neraca = await client.ledger.neraca({ day: '2026-11-22' })
    expect(amounts(neraca.assets)).toMatchObject({ cash: 90_000 })
    expect(amounts(neraca.liabilities)).toMatchObject({ 'owed to channels': 12_000, overdrawn: 50_000, total: 62_000 })
    expect(neraca.difference).toBe(0)
  })

  test('every account of the shop has its place on exactly one of the two statements', async () => {
    const { client, doors } = await aCore()
    const shop = (await client.ledger.accounts()).filter(({ book }) => book === 'usaha')
    for (const [index, { code, normal }] of shop.entries()) {
      const amount = (normal === 'D' ? 1 : -1) * (index + 1)
      await posted(doors, {
        day: '2026-11-02',
        lines: code === '1101' ? { 1101: amount, 1110: -amount } : { [code]: amount, 1101: -amount },
      })
    }
    const neraca = await client.ledger.neraca({ day: '2026-11-22' })
    expect(neraca.difference).toBe(0)
    const placed = [neraca.assets, neraca.liabilities, neraca.equity]
      .flatMap(({ lines }) => lines.flatMap(({ accounts }) => accounts.map(({ code }) => code)))
      .sort()
    expect(placed).toEqual(shop.map(({ code }) => code))
    const labaRugi = await client.ledger.labaRugi({ from: '2026-11-01', to: '2026-11-30' })
    const { revenue, costOfGoods, expenses, otherIncome, financeCost, tax } = labaRugi
    expect(
      [revenue, costOfGoods, expenses, otherIncome, financeCost, tax]
        .flatMap(({ lines }) => lines.flatMap(({ accounts }) => accounts.map(({ code }) => code)))
        .sort(),
    ).toEqual(shop.map(({ code }) => code).filter((code) => code >= '4000'))
    expect(labaRugi.netProfit.amount).toBe(neraca.equity.lines.find(({ key }) => key === 'profit of the month')?.amount)
  })

  test('sold goods without a cost are said, from the day they left', async () => {
    const { client, doors } = await aCore()
    doors.raw.exec(`
      INSERT INTO product (id, name, created_at, updated_at) VALUES ('p', 'Kemeja', 0, 0);
      INSERT INTO variant (id, product_id, sku) VALUES ('v', 'p', 'KMJ-M');
      INSERT INTO uncosted_issue (document_kind, document_id, effect, variant_id, day, pieces)
        VALUES ('adjustment', 'a', 'issue/v', 'v', '2026-11-10', 3);
    `)
    const on = async (day: string) => (await client.ledger.neraca({ day })).costIncomplete
    expect(await on('2026-11-09')).toBeNull()
    expect(await on('2026-11-10')).toEqual({ skus: 1, pieces: 3, unmappedOrders: 0 })
    expect((await client.ledger.labaRugi({ from: '2026-11-01', to: '2026-11-22' })).costIncomplete).toEqual({
      skus: 1,
      pieces: 3,
      unmappedOrders: 0,
    })
  })
})
