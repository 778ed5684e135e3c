import { words } from '../kernel/words.ts'
import type { Cause } from './causes.ts'
import type { Meaning } from './meaning.ts'

const MEANING: Record<'id' | 'en', Record<Meaning, string>> = {
  id: {
    'goods price': 'Harga barang',
    'seller discount': 'Diskon penjual',
    'seller voucher': 'Voucher penjual',
    'seller coins': 'Koin penjual',
    subsidy: 'Subsidi kanal',
    refund: 'Pengembalian dana',
    fee: 'Biaya kanal',
    affiliate: 'Komisi afiliasi',
    shipping: 'Ongkir',
    'return shipping': 'Ongkir retur',
    'tax withheld': 'PPh dipungut',
    compensation: 'Kompensasi',
    ads: 'Iklan',
    adjustment: 'Penyesuaian',
    unknown: 'Belum dipetakan',
  },
  en: {
    'goods price': 'Price of goods',
    'seller discount': 'Seller discount',
    'seller voucher': 'Seller voucher',
    'seller coins': 'Seller coins',
    subsidy: 'Channel subsidy',
    refund: 'Refund',
    fee: 'Channel fee',
    affiliate: 'Affiliate commission',
    shipping: 'Shipping',
    'return shipping': 'Return shipping',
    'tax withheld': 'Tax withheld',
    compensation: 'Compensation',
    ads: 'Ads',
    adjustment: 'Adjustment',
    unknown: 'Not mapped yet',
  },
}

/** What a cause is called beside an amount, and an example of it. */
const CAUSE: Record<'id' | 'en', Record<Cause, { name: string; example: string }>> = {
  id: {
    'fee rate': { name: 'tarif berubah', example: 'Biaya administrasi 8% menjadi 8,5%.' },
    'new fee': { name: 'biaya baru', example: 'Biaya proses pesanan Rp1.250 mulai dikenakan.' },
    programme: { name: 'ikut atau keluar program', example: 'Toko ikut Gratis Ongkir XTRA.' },
    affiliate: { name: 'dijual lewat afiliasi', example: 'Kreator menjual barangnya, komisi 5%.' },
    shipping: { name: 'ongkir berbeda', example: 'Paket ditimbang 1,2 kg, dikira 1 kg.' },
    'seller voucher': { name: 'voucher penjual berbeda', example: 'Pembeli memakai voucher toko Rp10.000.' },
    refund: { name: 'dana dikembalikan', example: 'Rp40.000 dikembalikan tanpa barang.' },
    compensation: { name: 'kompensasi', example: 'Paket hilang diganti Rp230.000.' },
    'tax withheld': { name: 'PPh dipungut', example: 'PPh Pasal 22 dipungut kanal 0,5%.' },
    rounding: { name: 'pembulatan', example: 'Selisih Rp1 karena persen dibulatkan.' },
    adjustment: { name: 'penyesuaian kanal', example: 'Kanal membetulkan pesanan bulan lalu.' },
    unknown: { name: 'belum diketahui', example: 'Nama potongan yang belum dipetakan.' },
  },
  en: {
    'fee rate': { name: 'rate changed', example: 'Commission of 8% became 8.5%.' },
    'new fee': { name: 'new fee', example: 'The order processing fee of Rp1,250 began.' },
    programme: { name: 'programme joined or left', example: 'The shop joined Free Shipping XTRA.' },
    affiliate: { name: 'sold by an affiliate', example: 'A creator sold it for a commission of 5%.' },
    shipping: { name: 'shipping differs', example: 'The parcel weighed 1.2 kg instead of 1 kg.' },
    'seller voucher': { name: 'seller voucher differs', example: 'The buyer used a shop voucher of Rp10,000.' },
    refund: { name: 'refunded', example: 'Rp40,000 given back without goods.' },
    compensation: { name: 'compensation', example: 'A lost parcel was paid for: Rp230,000.' },
    'tax withheld': { name: 'tax withheld', example: 'The channel withheld 0.5% income tax.' },
    rounding: { name: 'rounding', example: 'Rp1 because a percentage was rounded.' },
    adjustment: { name: 'channel adjustment', example: 'The channel corrected an order of last month.' },
    unknown: { name: 'not known', example: 'A fee whose name is not mapped yet.' },
  },
}

export const settlementsWords = words(
  {
    meaning: (meaning: Meaning) => MEANING.id[meaning],
    cause: (cause: Cause) => CAUSE.id[cause].name,
    causeExample: (cause: Cause) => CAUSE.id[cause].example,
  },
  {
    meaning: (meaning) => MEANING.en[meaning],
    cause: (cause) => CAUSE.en[cause].name,
    causeExample: (cause) => CAUSE.en[cause].example,
  },
)
