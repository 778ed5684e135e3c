import type { ChannelFileKind } from '../../src-shared/channels/file-shown.ts'
import { A_STATEMENT_OF_2023, A_TOKOPEDIA_BALANCE, AN_ADS_BILL, aBalanceReport } from './a-balance-report.ts'
import { BANK } from './a-month-of-files.ts'
import { aShopeeProductFile, aTiktokProductFile } from './a-product-file.ts'
import { STATEMENTS } from './bank-statements-in-text.ts'
import { anIncomeFile } from './shopee-income-file.ts'
import { anOrderFile } from './shopee-order-file.ts'
import { aReturnList, aReturnRow } from './shopee-return-file.ts'
import { aTiktokIncomeFile } from './tiktok-income-file.ts'
import { aTiktokOrderFile } from './tiktok-order-file.ts'
import { feeRow, financeSheet, tokopediaBook } from './tokopedia-file.ts'

const orders = anOrderFile()
  .withOrder('261104HN3T8WQA', { status: 'Selesai', items: [{ product: 'Outer', pieces: 2 }, { product: 'Kemeja' }] })
  .withOrder('261105KX9PLM2B', { status: 'Selesai' })

const income = anIncomeFile()
  .withOrder('261104HN3T8WQA', { amounts: { 'Harga Asli Produk': 250_000, 'Biaya Administrasi': -17_200 } })
  .withOrder('261105KX9PLM2B', { amounts: { 'Harga Asli Produk': 125_000, 'Biaya Layanan': -9_675 } })

const balance = aBalanceReport(
  [
    { at: '2026-11-06 10:00:00', orderNumber: '261104HN3T8WQA', amount: 232_800 },
    { at: '2026-11-07 11:00:00', orderNumber: '261105KX9PLM2B', amount: 115_325 },
    { at: '2026-11-08 12:00:00', amount: -300_000 },
  ],
  { opening: 50_000 },
)

const tiktok = aTiktokOrderFile().withOrder('577000000000000001').withOrder('577000000000000002')

const finance = tokopediaBook(financeSheet([feeRow('Biaya Layanan Power Shop', '4.25', '4038')]))

const tiktokIncome = aTiktokIncomeFile().withRelease('577000000000000001').withRelease('577000000000000002')

const returns = aReturnList(
  aReturnRow('2611060A1B2C3D', '261104HN3T8WQA'),
  aReturnRow('2611070A1B2C3E', '261105KX9PLM2B'),
)

const TOKOPEDIA_SALES = `Nomor Invoice,Status Terakhir,Tanggal Pembayaran,Nama Produk,Nomor SKU,Jumlah Produk Dibeli,Harga Awal (IDR),Harga Jual (IDR),Total Penjualan (IDR),Nama Pembeli
INV/20240201/MPL/3700000001,Pesanan Selesai,01-02-2024 10:00:00,Outer Lurik,OUT-1,2,125000,120000,240000,Sari
INV/20240202/MPL/3700000002,Pesanan Selesai,02-02-2024 11:00:00,Kemeja,KMJ-1,1,150000,150000,150000,Budi
`

/** Sound files of our own making, some of each kind. */
export const SOUND_FILES: { kind: ChannelFileKind; name: string; bytes: Uint8Array }[] = [
  { kind: 'shopee orders', name: 'Order.all.20261101_20261130.xlsx', bytes: orders.xlsx() },
  { kind: 'shopee orders', name: 'Order.all.20261101_20261130.csv', bytes: orders.csv() },
  { kind: 'shopee income', name: 'Income.sudah dilepas.id.20261101_20261130.xlsx', bytes: income.xlsx() },
  { kind: 'shopee returns', name: 'Order.return_refund.20261101_20261130.xls', bytes: returns },
  { kind: 'shopee balance', name: 'my_balance_transaction_report.xlsx', bytes: balance.xlsx() },
  { kind: 'shopee balance', name: 'rekening-koran.csv', bytes: Buffer.from(A_STATEMENT_OF_2023) },
  { kind: 'shopee ads bill', name: 'tagihan-iklan.csv', bytes: Buffer.from(AN_ADS_BILL) },
  { kind: 'tiktok orders', name: 'Semua pesanan-2026-11-30.xlsx', bytes: tiktok.xlsx() },
  { kind: 'tiktok income', name: 'income_20261130.xlsx', bytes: tiktokIncome.xlsx() },
  { kind: 'tokopedia sales', name: 'penjualan-tokopedia.csv', bytes: Buffer.from(TOKOPEDIA_SALES) },
  { kind: 'tokopedia finance', name: 'keuangan-tokopedia.xlsx', bytes: finance },
  { kind: 'bank statement', name: 'mutasi-bca.csv', bytes: Buffer.from(BANK) },
  ...STATEMENTS.map(({ name, text }) => ({ kind: 'bank statement' as const, name, bytes: Buffer.from(text) })),
  {
    kind: 'shopee products',
    name: 'mass_update_sales_info_225874.xlsx',
    bytes: aShopeeProductFile([
      {
        productId: '23390001',
        productName: 'Outer Lurik',
        modelId: '88001',
        variationName: 'Biru,L',
        sku: 'OUT-L',
        price: '125000',
        stock: '12',
      },
      { productId: '23390001', modelId: '88002', variationName: 'Biru,XL', sku: 'OUT-XL', price: '125000', stock: '3' },
      { productId: '23390002', productName: 'Kemeja Lurik', price: '150000', stock: '7' },
    ]),
  },
  {
    kind: 'tiktok products',
    name: 'Tiktoksellercenter_batchedit_20261130.xlsx',
    bytes: aTiktokProductFile([
      {
        productId: '1731117477510200001',
        productName: 'Outer Lurik',
        modelId: '1731117477510219320',
        variationName: 'Biru, L',
        sku: 'OUT-L',
        price: '125000',
        stock: '12',
      },
    ]),
  },
  { kind: 'tokopedia balance', name: 'saldo-tokopedia.csv', bytes: Buffer.from(A_TOKOPEDIA_BALANCE) },
]
