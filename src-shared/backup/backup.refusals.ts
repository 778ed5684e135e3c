import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'

const nothing = z.object({})
const OfFile = z.object({ file: z.string() })

export const backupRefusals = {
  BACKUP_DAMAGED: refusal(OfFile, {
    id: ({ file }) =>
      `Cadangan ${file} rusak atau diubah, jadi tidak dipakai sama sekali. Data toko tidak disentuh. Pilih cadangan lain.`,
    en: ({ file }) =>
      `The backup ${file} is damaged or was changed, so nothing of it was used. The shop was not touched. Choose another backup.`,
  }),
  BACKUP_NOT_OURS: refusal(OfFile, {
    id: ({ file }) =>
      `${file} bukan cadangan Lumbung. Data toko tidak disentuh. Pilih berkas yang berakhiran .cadangan.`,
    en: ({ file }) =>
      `${file} is no backup of Lumbung. The shop was not touched. Choose a file that ends in .cadangan.`,
  }),
  BACKUP_NOT_FOUND: refusal(OfFile, {
    id: ({ file }) =>
      `Cadangan ${file} tidak ada lagi di tempatnya. Data toko tidak disentuh. Pasang disknya, atau pilih yang lain.`,
    en: ({ file }) =>
      `The backup ${file} is not in its place any more. The shop was not touched. Connect its disk, or choose another.`,
  }),
  RECOVERY_CODE_MISTYPED: refusal(nothing, {
    id: () =>
      'Kode pemulihan ini salah ketik: ada huruf yang keliru, tertukar, atau kurang. Tidak ada yang berubah. Periksa lagi dengan kertasnya; O dan 0 sama, I dan 1 sama.',
    en: () =>
      'This recovery code is mistyped: a character is wrong, swapped or missing. Nothing changed. Compare it with the paper; O is 0 and I is 1.',
  }),
  RECOVERY_CODE_DIFFERS: refusal(nothing, {
    id: () =>
      'Kode ini ditulis dengan benar, tetapi bukan kode toko atau cadangan ini. Data toko tidak disentuh. Cari kertas kode yang dicetak dari toko yang sama.',
    en: () =>
      'This code is written well, but it is not the code of this shop or backup. The shop was not touched. Look for the paper printed from the same shop.',
  }),
  RECOVERY_CODE_NEEDED: refusal(nothing, {
    id: () =>
      'Cadangan ini dibuat dengan kunci yang tidak ada di laptop ini. Data toko tidak disentuh. Ketik kode pemulihan dari kertas yang dicetak.',
    en: () =>
      'This backup was made with a key that this laptop does not have. The shop was not touched. Type the recovery code from the printed paper.',
  }),
  PASSPHRASE_DIFFERS: refusal(nothing, {
    id: () =>
      'Kata sandi pembuka ini tidak cocok. Tidak ada yang berubah. Periksa huruf besar dan kecilnya lalu coba lagi, atau pakai kode pemulihan.',
    en: () =>
      'This is not the passphrase. Nothing changed. Check upper and lower case and try again, or use the recovery code.',
  }),
  PASSPHRASE_WAITS: refusal(z.object({ minutes: z.number().int() }), {
    id: ({ minutes }) =>
      `Terlalu sering salah. Kata sandi pembuka baru bisa dicoba lagi dalam ${minutes} menit; data toko aman. Kode pemulihan dari kertas tetap bisa dipakai sekarang.`,
    en: ({ minutes }) =>
      `Wrong too often. The passphrase can be tried again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}; the shop is safe. The recovery code from the paper works at once.`,
  }),
  CODE_NOT_ON_PAPER: refusal(nothing, {
    id: () =>
      'Kode pemulihan belum dicetak dan dicocokkan. Bila kata sandinya lupa, toko tidak bisa dibuka lagi. Belum ada yang berubah. Cetak dulu kodenya, lalu pasang kata sandinya.',
    en: () =>
      'The recovery code is not known to be on paper. With the passphrase forgotten, the shop could not be opened again. Nothing changed. Print the code first, then set the passphrase.',
  }),
  START_PASSPHRASE_NEEDED: refusal(nothing, {
    id: () =>
      'Toko ini menunggu kata sandi pembukanya, dan belum disentuh. Ketik di jendela Lumbung. Di baris perintah: LUMBUNG_KATA_SANDI, atau LUMBUNG_KODE untuk kode pemulihan.',
    en: () =>
      "This shop waits for its passphrase and was not touched. Type it in Lumbung's window. On the command line: LUMBUNG_KATA_SANDI, or LUMBUNG_KODE for the recovery code.",
  }),
  CODE_GROUPS_DIFFER: refusal(z.object({ groups: z.array(z.number().int()) }), {
    id: ({ groups }) =>
      `Kelompok ${groups.join(' dan ')} tidak sama dengan kode di layar. Belum ada yang ditandai selesai. Lihat lagi kertasnya, lalu ketik kelompok itu.`,
    en: ({ groups }) =>
      `Group ${groups.join(' and ')} is not what the code says. Nothing was marked as done. Look at the paper again and type that group.`,
  }),
  BACKUP_KEY_LOCKED: refusal(nothing, {
    id: () =>
      'Kunci cadangan tidak bisa dibuka lagi oleh laptop ini (misalnya setelah ganti akun Windows). Data toko aman, cadangan lama tetap ada. Ketik kode pemulihan di Pengaturan → Cadangan supaya cadangan berjalan lagi.',
    en: () =>
      'This laptop cannot open the backup key any more (after a change of the Windows account, perhaps). The shop is safe and old backups are still there. Type the recovery code in Settings → Backups and they go on.',
  }),
  NOTHING_TO_RESCUE: refusal(nothing, {
    id: () => 'Toko ini terbuka dan tidak perlu diselamatkan. Tidak ada yang berubah. Muat ulang jendela ini.',
    en: () => 'This shop is open and needs no rescue. Nothing changed. Load this window again.',
  }),
  BACKUP_NO_ROOM: refusal(z.object({ folder: z.string() }), {
    id: ({ folder }) =>
      `Tidak cukup ruang untuk cadangan di ${folder}. Cadangan lama tetap ada dan data toko aman. Kosongkan sedikit ruang, lalu coba lagi.`,
    en: ({ folder }) =>
      `There is no room for a backup in ${folder}. Older backups are still there and the shop is safe. Free some space, then try again.`,
  }),
  BACKUP_PLACE_AWAY: refusal(z.object({ folder: z.string() }), {
    id: ({ folder }) =>
      `Tempat cadangan kedua (${folder}) sedang tidak terpasang. Cadangan di laptop tetap jalan. Pasang disknya; Lumbung menyalin sendiri begitu terlihat.`,
    en: ({ folder }) =>
      `The second place (${folder}) is not there now. Backups on the laptop go on. Connect the disk; Lumbung copies by itself once it sees it.`,
  }),
  BACKUP_PLACE_NOT_USABLE: refusal(z.object({ folder: z.string() }), {
    id: ({ folder }) =>
      `Lumbung tidak bisa menulis di ${folder}. Tempat cadangan tidak diganti. Periksa letak dan izinnya, atau pilih folder lain.`,
    en: ({ folder }) =>
      `Lumbung cannot write in ${folder}. The place was not changed. Check where it is and its permissions, or choose another folder.`,
  }),
  SHOP_DAMAGED_NOT_KEPT: refusal(z.object({ detail: z.string() }), {
    id: ({ detail }) =>
      `Berkas toko tidak terbaca utuh, jadi tidak dijadikan cadangan baru. Semua cadangan sebelumnya disimpan. Pulihkan yang terakhir di Pengaturan → Cadangan. Yang ditemukan: ${detail}`,
    en: ({ detail }) =>
      `The shop's file does not read back whole, so no new backup was made of it. All earlier backups are kept. Restore the newest in Settings → Backups. What was found: ${detail}`,
  }),
  RESTORE_NOT_WHOLE: refusal(z.object({ detail: z.string() }), {
    id: ({ detail }) =>
      `Isi cadangan ini tidak utuh (${detail}), jadi tidak dipasang. Data toko tidak disentuh. Pilih cadangan yang lebih lama.`,
    en: ({ detail }) =>
      `What this backup holds is not whole (${detail}), so it was not put in place. The shop was not touched. Choose an older one.`,
  }),
}
