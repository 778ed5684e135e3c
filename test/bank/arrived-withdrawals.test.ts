import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aBalanceReport } from '../builders/a-balance-report.ts'
import { aShopWithBalances } from '../builders/a-shop-with-balances.ts'
import { aTiktokIncomeFile } from '../builders/tiktok-income-file.ts'

const statement = [
  'Informasi Rekening - Mutasi Rekening',
  'No. rekening : 0123456789',
  'Periode : 01/11/2026 - 20/11/2026',
  'Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo',
  `'13/11,KR OTOMATIS SHOPEE,'0000,"100,000.00",CR,"100,000.00"`,
  `'16/11,KR OTOMATIS SHOPEE,'0000,"250,000.00",CR,"350,000.00"`,
  `'17/11,TRSF E-BANKING DR SITI,'0000,"80,000.00",CR,"430,000.00"`,
].join('\r\n')
const withdrawn = [
  { at: '2026-11-12 09:00', amount: -100_000 },
  { at: '2026-11-14 09:00', amount: -250_000 },
]
const balance = aBalanceReport(withdrawn, { opening: 500_000 }).xlsx()
const overlap = aBalanceReport(withdrawn.slice(1), { opening: 400_000 }).xlsx()

async function aShop() {
  const shop = await aShopWithBalances()
  return {
    ...shop,
    takeBank: () => shop.take(statement, 'mutasi.csv', { account: '1110' }),
    waiting: async () => (await shop.client.bank.lines({ state: 'waiting' })).rows.map(({ amount }) => amount),
  }
}

describe('a withdrawal and the line of the bank are one sum, whichever file comes first', () => {
  test('the bank first: its lines meet when the balance comes, and the import says how many', async () => {
    const { take, takeBank, balances, waiting } = await aShop()
    expect(await takeBank()).toMatchObject({ added: 3, met: 0 })
    expect(await waiting()).toEqual([80_000, 250_000, 100_000])
    expect(await take(balance)).toMatchObject({ met: 2 })
    expect(balances()).toEqual({ '1130': -350_000, '1110': 350_000 })
    expect(await waiting()).toEqual([80_000])
  })

  test('what is foretold is what happens, and one act takes it back', async () => {
    const { take, takeBank, balances, waiting, client } = await aShop()
    await takeBank()
    const { importId } = await take(balance)
    expect((await client.bank.summary({})).last).toMatchObject({ batch: importId, lines: 2 })
    await client.bank.undo({ batch: importId })
    expect(balances()).toEqual({ '1130': -350_000, '1142': 350_000 })
    expect(await waiting()).toEqual([80_000, 250_000, 100_000])
  })

  test('the list of payouts shows them arrived, on the day of the bank', async () => {
    const { take, takeBank, client } = await aShop()
    await takeBank()
    await take(balance)
    const { rows } = await client.payouts.lines({ view: 'withdrawals', limit: 10 })
    expect(rows.map(({ state, arrivedOn }) => [state, arrivedOn])).toEqual([
      ['arrived', '2026-11-16'],
      ['arrived', '2026-11-13'],
    ])
  })

  test('an income report of TikTok Shop that lists withdrawals meets them as well, and parts from them when it is taken back', async () => {
    const { client, clock, take, takeBack, takeBank, balances, waiting } = await aShop()
    const shopId = newId(clock.now)
    await client.channels.shops.save({ id: shopId, channel: 'tiktok', name: 'Batik Ratna TikTok' })
    await takeBank()
    const file = aTiktokIncomeFile()
      .withWithdrawal('Withdrawal', '3450111', '2026/11/14', '-250000', 'Transferred', '2026/11/14', 'BCA ***789')
      .xlsx()
    const { importId, ...outcome } = await take(file, 'income.xlsx', { shopId })
    expect(outcome).toMatchObject({ kind: 'settlements', met: 1 })
    expect(balances()).toEqual({ '1131': -250_000, '1110': 250_000 })
    await takeBack(importId)
    expect(balances()).toEqual({})
    expect(await waiting()).toEqual([80_000, 250_000, 100_000])
  })
})

describe('taking a file back', () => {
  test('of two files that tell of a withdrawal one goes: the line stays met', async () => {
    const { take, takeBack, takeBank, balances, waiting } = await aShop()
    await takeBank()
    const { importId } = await take(balance)
    await take(overlap)
    await takeBack(importId)
    expect(balances()).toEqual({ '1130': -250_000, '1110': 250_000 })
    expect(await waiting()).toEqual([80_000, 100_000])
  })

  test('what somebody said by hand stays, however little is left of it', async () => {
    const { take, takeBack, takeBank, balances, client } = await aShop()
    await takeBank()
    const { rows } = await client.bank.lines({ query: '100.000' })
    await client.bank.answer({
      id: rows[0]!.id,
      batch: newId(),
      answer: {
        as: 'records',
        events: [{ what: 'transfer', wallet: '1142', toWallet: '1110', amount: 100_000, fee: 0 }],
      },
    })
    const { importId, ...outcome } = await take(balance)
    expect(outcome).toMatchObject({ met: 1 })
    await takeBack(importId)
    expect(balances()).toEqual({ '1142': -100_000, '1110': 100_000 })
  })
})

test('whatever comes first, and whatever is taken back and taken in again, the books and the inbox end the same', () =>
  fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(['balance', 'overlap', 'bank'] as const, { minLength: 3 }),
      fc.constantFrom('balance', 'overlap', 'bank'),
      async (way, undone) => {
        const { take, takeBack, takeBank, balances, waiting } = await aShop()
        const files = { balance: () => take(balance), overlap: () => take(overlap), bank: takeBank }
        const ids: Record<string, string> = {}
        for (const name of way) ids[name] = (await files[name]()).importId
        await takeBack(ids[undone]!)
        await files[undone as 'bank']()
        expect(balances()).toEqual({ '1130': -350_000, '1110': 350_000 })
        expect(await waiting()).toEqual([80_000])
      },
    ),
    { numRuns: 6 },
  ))
