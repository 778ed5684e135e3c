import { type CellInFile, workbookBytes } from './workbook-bytes.ts'

/** The 46 columns of Shopee's list of returns and refunds, as of 2026; two headings stand twice. */
export const RETURN_HEADINGS = [
  'No. Pengembalian',
  'No. Pesanan',
  'Tanggal Pesanan Dibuat',
  'Username (Pembeli)',
  'Nama Produk',
  'SKU Induk',
  'Variasi',
  'Kode Variasi',
  'Harga Satuan',
  'Waktu Pengembalian Diajukan',
  'Status Pembatalan/ Pengembalian',
  'Tipe Pengembalian',
  'Jumlah Produk Dikembalikan',
  'Solusi Pengembalian Barang/Dana',
  'Alasan Pengembalian',
  'Catatan Pengembalian Barang',
  'Total Pengembalian Dana',
  'Waktu Pengembalian Dana Selesai',
  'Dikembalikan ke Gudang Shopee',
  'Pilihan Jasa Kirim Pengembalian Barang',
  'No. Resi Pengembalian Barang',
  'Status Pengembalian Barang',
  'Waktu Pengiriman Pengembalian Barang Selesai',
  'Alamat Pengiriman',
  'Provinsi',
  'Kota/Kabupaten',
  'Kode Pos',
  'No. Telepon',
  'Alamat Pickup Pengembalian Barang',
  'Provinsi',
  'Kota',
  'Kode Pos',
  'Buyer contact number',
  'Dapat Mengajukan Banding pada',
  'Alasan Penolakan',
  'Catatan Penjual untuk Banding',
  'Jumlah Kompensasi',
  'Pilihan Jasa Kirim Pengiriman Terusan',
  'No. Resi Pengiriman Terusan',
  'Total Pesanan',
  'Metode Pembayaran',
  'Catatan Pembeli untuk Pesanan',
  'Pelepasan Dana',
  'Ongkos Kirim Pengiriman',
  'Ongkos Kirim Pengembalian',
  'Penyesuaian Alasan Pengembalian',
]

export type ReturnCells = Record<string, CellInFile>

/** A list of returns; money as Shopee writes it there, with the currency before and a line break behind. */
export const aReturnList = (...rows: ReturnCells[]): Uint8Array =>
  workbookBytes(
    [
      {
        name: 'Sheet1',
        rows: [RETURN_HEADINGS, ...rows.map((row) => RETURN_HEADINGS.map((heading) => row[heading] ?? null))],
      },
    ],
    'shared',
    {},
  )

export const aReturnRow = (number: string, orderNumber: string, cells: ReturnCells = {}): ReturnCells => ({
  'No. Pengembalian': number,
  'No. Pesanan': orderNumber,
  'Waktu Pengembalian Diajukan': '2026-11-20 10:00',
  'Status Pembatalan/ Pengembalian': 'Pengembalian Diproses',
  'Jumlah Produk Dikembalikan': '1',
  'Solusi Pengembalian Barang/Dana': 'Pengembalian Barang dan Dana',
  'Alasan Pengembalian': 'Ukuran salah',
  'Total Pengembalian Dana': 'RP 86.400\n',
  'Ongkos Kirim Pengembalian': 'RP -10.000\n',
  'Dikembalikan ke Gudang Shopee': 'Tidak',
  'No. Resi Pengembalian Barang': 'SPXID05RETUR1',
  'Status Pengembalian Barang': 'Dalam perjalanan',
  'Alamat Pengiriman': 'Jl. Rahasia 7, Jepara',
  'No. Telepon': '6281234567890',
  'Buyer contact number': '6289876543210',
  ...cells,
})
