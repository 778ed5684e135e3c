import type { ColumnTable } from '../reading/column-table.ts'

/** Columns of Shopee's list of returns and refunds that Retur needs. Who sent it back from where stands there unmasked, and is not read. */
const HEADINGS = {
  number: ['No. Pengembalian', 'Return ID', 'Return/Refund ID'],
  orderNumber: ['No. Pesanan', 'Order ID'],
  status: ['Status Pembatalan/ Pengembalian', 'Return / Refund Status', 'Status Pengembalian'],
  askedAt: ['Waktu Pengembalian Diajukan', 'Return Requested Time', 'Return Request Time'],
  pieces: ['Jumlah Produk Dikembalikan', 'Return Quantity', 'Returned Quantity'],
  solution: ['Solusi Pengembalian Barang/Dana', 'Return/Refund Solution', 'Tipe Pengembalian', 'Return Type'],
  reason: ['Alasan Pengembalian', 'Return Reason'],
  refund: ['Total Pengembalian Dana', 'Total Refund Amount', 'Refund Amount'],
  refundedAt: ['Waktu Pengembalian Dana Selesai', 'Refund Completed Time'],
  toChannel: ['Dikembalikan ke Gudang Shopee', 'Return to Shopee Warehouse'],
  waybill: ['No. Resi Pengembalian Barang', 'Return Tracking Number'],
  goodsStatus: ['Status Pengembalian Barang', 'Return Shipping Status', 'Return Logistics Status'],
  appealUntil: ['Dapat Mengajukan Banding pada', 'Appeal Deadline', 'Dispute Deadline'],
  compensation: ['Jumlah Kompensasi', 'Compensation Amount'],
} satisfies Record<string, [string, ...string[]]>

export type Field = keyof typeof HEADINGS

export const COLUMNS: ColumnTable<Field> = {
  headings: HEADINGS,
  required: ['number', 'orderNumber', 'status', 'refund'],
  expected: ['askedAt', 'pieces', 'solution', 'refund', 'waybill'],
  needed: ['number', 'orderNumber'],
  // amounts carry the currency before them, so no program takes them for numbers
  money: { prices: [], summed: [], unmarked: ['refund', 'compensation'] },
  unused: [
    'Tanggal Pesanan Dibuat',
    'Username (Pembeli)',
    'Nama Produk',
    'SKU Induk',
    'Variasi',
    'Kode Variasi',
    'Harga Satuan',
    'Tipe Pengembalian',
    'Catatan Pengembalian Barang',
    'Pilihan Jasa Kirim Pengembalian Barang',
    'Waktu Pengiriman Pengembalian Barang Selesai',
    'Alamat Pengiriman',
    'Provinsi',
    'Kota/Kabupaten',
    'Kota',
    'Kode Pos',
    'No. Telepon',
    'Alamat Pickup Pengembalian Barang',
    'Buyer contact number',
    'Alasan Penolakan',
    'Catatan Penjual untuk Banding',
    'Pilihan Jasa Kirim Pengiriman Terusan',
    'No. Resi Pengiriman Terusan',
    'Total Pesanan',
    'Metode Pembayaran',
    'Catatan Pembeli untuk Pesanan',
    'Pelepasan Dana',
    'Ongkos Kirim Pengiriman',
    'Ongkos Kirim Pengembalian',
    'Penyesuaian Alasan Pengembalian',
  ],
  identity: 'orderNumber',
  report: 'shopee returns',
}
