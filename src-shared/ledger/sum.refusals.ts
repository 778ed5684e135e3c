import { z } from 'zod'
import type { Language } from '../kernel/business-day.ts'
import { refusal } from '../kernel/refusal.ts'
import { formatRupiah } from '../kernel/rupiah.ts'
import { chartOfAccounts } from './chart-of-accounts.ts'

const nameOf = (code: string, language: Language): string => {
  const account = chartOfAccounts.find((each) => each.code === code)
  return account ? (language === 'id' ? account.name : account.nameEn) : code
}

/**
 * What documents come to together has a limit, and whatever is recorded may pass it; so no contract names these one by one.
 * Each is thrown inside the write, which is then rolled back whole.
 */
export const sumRefusals = {
  BALANCE_TOO_LARGE: refusal(z.object({ account: z.string(), most: z.number() }), {
    id: ({ account, most }) =>
      `Dengan catatan ini ${nameOf(account, 'id')} (${account}) melewati ${formatRupiah(most)}, lebih besar dari yang bisa dihitung Lumbung. Belum ada yang disimpan. Periksa harga dan jumlahnya; mungkin ada angka yang salah ketik.`,
    en: ({ account, most }) =>
      `With this record ${nameOf(account, 'en')} (${account}) passes ${formatRupiah(most)}, more than Lumbung can count with. Nothing was stored. Check prices and pieces; a number may be mistyped.`,
  }),
  COST_TOO_LARGE: refusal(z.object({ sku: z.string(), most: z.number() }), {
    id: ({ sku, most }) =>
      `Dengan catatan ini nilai stok ${sku} melewati ${formatRupiah(most)}, lebih besar dari yang bisa dihitung Lumbung. Belum ada yang disimpan. Periksa jumlah dan harga modalnya; mungkin ada angka yang salah ketik.`,
    en: ({ sku, most }) =>
      `With this record the stock value of ${sku} passes ${formatRupiah(most)}, more than Lumbung can count with. Nothing was stored. Check its pieces and cost; a number may be mistyped.`,
  }),
  SALES_TOO_LARGE: refusal(z.object({ most: z.number() }), {
    id: ({ most }) =>
      `Dengan ini omzet seluruh pesanan melewati ${formatRupiah(most)}, lebih besar dari yang bisa dihitung Lumbung. Belum ada yang disimpan. Periksa harga dan jumlah barangnya; mungkin ada angka yang salah ketik.`,
    en: ({ most }) =>
      `With this the sales of all orders pass ${formatRupiah(most)}, more than Lumbung can count with. Nothing was stored. Check prices and pieces; a number may be mistyped.`,
  }),
}
