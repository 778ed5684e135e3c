import type { Cells } from './shopee-order-file.ts'
import { type CellInFile, type SheetInFile, workbookBytes } from './workbook-bytes.ts'

const SALES_40 =
  'Nomor|Nomor Invoice|Tanggal Pembayaran|Status Terakhir|Tanggal Pesanan Selesai|Waktu Pesanan Selesai|Tanggal Pesanan Dibatalkan|Waktu Pesanan Dibatalkan|Nama Produk|Tipe Produk|Nomor SKU|Catatan Produk Pembeli|Catatan Produk Penjual|Jumlah Produk Dibeli|Harga Awal (IDR)|Diskon Produk (IDR)|Harga Jual (IDR)|Jumlah Subsidi Tokopedia (IDR)|Nilai Voucher Toko Terpakai (IDR)|Jenis Voucher Toko Terpakai|Kode Voucher Toko Yang Digunakan|Biaya Pengiriman Tunai (IDR)|Biaya Asuransi Pengiriman (IDR)|Total Biaya Pengiriman (IDR)|Total Penjualan (IDR)|Nama Pembeli|No Telp Pembeli|Nama Penerima|No Telp Penerima|Alamat Pengiriman|Kota|Provinsi|Nama Kurir|Tipe Pengiriman (regular, same day, etc)|No Resi / Kode Booking|Tanggal Pengiriman Barang|Waktu Pengiriman Barang|Nama Campaign|Bebas Ongkir|COD'.split(
    '|',
  )
const SALES_48 = [
  ...SALES_40.map((heading) => heading.replace('Voucher', 'Kupon')),
  'Jumlah Produk Yang Dikurangkan',
  'Total Pengurangan (IDR)',
  'Diskon Penawaran Terpakai (IDR)',
]
const ENGLISH =
  'Count|Order ID|Invoice|Payment Date|Order Status|Product ID|Product Name|Quantity|Stock Keeping Unit (SKU)|Notes|Price (Rp.)|Discount Amount (Rp.)|Subsidi Amount (Rp.)|Customer Name|Customer Phone|Recipient|Recipient Number|Recipient Address|Courier|Shipping Price + fee (Rp.)|Insurance (Rp.)|Total Shipping Fee (Rp.)|Total Amount (Rp.)|AWB|Jenis Layanan|Bebas Ongkir|Warehouse Origin|Campaign Name'.split(
    '|',
  )
const LAYOUTS = {
  '40 columns, 2023': SALES_40,
  '40 columns, in another order': [...SALES_40].reverse(),
  '48 columns, 2025': SALES_48,
  'English, 2019': ENGLISH,
}

const FINANCE =
  'Nomor|Nomor Invoice|Tanggal Pembayaran|Status Terakhir|Tanggal Pesanan Selesai|Waktu Pesanan Selesai|Tanggal Pesanan Dibatalkan|Waktu Pesanan Dibatalkan|Nama Produk|Jumlah Produk Dibeli|Harga Jual (IDR)|Jumlah Subsidi Tokopedia (IDR)|Nilai Kupon Toko Terpakai (IDR)|Jumlah Produk Yang Dikurangkan|Total Pengurangan (IDR)|Nama Biaya Layanan|Persentase Biaya Layanan (%)|Biaya Layanan Termasuk PPN dan PPH (IDR)|Biaya Layanan di Luar PPN dan PPH (IDR)|PPN (IDR)|PPH (IDR)'.split(
    '|',
  )

const TITLES: CellInFile[][] = [
  ['Nama Toko: ', 'Batik Ratna'],
  ['Tanggal:', 'Dari 01-05-2023 Hingga 31-05-2023'],
  ['Tanggal Penarikan Laporan:', '2 Jun 2023 00:39:30'],
  [],
]

export const INVOICE = 'INV/20230506/MPL/2498592472'

const asRows = (headings: readonly string[], rows: readonly Cells[]): CellInFile[][] => [
  ...TITLES,
  [...headings],
  ...rows.map((row) => headings.map((heading) => row[heading] ?? null)),
]

/** A sales sheet of Tokopedia of our own making, one row of cells by heading after the other. */
export const salesSheet = (layout: keyof typeof LAYOUTS, rows: readonly Cells[]): SheetInFile => ({
  name: 'Laporan Penjualan',
  rows: asRows(LAYOUTS[layout], rows),
})
export const financeSheet = (rows: readonly Cells[]): SheetInFile => ({
  name: 'Laporan Keuangan',
  rows: asRows(FINANCE, rows),
})
export const tokopediaBook = (...sheets: SheetInFile[]): Uint8Array => workbookBytes(sheets, 'inline', {})

/** A product of an invoice that was received; amounts come out unless a test says otherwise. */
export const soldRow = (cells: Cells = {}): Cells => ({
  Nomor: '1',
  'Nomor Invoice': INVOICE,
  'Tanggal Pembayaran': '06-05-2023 12:22:22',
  'Status Terakhir': 'Pesanan Selesai',
  'Tanggal Pesanan Selesai': '12-05-2023',
  'Waktu Pesanan Selesai': '11:47:13',
  'Nama Produk': 'Outer Batik Sekar Jagad - L',
  'Nomor SKU': 'OUT-SJG-L',
  'Jumlah Produk Dibeli': 2,
  'Harga Awal (IDR)': 50_000,
  'Harga Jual (IDR)': 47_500,
  'Jumlah Subsidi Tokopedia (IDR)': 0,
  'Biaya Pengiriman Tunai (IDR)': 'Non Tunai',
  'Total Biaya Pengiriman (IDR)': 'Non Tunai',
  'Total Penjualan (IDR)': '95000',
  'Nama Penerima': 'S*** A**',
  Kota: 'Kota Surakarta',
  'Nama Kurir': 'SiCepat(Regular Package)',
  'No Resi / Kode Booking': '006041201977',
  'Tanggal Pengiriman Barang': '06-05-2023',
  'Waktu Pengiriman Barang': '21:49:10',
  COD: 'Ya',
  ...cells,
})

/** A fee of a product, likewise. */
export const feeRow = (name: string, percent: string, fee: string, cells: Cells = {}): Cells => ({
  ...soldRow(),
  'Harga Jual (IDR)': '95000',
  'Jumlah Subsidi Tokopedia (IDR)': '0',
  'Nilai Kupon Toko Terpakai (IDR)': '0',
  'Total Pengurangan (IDR)': '0',
  'Nama Biaya Layanan': name,
  'Persentase Biaya Layanan (%)': percent,
  'Biaya Layanan Termasuk PPN dan PPH (IDR)': fee,
  'PPN (IDR)': '4.27',
  ...cells,
})
