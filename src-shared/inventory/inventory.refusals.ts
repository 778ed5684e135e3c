import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'
import { formatNumber } from '../kernel/rupiah.ts'

export const inventoryRefusals = {
  STOCK_TOO_LOW: refusal(z.object({ sku: z.string(), asked: z.number(), onHand: z.number() }), {
    id: ({ sku, asked, onHand }) =>
      `Stok fisik ${sku} tinggal ${formatNumber(onHand)}, tidak cukup untuk ${formatNumber(asked)}. Belum ada yang disimpan. Periksa jumlahnya atau lakukan Stok Opname.`,
    en: ({ sku, asked, onHand }) =>
      `Only ${formatNumber(onHand)} of ${sku} are on hand, not enough for ${formatNumber(asked)}. Nothing was stored. Check the number or count the stock.`,
  }),
  DAY_BEFORE_START: refusal(z.object({ day: z.string(), startDay: z.string() }), {
    id: ({ day, startDay }) =>
      `Tanggal ${day} sebelum tanggal mulai ${startDay}. Belum ada yang disimpan. Pilih tanggal mulai atau sesudahnya.`,
    en: ({ day, startDay }) =>
      `${day} lies before the start date ${startDay}. Nothing was stored. Choose the start date or later.`,
  }),
  DAY_IN_FUTURE: refusal(z.object({ day: z.string() }), {
    id: ({ day }) => `Tanggal ${day} belum terjadi. Belum ada yang disimpan. Pilih hari ini atau sebelumnya.`,
    en: ({ day }) => `${day} has not come yet. Nothing was stored. Choose today or earlier.`,
  }),
  PERIOD_CLOSED: refusal(z.object({ day: z.string(), closedThrough: z.string() }), {
    id: ({ day, closedThrough }) =>
      `Buku sudah ditutup sampai ${closedThrough}, jadi tanggal ${day} tidak bisa diisi. Belum ada yang disimpan. Pakai tanggal sesudahnya.`,
    en: ({ day, closedThrough }) =>
      `The books are closed through ${closedThrough}, so ${day} cannot be used. Nothing was stored. Use a later day.`,
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
