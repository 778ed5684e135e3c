import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'
import { counted } from '../kernel/words.ts'

export const listingsRefusals = {
  LISTING_PRODUCT_NOT_FOUND: refusal(z.object({ id: z.string() }), {
    id: () => 'Produk ini tidak ditemukan. Belum ada yang disimpan. Mungkin sudah diarsipkan; muat ulang daftarnya.',
    en: () => 'This product was not found. Nothing was stored. It may have been archived; reload the list.',
  }),
  LISTING_SHOP_NOT_CONNECTED: refusal(z.object({ id: z.string() }), {
    id: () => 'Toko ini tidak tersambung. Belum ada yang disimpan. Sambungkan tokonya dulu di Toko Terhubung.',
    en: () => 'This shop is not connected. Nothing was stored. Connect it first under Connected shops.',
  }),
  LISTING_BREAKS_RULES: refusal(z.object({ breaches: z.number().int() }), {
    id: ({ breaches }) =>
      `Belum dikirim: ${breaches} aturan kanal belum dipenuhi. Yang ditulis aman di sini. Perbaiki yang disebut di bawah, lalu terbitkan lagi.`,
    en: ({ breaches }) =>
      `Not sent: ${counted(String(breaches), 'rule')} of the channel not kept. What is written is safe here. Mend what is named below, then publish again.`,
  }),
}
