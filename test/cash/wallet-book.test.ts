import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { directionOf } from '../../src-shared/cash/direction.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { cashEvents } from '../builders/cash-events.ts'

const expense = (amount: number) => ({ what: 'business expense', wallet: '1101', account: '6204', amount }) as const
const income = (amount: number) => ({ what: 'business income', wallet: '1101', account: '4902', amount }) as const

describe('the book of a wallet', () => {
  test('says what came and went in the order of days, with the balance after each, whenever it was written down', async () => {
    const { client } = await aCore()
    await client.cash.record(aCashRecord(income(500_000), { day: '2026-11-10', note: 'Kompensasi' }))
    await client.cash.record(aCashRecord(expense(120_000), { day: '2026-11-20', note: 'Listrik' }))
    await client.cash.record(aCashRecord(expense(80_000), { day: '2026-11-12', note: 'Nota terselip' }))
    const { rows } = await client.cash.walletBook({ wallet: '1101' })
    expect(rows.map(({ day, document, amount, balance }) => [day, document.label, amount, balance])).toEqual([
      ['2026-11-20', 'Listrik', -120_000, 300_000],
      ['2026-11-12', 'Nota terselip', -80_000, 420_000],
      ['2026-11-10', 'Kompensasi', 500_000, 500_000],
    ])
  })

  test('tells a corrected record once, a cancelled one not at all, and what a purchase paid', async () => {
    const { client, L, receive } = await aStockedShop()
    const draft = aCashRecord(expense(50_000), { day: '2026-11-15', note: 'Bensin' })
    await client.cash.record(draft)
    await client.cash.record({ ...draft, event: expense(55_000) })
    const gone = await client.cash.record(aCashRecord(expense(9_000), { day: '2026-11-16' }))
    await client.cash.cancel({ id: gone.id, reason: 'dua kali' })
    await receive(L, 10, 10_000, '2026-11-17')
    const { rows } = await client.cash.walletBook({ wallet: '1101' })
    const told = rows.map(({ document, what, amount }) => [document.kind, what, amount])
    expect(told).toContainEqual(['cash-record', 'business expense', -55_000])
    expect(told.filter(([kind]) => kind === 'cash-record')).toHaveLength(1)
    expect(rows[0]?.balance).toBe((await client.cash.wallets()).find(({ account }) => account === '1101')?.balance)
  })

  test('is narrowed by days, by direction, by kind and by words, and keeps the true balance', async () => {
    const { client } = await aCore()
    await client.cash.record(aCashRecord(income(500_000), { day: '2026-11-10', note: 'Kompensasi' }))
    await client.cash.record(aCashRecord(expense(120_000), { day: '2026-11-20', note: 'Listrik' }))
    const moved = { what: 'transfer', wallet: '1101', toWallet: '1110', amount: 100_000, fee: 0 } as const
    await client.cash.record(aCashRecord(moved, { day: '2026-11-21', note: 'Setor bank' }))
    const told = async (narrowed: object) =>
      (await client.cash.walletBook({ wallet: '1101', ...narrowed })).rows.map(({ amount, balance }) => [
        amount,
        balance,
      ])
    expect(await told({ sort: 'in' })).toEqual([[500_000, 500_000]])
    expect(await told({ sort: 'out' })).toEqual([[-120_000, 380_000]])
    expect(await told({ sort: 'moved' })).toEqual([[-100_000, 280_000]])
    expect(await told({ sort: 'business expense' })).toEqual([[-120_000, 380_000]])
    expect(await told({ query: '120rb' })).toEqual([[-120_000, 380_000]])
    expect(await told({ query: 'setor' })).toEqual([[-100_000, 280_000]])
    expect(await told({ from: '2026-11-11', to: '2026-11-20' })).toEqual([[-120_000, 380_000]])
    expect((await client.cash.list({ sort: 'in' })).rows.map(({ note }) => note)).toEqual(['Kompensasi'])
  })

  test('an account that is no wallet has no such book', async () => {
    const { client } = await aCore()
    await expect(client.cash.walletBook({ wallet: '6204' })).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' })
  })

  test('whatever is recorded in whatever order, each balance is the one before it and what moved, and pages join without a seam', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ event: cashEvents, day: fc.integer({ min: 1, max: 22 }) }), { maxLength: 14 }),
        fc.integer({ min: 1, max: 4 }),
        async (records, limit) => {
          const { client } = await aCore({ setUp: { keepsHousehold: true } })
          for (const { event, day } of records)
            await client.cash
              .record(aCashRecord(event, { day: `2026-11-${String(day).padStart(2, '0')}` }))
              .catch((problem: { code: string }) => expect(problem.code).toBe('MORE_THAN_OWED'))
          for (const { account, balance } of await client.cash.wallets()) {
            const whole = (await client.cash.walletBook({ wallet: account, limit: 100 })).rows
            expect(whole[0]?.balance ?? 0).toBe(balance)
            for (const [index, row] of whole.entries()) {
              const before = whole[index + 1]
              expect(row.balance).toBe((before?.balance ?? 0) + row.amount)
              if (before) expect(before.day <= row.day).toBe(true)
            }
            const paged = []
            for (let cursor: string | undefined | null; cursor !== null; ) {
              const page = await client.cash.walletBook({ wallet: account, limit, ...(cursor && { cursor }) })
              paged.push(...page.rows)
              cursor = page.nextCursor
            }
            expect(paged).toEqual(whole)
          }
        },
      ),
      { numRuns: 15 },
    )
  }, 60_000)
})

test('each kind of record goes one way', () => {
  expect(directionOf('business income')).toBe('in')
  expect(directionOf('pay supplier')).toBe('out')
  expect(directionOf('set off')).toBe('moved')
})

test('the list and a wallet’s book are saved as files in which in and out add up', async () => {
  const { client } = await aCore()
  await client.cash.record(aCashRecord(income(500_000), { day: '2026-11-10', note: 'Kompensasi' }))
  await client.cash.record(aCashRecord(expense(120_000), { day: '2026-11-20', note: 'Listrik' }))
  const list = await (await client.cash.exportFile({ format: 'csv' })).text()
  expect(list.replace('\uFEFF', '').trim().split(/\r?\n/)).toEqual([
    'Tanggal;Keterangan;Jenis;Untuk apa;Dompet;Pemasukan;Pengeluaran;Pindah',
    '2026-11-20;Listrik;Pengeluaran usaha;Listrik dan air;Kas tunai usaha;;120000;',
    '2026-11-10;Kompensasi;Pemasukan usaha;Bunga bank dan lain-lain;Kas tunai usaha;500000;;',
  ])
  const book = await client.cash.exportFile({ format: 'csv', wallet: '1101', sort: 'out' })
  expect((await book.text()).trim().split(/\r?\n/).at(-1)).toBe('2026-11-20;Listrik;Pengeluaran usaha;;120000;380000')
  expect((await client.cash.exportFile({ format: 'xlsx' })).name).toBe('catatan-kas-2026-11-22.xlsx')
})
