import type { ShopClass } from '../../../src-shared/settlements/shop-fees.ts'
import type { ShippedRate } from './shipped-rates.ts'

const NOT_MALL: readonly ShopClass[] = ['regular', 'star', 'star plus']

/**
 * Percent of the price after the seller's discounts by Shopee's own categories: in no Mall, then in the Mall. A category whose kinds of
 * goods pay differently stands here with what most of them pay. Null where nobody was found to say it.
 */
const SINCE_2026: Readonly<Record<string, readonly [number | null, number | null]>> = {
  'Aksesoris Fashion': [9, 10.2],
  'Logam Mulia & Perhiasan Berharga': [4.25, 3.2],
  'Fashion Bayi & Anak': [9, 10.2],
  'Fashion Muslim': [8.25, 9.95],
  'Jam Tangan': [9, 10.2],
  'Koper & Tas Travel': [9, 10.2],
  'Pakaian Pria': [8.25, 9.95],
  'Pakaian Wanita': [8.25, 9.95],
  'Sepatu Pria': [9, 10.2],
  'Sepatu Wanita': [9, 10.2],
  'Tas Pria': [9, 10.2],
  'Tas Wanita': [9, 10.2],
  'Ibu & Bayi': [8.25, null],
  'Susu Formula & Makanan Bayi': [6.75, null],
  Kesehatan: [9, null],
  'Makanan Ringan': [10, null],
  'Makanan & Minuman': [9.5, 10.2],
  'Bahan Pokok & Kebutuhan Memasak': [6.75, 6.2],
  'Perawatan & Kecantikan': [8.25, 9.95],
  Audio: [9, 7.2],
  Elektronik: [9, 7.2],
  'Aksesoris Komputer': [6.75, 7.2],
  'Komputer & Laptop': [5.25, 4.2],
  Kamera: [6.5, null],
  'Buku & Alat Tulis': [9, 7.2],
  'Buku & Majalah': [9, 7.2],
  'Hewan Peliharaan': [9.5, 7.7],
  'Hobi & Koleksi': [9.5, 7.7],
  'Olahraga & Outdoor': [10, 11.7],
  'Perlengkapan Rumah': [10, 11.7],
  'Sepeda Motor': [8.25, 10.45],
}

const SOURCE_2026 =
  'Biaya per kategori Shopee 2026 (Pusat Edukasi Penjual, artikel 15965), dikutip Shopee-Profit-Calculator di GitHub; rentangnya di katadata.co.id, 9 Desember 2025'

const administration = (
  from: string,
  classes: readonly ShopClass[],
  category: string,
  percent: number,
  source: string,
): ShippedRate => ({
  channel: 'shopee',
  classes,
  category,
  programme: null,
  name: 'Biaya Administrasi',
  from,
  reckoning: { kind: 'share', basisPoints: Math.round(percent * 100), most: null },
  source,
})

const OF_2023 = 'Biaya administrasi, kategori A, tribunnews.com, 5 November 2023'
const OF_2025 =
  'Biaya administrasi kategori A, ordal.co.id (tidak dalam Mall) dan penghitung biaya di GitHub (Mall), 2025'

const programme = (name: string, level: string, feeName: string, from: string, percent: number, most: number) => ({
  channel: 'shopee' as const,
  classes: null,
  category: '',
  programme: { name, level },
  name: feeName,
  from,
  reckoning: { kind: 'share' as const, basisPoints: Math.round(percent * 100), most },
  source:
    name === 'Promo XTRA'
      ? 'Promo XTRA, dikutip Shopee-Profit-Calculator di GitHub, 2026'
      : 'Gratis Ongkir XTRA ukuran biasa sejak 2 Mei 2026 (Pusat Edukasi Penjual, artikel 7216), dikutip Shopee-Profit-Calculator di GitHub',
})

/** Gratis Ongkir XTRA of goods of usual size: the level is the letter in the income file, "Ukuran Biasa (Kategori F)". */
const FREE_SHIPPING = { A: 1, B: 2, C: 3.5, D: 5.5, E: 6, F: 6.5, G: 7.5, H: 8 }

export const SHOPEE_TARIFF: readonly ShippedRate[] = [
  {
    channel: 'shopee',
    classes: null,
    category: '',
    programme: null,
    name: 'Biaya Proses Pesanan',
    from: '2025-07-20',
    reckoning: { kind: 'per order', amount: 1_250 },
    source: 'Biaya proses pesanan Shopee, pwijatim.or.id, 3 Juli 2025',
  },
  // the day the page was read, not the day it began: Shopee's own pages keep no former rates
  administration('2023-11-05', ['regular'], '', 4, OF_2023),
  administration('2023-11-05', ['star', 'star plus'], '', 4.7, OF_2023),
  administration('2023-11-05', ['mall'], '', 6.5, OF_2023),
  administration('2025-01-01', NOT_MALL, '', 8, OF_2025),
  administration('2025-01-01', ['mall'], '', 10.2, OF_2025),
  // of who did not say what they sell: clothes and care, where most small shops are
  administration('2026-01-01', NOT_MALL, '', 8.25, SOURCE_2026),
  administration('2026-01-01', ['mall'], '', 9.95, SOURCE_2026),
  ...Object.entries(SINCE_2026).flatMap(([category, [notMall, mall]]) => [
    ...(notMall === null ? [] : [administration('2026-01-01', NOT_MALL, category, notMall, SOURCE_2026)]),
    ...(mall === null ? [] : [administration('2026-01-01', ['mall'], category, mall, SOURCE_2026)]),
  ]),
  ...Object.entries(FREE_SHIPPING).map(([letter, percent]) =>
    programme(
      'Gratis Ongkir XTRA',
      `Kategori ${letter}`,
      `Biaya Gratis Ongkir XTRA - Ukuran Biasa (Kategori ${letter})`,
      '2026-05-02',
      percent,
      40_000,
    ),
  ),
  programme('Promo XTRA', 'Promo XTRA', 'Biaya Layanan Promo XTRA', '2025-01-01', 4.5, 60_000),
  programme('Promo XTRA', 'Promo XTRA+', 'Biaya Layanan Promo XTRA+', '2026-01-01', 6.5, 80_000),
]
