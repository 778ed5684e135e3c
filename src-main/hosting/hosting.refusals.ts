import { z } from 'zod'
import { refusal } from '../../src-shared/kernel/refusal.ts'

/** What a host says when it cannot open the shop. */
export const hostingRefusals = {
  SHOP_IS_OPEN: refusal(z.object({ process: z.number().nullable(), since: z.string().nullable() }), {
    id: ({ process, since }) =>
      `Toko ini sedang dibuka oleh Lumbung lain${process ? ` (proses ${process}${since ? `, sejak ${since}` : ''})` : ''}. Tutup dulu yang itu, lalu coba lagi. Data tidak disentuh.`,
    en: ({ process, since }) =>
      `Another Lumbung has this shop open${process ? ` (process ${process}${since ? `, since ${since}` : ''})` : ''}. Close that one first, then try again. The data was not touched.`,
  }),
  NO_SHOP_HERE: refusal(z.object({ folder: z.string() }), {
    id: ({ folder }) =>
      `Belum ada toko di ${folder}. Tidak ada yang dibuat. Periksa --data, atau mulai dengan membuka Lumbung atau lumbung import.`,
    en: ({ folder }) =>
      `There is no shop in ${folder} yet. Nothing was made. Check --data, or begin by opening Lumbung or with lumbung import.`,
  }),
  CORE_KEEPS_ENDING: refusal(z.object({}), {
    id: () => 'Mesin Lumbung berulang kali berhenti. Data aman. Tutup lalu buka lagi Lumbung.',
    en: () => "Lumbung's engine keeps stopping. Your data is safe. Close Lumbung and open it again.",
  }),
  FOLDER_NOT_WRITABLE: refusal(z.object({ folder: z.string() }), {
    id: ({ folder }) =>
      `Lumbung tidak bisa menulis di ${folder}. Periksa izin folder itu atau pilih folder lain. Data tidak disentuh.`,
    en: ({ folder }) =>
      `Lumbung cannot write in ${folder}. Check that folder's permissions or choose another. The data was not touched.`,
  }),
  DISK_FULL: refusal(z.object({ folder: z.string() }), {
    id: ({ folder }) =>
      `Penyimpanan penuh, toko di ${folder} tidak bisa dibuka. Kosongkan sedikit ruang, lalu coba lagi.`,
    en: ({ folder }) => `The disk is full, so the shop in ${folder} cannot open. Free some space, then try again.`,
  }),
  FILE_DAMAGED: refusal(z.object({ file: z.string() }), {
    id: ({ file }) =>
      `Berkas ${file} tidak terbaca sebagai data toko. Berkasnya dibiarkan apa adanya; pulihkan dari cadangan terakhir.`,
    en: ({ file }) => `${file} cannot be read as a shop. The file was left as it is; restore the latest backup.`,
  }),
}
