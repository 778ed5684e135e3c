import type { MoneyKind } from '../../../../../src-shared/orders/order.ts'
import type { MoneyColumns } from '../../../spreadsheet/money/number-style.ts'
import type { ColumnTable } from '../reading/column-table.ts'

/**
 * Columns of TikTok Shop's order list `OrderSKUList`, 60 to 63 of them, in English whatever the language of the seller's
 * screen. Indonesian headings stand beside them for the day on which they are translated like the statuses are.
 */
const HEADINGS = {
  number: ['Order ID', 'ID Pesanan'],
  status: ['Order Status', 'Status Pesanan'],
  substatus: ['Order Substatus', 'Substatus Pesanan'],
  request: ['Cancelation/Return Type', 'Cancellation/Return Type', 'Jenis Pembatalan/Pengembalian'],
  modelId: ['SKU ID', 'ID SKU'],
  sku: ['Seller SKU', 'SKU Penjual'],
  productName: ['Product Name', 'Nama Produk'],
  variationName: ['Variation', 'Variasi'],
  pieces: ['Quantity', 'Jumlah', 'Kuantitas'],
  returnedPieces: ['Sku Quantity of return', 'Jumlah SKU yang Dikembalikan'],
  listPrice: ['SKU Unit Original Price', 'Harga Awal Satuan SKU'],
  subtotalBefore: ['SKU Subtotal Before Discount', 'Subtotal SKU Sebelum Diskon'],
  channelDiscount: ['SKU Platform Discount', 'Diskon Platform SKU'],
  sellerDiscount: ['SKU Seller Discount', 'Diskon Penjual SKU'],
  subtotalAfter: ['SKU Subtotal After Discount', 'Subtotal SKU Setelah Diskon'],
  shippingPaid: ['Shipping Fee After Discount', 'Ongkir Setelah Diskon'],
  shippingBefore: ['Original Shipping Fee', 'Ongkir Awal'],
  shippingSellerDiscount: ['Shipping Fee Seller Discount', 'Diskon Ongkir dari Penjual'],
  shippingChannelDiscount: ['Shipping Fee Platform Discount', 'Diskon Ongkir dari Platform'],
  distanceShipping: ['Distance Shipping Fee'],
  distanceFee: ['Distance Fee'],
  refund: ['Order Refund Amount', 'Jumlah Pengembalian Dana Pesanan'],
  paymentDiscount: ['Payment platform discount', 'Diskon platform pembayaran'],
  buyerServiceFee: ['Buyer Service Fee', 'Biaya Layanan Pembeli'],
  handlingFee: ['Handling Fee', 'Biaya Penanganan'],
  shippingInsurance: ['Shipping Insurance', 'Asuransi Pengiriman'],
  itemInsurance: ['Item Insurance', 'Asuransi Produk'],
  buyerPayment: ['Order Amount', 'Jumlah Pesanan'],
  placedAt: ['Created Time', 'Waktu Dibuat'],
  paidAt: ['Paid Time', 'Waktu Dibayar'],
  arrangedAt: ['RTS Time', 'Waktu RTS'],
  shippedAt: ['Shipped Time', 'Waktu Dikirim'],
  deliveredAt: ['Delivered Time', 'Waktu Terkirim'],
  cancelledAt: ['Cancelled Time', 'Canceled Time', 'Waktu Dibatalkan'],
  cancelledBy: ['Cancel By', 'Dibatalkan Oleh'],
  cancelReason: ['Cancel Reason', 'Alasan Pembatalan'],
  trackingNumber: ['Tracking ID', 'ID Pelacakan'],
  deliveryOption: ['Delivery Option', 'Opsi Pengiriman'],
  courier: ['Shipping Provider Name', 'Nama Penyedia Pengiriman'],
  buyerNote: ['Buyer Message', 'Pesan Pembeli'],
  username: ['Buyer Username', 'Username Pembeli'],
  recipientName: ['Recipient', 'Penerima'],
  phone: ['Phone #', 'No. Telepon'],
  province: ['Province', 'Provinsi'],
  city: ['Regency and City', 'Kabupaten dan Kota'],
  district: ['Districts', 'Kecamatan'],
  village: ['Villages', 'Kelurahan'],
  address: ['Detail Address', 'Alamat Lengkap'],
  addressNote: ['Additional address information', 'Informasi alamat tambahan'],
  paymentMethod: ['Payment Method', 'Metode Pembayaran'],
  weight: ['Weight(kg)', 'Berat(kg)'],
  parcel: ['Package ID', 'ID Paket'],
  shopFront: ['Purchase Channel', 'Channel Pembelian'],
  sellerNote: ['Seller Note', 'Catatan Penjual'],
} satisfies Record<string, [string, ...string[]]>

export type Field = keyof typeof HEADINGS

/** Without one of these an order cannot be counted truly. The substatus tells this list from Shopee's English one. */
const REQUIRED: readonly Field[] = [
  'number',
  'status',
  'substatus',
  'productName',
  'pieces',
  'listPrice',
  'channelDiscount',
  'sellerDiscount',
  'buyerPayment',
]

const EXPECTED: readonly Field[] = [
  ...REQUIRED,
  'request',
  'modelId',
  'sku',
  'variationName',
  'returnedPieces',
  'subtotalBefore',
  'subtotalAfter',
  'shippingPaid',
  'placedAt',
  'paidAt',
  'arrangedAt',
  'shippedAt',
  'deliveredAt',
  'cancelledAt',
]

const NEEDED: readonly Field[] = [
  ...EXPECTED.filter((field) => !['modelId', 'shippingPaid', 'arrangedAt'].includes(field)),
]

const PRICES: readonly Field[] = ['listPrice', 'subtotalBefore', 'subtotalAfter', 'buyerPayment']

const MONEY_COLUMNS: MoneyColumns<Field> = {
  prices: PRICES,
  summed: [...PRICES, 'channelDiscount', 'sellerDiscount'],
  // bare digits of a few hundred, far below any thousand of their own
  unmarked: ['buyerServiceFee', 'handlingFee', 'shippingInsurance', 'itemInsurance', 'paymentDiscount'],
}

/** Known headings that tell nothing the books or the packer need. */
const UNUSED: readonly string[] = [
  'Normal or Pre-order',
  'Fulfillment Type',
  'Warehouse Name',
  'Zipcode',
  'Country',
  'Product Category',
  'Checked Status',
  'Checked Marked by',
  'Tokopedia Invoice Number',
]

export const COLUMNS: ColumnTable<Field> = {
  headings: HEADINGS,
  required: REQUIRED,
  expected: EXPECTED,
  needed: NEEDED,
  money: MONEY_COLUMNS,
  unused: UNUSED,
  identity: 'number',
  report: 'tiktok orders',
  dates: 'day first',
}

export type OrderMoneyField =
  | 'shippingPaid'
  | 'shippingBefore'
  | 'shippingSellerDiscount'
  | 'shippingChannelDiscount'
  | 'distanceShipping'
  | 'distanceFee'
  | 'handlingFee'

/**
 * Amounts of the order as a whole, repeated on each of its rows. What the seller gives towards shipping is no cut of the
 * sale: it comes back in the settlement as a cost of shipping, once.
 */
export const ORDER_MONEY: Record<OrderMoneyField, MoneyKind> = {
  shippingPaid: 'shipping paid by buyer',
  shippingBefore: 'shipping estimate',
  shippingSellerDiscount: 'other',
  shippingChannelDiscount: 'shipping subsidy',
  distanceShipping: 'other',
  distanceFee: 'other',
  handlingFee: 'other',
}
export const ORDER_MONEY_FIELDS = Object.keys(ORDER_MONEY) as OrderMoneyField[]

export type LineMoneyField = 'refund' | 'paymentDiscount' | 'buyerServiceFee' | 'shippingInsurance' | 'itemInsurance'

/**
 * Amounts of the order that the list hands out to its rows: in all 36 orders of several rows of two downloads (June 2025,
 * March 2026) their sum, and not one of them, makes `Order Amount` come out.
 */
export const LINE_MONEY: Record<LineMoneyField, MoneyKind> = {
  refund: 'other',
  paymentDiscount: 'payment promotion',
  buyerServiceFee: 'other',
  shippingInsurance: 'other',
  itemInsurance: 'other',
}
export const LINE_MONEY_FIELDS = Object.keys(LINE_MONEY) as LineMoneyField[]
