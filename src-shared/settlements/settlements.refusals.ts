import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'

export const settlementsRefusals = {
  FEE_RULE_NOT_FOUND: refusal(z.object({ id: z.string() }), {
    id: () => 'Aturan ini tidak ditemukan, mungkin sudah dibatalkan. Pembukuan tidak berubah. Muat ulang daftarnya.',
    en: () => 'This rule was not found; it may have been taken back. The books are as they were. Reload the list.',
  }),
}
