import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'

export const ordersRefusals = {
  ORDER_NOT_FOUND: refusal(z.object({ code: z.string() }), {
    id: ({ code }) =>
      `Pesanan atau resi ${code} tidak ditemukan. Belum ada yang berubah. Periksa kodenya, atau impor berkas terbaru dari Seller Centre.`,
    en: ({ code }) =>
      `Order or tracking number ${code} was not found. Nothing changed. Check the code, or import the newest file from Seller Centre.`,
  }),
  NOT_AN_OWN_SALE: refusal(z.object({ orderNumber: z.string() }), {
    id: ({ orderNumber }) =>
      `Pesanan ${orderNumber} milik kanal, jadi hanya bisa dibatalkan di Seller Centre. Setelah itu impor berkas terbarunya.`,
    en: ({ orderNumber }) =>
      `Order ${orderNumber} belongs to the channel and can only be cancelled in Seller Centre. Import the newest file afterwards.`,
  }),
  OWN_SALE_HAS_LEFT: refusal(z.object({ orderNumber: z.string() }), {
    id: ({ orderNumber }) =>
      `Barang penjualan ${orderNumber} sudah keluar, jadi bukunya tidak diubah mundur. Belum ada yang berubah. Kalau barangnya kembali, catat di Retur: uang dan barang masuk hari ini.`,
    en: ({ orderNumber }) =>
      `The goods of sale ${orderNumber} have left, so its books are not changed backwards. Nothing changed. When goods come back, record them in Returns: money and goods move today.`,
  }),
  ORDER_ALREADY_CANCELLED: refusal(z.object({ orderNumber: z.string() }), {
    id: ({ orderNumber }) => `Pesanan ${orderNumber} sudah dibatalkan sebelumnya. Tidak ada yang berubah.`,
    en: ({ orderNumber }) => `Order ${orderNumber} was already cancelled. Nothing changed.`,
  }),
}
