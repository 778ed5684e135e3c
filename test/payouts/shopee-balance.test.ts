import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  readShopeeBalance,
  recogniseShopeeBalance,
} from '../../src-main/core/channels/files/shopee-balance/read-shopee-balance.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { A_STATEMENT_OF_2023, AN_ADS_BILL, aBalanceReport } from '../builders/a-balance-report.ts'
import { aBook } from '../builders/a-book.ts'

const SAMPLES = '../shared/samples/shopee/'

async function read(bytes: Uint8Array | string) {
  const { head, book } = await aBook('saldo', bytes)
  const found = recogniseShopeeBalance(head)
  if (!found) throw new Error('not recognised')
  return { missing: found.missing, ...(await readShopeeBalance(found, book)) }
}

/** Counted from the raw cells by another program. */
const KNOWN = [
  [
    'balance-2023-06-rekening-koran.csv',
    {
      rows: 94,
      opening: 5_718,
      in: 3_059_954,
      out: -3_065_672,
      closing: 0,
      notDone: 0,
      from: '2023-06-01',
      to: '2023-06-30',
    },
  ],
  [
    'balance-2024-03-sheet1.xlsx',
    {
      rows: 118,
      opening: 0,
      in: 12_177_948,
      out: -11_934_648,
      closing: 243_300,
      notDone: 0,
      from: '2024-03-01',
      to: '2024-03-31',
    },
  ],
  [
    'balance-2025-06-transaction-report.xlsx',
    {
      rows: 80,
      opening: 54_936,
      in: 4_999_367,
      out: -4_617_904,
      closing: 436_399,
      notDone: 0,
      from: '2025-06-01',
      to: '2025-06-30',
    },
  ],
] as const

describe('downloads of real sellers come to their own totals', () => {
  for (const [name, totals] of KNOWN)
    test.skipIf(!existsSync(SAMPLES + name))(name, async () => {
      const file = await read(readFileSync(SAMPLES + name))
      expect(file.totals).toEqual(totals)
      expect(file.problems).toEqual([])
      expect(file.controls.length).toBeGreaterThanOrEqual(2)
      for (const { stated, computed } of file.controls) expect(stated).toBe(computed)
    })
})

const MONTH = aBalanceReport(
  [
    { at: '2026-08-01 08:00', orderNumber: '260801AAAAAA01', amount: 175_050 },
    { at: '2026-08-02 09:00', orderNumber: '260801AAAAAA02', amount: 1_240 },
    { at: '2026-08-02 09:00', amount: -100_000 },
    { at: '2026-08-03 10:00', type: 'Penyesuaian', description: 'Kompensasi paket hilang', amount: 23_000 },
  ],
  { opening: 500 },
)

test('a report of 2024 on: oldest first, signed from the seller’s side, totals as printed above', async () => {
  const { lines, totals, controls, problemCount } = await read(MONTH.xlsx())
  expect(lines.map(({ day, type, orderNumber, amount, balance }) => [day, type, orderNumber, amount, balance])).toEqual(
    [
      ['2026-08-01', 'Penghasilan dari Pesanan', '260801AAAAAA01', 175_050, 175_550],
      ['2026-08-02', 'Penghasilan dari Pesanan', '260801AAAAAA02', 1_240, 176_790],
      ['2026-08-02', 'Penarikan Dana', '', -100_000, 76_790],
      ['2026-08-03', 'Penyesuaian', '', 23_000, 99_790],
    ],
  )
  expect(totals).toMatchObject({ opening: 500, in: 199_290, out: -100_000, closing: 99_790 })
  expect(controls).toEqual([
    { name: 'Total Saldo Masuk', stated: 199_290, computed: 199_290 },
    { name: 'Total Saldo Keluar', stated: -100_000, computed: -100_000 },
  ])
  expect(problemCount).toBe(0)
})

test('the statement of 2023: who was paid stands in place of a type, the order in the text', async () => {
  const { lines, controls, totals } = await read(A_STATEMENT_OF_2023)
  expect(lines.map(({ type, orderNumber, amount }) => [type, orderNumber, amount])).toEqual([
    ['Penghasilan dari Pesanan', '230624BBBBBB34', 27_060],
    ['Penarikan Dana', '', -31_060],
    ['Penghasilan dari Pesanan', '2306278AAAAA12', 1_240],
  ])
  expect(totals).toMatchObject({ opening: 5_000, closing: 2_240 })
  expect(controls.map(({ name, stated, computed }) => [name, stated - computed])).toEqual([
    ['Saldo Awal', 0],
    ['Saldo Akhir', 0],
    ['Total Saldo Masuk', 0],
    ['Total Saldo Keluar', 0],
  ])
})

test('headings in English, in another order, with one that nobody knows', async () => {
  const rows = MONTH.table([
    'Date',
    'Transaction Type',
    'Description',
    'Order ID',
    'Money Direction',
    'Amount',
    'Status',
    'Balance After Transactions',
  ])
  const moved = rows.map((row) =>
    row.length === 8 ? [row[7]!, row[3]!, 'x', row[5]!, row[0]!, row[2]!, row[6]!, row[1]!] : row,
  )
  moved[9]![2] = 'Biaya Baru'
  const file = await read(MONTH.xlsx(moved))
  expect(file.totals).toMatchObject({ rows: 4, opening: 500, closing: 99_790 })
  expect(file.unknownColumns).toEqual(['Biaya Baru'])
})

test('a withdrawal that failed after it was taken off moved money, and so did its return', async () => {
  const { lines, totals } = await read(
    aBalanceReport([
      { at: '2026-08-01 08:00', orderNumber: '260801AAAAAA01', amount: 50_000 },
      { at: '2026-08-02 08:00', amount: -50_000, status: 'Gagal' },
      {
        at: '2026-08-02 09:00',
        amount: 50_000,
        type: 'Penarikan Dana',
        description: 'Pengembalian Dana untuk Penarikan Gagal',
      },
    ]).xlsx(),
  )
  expect(lines.map(({ status, description }) => [status, description])).toEqual([
    ['done', 'Penghasilan dari Pesanan #260801AAAAAA01'],
    ['done', 'Penarikan Dana (Gagal)'],
    ['done', 'Pengembalian Dana untuk Penarikan Gagal'],
  ])
  expect(totals).toMatchObject({ in: 100_000, out: -50_000, closing: 50_000, notDone: 0 })
})

test('one that failed or waits without moving the balance is in no sum', async () => {
  const { lines, totals, problemCount } = await read(
    aBalanceReport([
      { at: '2026-08-01 08:00', orderNumber: '260801AAAAAA01', amount: 50_000 },
      { at: '2026-08-02 08:00', amount: -50_000, status: 'Gagal', balance: 50_000 },
      { at: '2026-08-02 09:00', amount: -20_000, status: 'Sedang Diproses', balance: 50_000 },
    ]).xlsx(),
  )
  expect(lines.map(({ status }) => status)).toEqual(['done', 'failed', 'pending'])
  expect(totals).toMatchObject({ in: 50_000, out: 0, closing: 50_000, notDone: 2 })
  expect(problemCount).toBe(0)
})

test('the first balance that does not follow is named, and nothing is left out for it', async () => {
  const { totals, problems } = await read(
    aBalanceReport([
      { at: '2026-08-01 08:00', orderNumber: '260801AAAAAA01', amount: 50_000 },
      { at: '2026-08-02 08:00', orderNumber: '260801AAAAAA02', amount: 7_000, balance: 58_000 },
      { at: '2026-08-03 08:00', orderNumber: '260801AAAAAA03', amount: 1_000, balance: 60_000 },
    ]).xlsx(),
  )
  expect(totals.rows).toBe(3)
  expect(problems).toMatchObject([
    { code: 'BALANCE_BREAKS', row: 12, columnLetter: 'H', value: '58.000 ≠ 57.000', blocks: false },
  ])
})

test('rows without a day or an amount stay out and are named; notes below the lines are nothing', async () => {
  const rows = MONTH.table()
  rows[10]![0] = '31/31/2026 10.00'
  rows[11]![5] = '82.5'
  rows.push(['Catatan: laporan ini dibuat otomatis'])
  const file = await read(MONTH.xlsx(rows))
  expect(file.keptOut.rows).toBe(2)
  expect(file.problems.filter(({ blocks }) => blocks).map(({ code, row }) => `${code} ${row}`)).toEqual([
    'NOT_A_DATE 11',
    'NOT_AN_AMOUNT 12',
  ])
})

test('without a column of balances nothing is read: the file says what is missing', async () => {
  const rows = MONTH.table().map((row) => row.slice(0, 7))
  expect((await read(MONTH.xlsx(rows))).missing).toEqual(['Saldo Akhir'])
})

test('a bank statement and an ads bill are none', async () => {
  const bank = 'Tanggal,Keterangan,Jumlah,Saldo\n01/08/2026,TRSF,1000,1000\n'
  for (const text of [bank, AN_ADS_BILL]) expect(recogniseShopeeBalance((await aBook('x.csv', text)).head)).toBeNull()
})

/** Up to twenty bytes overwritten, and maybe the end cut off. */
const damage = fc.record({
  writes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)), {
    maxLength: 20,
  }),
  keep: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
})

test('whatever bytes change, a report is read or refused, and what was read follows its own balances or says where not', () =>
  fc.assert(
    fc.asyncProperty(
      damage,
      fc.constantFrom(Buffer.from(A_STATEMENT_OF_2023), Buffer.from(MONTH.xlsx())),
      async (harm, sound) => {
        const bytes = Uint8Array.from(sound)
        for (const [place, byte] of harm.writes) bytes[Math.floor(place * bytes.length)] = byte
        try {
          const { head, book } = await aBook('saldo', bytes.subarray(0, Math.floor(bytes.length * harm.keep)))
          const found = recogniseShopeeBalance(head)
          if (!found || found.missing.length > 0) return
          const { totals, problems } = await readShopeeBalance(found, book)
          const isExplained = problems.some(
            ({ code }) =>
              code === 'BALANCE_BREAKS' || code === 'NOT_AN_AMOUNT' || code === 'NOT_A_DATE' || code === 'DAY_OR_MONTH',
          )
          if (totals.opening !== null && !isExplained)
            expect(totals.opening + totals.in + totals.out).toBe(totals.closing)
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError)
        }
      },
    ),
    { numRuns: 150 },
  ))
