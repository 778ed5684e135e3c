import type { ColumnTable } from '../reading/column-table.ts'

/** Columns of `Laporan Keuangan`, 21 and 23 of them: a row for each service fee of each product of an invoice. */
const HEADINGS = {
  sequence: ['Nomor'],
  number: ['Nomor Invoice'],
  status: ['Status Terakhir'],
  paidAt: ['Tanggal Pembayaran'],
  completedOn: ['Tanggal Pesanan Selesai'],
  cancelledOn: ['Tanggal Pesanan Dibatalkan'],
  productName: ['Nama Produk'],
  pieces: ['Jumlah Produk Dibeli'],
  goods: ['Harga Jual (IDR)'],
  subsidy: ['Jumlah Subsidi Tokopedia (IDR)'],
  voucher: ['Nilai Kupon Toko Terpakai (IDR)', 'Nilai Voucher Toko Terpakai (IDR)'],
  takenOff: ['Total Pengurangan (IDR)'],
  feeName: ['Nama Biaya Layanan'],
  feePercent: ['Persentase Biaya Layanan (%)', 'Persentase Biaya Layanan'],
  fee: ['Biaya Layanan Termasuk PPN dan PPH (IDR)', 'Biaya Layanan (IDR)'],
} satisfies Record<string, [string, ...string[]]>

export type Field = keyof typeof HEADINGS

const REQUIRED: readonly Field[] = ['number', 'status', 'completedOn', 'productName', 'goods', 'feeName', 'fee']
const MONEY: readonly Field[] = ['goods', 'subsidy', 'voucher', 'takenOff', 'fee']

export const COLUMNS: ColumnTable<Field> = {
  headings: HEADINGS,
  required: REQUIRED,
  expected: [...REQUIRED, 'subsidy', 'voucher'],
  needed: [...REQUIRED, ...MONEY, 'cancelledOn'],
  // bare digits, of a fee a few rupiah
  money: { prices: ['goods'], summed: ['goods'], unmarked: ['subsidy', 'voucher', 'takenOff', 'fee'] },
  unused: [
    'Waktu Pesanan Selesai',
    'Waktu Pesanan Dibatalkan',
    'Jenis Kupon Toko Terpakai',
    'Jenis Voucher Toko Terpakai',
    'Kode Kupon Toko Yang Digunakan',
    'Kode Voucher Toko Yang Digunakan',
    'Jumlah Produk Yang Dikurangkan',
    'Biaya Layanan di Luar PPN dan PPH (IDR)',
    'PPN (IDR)',
    'PPH (IDR)',
  ],
  identity: 'number',
  report: 'tokopedia sales',
  dates: 'day first',
}
