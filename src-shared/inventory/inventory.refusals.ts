import { z } from 'zod'
import { formatDay } from '../kernel/business-day.ts'
import { refusal } from '../kernel/refusal.ts'
import { formatNumber } from '../kernel/rupiah.ts'

export const inventoryRefusals = {
  OPENING_FILE_ROWS: refusal(
    z.object({
      name: z.string(),
      problems: z.array(z.object({ row: z.number(), column: z.string(), value: z.string(), reason: z.string() })),
    }),
    {
      id: ({ name, problems }) =>
        `${formatNumber(problems.length)} sel di ${name} belum dimengerti, jadi belum ada yang disimpan. Perbaiki sel yang disebut lalu masukkan lagi.`,
      en: ({ name, problems }) =>
        `${formatNumber(problems.length)} cells of ${name} were not understood, so nothing was stored. Mend the cells named and take the file in again.`,
    },
  ),
  STOCK_TOO_LOW: refusal(z.object({ sku: z.string(), asked: z.number(), onHand: z.number() }), {
    id: ({ sku, asked, onHand }) =>
      `Stok fisik ${sku} tinggal ${formatNumber(onHand)}, tidak cukup untuk ${formatNumber(asked)}. Belum ada yang disimpan. Periksa jumlahnya atau lakukan Stok Opname.`,
    en: ({ sku, asked, onHand }) =>
      `Only ${formatNumber(onHand)} of ${sku} are on hand, not enough for ${formatNumber(asked)}. Nothing was stored. Check the number or count the stock.`,
  }),
  PIECES_EXPECTED_BACK: refusal(z.object({ sku: z.string(), surplus: z.number(), expected: z.number() }), {
    id: ({ sku, surplus, expected }) =>
      `${formatNumber(expected)} ${sku} sedang ditunggu kembali dan belum dicek di Retur. Kalau ${formatNumber(surplus)} pcs ini dari paket retur, cek di sana: harga modalnya ikut kembali dan tidak terhitung dua kali. Belum ada yang disimpan.`,
    en: ({ sku, surplus, expected }) =>
      `${formatNumber(expected)} of ${sku} are expected back and not inspected in Returns yet. If these ${formatNumber(surplus)} pieces came with a return parcel, inspect them there: their cost comes back with them and nothing is counted twice. Nothing was stored.`,
  }),
  DAY_BEFORE_START: refusal(z.object({ day: z.string(), startDay: z.string() }), {
    id: ({ day, startDay }) =>
      `Tanggal ${formatDay(day)} sebelum tanggal mulai ${formatDay(startDay)}. Belum ada yang disimpan. Pilih tanggal mulai atau sesudahnya.`,
    en: ({ day, startDay }) =>
      `${formatDay(day, 'en')} lies before the start date ${formatDay(startDay, 'en')}. Nothing was stored. Choose the start date or later.`,
  }),
  DAY_IN_FUTURE: refusal(z.object({ day: z.string() }), {
    id: ({ day }) =>
      `Tanggal ${formatDay(day)} belum terjadi. Belum ada yang disimpan. Pilih hari ini atau sebelumnya.`,
    en: ({ day }) => `${formatDay(day, 'en')} has not come yet. Nothing was stored. Choose today or earlier.`,
  }),
  PERIOD_CLOSED: refusal(z.object({ day: z.string(), closedThrough: z.string() }), {
    id: ({ day, closedThrough }) =>
      `Buku sudah ditutup sampai ${formatDay(closedThrough)}, jadi tanggal ${formatDay(day)} tidak bisa diisi. Belum ada yang disimpan. Pakai tanggal sesudahnya.`,
    en: ({ day, closedThrough }) =>
      `The books are closed through ${formatDay(closedThrough, 'en')}, so ${formatDay(day, 'en')} cannot be used. Nothing was stored. Use a later day.`,
  }),
  DOCUMENT_NOT_FOUND: refusal(z.object({ id: z.string() }), {
    id: () => 'Catatan ini tidak ditemukan. Muat ulang daftarnya.',
    en: () => 'This record was not found. Reload the list.',
  }),
  BUNDLE_HAS_NO_STOCK: refusal(z.object({ sku: z.string() }), {
    id: ({ sku }) => `${sku} adalah Paket Bundling dan tidak punya stok sendiri. Ubah stok komponennya.`,
    en: ({ sku }) => `${sku} is a bundle and has no stock of its own. Change the stock of its components.`,
  }),
}
