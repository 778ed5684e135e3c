import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'

export const privacyRefusals = {
  BUYER_NOT_FOUND: refusal(z.object({}), {
    id: () =>
      'Pembeli ini tidak ditemukan, atau datanya sudah dihapus. Belum ada yang berubah. Cari lagi dengan nomor pesanannya.',
    en: () => 'This buyer was not found, or was forgotten already. Nothing changed. Look again by the order number.',
  }),
  BUYER_HAS_OPEN_ORDERS: refusal(z.object({ numbers: z.array(z.string()) }), {
    id: ({ numbers }) =>
      `Pesanan ${numbers.join(', ')} belum selesai, dan alamatnya masih dibutuhkan. Belum ada yang dihapus. Hapus setelah pesanannya selesai atau batal.`,
    en: ({ numbers }) =>
      `Orders ${numbers.join(', ')} are not over, and their address is still needed. Nothing was deleted. Delete once they are completed or cancelled.`,
  }),
}
