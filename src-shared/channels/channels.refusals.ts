import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'

export const channelsRefusals = {
  IMPORT_NOT_FOUND: refusal(z.object({ importId: z.string() }), {
    id: () =>
      'Berkas ini sudah tidak menunggu (lewat 30 menit atau sudah dimasukkan). Belum ada yang berubah. Seret berkasnya sekali lagi.',
    en: () =>
      'This file is no longer waiting (after 30 minutes, or already taken in). Nothing changed. Drop the file once more.',
  }),
  SHOP_NOT_FOUND: refusal(z.object({ shopId: z.string() }), {
    id: () => 'Toko tujuan tidak ditemukan. Belum ada yang disimpan. Pilih toko lain atau buat yang baru.',
    en: () => 'The shop was not found. Nothing was stored. Choose another one or add it.',
  }),
  SHOP_NAME_TAKEN: refusal(z.object({ name: z.string() }), {
    id: ({ name }) => `Sudah ada toko bernama ${name}. Beri nama lain supaya tidak tertukar.`,
    en: ({ name }) => `There is already a shop called ${name}. Use another name so they are not mixed up.`,
  }),
  NOTHING_TO_IMPORT: refusal(z.object({ problems: z.number() }), {
    id: ({ problems }) =>
      `Semua pesanan di berkas ini tertahan ${problems} masalah, jadi tidak ada yang bisa dimasukkan. Perbaiki sel yang disebut lalu seret lagi.`,
    en: ({ problems }) =>
      `Every order of this file is held back by ${problems} problems, so nothing can be imported. Mend the cells named and drop it again.`,
  }),
}
