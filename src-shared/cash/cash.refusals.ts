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
  CATEGORY_NAME_TAKEN: refusal(z.object({ name: z.string(), isArchived: z.boolean() }), {
    id: ({ name, isArchived }) =>
      isArchived
        ? `"${name}" sudah ada, disimpan di arsip. Belum ada yang berubah. Pakai lagi yang itu, atau pilih nama lain.`
        : `"${name}" sudah ada. Belum ada yang berubah. Pilih nama lain.`,
    en: ({ name, isArchived }) =>
      isArchived
        ? `"${name}" exists in the archive. Nothing was changed. Use that one again, or choose another name.`
        : `"${name}" exists already. Nothing was changed. Choose another name.`,
  }),
  CATEGORIES_FULL: refusal(z.object({ most: z.number() }), {
    id: ({ most }) =>
      `Sudah ada ${most} buatan sendiri, sebanyak yang muat. Ganti nama salah satu yang tidak dipakai lagi.`,
    en: ({ most }) => `There are ${most} of your own already, as many as fit. Rename one that is no longer used.`,
  }),
  CATEGORY_STANDARD: refusal(z.object({ name: z.string() }), {
    id: ({ name }) => `"${name}" dipakai Lumbung sendiri, jadi tetap ada. Namanya boleh diganti.`,
    en: ({ name }) => `"${name}" is used by Lumbung itself and stays. Its name may be changed.`,
  }),
  WALLET_NOT_EMPTY: refusal(z.object({ name: z.string(), balance: z.number() }), {
    id: ({ name, balance }) =>
      `"${name}" masih berisi ${formatRupiah(balance)}. Belum ada yang berubah. Pindahkan uangnya dulu, lalu arsipkan.`,
    en: ({ name, balance }) =>
      `"${name}" still holds ${formatRupiah(balance)}. Nothing was changed. Move the money first, then archive it.`,
  }),
  HOUSEHOLD_BOOK_OFF: refusal(z.object({}), {
    id: () => 'Buku rumah tangga belum dinyalakan. Nyalakan di Pengaturan, lalu catat lagi.',
    en: () => 'The household book is switched off. Switch it on in Settings, then record this again.',
  }),
}
