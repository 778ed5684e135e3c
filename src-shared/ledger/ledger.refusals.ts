import { z } from 'zod'
import { formatDay } from '../kernel/business-day.ts'
import { refusal } from '../kernel/refusal.ts'

export const ledgerRefusals = {
  ENTRY_NOT_FOUND: refusal(z.object({ id: z.number() }), {
    id: ({ id }) => `Jurnal nomor ${id} tidak ditemukan. Muat ulang daftarnya.`,
    en: ({ id }) => `Journal entry ${id} was not found. Reload the list.`,
  }),
  ACCOUNT_NOT_FOUND: refusal(z.object({ code: z.string() }), {
    id: ({ code }) => `Akun ${code} tidak ada di Daftar Akun. Pilih akun lain.`,
    en: ({ code }) => `Account ${code} is not in the chart of accounts. Choose another one.`,
  }),
  ACCOUNT_HAS_NO_OPENING: refusal(z.object({ code: z.string(), name: z.string() }), {
    id: ({ code, name }) =>
      `Akun ${code} ${name} tidak diisi di Saldo Awal karena dihitung dari catatan lain. Belum ada yang disimpan. Kosongkan baris itu.`,
    en: ({ code, name }) =>
      `Account ${code} ${name} is not part of the opening balance, it is computed from other records. Nothing was stored. Leave that line empty.`,
  }),
  PERIOD_NOT_OVER: refusal(z.object({ through: z.string() }), {
    id: ({ through }) =>
      `Buku belum bisa ditutup sampai ${formatDay(through)} karena harinya belum lewat. Pilih tanggal kemarin atau sebelumnya.`,
    en: ({ through }) =>
      `The books cannot close through ${formatDay(through, 'en')} because that day is not over. Choose yesterday or earlier.`,
  }),
  ALREADY_CLOSED: refusal(z.object({ closedThrough: z.string() }), {
    id: ({ closedThrough }) => `Buku sudah ditutup sampai ${formatDay(closedThrough)}. Tidak ada yang berubah.`,
    en: ({ closedThrough }) =>
      `The books are already closed through ${formatDay(closedThrough, 'en')}. Nothing changed.`,
  }),
}
