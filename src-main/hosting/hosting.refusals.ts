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
  WINDOW_KEEPS_ENDING: refusal(z.object({}), {
    id: () => 'Jendela Lumbung berulang kali berhenti. Data aman. Tutup lalu buka lagi Lumbung.',
    en: () => "Lumbung's window keeps stopping. Your data is safe. Close Lumbung and open it again.",
  }),
  FOLDER_NOT_WRITABLE: refusal(z.object({ folder: z.string() }), {
    id: ({ folder }) =>
      `Lumbung tidak bisa menulis di ${folder}. Periksa izin folder itu atau pilih folder lain. Data tidak disentuh.`,
    en: ({ folder }) =>
      `Lumbung cannot write in ${folder}. Check that folder's permissions or choose another. The data was not touched.`,
  }),
  DISK_FULL: refusal(z.object({ folder: z.string() }), {
    id: ({ folder }) =>
      `Penyimpanan penuh, jadi toko di ${folder} belum bisa dibuka atau disalin. Data yang tersimpan aman. Kosongkan sedikit ruang, lalu coba lagi.`,
    en: ({ folder }) =>
      `The disk is full, so the shop in ${folder} cannot be opened or copied yet. What was saved is safe. Free some space, then try again.`,
  }),
  FILE_DAMAGED: refusal(z.object({ file: z.string() }), {
    id: ({ file }) =>
      `Berkas ${file} tidak terbaca sebagai data toko. Berkasnya dibiarkan apa adanya. Pulihkan dari cadangan di layar Lumbung; berkas ini ikut disimpan.`,
    en: ({ file }) =>
      `${file} cannot be read as a shop. The file was left as it is. Restore a backup in Lumbung's window; this file is kept as well.`,
  }),
  FILE_NOT_OURS: refusal(z.object({ file: z.string() }), {
    id: ({ file }) =>
      `Di ${file} ada sesuatu yang bukan data toko Lumbung. Itu dibiarkan persis apa adanya, dan tidak ada yang dibuat di sampingnya. Pindahkan ke tempat lain, atau pilih folder lain.`,
    en: ({ file }) =>
      `What lies at ${file} is not a Lumbung shop. It was left exactly as it is, and nothing was made beside it. Move it elsewhere, or choose another folder.`,
  }),
  FILE_POINTS_NOWHERE: refusal(z.object({ file: z.string(), target: z.string() }), {
    id: ({ file, target }) =>
      `Berkas ${file} menunjuk ke ${target}, yang sekarang tidak ada. Data tidak disentuh dan tidak ada toko baru yang dibuat. Pasang dulu disk atau folder tempatnya, lalu coba lagi.`,
    en: ({ file, target }) =>
      `${file} points to ${target}, which is not there now. The data was not touched and no new shop was made. Connect the disk or folder it lies on, then try again.`,
  }),
  FILE_EMPTY: refusal(z.object({ file: z.string() }), {
    id: ({ file }) =>
      `Berkas ${file} kosong (0 byte), jadi bukan data toko yang utuh. Berkasnya dibiarkan. Pulihkan dari cadangan di layar Lumbung; berkas ini ikut disimpan.`,
    en: ({ file }) =>
      `${file} is empty (0 bytes), so it is no whole shop. It was left as it is. Restore a backup in Lumbung's window; this file is kept as well.`,
  }),
  FILE_READ_ONLY: refusal(z.object({ file: z.string() }), {
    id: ({ file }) =>
      `Berkas ${file} hanya boleh dibaca. Data tidak disentuh. Beri izin menulis pada berkas itu, lalu coba lagi.`,
    en: ({ file }) => `${file} may only be read. The data was not touched. Let it be written, then try again.`,
  }),
  PORT_IN_USE: refusal(z.object({ port: z.number() }), {
    id: ({ port }) => `Port ${port} sedang dipakai program lain. Tutup program itu, atau pilih --port yang lain.`,
    en: ({ port }) => `Port ${port} is used by another program. Close it, or choose another --port.`,
  }),
  NOT_A_SANDBOX: refusal(z.object({ file: z.string() }), {
    id: ({ file }) =>
      `Berkas ${file} bukan simpanan sandbox kanal ini. Berkasnya dibiarkan apa adanya; tulis nama lain pada --keep.`,
    en: ({ file }) =>
      `${file} does not hold a sandbox of this channel. It was left as it is; give --keep another name.`,
  }),
  OUT_NOT_WRITABLE: refusal(z.object({ file: z.string() }), {
    id: ({ file }) =>
      `Tidak bisa menulis ke ${file}. Data toko tidak disentuh. Periksa folder dan izinnya, atau pilih nama lain untuk --out.`,
    en: ({ file }) =>
      `${file} cannot be written. The shop's data was not touched. Check its folder and permissions, or choose another name for --out.`,
  }),
  PORT_NOT_FREE: refusal(z.object({ port: z.number() }), {
    id: ({ port }) =>
      `Port ${port} tidak bisa dipakai; mungkin program lain memakainya. Data tidak disentuh. Pilih --port lain, atau jangan sebut apa-apa.`,
    en: ({ port }) =>
      `Port ${port} cannot be used; another program may have it. The data was not touched. Choose another --port, or name none.`,
  }),
  LOCK_NOT_WRITABLE: refusal(z.object({ file: z.string() }), {
    id: ({ file }) =>
      `Kunci toko ${file} tidak bisa ditulis, jadi tidak pasti hanya satu Lumbung yang menulis. Toko tidak dibuka dan data tidak disentuh. Periksa izin berkas itu, atau hapus berkasnya, lalu coba lagi.`,
    en: ({ file }) =>
      `The shop's lock ${file} cannot be written, so nothing makes sure that only one Lumbung writes. The shop stays closed and the data was not touched. Check that file's permissions, or delete it, then try again.`,
  }),
}
