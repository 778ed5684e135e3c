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
  VERSION_OVERLAPS: refusal(z.object({ name: z.string() }), {
    id: ({ name }) =>
      `Waktunya bertabrakan dengan versi ${name}. Belum ada yang disimpan. Geser mulai atau selesainya.`,
    en: ({ name }) => `Its time overlaps with version ${name}. Nothing was stored. Move its beginning or its end.`,
  }),
  VERSION_TIME_WRONG: refusal(z.object({}), {
    id: () =>
      'Selesainya harus sesudah mulainya, dan belum lewat. Belum ada yang disimpan. Betulkan tanggal dan jamnya.',
    en: () => 'Its end must come after its beginning, and not be past. Nothing was stored. Mend its dates and times.',
  }),
  VERSION_HAS_BEGUN: refusal(z.object({ name: z.string() }), {
    id: ({ name }) =>
      `Versi ${name} sudah mulai, jadi isinya tidak diubah lagi. Yang tampil di kanal tetap. Akhiri dulu, lalu siapkan yang baru.`,
    en: ({ name }) =>
      `Version ${name} has begun, so it cannot change. What the channel shows stays. End it first, then prepare another.`,
  }),
  VERSION_SAYS_NOTHING: refusal(z.object({}), {
    id: () =>
      'Versi ini belum berbeda dari isi yang biasa. Belum ada yang disimpan. Isi judul, deskripsi, atau harganya.',
    en: () =>
      'This version is not other than what is written. Nothing was stored. Fill in its title, description or prices.',
  }),
}
