import type { FeeRate } from '../../../src-shared/settlements/fee-rate.ts'

type Shipped = Omit<FeeRate, 'shopId' | 'category'>

/**
 * What sellers of no special class pay today. Channels change these several times a year and by category, so they are where
 * an estimate begins: the owner's own rates, and what is learned from the shop's settlements, come before them. Programmes that a
 * shop joins by itself (free shipping, cashback, affiliates) are not in here: nobody knows which it joined.
 */
export const SHIPPED_RATES: readonly Shipped[] = [
  {
    channel: 'shopee',
    name: 'Biaya Proses Pesanan',
    from: '2025-07-20',
    reckoning: { kind: 'per order', amount: 1_250 },
    source: 'Biaya proses pesanan Shopee, pwijatim.or.id, 3 Juli 2025',
  },
  {
    channel: 'shopee',
    name: 'Biaya Administrasi',
    from: '2025-01-01',
    reckoning: { kind: 'share', basisPoints: 800, most: null },
    source: 'Biaya administrasi penjual non-Star kategori A (8,0%), ordal.co.id, 2025',
  },
  {
    channel: 'tiktok',
    name: 'Biaya pemrosesan pesanan',
    from: '2025-08-11',
    reckoning: { kind: 'per order', amount: 1_250 },
    source: 'Biaya pemrosesan pesanan Tokopedia dan TikTok Shop, katadata.co.id, Agustus 2025',
  },
  {
    channel: 'tiktok',
    name: 'Biaya komisi platform',
    from: '2025-10-01',
    reckoning: { kind: 'share', basisPoints: 800, most: null },
    source: 'Biaya Komisi Platform (10,00% dengan diskon 20%), seller-id.tokopedia.com, 11 Februari 2026',
  },
]
