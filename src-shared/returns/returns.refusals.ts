import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'
import { formatNumber, formatRupiah } from '../kernel/rupiah.ts'

export const returnsRefusals = {
  GOODS_NEVER_LEFT: refusal(z.object({ orderNumber: z.string() }), {
    id: ({ orderNumber }) =>
      `Barang pesanan ${orderNumber} belum keluar dari toko, jadi tidak ada yang bisa kembali. Belum ada yang disimpan. Periksa resinya.`,
    en: ({ orderNumber }) =>
      `The goods of order ${orderNumber} have not left the shop, so nothing can come back. Nothing was stored. Check the waybill.`,
  }),
  MORE_THAN_LEFT: refusal(z.object({ sku: z.string(), asked: z.number(), left: z.number() }), {
    id: ({ sku, asked, left }) =>
      `${sku} yang belum dicek tinggal ${formatNumber(left)}, tidak bisa ${formatNumber(asked)}. Belum ada yang disimpan. Periksa jumlahnya.`,
    en: ({ sku, asked, left }) =>
      `Only ${formatNumber(left)} of ${sku} are left to inspect, not ${formatNumber(asked)}. Nothing was stored. Check the number.`,
  }),
  REFUND_TOO_HIGH: refusal(z.object({ amount: z.number(), most: z.number() }), {
    id: ({ amount, most }) =>
      `${formatRupiah(amount)} melebihi yang dibayar pembeli dan belum dikembalikan, ${formatRupiah(most)}. Belum ada yang disimpan. Periksa jumlahnya.`,
    en: ({ amount, most }) =>
      `${formatRupiah(amount)} is more than the buyer paid and did not get back, ${formatRupiah(most)}. Nothing was stored. Check the amount.`,
  }),
  RETURN_STEP_NOT_FOUND: refusal(z.object({ id: z.string() }), {
    id: () => 'Catatan retur ini tidak ditemukan atau sudah diurungkan. Muat ulang halamannya.',
    en: () => 'This return record was not found or was already undone. Reload the page.',
  }),
  CLAIM_ALREADY_PAID: refusal(z.object({ party: z.string() }), {
    id: ({ party }) => `Klaim ke ${party} sudah tercatat dibayar. Urungkan pembayarannya dulu.`,
    en: ({ party }) => `The claim on ${party} is already recorded as paid. Undo its payment first.`,
  }),
  EVIDENCE_NOT_READABLE: refusal(z.object({ name: z.string() }), {
    id: ({ name }) =>
      `${name} bukan foto atau video yang dikenal. Belum ada yang disimpan. Pakai JPG, PNG, WebP, MP4 atau WebM.`,
    en: ({ name }) =>
      `${name} is not a photo or clip that can be kept. Nothing was stored. Use JPG, PNG, WebP, MP4 or WebM.`,
  }),
  EVIDENCE_TOO_LARGE: refusal(z.object({ name: z.string(), megabytes: z.number(), most: z.number() }), {
    id: ({ name, megabytes, most }) =>
      `${name} berukuran ${formatNumber(megabytes)} MB, paling besar ${formatNumber(most)} MB. Belum ada yang disimpan. Pakai foto biasa atau video yang lebih pendek.`,
    en: ({ name, megabytes, most }) =>
      `${name} has ${formatNumber(megabytes)} MB, at most ${formatNumber(most)} MB are kept. Nothing was stored. Use an ordinary photo or a shorter clip.`,
  }),
  EVIDENCE_FULL: refusal(z.object({ most: z.number() }), {
    id: ({ most }) =>
      `Satu retur menyimpan paling banyak ${formatNumber(most)} bukti. Bukti yang sudah ada tetap aman.`,
    en: ({ most }) => `One return keeps at most ${formatNumber(most)} pieces of evidence. Those already kept are safe.`,
  }),
}
