import { type CellInFile, workbookBytes } from './workbook-bytes.ts'

/** A line of a balance report of our own making; its balance follows from the ones before it unless it is told. */
export interface BalanceLineInFile {
  /** `YYYY-MM-DD HH:MM[:SS]` */
  at: string
  type?: string
  description?: string
  orderNumber?: string
  amount: number
  status?: string
  balance?: number
}

const HEADINGS = [
  'Tanggal Transaksi',
  'Tipe Transaksi',
  'Deskripsi',
  'No. Pesanan',
  'Jenis Transaksi',
  'Jumlah',
  'Status',
  'Saldo Akhir',
]

const cents = (amount: number) => `${amount}.00`

/** Lines are given oldest first, as things happened; the report tells them newest first, as Shopee's does. */
export function aBalanceReport(lines: readonly BalanceLineInFile[], { opening = 0 } = {}) {
  let balance = opening
  const rows = lines.map(({ at, orderNumber = '', amount, status = 'Transaksi Selesai', ...line }) => {
    balance = line.balance ?? balance + amount
    const type = line.type ?? (amount < 0 ? 'Penarikan Dana' : 'Penghasilan dari Pesanan')
    const description = line.description ?? (orderNumber ? `${type} #${orderNumber}` : type)
    const way = amount < 0 ? 'Transaksi Keluar' : 'Transaksi Masuk'
    return [at, type, description, orderNumber || '-', way, cents(amount), status, cents(balance)]
  })
  const sum = (fits: (amount: number) => boolean) =>
    lines.reduce((total, { amount }) => total + (fits(amount) ? amount : 0), 0)
  const above: CellInFile[][] = [
    ['Laporan'],
    ['Info Rekening'],
    ['Username (Penjual)', 'batikratna'],
    ['Dari', lines[0]?.at.slice(0, 10) ?? ''],
    ['Ke', lines.at(-1)?.at.slice(0, 10) ?? ''],
    ['Ringkasan', null, null, null, '$', 'Mata Uang', 'Jumlah Transaksi'],
    ['Total Saldo Masuk', null, null, null, cents(sum((amount) => amount > 0)), 'IDR', String(lines.length)],
    ['Total Saldo Keluar', null, null, null, cents(sum((amount) => amount < 0)), 'IDR', String(lines.length)],
    ['Rincian Transaksi'],
  ]
  const table = (headings: readonly string[] = HEADINGS): CellInFile[][] => [
    ...above,
    [...headings],
    ...rows.toReversed(),
  ]
  return {
    table,
    xlsx: (rowsOfFile: CellInFile[][] = table()) =>
      workbookBytes([{ name: 'Transaction Report', rows: rowsOfFile }], 'inline', {}),
  }
}

/** `Rekening Koran - Shopee Indonesia` as Shopee handed it out until February 2024. */
export const A_STATEMENT_OF_2023 = `\uFEFFRekening Koran - Shopee Indonesia,,,Ringkasan,,,,,Saldo,
Mata Uang:,IDR,,Kredit,,Debit,,,Awal:,5000.0
Tanggal:,2023-06-01-2023-06-30,,Jumlah transaksi:,2,Jumlah transaksi:,1,,Akhir:,2240.0
,,,Total:,28300.0,Total:,31060.0


Tanggal,Penerima Dana,Jumlah Dana,Deskripsi,Status,Saldo,
2023-06-30 22:48,Saldo Penjual,1240.0,Penghasilan dari Pesanan #2306278AAAAA12,,2240.0,
2023-06-29 22:48,Bank,-31060.0,Penarikan Dana,Transaksi Selesai,1000.0,
2023-06-28 19:39,Saldo Penjual,27060.0,"Penghasilan dari Pesanan #230624BBBBBB34, terima kasih",,32060.0,
`

export const AN_ADS_BILL = `Riwayat Transaksi
Mata uang:,IDR
Username:,batikratna
Tanggal:,01/08/2026 -- 31/08/2026
ID Toko:,1000

Urutan,Waktu,Deskripsi,Jumlah,Catatan
1,31/08/2026,Iklan Produk,-25000,
2,05/08/2026,Iklan Produk,-100000,
3,04/08/2026,Isi Saldo,500000,Saldo Penjual
`

export const A_TOKOPEDIA_BALANCE = `Riwayat Saldo
Toko,Batik Ratna




Date,Mutation (Debit/Credit),Description,Nominal (Rp),Balance (Rp)
05-02-2024 10:00:00,Debit,Tarik Saldo,90000,10500
04-02-2024 09:00:00,Credit,Transaksi Penjualan Berhasil INV/20240201/MPL/3700000001,100500,100500
`
