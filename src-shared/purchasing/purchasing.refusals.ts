import { z } from 'zod'
import { refusal } from '../kernel/refusal.ts'
import { formatRupiah } from '../kernel/rupiah.ts'

export const purchasingRefusals = {
  PAID_TOO_MUCH: refusal(z.object({ paid: z.number(), total: z.number() }), {
    id: ({ paid, total }) =>
      `Dibayar ${formatRupiah(paid)}, padahal totalnya ${formatRupiah(total)}. Belum ada yang disimpan. Periksa jumlah bayar.`,
    en: ({ paid, total }) =>
      `${formatRupiah(paid)} was paid, but the total is ${formatRupiah(total)}. Nothing was stored. Check the amount paid.`,
  }),
  WALLET_MISSING: refusal(z.object({}), {
    id: () => 'Pilih uangnya dari kas atau rekening mana. Belum ada yang disimpan.',
    en: () => 'Choose which cash or account the money came from. Nothing was stored.',
  }),
  DISCOUNT_TOO_LARGE: refusal(z.object({ discount: z.number(), value: z.number() }), {
    id: ({ discount, value }) =>
      `Diskon ${formatRupiah(discount)} melebihi nilai barang ${formatRupiah(value)}. Belum ada yang disimpan. Periksa diskonnya.`,
    en: ({ discount, value }) =>
      `The discount ${formatRupiah(discount)} is larger than the goods' value ${formatRupiah(value)}. Nothing was stored. Check the discount.`,
  }),
  PURCHASE_NOT_FOUND: refusal(z.object({ id: z.string() }), {
    id: () => 'Pembelian ini tidak ditemukan. Muat ulang daftarnya.',
    en: () => 'This purchase was not found. Reload the list.',
  }),
}
