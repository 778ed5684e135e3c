import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'
import { formatRupiah } from '../kernel/rupiah.ts'
import { type AccountRole, accountRoleWords } from './cash.words.ts'

const Role = z.enum(Object.keys(accountRoleWords.id) as [AccountRole, ...AccountRole[]])

export const cashRefusals = {
  WRONG_ACCOUNT: refusal(z.object({ account: z.string(), role: Role }), {
    id: ({ account, role }) =>
      `Akun ${account} tidak bisa dipakai sebagai ${accountRoleWords.id[role]}. Belum ada yang disimpan. Pilih akun lain.`,
    en: ({ account, role }) =>
      `Account ${account} cannot serve as ${accountRoleWords.en[role]}. Nothing was stored. Choose another account.`,
  }),
  MORE_THAN_OWED: refusal(z.object({ amount: z.number(), owed: z.number() }), {
    id: ({ amount, owed }) =>
      `${formatRupiah(amount)} melebihi yang masih terutang, ${formatRupiah(owed)}. Belum ada yang disimpan. Periksa jumlahnya.`,
    en: ({ amount, owed }) =>
      `${formatRupiah(amount)} is more than the ${formatRupiah(owed)} still owed. Nothing was stored. Check the amount.`,
  }),
  CASH_RECORD_NOT_FOUND: refusal(z.object({ id: z.string() }), {
    id: () => 'Catatan kas ini tidak ditemukan. Muat ulang daftarnya.',
    en: () => 'This cash record was not found. Reload the list.',
  }),
  HOUSEHOLD_BOOK_OFF: refusal(z.object({}), {
    id: () => 'Buku rumah tangga belum dinyalakan. Nyalakan di Pengaturan, lalu catat lagi.',
    en: () => 'The household book is switched off. Switch it on in Settings, then record this again.',
  }),
}
