import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'
import { formatRupiah } from '../kernel/rupiah.ts'
import { rupiahInWords } from '../kernel/rupiah-words.ts'

/** "I have seen this total in words, and mean it": what was refused with TOTAL_UNUSUAL is then taken. */
export const isMeant = z.boolean().optional()

/** A question, asked once, rather than a "no". `largest` is the most there was so far of its kind, zero when there was none. */
export const unusualRefusals = {
  TOTAL_UNUSUAL: refusal(z.object({ total: z.number(), largest: z.number() }), {
    id: ({ total, largest }) =>
      `Totalnya ${formatRupiah(total)}: ${rupiahInWords(total, 'id')}. ${largest > 0 ? `Paling besar selama ini ${formatRupiah(largest)}. ` : ''}Belum ada yang disimpan. Periksa harga dan jumlahnya, atau setujui totalnya kalau memang benar.`,
    en: ({ total, largest }) =>
      `The total is ${formatRupiah(total)}: ${rupiahInWords(total, 'en')}. ${largest > 0 ? `The most so far was ${formatRupiah(largest)}. ` : ''}Nothing was stored. Check prices and pieces, or agree to the total if it is right.`,
  }),
}
