import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'
import { formatRupiah } from '../kernel/rupiah.ts'

export const bankRefusals = {
  BANK_LINE_NOT_FOUND: refusal(z.object({ id: z.string() }), {
    id: () =>
      'Mutasi ini tidak ditemukan; mungkin impornya sudah dibatalkan. Belum ada yang berubah. Muat ulang daftarnya.',
    en: () => 'This bank line was not found; its import may have been undone. Nothing was changed. Reload the list.',
  }),
  BANK_LINE_DIFFERS: refusal(z.object({ amount: z.number(), moved: z.number() }), {
    id: ({ amount, moved }) =>
      `Mutasi ini ${formatRupiah(amount)}, jawabannya menggerakkan rekening ${formatRupiah(moved)}. Belum ada yang disimpan. Samakan jumlahnya, atau pilih jenis yang searah.`,
    en: ({ amount, moved }) =>
      `This line is ${formatRupiah(amount)}, the answer moves the account by ${formatRupiah(moved)}. Nothing was stored. Make the amounts agree, or choose a kind of the same direction.`,
  }),
  BANK_DOCUMENT_TAKEN: refusal(z.object({}), {
    id: () =>
      'Catatan itu sudah dipasangkan dengan mutasi lain, atau jumlahnya sudah berubah. Belum ada yang disimpan. Pilih jawaban lain.',
    en: () =>
      'That record belongs to another bank line already, or its amount has changed. Nothing was stored. Choose another answer.',
  }),
  BANK_LINE_BEFORE_BOOKS: refusal(z.object({ day: z.string(), startDay: z.string() }), {
    id: ({ day, startDay }) =>
      `Mutasi ${day} ada sebelum pembukuan mulai (${startDay}); uangnya sudah termasuk Saldo Awal. Belum ada yang disimpan.`,
    en: ({ day, startDay }) =>
      `The line of ${day} is from before the books began (${startDay}); its money is in the opening balance. Nothing was stored.`,
  }),
  BANK_RULE_NOT_FOUND: refusal(z.object({ id: z.string() }), {
    id: () => 'Aturan ini tidak ditemukan. Muat ulang daftarnya.',
    en: () => 'This rule was not found. Reload the list.',
  }),
  BANK_RULE_NO_WORDS: refusal(z.object({ words: z.string() }), {
    id: ({ words }) =>
      `“${words}” tidak berisi kata yang bisa dicari. Belum ada yang disimpan. Tulis kata dari keterangan mutasinya.`,
    en: ({ words }) =>
      `“${words}” holds no word to look for. Nothing was stored. Write words of the bank's description.`,
  }),
}
