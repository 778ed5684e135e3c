import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'

export const catalogRefusals = {
  SKU_TAKEN: refusal(z.object({ sku: z.string(), product: z.string() }), {
    id: ({ sku, product }) => `Kode SKU ${sku} sudah dipakai ${product}. Belum ada yang disimpan. Pakai kode lain.`,
    en: ({ sku, product }) => `SKU ${sku} already belongs to ${product}. Nothing was stored. Use another code.`,
  }),
  BARCODE_TAKEN: refusal(z.object({ barcode: z.string(), product: z.string() }), {
    id: ({ barcode, product }) =>
      `Barcode ${barcode} sudah milik ${product}. Belum ada yang disimpan. Scan barcode lain.`,
    en: ({ barcode, product }) =>
      `Barcode ${barcode} already belongs to ${product}. Nothing was stored. Scan another one.`,
  }),
  PRODUCT_NOT_FOUND: refusal(z.object({ id: z.string() }), {
    id: () => 'Produk ini tidak ditemukan. Mungkin sudah diarsipkan di jendela lain. Muat ulang daftarnya.',
    en: () => 'This product was not found. It may have been archived in another window. Reload the list.',
  }),
  VARIANT_HAS_HISTORY: refusal(z.object({ sku: z.string() }), {
    id: ({ sku }) =>
      `SKU ${sku} sudah punya riwayat stok atau pesanan, jadi tidak bisa dihapus. Riwayatnya aman; arsipkan saja.`,
    en: ({ sku }) =>
      `SKU ${sku} already has stock or order history, so it cannot be removed. Its history is safe; archive it instead.`,
  }),
  BUNDLE_IN_BUNDLE: refusal(z.object({ sku: z.string() }), {
    id: ({ sku }) =>
      `${sku} sendiri sebuah Paket Bundling. Isi paket harus barang biasa. Pilih komponennya satu per satu.`,
    en: ({ sku }) => `${sku} is itself a bundle. A bundle holds ordinary goods. Choose the components one by one.`,
  }),
  BUNDLE_HAS_STOCK: refusal(z.object({ sku: z.string() }), {
    id: ({ sku }) =>
      `${sku} sudah punya stok sendiri, jadi tidak bisa dijadikan Paket Bundling. Buat SKU baru untuk paketnya.`,
    en: ({ sku }) =>
      `${sku} already has stock of its own, so it cannot become a bundle. Make a new SKU for the bundle.`,
  }),
  PHOTO_TOO_LARGE: refusal(z.object({ kilobytes: z.number() }), {
    id: ({ kilobytes }) =>
      `Foto berukuran ${kilobytes} kB setelah diperkecil, batasnya 390 kB. Foto lama tetap dipakai. Pilih foto lain.`,
    en: ({ kilobytes }) =>
      `The photo is ${kilobytes} kB after shrinking, the limit is 390 kB. The old photo stays. Choose another one.`,
  }),
  PHOTO_TOO_MANY_PIXELS: refusal(z.object({ width: z.number(), height: z.number() }), {
    id: ({ width, height }) =>
      `Foto ini ${width} × ${height} piksel, batasnya 40 megapiksel. Foto lama tetap dipakai. Pilih foto yang lebih kecil.`,
    en: ({ width, height }) =>
      `This picture has ${width} × ${height} pixels, the limit is 40 megapixels. The old photo stays. Choose a smaller one.`,
  }),
  PHOTO_NOT_READABLE: refusal(z.object({}), {
    id: () => 'Berkas ini bukan foto WebP, JPEG, atau PNG. Foto lama tetap dipakai. Pilih foto lain.',
    en: () => 'This file is not a WebP, JPEG or PNG picture. The old photo stays. Choose another one.',
  }),
  PRODUCT_FILE_ROWS: refusal(
    z.object({
      name: z.string(),
      problems: z.array(z.object({ row: z.number(), column: z.string(), value: z.string(), reason: z.string() })),
    }),
    {
      id: ({ name, problems }) =>
        `${problems.length} sel di ${name} perlu diperbaiki, jadi belum ada yang disimpan. Perbaiki sel yang disebut lalu impor lagi.`,
      en: ({ name, problems }) =>
        `${problems.length} cells of ${name} need mending, so nothing was stored. Mend the cells named and import again.`,
    },
  ),
}
