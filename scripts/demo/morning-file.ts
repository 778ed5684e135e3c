import { anOrderFile } from '../../test/builders/shopee-order-file.ts'

/** Known by hand, so that every figure of the walk can be checked against it. */
export const MORNING = {
  name: 'Order.all.20261122_20261122.xlsx',
  rows: 7,
  orders: 6,
  pieces: 8,
  /** 169.000 + 2 × 149.000 + 129.000 + 79.000 + 159.000 + 189.000 + 119.000 */
  goodsValue: 1_142_000,
  /** The same, less a seller voucher of 10.000 on the first order. */
  buyerPayment: 1_132_000,
  toShip: 4,
  cancelled: 1,
  /** Pieces of mapped orders that wait on the shelf: 169 + 2 × 149, 79, 189. */
  reservedBeforeMapping: 5,
  unknownSku: 'OUTER-SJ-ALLSIZE',
}

/** Six orders of this morning as Shopee would give them, one cancelled, one with a code the shop does not know. */
export const morningFile = (): Uint8Array =>
  anOrderFile()
    .withOrder('261122A1LUNGKW', {
      trackingNumber: 'SPXID061734829151',
      placedAt: '2026-11-22 07:12',
      items: [
        { product: 'Kemeja Lung Ukir Batik Jepara Katun Halus', variation: 'Biru,L', sku: 'KMJ-LUK-L', price: 169_000 },
        {
          product: 'Kemeja Kawung Alit Batik Jepara Katun Halus',
          variation: 'Soga,L',
          sku: 'KMJ-KWA-L',
          price: 149_000,
          pieces: 2,
        },
      ],
      cells: {
        'Voucher Ditanggung Penjual': '10.000',
        'Total Pembayaran': '457.000',
        'Catatan dari Pembeli': 'Tolong bungkus kado, tanpa nota.',
      },
    })
    .withOrder('261122B2KEMBNG', {
      status: 'Batal',
      placedAt: '2026-11-22 07:20',
      items: [
        {
          product: 'Blus Kembang Setaman Batik Jepara Katun Halus',
          variation: 'Merah,L',
          sku: 'BLS-KST-L',
          price: 129_000,
        },
      ],
      cells: { 'Alasan Pembatalan': 'Dibatalkan oleh Pembeli. Alasan: Ubah pesanan' },
    })
    .withOrder('261122C3DASTER', {
      trackingNumber: 'SPXID061734829152',
      placedAt: '2026-11-22 07:31',
      items: [
        { product: 'Daster Mega Biru Batik Jepara Katun Halus', variation: 'Biru,M', sku: 'DST-MGB-M', price: 79_000 },
      ],
    })
    .withOrder('261122D4OUTERX', {
      trackingNumber: 'SPXID061734829153',
      placedAt: '2026-11-22 07:40',
      items: [
        {
          product: 'Outer Sekar Jagad Batik Jepara Semua Ukuran',
          variation: 'Hijau',
          sku: 'OUTER-SJ-ALLSIZE',
          price: 159_000,
        },
      ],
    })
    .withOrder('261122E5KAINMK', {
      trackingNumber: 'SPXID061734829154',
      placedAt: '2026-11-22 07:55',
      items: [
        {
          product: 'Kain Macan Kurung 2 m Batik Jepara Katun Halus',
          variation: 'Krem',
          sku: 'KAI-MCK',
          price: 189_000,
        },
      ],
    })
    .withOrder('261122F6TRUNTM', {
      status: 'Belum Bayar',
      placedAt: '2026-11-22 08:02',
      items: [
        { product: 'Blus Truntum Batik Jepara Katun Halus', variation: 'Nila,L', sku: 'BLS-TRT-L', price: 119_000 },
      ],
      cells: { 'Waktu Pembayaran Dilakukan': '-' },
    })
    .xlsx()
