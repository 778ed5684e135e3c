import type { MoneyKind } from '../../../../../src-shared/orders/order.ts'
import type { MoneyColumns } from '../../../spreadsheet/money/number-style.ts'
import type { ColumnTable } from '../reading/column-table.ts'

/**
 * Every column we read, with its headings: the Indonesian one of today first, then older and English ones. Shopee
 * moves, adds and renames columns every few months (44 of them in 2019, 50 in 2026, 55 for failed deliveries), so a
 * column is found by its heading alone.
 */
const HEADINGS = {
  number: ['No. Pesanan', 'Order ID', 'Order No.'],
  status: ['Status Pesanan', 'Order Status'],
  cancelReason: ['Alasan Pembatalan', 'Cancel reason', 'Cancellation Reason'],
  request: ['Status Pembatalan/ Pengembalian', 'Return / Refund Status', 'Cancellation / Return Status'],
  failedDelivery: ['Status pengiriman gagal', 'Failed Deliver Status', 'Failed Delivery Status'],
  trackingNumber: ['No. Resi', 'Tracking Number'],
  shippingOption: ['Opsi Pengiriman', 'Shipping Option'],
  dropOff: ['Antar ke counter/ pick-up', 'Shipment Method'],
  shipBy: ['Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)', 'Estimated Ship Out Date'],
  arrangedAt: ['Waktu Pengiriman Diatur', 'Ship Time'],
  placedAt: ['Waktu Pesanan Dibuat', 'Order Creation Date'],
  paidAt: ['Waktu Pembayaran Dilakukan', 'Order Paid Time'],
  paymentMethod: ['Metode Pembayaran', 'Payment Method', 'Payment Method Details'],
  parentSku: ['SKU Induk', 'Parent SKU Reference No.'],
  productName: ['Nama Produk', 'Product Name'],
  sku: ['Nomor Referensi SKU', 'SKU Reference No.'],
  variationName: ['Nama Variasi', 'Variation Name'],
  listPrice: ['Harga Awal', 'Original Price'],
  price: ['Harga Setelah Diskon', 'Deal Price'],
  pieces: ['Jumlah', 'Quantity'],
  returnedPieces: ['Returned quantity', 'Jumlah Dikembalikan'],
  subtotal: [
    'Subtotal Pesanan',
    'Total Harga Produk',
    'Dibayar Pembeli',
    'Product Subtotal',
    "Products' Price Paid by Buyer",
  ],
  totalDiscount: ['Total Diskon', 'Total Discount'],
  sellerDiscount: ['Diskon Dari Penjual', 'Price Discount(from Seller)', 'Seller Discount'],
  channelDiscount: ['Diskon Dari Shopee', 'Shopee Rebate', 'Shopee Discount'],
  weight: ['Berat Produk', 'SKU Total Weight'],
  piecesInOrder: ['Jumlah Produk di Pesan', 'No of product in order', 'Number of Items in Order'],
  sellerVoucher: ['Voucher Ditanggung Penjual', 'Seller Voucher'],
  sellerCoins: ['Cashback Koin', 'Seller Absorbed Coin Cashback', 'Coin Cashback Voucher Amount Sponsored by Seller'],
  channelVoucher: ['Voucher Ditanggung Shopee', 'Shopee Voucher'],
  channelBundleDiscount: ['Paket Diskon (Diskon dari Shopee)', 'Shopee Bundle Discount'],
  sellerBundleDiscount: ['Paket Diskon (Diskon dari Penjual)', 'Seller Bundle Discount'],
  channelCoins: ['Potongan Koin Shopee', 'Shopee Coins Offset'],
  cardDiscount: ['Diskon Kartu Kredit', 'Credit Card Discount Total'],
  shippingPaid: ['Ongkos Kirim Dibayar oleh Pembeli', 'Buyer Paid Shipping Fee'],
  shippingSubsidy: ['Estimasi Potongan Biaya Pengiriman', 'Shipping Rebate Estimate'],
  returnShipping: ['Ongkos Kirim Pengembalian Barang', 'Reverse Shipping Fee'],
  buyerPayment: ['Total Pembayaran', 'Grand Total', 'Total Payment', 'Total Buyer Payment', 'Total Amount'],
  shippingEstimate: ['Perkiraan Ongkos Kirim', 'Estimated Shipping Fee'],
  buyerNote: ['Catatan dari Pembeli', 'Remark from buyer'],
  sellerNote: ['Catatan', 'Note'],
  username: ['Username (Pembeli)', 'Username (Buyer)'],
  recipientName: ['Nama Penerima', 'Receiver Name'],
  phone: ['No. Telepon', 'Phone Number'],
  address: ['Alamat Pengiriman', 'Delivery Address'],
  city: ['Kota/Kabupaten', 'City'],
  province: ['Provinsi', 'Province'],
  completedAt: ['Waktu Pesanan Selesai', 'Order Complete Time'],
} satisfies Record<string, [string, ...string[]]>

export type Field = keyof typeof HEADINGS

/**
 * Without one of these an order cannot be counted truly, so the whole file is refused. The buyer's payment is among
 * them because every layout since 2019 has it, and a total of zero in its place would be a lie.
 */
const REQUIRED: readonly Field[] = ['number', 'status', 'productName', 'pieces', 'price', 'buyerPayment']

/** In every layout since 2019: a file without one was changed by hand, or Shopee renamed it. */
const EXPECTED: readonly Field[] = [
  ...REQUIRED,
  'placedAt',
  'paidAt',
  'listPrice',
  'sellerDiscount',
  'channelDiscount',
  'sellerVoucher',
  'sellerCoins',
  'channelVoucher',
  'channelBundleDiscount',
  'sellerBundleDiscount',
  'channelCoins',
  'cardDiscount',
  'shippingPaid',
]

/** What effects are made of. The other amounts of an order are kept and shown, and no book depends on them. */
const NEEDED: readonly Field[] = [
  ...REQUIRED,
  'request',
  'failedDelivery',
  'arrangedAt',
  'placedAt',
  'paidAt',
  'completedAt',
  'parentSku',
  'sku',
  'variationName',
  'listPrice',
  'returnedPieces',
  'channelDiscount',
  'sellerVoucher',
  'sellerCoins',
  'sellerBundleDiscount',
]

const PRICES: readonly Field[] = ['listPrice', 'price', 'subtotal', 'buyerPayment']

const MONEY_COLUMNS: MoneyColumns<Field> = {
  prices: PRICES,
  summed: [...PRICES, 'totalDiscount', 'sellerDiscount', 'channelDiscount'],
  unmarked: ['channelCoins'],
}

/** Known headings that tell nothing the books or the packer need. */
const UNUSED: readonly string[] = [
  'Tipe Pesanan',
  'Order Type',
  'Total Berat',
  'Order Total Weight',
  'Paket Diskon',
  'Bundle Deal Indicator',
  'Bundle Deals Indicator(Y/N)',
  'Nama Gudang',
  'Warehouse Name',
  'Shipped by Advance Fulfilment',
  'Booking SN',
  'Hot Listing',
  'Total Amount',
  'Town',
  'District',
  'Country',
  'Zip Code',
  'Status Klaim',
  'Tanggal Klaim Diajukan',
  'Tanggal Klaim Disetujui',
  'Tanggal Klaim Dicairkan',
  'Tanggal Klaim Ditolak',
  'Jumlah Kompensasi',
]

export const COLUMNS: ColumnTable<Field> = {
  headings: HEADINGS,
  required: REQUIRED,
  expected: EXPECTED,
  needed: NEEDED,
  money: MONEY_COLUMNS,
  unused: UNUSED,
  identity: 'number',
  dates: 'day first if proven',
}

export type OrderMoneyField =
  | 'sellerVoucher'
  | 'sellerCoins'
  | 'channelVoucher'
  | 'channelBundleDiscount'
  | 'sellerBundleDiscount'
  | 'channelCoins'
  | 'cardDiscount'
  | 'shippingPaid'
  | 'shippingSubsidy'
  | 'returnShipping'
  | 'shippingEstimate'

/** Amounts of the order as a whole, repeated on each of its rows, and what they mean for the books. */
export const ORDER_MONEY: Record<OrderMoneyField, MoneyKind> = {
  sellerVoucher: 'seller voucher',
  sellerCoins: 'seller coins',
  channelVoucher: 'channel voucher',
  channelBundleDiscount: 'channel discount',
  sellerBundleDiscount: 'seller discount',
  channelCoins: 'channel coins',
  cardDiscount: 'payment promotion',
  shippingPaid: 'shipping paid by buyer',
  shippingSubsidy: 'shipping subsidy',
  returnShipping: 'return shipping',
  shippingEstimate: 'shipping estimate',
}
export const ORDER_MONEY_FIELDS = Object.keys(ORDER_MONEY) as OrderMoneyField[]
