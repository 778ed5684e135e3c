import type { ShopClass } from '../../../src-shared/settlements/shop-fees.ts'
import type { ShippedRate } from './shipped-rates.ts'

const NOT_MALL: readonly ShopClass[] = ['regular', 'star', 'star plus']

const commission = (
  from: string,
  classes: readonly ShopClass[] | null,
  category: string,
  percent: number,
  source: string,
): ShippedRate => ({
  channel: 'tiktok',
  classes,
  category,
  programme: null,
  name: 'Biaya komisi platform',
  from,
  reckoning: { kind: 'share', basisPoints: Math.round(percent * 100), most: null },
  source,
})

const OF_FEBRUARY = 'Biaya Komisi Platform, seller-id.tokopedia.com, 11 Februari 2026'
const OF_SEPTEMBER_2024 = 'Biaya layanan per kategori, tempo.co, 3 September 2024'
const MALL_2025 = 'Tarif tertinggi kategori untuk penjual Mall, katadata.co.id, 25 September 2025'

/** Dynamic commission differs by cluster; a shop finds its own in Seller Center. */
const DYNAMIC = [4, 5, 6]

export const TIKTOK_TARIFF: readonly ShippedRate[] = [
  {
    channel: 'tiktok',
    classes: null,
    category: '',
    programme: null,
    name: 'Biaya pemrosesan pesanan',
    from: '2025-08-11',
    reckoning: { kind: 'per order', amount: 1_250 },
    source: 'Biaya pemrosesan pesanan Tokopedia dan TikTok Shop, katadata.co.id, Agustus 2025',
  },
  {
    channel: 'tiktok',
    classes: ['mall'],
    category: '',
    programme: null,
    name: 'Biaya layanan Mall',
    from: '2025-07-30',
    reckoning: { kind: 'share', basisPoints: 180, most: 50_000 },
    source: 'Introduction to Seller Fees, seller-id.tokopedia.com, 30 Juli 2025',
  },
  commission('2024-09-16', NOT_MALL, '', 8, `${OF_SEPTEMBER_2024} (10,00% dengan diskon 20%)`),
  commission('2024-09-16', NOT_MALL, 'Fashion atau FMCG bertarif rendah', 4.25, OF_SEPTEMBER_2024),
  commission('2024-09-16', NOT_MALL, 'Gaya hidup bertarif rendah', 2.5, OF_SEPTEMBER_2024),
  commission('2024-09-16', NOT_MALL, 'Kategori 7,5%', 7.5, OF_SEPTEMBER_2024),
  commission('2026-02-13', null, 'Kategori di luar tabel TikTok', 6.97, OF_FEBRUARY),
  commission('2025-10-01', ['mall'], '', 10.2, MALL_2025),
  commission('2025-10-01', ['mall'], 'FMCG', 9.7, MALL_2025),
  ...DYNAMIC.map((percent) => ({
    channel: 'tiktok' as const,
    classes: null,
    category: '',
    programme: { name: 'Komisi dinamis', level: `${percent}%` },
    name: 'Komisi dinamis',
    from: '2025-06-10',
    reckoning: { kind: 'share' as const, basisPoints: percent * 100, most: 40_000 },
    source: 'Introduction to Seller Fees, seller-id.tokopedia.com, 30 Juli 2025; besarnya 4–6%, rekapcepat.id, 2026',
  })),
]
