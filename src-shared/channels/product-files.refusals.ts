import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'
import type { ProductFileKind } from './product-file.ts'
import { ProductFileKind as Kind } from './product-file.ts'

const KINDS: Record<'id' | 'en', Record<ProductFileKind, string>> = {
  id: { sales: 'harga dan stok', basics: 'nama dan keterangan', shipping: 'berat dan ongkir', media: 'foto dan video' },
  en: {
    sales: 'prices and stock',
    basics: 'names and texts',
    shipping: 'weights and shipping',
    media: 'pictures and videos',
  },
}

export const productFileRefusals = {
  NOT_A_PRODUCT_FILE: refusal(z.object({ name: z.string() }), {
    id: ({ name }) =>
      `${name} bukan berkas ubah massal produk. Tidak ada yang berubah. Unduh dari Seller Centre: Produk, Ubah Massal, Info Penjualan (Shopee) atau Edit massal (TikTok Shop).`,
    en: ({ name }) =>
      `${name} is no mass update of products. Nothing changed. Download it from Seller Centre: Products, Mass Update, Sales Information (Shopee) or Batch edit (TikTok Shop).`,
  }),
  PRODUCT_FILE_TELLS_NOTHING: refusal(z.object({ name: z.string(), kind: Kind }), {
    id: ({ name, kind }) =>
      `${name} berisi ${KINDS.id[kind]} produk, yang tidak diperlukan di sini. Tidak ada yang berubah. Pakai berkas ${KINDS.id.sales}.`,
    en: ({ name, kind }) =>
      `${name} holds ${KINDS.en[kind]} of products, which are not needed here. Nothing changed. Use the file of ${KINDS.en.sales}.`,
  }),
}
