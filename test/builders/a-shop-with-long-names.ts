import type { Client } from '../../src-main/cli/shop.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aFile } from './a-file.ts'
import { aPurchase } from './a-purchase.ts'
import { anOrderFile } from './shopee-order-file.ts'

const COLOURS = ['Abu Tua', 'Putih', 'Navy', 'Hitam', 'Army', 'Cream', 'Maroon', 'Mustard', 'Dusty Pink', 'Sage Green']
const MORE_COLOURS = ['Biru Dongker', 'Cokelat Susu']
const SIZES = ['S', 'M', 'L', 'XL', 'XXL', '3XL']
const NAMES = [
  'Kemeja Tactical Pria Lengan Panjang M-TAC Bahan Ripstop Premium Outdoor Lapangan Dinas Harian',
  'Kemeja Tactical Pria Lengan Pendek M-TAC Bahan Ripstop Premium Outdoor Lapangan Dinas Harian',
  'Celana Cargo Panjang Pria Slim Fit Stretch Banyak Saku Bahan Twill Tebal Adem Original Murah',
]

const pick = <Each>(list: readonly Each[], index: number): Each => list[index % list.length]!

/**
 * What a real shop is like: names of ninety letters that differ at their end, twelve colours, no bar codes, large amounts, one file
 * with orders of every stage; mapped, with stock and cost, bought goods and cash records.
 */
export async function fillWithLongNames(client: Client): Promise<void> {
  await client.settings.setUp({
    businessName: 'Toko Perlengkapan Lapangan Sumber Rejeki Abadi Makmur',
    city: 'Kabupaten Tangerang Selatan',
    ownerName: 'Nurul Kusumawardhani',
    zone: 'WIB',
    startDay: '2026-11-01',
    keepsHousehold: true,
    partnerName: 'Bambang',
  })
  const file = anOrderFile()
  for (let index = 0; index < 60; index++) {
    const day = String(2 + (index % 20)).padStart(2, '0')
    const number = `2611${day}${String(index).padStart(8, '0')}`
    const status = pick(
      ['Perlu Dikirim', 'Perlu Dikirim', 'Sedang Dikirim', 'Selesai', 'Selesai', 'Batal', 'Telah Dikirim'],
      index,
    )
    file.withOrder(number, {
      status,
      trackingNumber: index % 7 === 1 ? '' : `SPXID39229861${String(index).padStart(4, '0')}`,
      items: Array.from({ length: 1 + (index % 3) }, (_, line) => ({
        product: pick(NAMES, index + line),
        variation: `${pick([...COLOURS, ...MORE_COLOURS], index * 5 + line)},${pick(SIZES, index + line)}`,
        sku: '',
        price: 189_000 + 1_000 * (index % 9),
        pieces: 1 + (index % 4) * 3,
      })),
      cells: {
        'Nama Penerima': 'Siti Nurhaliza Kusumawardhani Putri Rahmadani',
        'Username (Pembeli)': 'siti.nurhaliza.kusumawardhani88',
        ...(status === 'Perlu Dikirim' ? {} : { 'Waktu Pengiriman Diatur': `2026-11-${day} 12:00` }),
        ...(status === 'Selesai' ? { 'Waktu Pesanan Selesai': `2026-11-${day} 20:00` } : {}),
        ...(index % 6 === 0 ? { 'Metode Pembayaran': 'COD (Bayar di Tempat)' } : {}),
      },
    })
  }
  const shopId = newId()
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Sumber Rejeki Abadi Official Store' })
  const { importId } = await client.channels.files.stage({
    file: aFile('Order.all.20261101_20261122-unduhan-kedua-sumber-rejeki.csv', file.csv()),
  })
  for await (const news of await client.channels.files.confirm({ importId, shopId }))
    if (news.type === 'stopped') throw new Error('nobody stopped it')
  const { rows } = await client.catalog.listings.list({ limit: 500 })
  // some stay unmapped, so that Pemetaan has something to show
  await client.catalog.listings.createProducts({ listingIds: rows.slice(8).map(({ id }) => id) })
  const { rows: skus } = await client.inventory.opening.list({ limit: 500 })
  await client.inventory.opening.save({
    isMeant: true,
    lines: skus.slice(0, -5).map(({ variantId }, index) => ({
      variantId,
      pieces: index % 9 === 0 ? 1 : 1_480 + index,
      unitCost: 106_775 + index,
    })),
  })
  await client.purchasing.receive(
    aPurchase(
      skus.slice(-4).map(({ variantId }) => ({ variantId, pieces: 1_250, price: 106_775 })),
      { supplierName: 'PT Konveksi Maju Jaya Sentosa Abadi Bandung Selatan', isMeant: true },
    ),
  )
}
