import { aBalanceReport } from './a-balance-report.ts'
import { anIncomeFile } from './shopee-income-file.ts'
import { anOrderFile } from './shopee-order-file.ts'

export interface FileInHand {
  name: string
  bytes: Uint8Array
}

/** The first order of the month: sold for 150.000, of which 20.000 stay with the channel. */
export const FIRST_ORDER = { number: '261004HN3T8WQA', sold: 150_000, fees: 20_000, released: 130_000 }

const ORDERS = [
  FIRST_ORDER,
  { number: '261011KX9PLM2B', sold: 80_000, fees: 11_000, released: 69_000 },
  { number: '261018QR7TUV3C', sold: 240_000, fees: 31_250, released: 208_750 },
]
const WITHDRAWN = 400_000

/** October 2026 of one Shopee shop as its owner downloads it: orders, income, balance, the ads bill and the bank statement. */
export function aMonthOfFiles(): FileInHand[] {
  const orders = anOrderFile()
  const income = anIncomeFile()
  for (const { number, sold, fees } of ORDERS) {
    orders.withOrder(number, { status: 'Selesai', items: [{ price: sold }] })
    income.withOrder(number, {
      releasedOn: '2026-10-25',
      amounts: { 'Harga Asli Produk': sold, 'Biaya Administrasi': -(fees - 1_250), 'Biaya Proses Pesanan': -1_250 },
    })
  }
  const balance = aBalanceReport([
    ...ORDERS.map(({ number, released }, index) => ({
      at: `2026-10-25 10:0${index}:00`,
      orderNumber: number,
      amount: released,
    })),
    { at: '2026-10-26 09:00:00', amount: -WITHDRAWN },
  ])
  return [
    // not in the order in which they are taken in
    { name: 'mutasi-bca.csv', bytes: Buffer.from(BANK) },
    { name: 'tagihan-iklan.csv', bytes: Buffer.from(ADS) },
    { name: 'my_balance_transaction_report.xlsx', bytes: balance.xlsx() },
    { name: 'Income.sudah dilepas.id.20261001_20261031.xlsx', bytes: income.xlsx() },
    { name: 'Order.all.20261001_20261031.xlsx', bytes: orders.xlsx() },
  ]
}

const ADS = `Riwayat Transaksi
Mata uang:,IDR
Username:,batikratna
Tanggal:,01/10/2026 -- 31/10/2026
ID Toko:,1000

Urutan,Waktu,Deskripsi,Jumlah,Catatan
1,20/10/2026,Iklan Produk,-25000,
2,19/10/2026,Isi Saldo,50000,Saldo Penjual
`

/** KlikBCA Bisnis. */
export const BANK = `Informasi Rekening - Mutasi Rekening
No. rekening : 0123456789
Nama : BATIK RATNA
Periode : 01/10/2026 - 31/10/2026

Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo
'26/10,TRSF E-BANKING CR SHOPEE,'0000,"400,000.00",CR,"1,400,000.00"
'31/10,BIAYA ADM,'0000,"15,000.00",DB,"1,385,000.00"
Saldo Awal : 1,000,000.00
Mutasi Debet : 15,000.00
Mutasi Kredit : 400,000.00
Saldo Akhir : 1,385,000.00
`
