import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'

export const settlementsRefusals = {
  FEE_RULE_NOT_FOUND: refusal(z.object({ id: z.string() }), {
    id: () => 'Aturan ini tidak ditemukan, mungkin sudah dibatalkan. Pembukuan tidak berubah. Muat ulang daftarnya.',
    en: () => 'This rule was not found; it may have been taken back. The books are as they were. Reload the list.',
  }),
  FEE_RATE_NOT_FOUND: refusal(z.object({ id: z.string() }), {
    id: () => 'Tarif ini tidak ditemukan, mungkin sudah dibatalkan. Perkiraan tidak berubah. Muat ulang daftarnya.',
    en: () => 'This rate was not found; it may have been taken back. Estimates are as they were. Reload the list.',
  }),
  FEE_RATE_OF_ANOTHER_SHOP: refusal(z.object({}), {
    id: () => 'Toko ini bukan toko kanal itu. Tarif belum disimpan. Pilih toko dari kanal yang sama, atau semua toko.',
    en: () =>
      'This shop does not sell at that channel. The rate was not kept. Choose a shop of the channel, or all shops.',
  }),
  SHOP_FEES_NOT_FOUND: refusal(z.object({ id: z.string() }), {
    id: () =>
      'Toko atau keterangan ini tidak ditemukan, mungkin sudah dihapus. Perkiraan tidak berubah. Muat ulang daftarnya.',
    en: () =>
      'This shop or what was said of it was not found; it may be gone. Estimates are as they were. Reload the list.',
  }),
}
