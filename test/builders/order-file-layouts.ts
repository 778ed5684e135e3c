/** Heading rows of Shopee's order downloads, by their number of columns and the year they were seen. */

const FIRST = ['No. Pesanan', 'Status Pesanan']
const SHIPPING = ['No. Resi', 'Opsi Pengiriman', 'Antar ke counter/ pick-up']
const TIMES = [
  'Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)',
  'Waktu Pengiriman Diatur',
  'Waktu Pesanan Dibuat',
  'Waktu Pembayaran Dilakukan',
]
const PRODUCT = [
  'SKU Induk',
  'Nama Produk',
  'Nomor Referensi SKU',
  'Nama Variasi',
  'Harga Awal',
  'Harga Setelah Diskon',
]
const DISCOUNTS = ['Total Diskon', 'Diskon Dari Penjual', 'Diskon Dari Shopee', 'Berat Produk']
const ORDER = [
  'Jumlah Produk di Pesan',
  'Total Berat',
  'Voucher Ditanggung Penjual',
  'Cashback Koin',
  'Voucher Ditanggung Shopee',
  'Paket Diskon',
  'Paket Diskon (Diskon dari Shopee)',
  'Paket Diskon (Diskon dari Penjual)',
  'Potongan Koin Shopee',
  'Diskon Kartu Kredit',
  'Ongkos Kirim Dibayar oleh Pembeli',
]
const SHIPPING_CUTS = ['Estimasi Potongan Biaya Pengiriman', 'Ongkos Kirim Pengembalian Barang']
const BUYER = [
  'Total Pembayaran',
  'Perkiraan Ongkos Kirim',
  'Catatan dari Pembeli',
  'Catatan',
  'Username (Pembeli)',
  'Nama Penerima',
  'No. Telepon',
  'Alamat Pengiriman',
  'Kota/Kabupaten',
  'Provinsi',
  'Waktu Pesanan Selesai',
]
const REQUEST = 'Status Pembatalan/ Pengembalian'
const REASON = 'Alasan Pembatalan'
const METHOD = 'Metode Pembayaran'
const OLD_SUBTOTAL = 'Total Harga Produk'

const columns2023 = (lead: string[], method: string[]) => [
  ...FIRST,
  ...lead,
  ...SHIPPING,
  ...TIMES,
  ...method,
  ...PRODUCT,
  'Jumlah',
  OLD_SUBTOTAL,
  ...DISCOUNTS,
  ...ORDER,
  ...SHIPPING_CUTS,
  ...BUYER,
]

const columns2025 = (subtotal: string, reason = REASON) => [
  ...FIRST,
  reason,
  REQUEST,
  ...SHIPPING,
  ...TIMES,
  METHOD,
  ...PRODUCT,
  'Jumlah',
  'Returned quantity',
  subtotal,
  ...DISCOUNTS,
  ...ORDER,
  ...SHIPPING_CUTS,
  ...BUYER,
]

const inserted = (headings: string[], after: string, ...added: string[]) =>
  headings.flatMap((heading) => (heading === after ? [heading, ...added] : [heading]))

const without = (headings: string[], dropped: string) => headings.filter((heading) => heading !== dropped)

const columns2020 = [
  ...FIRST,
  REQUEST,
  ...SHIPPING,
  ...TIMES,
  ...PRODUCT,
  'Jumlah',
  OLD_SUBTOTAL,
  ...DISCOUNTS,
  ...ORDER,
  ...BUYER,
]

export const LAYOUTS = {
  '44 columns, 2020': columns2020,
  '45 columns, 2020': inserted(columns2020, 'Status Pesanan', REASON),
  '47 columns, 2023': columns2023([REASON, REQUEST], []),
  '48 columns, 2023': columns2023([REASON, REQUEST], [METHOD]),
  '49 columns with failed deliveries, 2023': columns2023([REASON, REQUEST, 'Failed Deliver Status'], [METHOD]),
  '49 columns, 2025': columns2025(OLD_SUBTOTAL),
  '49 columns, December 2025': columns2025('Subtotal Pesanan'),
  '49 columns, March 2026': columns2025('Dibayar Pembeli'),
  '50 columns, August 2026': inserted(columns2025('Subtotal Pesanan'), 'Waktu Pembayaran Dilakukan', 'Tipe Pesanan'),
  '50 columns, June 2026': inserted(columns2025('Subtotal Pesanan'), 'No. Pesanan', 'Tipe Pesanan'),
  '51 columns, advance fulfilment': inserted(
    without(columns2025('Subtotal Pesanan'), REASON),
    'Status Pesanan',
    'Shipped by Advance Fulfilment',
    'Booking SN',
    'Tipe Pesanan',
  ),
  '51 columns, official shop': inserted(columns2025('Subtotal Pesanan'), 'Total Berat', 'Nama Gudang', 'Tipe Pesanan'),
  '55 columns, failed deliveries': [
    ...columns2025('Subtotal Pesanan', 'Status pengiriman gagal'),
    'Status Klaim',
    'Tanggal Klaim Diajukan',
    'Tanggal Klaim Disetujui',
    'Tanggal Klaim Dicairkan',
    'Tanggal Klaim Ditolak',
    'Jumlah Kompensasi',
  ],
} as const satisfies Record<string, readonly string[]>

export type LayoutName = keyof typeof LAYOUTS

/** Headings of Seller Centre in English, by the Indonesian one; those that its importers on GitHub agree on (seen November 2026). */
export const IN_ENGLISH: Readonly<Record<string, string>> = {
  'No. Pesanan': 'Order ID',
  'Status Pesanan': 'Order Status',
  'Alasan Pembatalan': 'Cancel reason',
  'Status Pembatalan/ Pengembalian': 'Return / Refund Status',
  'No. Resi': 'Tracking Number*',
  'Opsi Pengiriman': 'Shipping Option',
  'Antar ke counter/ pick-up': 'Shipment Method',
  'Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)': 'Estimated Ship Out Date',
  'Waktu Pengiriman Diatur': 'Ship Time',
  'Waktu Pesanan Dibuat': 'Order Creation Date',
  'Waktu Pembayaran Dilakukan': 'Order Paid Time',
  'Metode Pembayaran': 'Payment Method',
  'SKU Induk': 'Parent SKU Reference No.',
  'Nama Produk': 'Product Name',
  'Nomor Referensi SKU': 'SKU Reference No.',
  'Nama Variasi': 'Variation Name',
  'Harga Awal': 'Original Price',
  'Harga Setelah Diskon': 'Deal Price',
  Jumlah: 'Quantity',
  'Subtotal Pesanan': 'Product Subtotal',
  'Total Diskon': 'Total Discount(IDR)',
  'Diskon Dari Penjual': 'Price Discount(from Seller)(IDR)',
  'Diskon Dari Shopee': 'Shopee Rebate(IDR)',
  'Berat Produk': 'SKU Total Weight',
  'Jumlah Produk di Pesan': 'Number of Items in Order',
  'Total Berat': 'Order Total Weight',
  'Voucher Ditanggung Penjual': 'Seller Voucher(IDR)',
  'Cashback Koin': 'Seller Absorbed Coin Cashback',
  'Voucher Ditanggung Shopee': 'Shopee Voucher(IDR)',
  'Paket Diskon': 'Bundle Deals Indicator(Y/N)',
  'Paket Diskon (Diskon dari Shopee)': 'Shopee Bundle Discount(IDR)',
  'Paket Diskon (Diskon dari Penjual)': 'Seller Bundle Discount(IDR)',
  'Potongan Koin Shopee': 'Shopee Coins Offset(IDR)',
  'Diskon Kartu Kredit': 'Credit Card Discount Total(IDR)',
  'Ongkos Kirim Dibayar oleh Pembeli': 'Buyer Paid Shipping Fee',
  'Estimasi Potongan Biaya Pengiriman': 'Shipping Rebate Estimate',
  'Ongkos Kirim Pengembalian Barang': 'Reverse Shipping Fee',
  'Total Pembayaran': 'Grand Total',
  'Perkiraan Ongkos Kirim': 'Estimated Shipping Fee',
  'Catatan dari Pembeli': 'Remark from buyer',
  Catatan: 'Note',
  'Username (Pembeli)': 'Username (Buyer)',
  'Nama Penerima': 'Receiver Name',
  'No. Telepon': 'Phone Number',
  'Alamat Pengiriman': 'Delivery Address',
  'Kota/Kabupaten': 'City',
  Provinsi: 'Province',
  'Waktu Pesanan Selesai': 'Order Complete Time',
}
