import { headingKey, normalHeading, plainHeading } from '../reading/heading-names.ts'

/**
 * Amounts that Shopee's income reports of 2023 to 2026 release or hold back, each under every name it has had: headings of the
 * sheets, labels of the summary, titles above details, in both languages. What follows from an amount is not said here.
 */
const AMOUNTS: readonly (readonly [string, ...string[]])[] = [
  ['Harga Asli Produk', 'Harga Produk', 'Original Product Price', 'Product Price'],
  ['Total Diskon Produk', 'Your Seller Product Promotion', 'Seller Product Discount', 'Total Product Discount'],
  ['Jumlah Pengembalian Dana ke Pembeli', 'Refund Amount to Buyer', 'Refund Amount'],
  [
    'Diskon Produk dari Shopee',
    'Product Discount Rebate from Shopee',
    'Rebate Provided by Shopee',
    'Product Discount from Shopee',
  ],
  [
    'Voucher disponsor oleh Penjual',
    'Diskon Voucher Ditanggung Penjual',
    'Voucher Sponsored by Seller',
    'Seller Voucher Discount',
  ],
  [
    'Voucher co-fund disponsor oleh Penjual',
    'Cofund Voucher Sponsored by Seller',
    'Co-fund Voucher Sponsored by Seller',
  ],
  [
    'Cashback Koin disponsori Penjual',
    'Cashback Koin yang Ditanggung Penjual',
    'Coin Cashback Sponsored by Seller',
    'Seller Absorbed Coin Cashback',
  ],
  [
    'Cashback Koin Co-fund disponsori Penjual',
    'Cofund Coin Cashback Sponsored by Seller',
    'Co-fund Coin Cashback Sponsored by Seller',
  ],
  ['Ongkir Dibayar Pembeli', 'Shipping Fee Paid by Buyer', 'Buyer Paid Shipping Fee'],
  [
    'Diskon Ongkir Ditanggung Jasa Kirim',
    'Potongan Ongkos Kirim dari Jasa Kirim',
    'Shipping Fee Discount from Logistic Provider',
    'Shipping Fee Discount From 3PL',
  ],
  ['Gratis Ongkir dari Shopee', 'Shipping Rebate From Shopee', 'Shipping Fee Rebate From Shopee'],
  [
    'Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim',
    'Ongkos Kirim yang Dibayarkan ke Jasa Kirim',
    'Shipping Fee Charged by Logistic Provider',
    'Actual Shipping Fee Charged by Logistic Provider',
    '3rd Party Logistics - Defined Shipping Fee',
  ],
  ['Ongkos Kirim Pengembalian Barang', 'Reverse Shipping Fee'],
  ['Kembali ke Biaya Pengiriman Pengirim', 'Return to Seller Fee', 'Return to Seller Shipping Fee'],
  ['Pengembalian Biaya Kirim', 'Saver Programme Shipping Fee Savings', 'Shipping Fee Refund'],
  ['Biaya Komisi AMS', 'AMS Commission Fee', 'Affiliate Commission Fee'],
  ['AMS Service Fee', 'Biaya Layanan AMS'],
  ['Biaya Administrasi', 'Commission Fee', 'Administration Fee'],
  ['Biaya Layanan', 'Service Fee'],
  ['Biaya Proses Pesanan', 'Order Processing Fee'],
  ['Premi', 'Premium', 'Biaya Lainnya', 'Other Fees', 'Other Fee'],
  ['Biaya Program Hemat Biaya Kirim', 'Saver Programme Fee', 'Shipping Fee Saver Program Fee'],
  ['Biaya Transaksi', 'Transaction Fee'],
  ['Biaya Kartu Kredit', 'Credit Card Fee', 'Credit Card Transaction Fee'],
  ['Biaya Kampanye', 'Campaign Fee'],
  ['Bea Masuk, PPN & PPh', 'Import Duties, VAT & Income Tax', 'Cross Border Tax'],
  [
    'Biaya Isi Saldo Otomatis (dari Penghasilan)',
    'Ads Escrow Top Up Fee',
    'Auto Top Up Fee (from Income)',
    'Auto Top-up Fee',
  ],
  ['FBS Fee', 'Biaya FBS', 'Fulfilled by Shopee Fee'],
  ['PPh 22', 'PPh Pasal 22', 'Income Tax Article 22', 'Withholding Tax'],
]

/** Names that carry what differs from shop to shop, as the letter of a category. */
const AMOUNT_PATTERNS = [
  /^biaya gratis ongkir xtra\b/,
  /^free shipping xtra\b/,
  /^biaya layanan (promo|cashback|gratis ongkir|live|pre-?order)\b/,
  /^penyesuaian penjual\b/,
  /^seller adjustment\b/,
]

/** What a total of the file itself is called; the last money column of a row in all layouts but that of 2026. */
export const TOTALS: readonly string[] = [
  'Total Penghasilan',
  'Total Released Amount',
  'Total Income',
  'Total yang Dilepas',
  'Total Dana yang Dilepas',
]

/** Known headings that say something about a row and are no part of what it releases. */
const NOT_RELEASED: readonly string[] = [
  'No.',
  'Sequence No.',
  'Username (Pembeli)',
  'Username (Buyer)',
  'Waktu Pesanan Dibuat',
  'Order Creation Date',
  'Metode pembayaran pembeli',
  'Buyer Payment Method',
  'Rincian Metode Pembayaran',
  'Buyer Payment Method Details',
  'Rencana Cicilan (jika berlaku)',
  'Installment Plan',
  'Installment Plan (if applicable)',
  'Metode Pelepasan Dana',
  'Release Channel',
  'Tipe Pesanan',
  'Order Type',
  'ID Produk',
  'Product ID',
  'Nama Produk',
  'Product Name',
  'Jumlah Dibayar Pembeli',
  'Buyer Paid Amount',
  'Amount Paid by Buyer',
  'Kode Voucher',
  'Voucher Code',
  'Voucher Code From Seller',
  'Kompensasi',
  'Lost Compensation',
  'Compensation',
  'Promo Gratis Ongkir dari Penjual',
  'Seller Free Shipping Promotion',
  'Shipping Fee Promotion by Seller',
  'Jasa Kirim',
  'Shipping Provider',
  'Nama Kurir',
  'Courier Name',
  'Pengembalian Dana ke Pembeli',
  'Cash refund to buyer amount',
  'Pro-rata Koin yang Ditukarkan untuk Pengembalian Barang',
  'Pro-rated coin offset for return refund Items',
  'Pro-rata Voucher Shopee untuk Pengembalian Barang',
  'Pro-rated Shopee voucher offset for returned items',
  'Pro-rated Bank Payment Channel Promotion for return refund Items',
  'Pro-rated Shopee Payment Channel Promotion for return refund Items',
]

/** Compared without the tax a heading may mention, the currency, a colon or a number before it. */
export const bareName = (heading: string): string =>
  normalHeading(heading)
    .replace(/\s*\((?:termasuk|incl\.?|excl\.?|including|excluding|belum termasuk)[^()]*\)/g, '')
    .replace(/^\d+\.\s*/, '')
    .replace(/\s*:$/, '')
    .trim()

/** The same as it is compared. */
const keyOf = (heading: string): string => headingKey(bareName(heading))

const AMOUNT_BY_NAME: ReadonlyMap<string, string> = new Map(
  AMOUNTS.flatMap((names) => names.map((name) => [keyOf(name), bareName(names[0])] as const)),
)
/** The name as the channel spells it, of a heading that leaves spaces and signs out. */
export function spelledName(heading: string): string {
  const spelled = SPELLING.get(headingKey(heading))
  return spelled === undefined || plainHeading(spelled) === plainHeading(heading) ? heading : spelled
}

const SPELLING: ReadonlyMap<string, string> = new Map(
  AMOUNTS.flatMap((names) => names.map((name) => [headingKey(name), name] as const)),
)
const OTHERS = new Set(NOT_RELEASED.map(keyOf))
const TOTAL_NAMES = new Set(TOTALS.map(keyOf))

/** One word for all names of the same amount; other names stand for themselves. */
export const meaningOf = (name: string): string => AMOUNT_BY_NAME.get(keyOf(name)) ?? bareName(name)

export const isKnownAmount = (heading: string): boolean =>
  AMOUNT_BY_NAME.has(keyOf(heading)) || AMOUNT_PATTERNS.some((pattern) => pattern.test(bareName(heading)))
export const isTotal = (heading: string): boolean => TOTAL_NAMES.has(keyOf(heading))
export const isOther = (heading: string): boolean => OTHERS.has(keyOf(heading))

/** A heading of columns that sum up others: its amount is already counted. */
export const isSubtotal = (heading: string): boolean =>
  !isKnownAmount(heading) &&
  /^(sub ?total\b|total (pendapatan|pengeluaran|biaya|revenue|expenses?|fees?)\b)/.test(bareName(heading))

/** The price of the goods, where the amounts of a row begin. */
export const isGoodsPrice = (heading: string): boolean => meaningOf(heading) === bareName('Harga Asli Produk')
