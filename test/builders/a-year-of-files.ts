import { aBalanceReport } from './a-balance-report.ts'
import type { FileInHand } from './a-month-of-files.ts'
import { anIncomeFile } from './shopee-income-file.ts'
import { anOrderFile } from './shopee-order-file.ts'
import { aReturnList, aReturnRow } from './shopee-return-file.ts'
import { aTiktokIncomeFile } from './tiktok-income-file.ts'
import { aTiktokOrderFile } from './tiktok-order-file.ts'

interface FilesOfMonth {
  shopee: FileInHand[]
  tiktok: FileInHand[]
  bank: FileInHand
}

const two = (number: number) => String(number).padStart(2, '0')
const thousands = (amount: number) => `${amount.toLocaleString('en-US')}.00`

/** One month of 2026 as a shop at two channels downloads it, every kind of file that comes each month; amounts differ by month. */
export function filesOfMonth(month: number): FilesOfMonth {
  const mm = two(month)
  const [sold, returned] = [200_000 + month * 1_000, 150_000]
  const [first, second, third] = ['04HN3T8WQA', '11KX9PLM2B', '18QR7TUV3C'].map((tail) => `26${mm}${tail}`) as [
    string,
    string,
    string,
  ]
  const fees = { 'Biaya Administrasi': -(16_000 + month), 'Biaya Proses Pesanan': -1_250 }
  const kept = 17_250 + month
  const orders = anOrderFile()
    .withOrder(first, { status: 'Selesai', items: [{ price: sold }] })
    .withOrder(second, { status: 'Selesai', items: [{ price: returned }] })
    .withOrder(third, { status: 'Batal', items: [{ price: 99_000 }] })
  const releasedOn = `2026-${mm}-24`
  const income = anIncomeFile()
    .withOrder(first, { releasedOn, amounts: { 'Harga Asli Produk': sold, ...fees } })
    .withOrder(second, { releasedOn, amounts: { 'Harga Asli Produk': returned, ...fees } })
  const released = [sold - kept, returned - kept]
  const withdrawn = 100_000 + month * 10_000
  const balance = aBalanceReport(
    [
      { at: `${releasedOn} 10:00:00`, orderNumber: first, amount: released[0]! },
      { at: `${releasedOn} 10:01:00`, orderNumber: second, amount: released[1]! },
      { at: `2026-${mm}-25 08:00:00`, amount: -700 - month, type: 'Biaya Baru', description: 'Tidak dikenal' },
      { at: `2026-${mm}-26 09:00:00`, amount: -withdrawn },
    ],
    { opening: 1_000_000 },
  )
  const id = (nth: number) => `5770000000000${mm}00${nth}`
  const tiktokCells = (nth: number) => ({
    'Created Time': `05/${mm}/2026 10:0${nth}:00`,
    'Paid Time': `05/${mm}/2026 10:1${nth}:00`,
    'RTS Time': `06/${mm}/2026 09:00:00`,
    'Shipped Time': `06/${mm}/2026 15:00:00`,
    'Delivered Time': `08/${mm}/2026 15:00:00`,
  })
  const tiktok = aTiktokOrderFile()
    .withOrder(id(1), { cells: tiktokCells(1) })
    .withOrder(id(2), { cells: tiktokCells(2) })
  const tiktokIncome = aTiktokIncomeFile()
    .withRelease(id(1), { releasedOn: `2026/${mm}/20` })
    .withRelease(id(2), { releasedOn: `2026/${mm}/20` })
    .withWithdrawal('Withdrawal', `7521438247366${mm}`, `2026/${mm}/21`, '-50000', 'Transferred', `2026/${mm}/21`, '/')
  const returns = aReturnList(aReturnRow(`26${mm}060A1B2C3D`, second))
  const ads = `Riwayat Transaksi
Mata uang:,IDR
Username:,batikratna
Tanggal:,01/${mm}/2026 -- 28/${mm}/2026
ID Toko:,1000

Urutan,Waktu,Deskripsi,Jumlah,Catatan
1,20/${mm}/2026,Iklan Produk,-${25_000 + month},
2,19/${mm}/2026,Isi Saldo,50000,Saldo Penjual
`
  const lines: [day: number, description: string, amount: number][] = [
    [3, 'BIAYA ADM', -15_000],
    [9, 'QR INDOMARET PEMUDA', -86_500 - month],
    [12, 'TRSF E-BANKING DB CV TROSO JAYA', -310_000],
    [22, 'TRSF E-BANKING CR TIKTOK', 50_000],
    [27, 'TRSF E-BANKING CR SHOPEE', withdrawn],
  ]
  let there = 5_000_000
  const rows = lines.map(([day, description, amount]) => {
    there += amount
    const way = amount < 0 ? 'DB' : 'CR'
    return `'${two(day)}/${mm},${description},'0000,"${thousands(Math.abs(amount))}",${way},"${thousands(there)}"`
  })
  const bank = [
    'Informasi Rekening - Mutasi Rekening',
    'No. rekening : 0123456789',
    `Periode : 01/${mm}/2026 - 28/${mm}/2026`,
    'Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo',
    ...rows,
  ].join('\r\n')
  const file = (name: string, bytes: Uint8Array | string): FileInHand => ({ name, bytes: Buffer.from(bytes) })
  return {
    shopee: [
      file(`Order.all.2026${mm}.xlsx`, orders.xlsx()),
      file(`Order.return_refund.2026${mm}.xls`, returns),
      file(`Income.sudah dilepas.id.2026${mm}.xlsx`, income.xlsx()),
      file(`my_balance_transaction_report.2026${mm}.xlsx`, balance.xlsx()),
      file(`tagihan-iklan-${mm}.csv`, ads),
    ],
    tiktok: [file(`Semua pesanan-2026-${mm}.xlsx`, tiktok.xlsx()), file(`income_2026${mm}.xlsx`, tiktokIncome.xlsx())],
    bank: file(`mutasi-${mm}.csv`, bank),
  }
}
