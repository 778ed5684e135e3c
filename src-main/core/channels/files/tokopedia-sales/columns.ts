import type { ColumnTable } from '../reading/column-table.ts'

/**
 * Columns of Tokopedia's own sales report from before its shops moved to TikTok Shop (April 2025): 40, 43 and 48 of them in
 * Indonesian (2020 to 2025), fewer in English before (2018 to 2020). Shop, period and moment of download stand above.
 */
const HEADINGS = {
  number: ['Nomor Invoice', 'Invoice', 'Invoice Number'],
  status: ['Status Terakhir', 'Order Status'],
  paidAt: ['Tanggal Pembayaran', 'Payment Date'],
  completedOn: ['Tanggal Pesanan Selesai'],
  completedTime: ['Waktu Pesanan Selesai'],
  cancelledOn: ['Tanggal Pesanan Dibatalkan'],
  cancelledTime: ['Waktu Pesanan Dibatalkan'],
  productName: ['Nama Produk', 'Product Name'],
  sku: ['Nomor SKU', 'Stock Keeping Unit (SKU)', 'SKU'],
  buyerNote: ['Catatan Produk Pembeli', 'Notes'],
  sellerNote: ['Catatan Produk Penjual'],
  pieces: ['Jumlah Produk Dibeli', 'Quantity'],
  listPrice: ['Harga Awal (IDR)'],
  price: ['Harga Jual (IDR)', 'Price (Rp.)', 'Price'],
  subsidy: ['Jumlah Subsidi Tokopedia (IDR)', 'Subsidi Amount (Rp.)', 'Subsidy Amount (Rp.)'],
  voucher: ['Nilai Kupon Toko Terpakai (IDR)', 'Nilai Voucher Toko Terpakai (IDR)'],
  offerDiscount: ['Diskon Penawaran Terpakai (IDR)'],
  shippingPaid: ['Total Biaya Pengiriman (IDR)', 'Total Shipping Fee (Rp.)'],
  buyerPayment: ['Total Penjualan (IDR)', 'Total Amount (Rp.)'],
  username: ['Nama Pembeli', 'Customer Name'],
  recipientName: ['Nama Penerima', 'Recipient'],
  phone: ['No Telp Penerima', 'Recipient Number'],
  address: ['Alamat Pengiriman', 'Recipient Address'],
  city: ['Kota'],
  province: ['Provinsi'],
  courier: ['Nama Kurir', 'Courier'],
  trackingNumber: ['No Resi / Kode Booking', 'AWB'],
  shippedOn: ['Tanggal Pengiriman Barang'],
  shippedTime: ['Waktu Pengiriman Barang'],
  cod: ['COD'],
  takenOff: ['Jumlah Produk Yang Dikurangkan'],
} satisfies Record<string, [string, ...string[]]>

export type Field = keyof typeof HEADINGS

const REQUIRED: readonly Field[] = ['number', 'status', 'paidAt', 'productName', 'pieces', 'price', 'buyerPayment']

const EXPECTED: readonly Field[] = [
  ...REQUIRED,
  'sku',
  'listPrice',
  'subsidy',
  'voucher',
  'completedOn',
  'completedTime',
  'cancelledOn',
  'cancelledTime',
  'shippedOn',
  'shippedTime',
]

const PRICES = ['listPrice', 'price', 'buyerPayment'] as const

export const COLUMNS: ColumnTable<Field> = {
  headings: HEADINGS,
  required: REQUIRED,
  expected: EXPECTED,
  needed: [...EXPECTED, 'takenOff', 'offerDiscount'],
  money: { prices: PRICES, summed: PRICES, unmarked: [] },
  unused: [
    'Nomor',
    'Count',
    'Order ID',
    'Product ID',
    'Tipe Produk',
    'Harga Satuan Bundling (IDR)',
    'Diskon Produk (IDR)',
    'Discount Amount (Rp.)',
    'Jenis Kupon Toko Terpakai',
    'Jenis Voucher Toko Terpakai',
    'Kode Kupon Toko Yang Digunakan',
    'Kode Voucher Toko Yang Digunakan',
    'Biaya Pengiriman Tunai (IDR)',
    'Biaya Asuransi Pengiriman (IDR)',
    'Shipping Price + fee (Rp.)',
    'Insurance (Rp.)',
    'No Telp Pembeli',
    'Customer Phone',
    'Tipe Pengiriman (regular, same day, etc)',
    'Jenis Layanan',
    'Gudang Pengiriman',
    'Warehouse Origin',
    'Nama Campaign',
    'Campaign Name',
    'Nama Bundling',
    'Bebas Ongkir',
    'Tipe Bebas Ongkir (Bebas Ongkir, Bebas Ongkir DT)',
    'Total Pengurangan (IDR)',
    'Nama Penawaran Terpakai',
    'Tingkatan Promosi Terpakai',
  ],
  identity: 'number',
  report: 'tokopedia sales',
  dates: 'day first',
}
