import type { ChannelFileKind } from '../../src-shared/channels/file-shown.ts'
import { A_STATEMENT_OF_2023, A_TOKOPEDIA_BALANCE, AN_ADS_BILL, aBalanceReport } from './a-balance-report.ts'
import { anIncomeFile } from './shopee-income-file.ts'
import { anOrderFile } from './shopee-order-file.ts'

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

/** Sound files of our own making, some of each kind. */
export const SOUND_FILES: { kind: ChannelFileKind; name: string; bytes: Uint8Array }[] = [
  { kind: 'shopee orders', name: 'Order.all.20261101_20261130.xlsx', bytes: orders.xlsx() },
  { kind: 'shopee orders', name: 'Order.all.20261101_20261130.csv', bytes: orders.csv() },
  { kind: 'shopee income', name: 'Income.sudah dilepas.id.20261101_20261130.xlsx', bytes: income.xlsx() },
  { kind: 'shopee balance', name: 'my_balance_transaction_report.xlsx', bytes: balance.xlsx() },
  { kind: 'shopee balance', name: 'rekening-koran.csv', bytes: Buffer.from(A_STATEMENT_OF_2023) },
  { kind: 'shopee ads bill', name: 'tagihan-iklan.csv', bytes: Buffer.from(AN_ADS_BILL) },
  { kind: 'tokopedia balance', name: 'saldo-tokopedia.csv', bytes: Buffer.from(A_TOKOPEDIA_BALANCE) },
]
