import { expect } from 'vitest'
import { aBalanceReport } from '../builders/a-balance-report.ts'
import { balancesOf, hasHledger } from '../builders/hledger.ts'
import { anIncomeFile } from '../builders/shopee-income-file.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { aReturnList, aReturnRow } from '../builders/shopee-return-file.ts'
import { aTiktokIncomeFile } from '../builders/tiktok-income-file.ts'
import { aTiktokOrderFile } from '../builders/tiktok-order-file.ts'
import { aShopOfAllKinds } from '../channels/a-shop-of-all-kinds.ts'

const [WHOLE, VOUCHER, REFUNDED, CANCELLED] = [
  '261103HN3T8WQA',
  '261104KX9PLM2B',
  '261105ZZ9PLM2C',
  '261106QR7TUV3C',
] as const
const [SOLD, RETURNED] = ['577001234567890123', '577001234567890124'] as const

/** What Shopee released, by its own columns. */
const SHOPEE = {
  [WHOLE]: { 'Harga Asli Produk': 215_000, 'Biaya Administrasi': -17_737, 'Biaya Proses Pesanan': -1_250 },
  [VOUCHER]: {
    'Harga Asli Produk': 150_000,
    'Voucher disponsor oleh Penjual': -10_000,
    'Ongkir Dibayar Pembeli': 12_000,
    'Gratis Ongkir dari Shopee': 8_000,
    'Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim': -23_500,
    'Biaya Administrasi': -11_550,
    'Biaya Layanan': -6_300,
    'Biaya Proses Pesanan': -1_250,
  },
  [REFUNDED]: {
    'Harga Asli Produk': 300_000,
    'Jumlah Pengembalian Dana ke Pembeli': -100_000,
    'Biaya Administrasi': -16_500,
    'Biaya Proses Pesanan': -1_250,
    'Ongkos Kirim Pengembalian Barang': -9_000,
  },
}
/** What TikTok Shop released, likewise. */
const TIKTOK = {
  [SOLD]: {
    'Subtotal before discounts': 180_000,
    'Seller discounts': -18_000,
    'Platform commission fee': -12_150,
    'Dynamic commission': -8_100,
    'Affiliate Commission': -16_200,
    'Order processing fee': -1_250,
  },
  [RETURNED]: {
    'Subtotal before discounts': 49_000,
    'Refund subtotal before seller discounts': -49_000,
    'Order processing fee': -1_250,
  },
}
const sum = (amounts: Record<string, number>) => Object.values(amounts).reduce((all, each) => all + each, 0)
const released = (of: Record<string, Record<string, number>>) =>
  Object.values(of).reduce((all, each) => all + sum(each), 0)

const [FINE, ADS, WITHDRAWN, TRANSFER_FEE] = [-7_000, -55_500, -400_000, 2_500]
const FROM_TIKTOK = 100_000
const SHOPEE_CLOSING = released(SHOPEE) + FINE + ADS + WITHDRAWN

const done = { status: 'Selesai', cells: { 'Waktu Pesanan Selesai': '2026-11-10 08:00' } }
const shopeeOrders = anOrderFile()
  .withOrder(WHOLE, { ...done, items: [{ listPrice: 215_000, price: 215_000 }] })
  .withOrder(VOUCHER, {
    ...done,
    items: [{ listPrice: 150_000, price: 150_000 }],
    cells: { ...done.cells, 'Voucher Ditanggung Penjual': '10.000' },
  })
  .withOrder(REFUNDED, {
    ...done,
    items: [{ listPrice: 100_000, price: 100_000, pieces: 3, cells: { 'Returned quantity': '1' } }],
  })
  .withOrder(CANCELLED, { status: 'Batal', items: [{ listPrice: 99_000, price: 99_000 }] })
const shopeeIncome = Object.entries(SHOPEE)
  .reduce((file, [number, amounts]) => file.withOrder(number, { releasedOn: '2026-11-12', amounts }), anIncomeFile())
  .withAdjustments({ createdOn: '2026-11-13', type: 'Penyesuaian lain', reason: 'denda', amount: FINE })
const balance = aBalanceReport([
  ...Object.entries(SHOPEE).map(([orderNumber, amounts], at) => ({
    at: `2026-11-12 0${at}:00`,
    orderNumber,
    amount: sum(amounts),
  })),
  { at: '2026-11-13 09:00', type: 'Penyesuaian', description: 'Penyesuaian lain: denda', amount: FINE },
  { at: '2026-11-14 09:00', type: 'Pembayaran dengan Saldo Penjual', description: 'Isi Saldo Iklan', amount: ADS },
  { at: '2026-11-15 09:00', amount: WITHDRAWN },
])
const returns = aReturnList(
  aReturnRow('2611100A1B2C3D', REFUNDED, {
    'Total Pengembalian Dana': 'RP 100.000\n',
    'Waktu Pengembalian Diajukan': '2026-11-10 10:00',
  }),
)
const ads = `Riwayat Transaksi
Mata uang:,IDR
Username:,batikratna
Tanggal:,01/11/2026 -- 20/11/2026
ID Toko:,1000

Urutan,Waktu,Deskripsi,Jumlah,Catatan
1,16/11/2026,Iklan Produk,-30000,
2,14/11/2026,Isi Saldo,50000,Saldo Penjual
`
const sent = (items: { price: number; sellerDiscount?: number }[], cells: Record<string, string> = {}) => ({
  items,
  cells: {
    'Created Time': '05/11/2026 10:00:00',
    'Paid Time': '05/11/2026 10:10:00',
    'RTS Time': '06/11/2026 09:00:00',
    'Shipped Time': '06/11/2026 15:00:00',
    'Delivered Time': '08/11/2026 15:00:00',
    ...cells,
  },
})
const tiktokOrders = aTiktokOrderFile()
  .withOrder(SOLD, sent([{ price: 180_000, sellerDiscount: 18_000 }]))
  .withOrder(
    RETURNED,
    sent([{ price: 49_000 }], {
      'Cancelation/Return Type': 'Return/Refund',
      'Sku Quantity of return': '1',
      'Order Refund Amount': '49000',
    }),
  )
const tiktokIncome = Object.entries(TIKTOK)
  .reduce((file, [id, amounts]) => file.withRelease(id, { releasedOn: '2026/11/14', amounts }), aTiktokIncomeFile())
  .withWithdrawal('Withdrawal', '3450111', '2026/11/15', `-${FROM_TIKTOK}`, 'Transferred', '2026/11/15', 'BCA ***789')
const bank = [
  'Informasi Rekening - Mutasi Rekening',
  'No. rekening : 0123456789',
  'Periode : 01/11/2026 - 20/11/2026',
  'Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo',
  `'16/11,BI-FAST CR PT SHOPEE INTERNATIONAL INDONESIA,'0000,"397,500.00",CR,"1,397,500.00"`,
  `'16/11,KR OTOMATIS TOKOPEDIA,'0000,"100,000.00",CR,"1,497,500.00"`,
].join('\r\n')

const FILES = {
  'Order.all.xlsx': shopeeOrders.xlsx(),
  'Income.sudah dilepas.id.xlsx': shopeeIncome.xlsx(),
  'my_balance_transaction_report.xlsx': balance.xlsx(),
  'Order.return_refund.xls': returns,
  'tagihan-iklan.csv': Buffer.from(ads),
  'Semua pesanan.xlsx': tiktokOrders.xlsx(),
  'income_2026.xlsx': tiktokIncome.xlsx(),
  'mutasi.csv': Buffer.from(bank),
}
export const NAMES = Object.keys(FILES) as (keyof typeof FILES)[]

/** Takes the files in, and holds what the books say against the figures above. */
export async function isExplained(names: readonly (keyof typeof FILES)[]): Promise<void> {
  const { client, raw, take } = await aShopOfAllKinds('2026-11-01')
  for (const name of names) await take({ name, bytes: Buffer.from(FILES[name]) })
  const books = Object.fromEntries(
    raw
      .prepare('SELECT account, sum(amount) AS amount FROM posting GROUP BY account HAVING sum(amount) <> 0')
      .all()
      .map((row) => Object.values(row as Record<string, unknown>)),
  )
  expect(books).toMatchObject({
    '1110': -WITHDRAWN - TRANSFER_FEE + FROM_TIKTOK,
    '1130': SHOPEE_CLOSING,
    '1131': released(TIKTOK) - FROM_TIKTOK,
    '6110': TRANSFER_FEE,
  })
  // nothing is under way, and no channel owes anything
  for (const account of ['1142', '1201', '1202']) expect(books[account], account).toBeUndefined()
  expect((await client.bank.lines({ state: 'waiting' })).rows).toEqual([])
  const checks = await client.payouts.checks()
  expect(checks.flatMap(({ reasons }) => reasons)).toEqual([])
  expect(checks).toContainEqual(expect.objectContaining({ byFile: SHOPEE_CLOSING, byBooks: SHOPEE_CLOSING }))
  const { rows } = await client.orders.list({ limit: 20 })
  const told: Record<string, number> = {}
  for (const { id, number } of rows) {
    const { ladder } = await client.orders.get({ id })
    const all = ladder.releases.reduce((total, release) => total + release.released, 0)
    if (ladder.releases.length === 0) continue
    told[number] = all
    const kept = ladder.lines.reduce((total, { actual }) => total + (actual ?? 0), 0)
    expect([number, ladder.netSales + kept]).toEqual([number, all])
    expect(ladder.lines.filter(({ cause, estimated, actual }) => estimated !== actual && cause === null)).toEqual([])
  }
  expect(told).toEqual(
    Object.fromEntries(Object.entries({ ...SHOPEE, ...TIKTOK }).map(([number, amounts]) => [number, sum(amounts)])),
  )
  expect((await client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
  if (hasHledger) {
    const { text } = await client.ledger.exportJournal({ format: 'hledger' })
    expect(balancesOf(text)).toEqual(books)
  }
}
