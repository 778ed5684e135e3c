import { z } from 'zod'
import { formatDay } from '../kernel/business-day.ts'
import { refusal } from '../kernel/refusal.ts'
import { formatNumber, formatRupiah } from '../kernel/rupiah.ts'

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
  ONLY_OWN_SALES_CHANGE: refusal(z.object({ orderNumber: z.string() }), {
    id: ({ orderNumber }) =>
      `Pesanan ${orderNumber} milik kanal, jadi isinya mengikuti berkas kanal. Belum ada yang berubah. Ubah di Seller Centre, lalu impor berkas terbarunya.`,
    en: ({ orderNumber }) =>
      `Order ${orderNumber} belongs to the channel and says what its files say. Nothing changed. Change it in Seller Centre, then import the newest file.`,
  }),
  OWN_SALE_IS_CANCELLED: refusal(z.object({ orderNumber: z.string() }), {
    id: ({ orderNumber }) =>
      `Penjualan ${orderNumber} sudah dibatalkan. Belum ada yang berubah. Kalau ternyata jadi dibeli, catat sebagai penjualan baru.`,
    en: ({ orderNumber }) =>
      `Sale ${orderNumber} is cancelled. Nothing changed. If it was bought after all, record a new sale.`,
  }),
  OWN_SALE_CAME_BACK: refusal(z.object({ orderNumber: z.string() }), {
    id: ({ orderNumber }) =>
      `Barang atau uang penjualan ${orderNumber} sudah ada yang kembali, jadi harga, pembayaran, dan tanggalnya tidak diubah lagi. Belum ada yang berubah. Resi, alamat, dan catatan tetap bisa diubah; selisih uang dicatat di Retur atau Catat Kas.`,
    en: ({ orderNumber }) =>
      `Goods or money of sale ${orderNumber} came back already, so its price, payment and day stay. Nothing changed. Tracking, address and note can still change; record a difference in Returns or Cash.`,
  }),
  TOO_LATE_TO_SEND_OTHER: refusal(z.object({ orderNumber: z.string() }), {
    id: ({ orderNumber }) =>
      `Barang ${orderNumber} sudah dikemas, dikirim, atau dibatalkan, jadi tidak diganti lagi. Belum ada yang berubah. Kalau belum diserahkan, buka dulu paketnya di Meja Kemas.`,
    en: ({ orderNumber }) =>
      `The goods of ${orderNumber} are packed, sent or cancelled, so they cannot be replaced. Nothing changed. Open the parcel at the packing desk first if it is still here.`,
  }),
  OWN_SALE_WITHOUT_GOODS: refusal(z.object({ orderNumber: z.string() }), {
    id: ({ orderNumber }) =>
      `Penjualan ${orderNumber} tidak bisa tanpa barang. Belum ada yang berubah. Kalau tidak jadi, batalkan penjualannya.`,
    en: ({ orderNumber }) =>
      `Sale ${orderNumber} cannot be without goods. Nothing changed. If it never happened, cancel the sale.`,
  }),
  OWN_SALE_TOO_LARGE: refusal(z.object({ orderNumber: z.string(), lines: z.number(), pieces: z.number() }), {
    id: ({ orderNumber, lines, pieces }) =>
      `Penjualan ${orderNumber} paling banyak ${formatNumber(lines)} baris dan ${formatNumber(pieces)} pcs. Belum ada yang berubah. Catat sisanya sebagai penjualan baru.`,
    en: ({ orderNumber, lines, pieces }) =>
      `Sale ${orderNumber} has at most ${formatNumber(lines)} lines and ${formatNumber(pieces)} pieces. Nothing changed. Record the rest as a new sale.`,
  }),
  OWN_SALE_PACKED_AND_GONE: refusal(z.object({ orderNumber: z.string() }), {
    id: ({ orderNumber }) =>
      `Isi paket ${orderNumber} sudah dicek saat dikemas dan paketnya sudah dibawa kurir, jadi barang dan jumlahnya tetap. Belum ada yang berubah. Kalau ada yang kembali, catat di Retur; kalau ada yang menyusul, catat penjualan baru.`,
    en: ({ orderNumber }) =>
      `The parcel of ${orderNumber} was checked when it was packed and the courier has it, so its goods stay. Nothing changed. Record what comes back in Returns, and what follows as a new sale.`,
  }),
  OWN_SALE_MONTH_CLOSED: refusal(z.object({ orderNumber: z.string(), day: z.string() }), {
    id: ({ orderNumber, day }) =>
      `Barang ${orderNumber} keluar ${formatDay(day)} dan bukunya sudah ditutup, jadi barang dan jumlahnya tetap. Belum ada yang berubah. Kalau ada yang kembali, catat di Retur; kalau ada yang menyusul, catat penjualan baru; atau buka lagi bukunya.`,
    en: ({ orderNumber, day }) =>
      `The goods of ${orderNumber} left on ${formatDay(day, 'en')} and those books are closed, so they stay. Nothing changed. Record what comes back in Returns and what follows as a new sale, or open the books again.`,
  }),
  SOLD_AFTER_HANDOVER: refusal(z.object({ orderNumber: z.string() }), {
    id: ({ orderNumber }) =>
      `Paket ${orderNumber} sudah diserahkan ke kurir sebelum tanggal itu. Belum ada yang berubah. Pilih hari penyerahan atau sebelumnya.`,
    en: ({ orderNumber }) =>
      `The parcel of ${orderNumber} went to the courier before that day. Nothing changed. Choose the day of the hand-over or an earlier one.`,
  }),
  SALE_DISCOUNT_TOO_LARGE: refusal(z.object({ discount: z.number(), value: z.number() }), {
    id: ({ discount, value }) =>
      `Diskon ${formatRupiah(discount)} melebihi harga barang ${formatRupiah(value)}. Belum ada yang disimpan. Periksa diskonnya.`,
    en: ({ discount, value }) =>
      `The discount of ${formatRupiah(discount)} is more than the goods, ${formatRupiah(value)}. Nothing was stored. Check the discount.`,
  }),
  SALE_WALLET_UNKNOWN: refusal(z.object({}), {
    id: () => 'Dompet itu bukan kas atau rekening usaha. Belum ada yang disimpan. Pilih dompet lain.',
    en: () => 'That is no cash or account of the shop. Nothing was stored. Choose another one.',
  }),
  LIST_TOO_LONG: refusal(z.object({ orders: z.number(), most: z.number() }), {
    id: ({ orders, most }) =>
      `Daftar ini berisi ${formatNumber(orders)} pesanan, lebih dari ${formatNumber(most)} yang muat dalam satu berkas. Belum ada berkas yang dibuat. Pilih tanggal yang lebih pendek, misalnya per bulan.`,
    en: ({ orders, most }) =>
      `This list holds ${formatNumber(orders)} orders, more than the ${formatNumber(most)} of one file. No file was made. Choose fewer days, a month at a time.`,
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
