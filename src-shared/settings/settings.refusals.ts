import { z } from 'zod'
import { formatDay, fullMoment, Instant, Zone } from '../kernel/business-day.ts'
import { refusal } from '../kernel/refusal.ts'

const nothing = z.object({})

export const settingsRefusals = {
  NOT_SET_UP: refusal(nothing, {
    id: () => 'Toko belum disiapkan. Jawab dulu beberapa pertanyaan di layar mulai.',
    en: () => 'The shop is not set up yet. Answer the questions of the first screen.',
  }),
  ALREADY_SET_UP: refusal(nothing, {
    id: () => 'Toko ini sudah disiapkan, jadi tidak ada yang diubah. Ubah isinya lewat Pengaturan.',
    en: () => 'This shop is already set up, so nothing was changed. Use Settings to change it.',
  }),
  NOT_PRACTICE: refusal(nothing, {
    id: () => 'Ini toko sungguhan, jadi tidak diisi contoh. Buka Toko Latihan untuk berlatih.',
    en: () => 'This is the real shop, so no samples are put in. Open the practice shop to practise.',
  }),
  SHOP_NAME_DIFFERS: refusal(z.object({ businessName: z.string() }), {
    id: ({ businessName }) =>
      `Nama yang diketik bukan nama toko ini. Tidak ada yang dikosongkan. Ketik persis: ${businessName}.`,
    en: ({ businessName }) => `That is not the name of this shop. Nothing was emptied. Type exactly: ${businessName}.`,
  }),
  WORK_UNDER_WAY: refusal(nothing, {
    id: () =>
      'Masih ada pekerjaan yang berjalan di bilah bawah. Tidak ada yang dikosongkan. Tunggu sampai selesai, lalu ulangi.',
    en: () =>
      'Work in the bar below is still under way. Nothing was emptied. Wait until it has ended, then do it again.',
  }),
  START_DAY_BOOKS_CLOSED: refusal(z.object({ closedThrough: z.string() }), {
    id: ({ closedThrough }) =>
      `Buku sudah ditutup sampai ${formatDay(closedThrough)}, jadi tanggal mulai tidak bisa diganti. Tidak ada yang berubah; catatan Anda aman. Buka dulu bukunya di Pembukuan, lalu ganti lagi.`,
    en: ({ closedThrough }) =>
      `The books are closed through ${formatDay(closedThrough, 'en')}, so the start date cannot change. Nothing changed; your records are safe. Open the books again first, then change it.`,
  }),
  START_DAY_AFTER_RECORDS: refusal(z.object({ day: z.string(), first: z.string() }), {
    id: ({ day, first }) =>
      `Sudah ada pembelian, hitungan stok, atau catatan kas tanggal ${formatDay(first)}, sebelum ${formatDay(day)}. Tidak ada yang berubah; catatan Anda aman. Pilih ${formatDay(first)} atau sebelumnya, atau batalkan dulu catatan itu.`,
    en: ({ day, first }) =>
      `There is a purchase, a count or a cash record of ${formatDay(first, 'en')}, before ${formatDay(day, 'en')}. Nothing changed; your records are safe. Choose ${formatDay(first, 'en')} or earlier, or cancel that record first.`,
  }),
  /** Any procedure that records something may answer so; nothing was stored. */
  CLOCK_DOUBTFUL: refusal(z.object({ clock: Instant, lastAct: Instant, zone: Zone }), {
    id: ({ clock, lastAct, zone }) =>
      `Jam laptop menunjukkan ${fullMoment(clock, zone, 'id')}, padahal catatan terakhir dibuat ${fullMoment(lastAct, zone, 'id')}. Yang barusan belum disimpan; catatan lama aman. Betulkan jam laptop, atau nyatakan di Lumbung bahwa jam ini benar, lalu ulangi.`,
    en: ({ clock, lastAct, zone }) =>
      `The laptop's clock shows ${fullMoment(clock, zone, 'en')}, but the last record was made ${fullMoment(lastAct, zone, 'en')}. What you just did was not saved; earlier records are safe. Set the clock right, or confirm it in Lumbung, then do it again.`,
  }),
  MIGRATION_FAILED: refusal(z.object({ from: z.number(), to: z.number(), why: z.string() }), {
    id: ({ from, to, why }) =>
      `Data toko belum bisa dipindahkan dari versi ${from} ke ${to} (${why}). Data tetap seperti semula, dan salinannya ada di folder yang sama. Buka dengan Lumbung yang lama, lalu kirimkan rincian ini kepada kami.`,
    en: ({ from, to, why }) =>
      `This shop's data could not be brought from version ${from} to ${to} (${why}). It is as it was, with a copy beside it in the same folder. Open it with the earlier Lumbung and send us these details.`,
  }),
  DATA_NEWER_THAN_APP: refusal(z.object({ found: z.number(), known: z.number() }), {
    id: ({ found, known }) =>
      `Data toko ini dibuat Lumbung yang lebih baru (versi data ${found}, aplikasi ini mengenal ${known}). Data tidak disentuh. Pasang Lumbung terbaru lalu buka lagi.`,
    en: ({ found, known }) =>
      `This shop's data was written by a newer Lumbung (data version ${found}, this app knows ${known}). It was left untouched. Install the newest Lumbung and open it again.`,
  }),
}
