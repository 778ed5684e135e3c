import { expect, test } from 'vitest'
import { aBalanceReport } from '../builders/a-balance-report.ts'
import { aShopWithBalances } from '../builders/a-shop-with-balances.ts'
import { anIncomeFile } from '../builders/shopee-income-file.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

/** Sold whole, half given back, and released in the month after. */
const [WHOLE, REFUNDED, LATER] = ['261104HN3T8WQA', '261105KX9PLM2B', '261118ZZ9PLM2C'] as const
const AMOUNTS = {
  [WHOLE]: { 'Harga Asli Produk': 215_000, 'Biaya Administrasi': -17_200, 'Biaya Layanan': -22_750 },
  [REFUNDED]: {
    'Harga Asli Produk': 430_000,
    'Jumlah Pengembalian Dana ke Pembeli': -215_000,
    'Biaya Administrasi': -17_200,
    'Ongkos Kirim Pengembalian Barang': -9_000,
  },
  [LATER]: { 'Harga Asli Produk': 215_000, 'Biaya Administrasi': -17_200 },
}
const released = (number: keyof typeof AMOUNTS) => Object.values(AMOUNTS[number]).reduce((sum, each) => sum + each, 0)
const [FINE, LOST, WITHDRAWN, FEE] = [-25_000, 12_000, -300_000, -5_000]
const CLOSING = released(WHOLE) + released(REFUNDED) + FINE + LOST + WITHDRAWN + FEE

const sold = (at: string, pieces = 1) => ({
  status: 'Selesai',
  cells: { 'Waktu Pesanan Selesai': at },
  items: [{ listPrice: 215_000, price: 215_000, pieces }],
})
const orders = anOrderFile()
  .withOrder(WHOLE, sold('2026-11-10 08:00'))
  .withOrder(REFUNDED, sold('2026-11-10 09:00', 2))
  .withOrder(LATER, sold('2026-11-21 09:00'))
  .xlsx()
const income = anIncomeFile()
  .withOrder(WHOLE, { releasedOn: '2026-11-11', amounts: AMOUNTS[WHOLE] })
  .withOrder(REFUNDED, { releasedOn: '2026-11-11', amounts: AMOUNTS[REFUNDED] })
  .withAdjustments(
    { createdOn: '2026-11-12', type: 'Penyesuaian lain', reason: 'denda', amount: FINE },
    { createdOn: '2026-11-13', type: 'Kompensasi', reason: 'hilang', amount: LOST, orderNumber: WHOLE },
  )
  .xlsx()
const nextIncome = anIncomeFile().withOrder(LATER, { releasedOn: '2026-11-22', amounts: AMOUNTS[LATER] }).xlsx()
const balance = (fee: { type: string; description: string }) =>
  aBalanceReport([
    { at: '2026-11-11 08:00', orderNumber: WHOLE, amount: released(WHOLE) },
    { at: '2026-11-11 09:00', orderNumber: REFUNDED, amount: released(REFUNDED) },
    { at: '2026-11-12 09:00', type: 'Penyesuaian', description: 'Penyesuaian lain: denda', amount: FINE },
    { at: '2026-11-13 09:00', type: 'Penyesuaian', description: 'Kompensasi', orderNumber: WHOLE, amount: LOST },
    { at: '2026-11-14 09:00', amount: WITHDRAWN },
    { at: '2026-11-14 09:00', amount: FEE, ...fee },
  ]).xlsx()
const bank = [
  'Informasi Rekening - Mutasi Rekening',
  'No. rekening : 0123456789',
  'Nama : BATIK RATNA',
  'Periode : 01/11/2026 - 20/11/2026',
  '',
  'Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo',
  `'15/11,TRSF E-BANKING CR SHOPEE INTERNATIONAL INDONESIA,'0000,"300,000.00",CR,"1,300,000.00"`,
].join('\r\n')

test.each([
  { type: 'Biaya Penarikan Dana', description: 'Biaya penarikan' },
  { type: 'Penarikan Dana', description: 'Biaya penarikan ke BCA' },
  { type: 'Withdrawal Fee', description: '' },
])(
  'orders, income, balance and bank of a month with a refund, a fine, a fee of withdrawing ($type) and a late release leave no rupiah unexplained',
  async (fee) => {
    const { take, balances, client } = await aShopWithBalances()
    for (const bytes of [orders, income, balance(fee)]) await take(bytes)
    await take(bank, 'mutasi.csv', { account: '1110' })
    expect(balances()).toMatchObject({
      '1110': -WITHDRAWN,
      '1130': CLOSING,
      '1201': 215_000,
      '6110': -FEE,
      '6119': -FINE,
    })
    // what was withdrawn arrived, and what that cost waits for no bank
    expect(balances()['1142']).toBeUndefined()
    expect(await client.payouts.checks()).toMatchObject([{ byFile: CLOSING, byBooks: CLOSING, reasons: [] }])

    await take(nextIncome)
    expect(balances()).toMatchObject({ '1130': CLOSING + released(LATER) })
    expect(balances()['1201']).toBeUndefined()
    const { rows } = await client.orders.list({ limit: 10 })
    expect(rows).toHaveLength(3)
    for (const { id } of rows) {
      const { ladder } = await client.orders.get({ id })
      const kept = ladder.lines.reduce((sum, { actual }) => sum + (actual ?? 0), 0)
      expect(ladder.netSales + kept).toBe(ladder.releases.reduce((sum, release) => sum + release.released, 0))
      expect(ladder.lines.filter(({ cause, estimated, actual }) => estimated !== actual && cause === null)).toEqual([])
    }
    expect((await client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
  },
)
