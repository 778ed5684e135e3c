import { z } from 'zod'
import { businessDay, type Zone } from '../../../../../src-shared/kernel/business-day.ts'
import type { WalletLine } from '../../../../../src-shared/payouts/wallet-file.ts'
import type { SettlementLine, SettlementStatement } from '../../../../../src-shared/settlements/settlement-file.ts'
import type { Payload } from '../connector.ts'
import { PAYOUT_MAY_BE_CENTS } from './unsure.ts'
import { Amount, listOf, Text } from './wire.ts'

const Income = z.looseObject({
  escrow_amount: Amount,
  seller_discount: Amount.nullish(),
  order_adjustment: listOf(
    z.looseObject({ amount: Amount, date: z.number().int().nullish(), adjustment_reason: Text }),
  ),
})
const Released = z.object({
  release: z.looseObject({ order_sn: z.string(), payout_amount: Amount, escrow_release_time: z.number().int() }),
  escrow: z.looseObject({ order_income: Income }).nullable(),
})

/**
 * The printed sum of `escrow_amount` ("get_escrow_detail", Shopee Open Platform, 2026-08), term by term: costs are positive there and
 * taken off. The names are those of the income file; a term that the file has no column for keeps its own.
 */
const TERMS: readonly [field: string, sign: 1 | -1, name?: string][] = [
  ['original_shopee_discount', -1, 'Diskon Produk dari Shopee'],
  ['shopee_discount', 1, 'Diskon Produk dari Shopee'],
  ['seller_return_refund', 1, 'Jumlah Pengembalian Dana ke Pembeli'],
  ['voucher_from_seller', -1, 'Voucher disponsor oleh Penjual'],
  ['seller_coin_cash_back', -1, 'Cashback Koin disponsori Penjual'],
  ['buyer_paid_shipping_fee', 1, 'Ongkir Dibayar Pembeli'],
  ['actual_shipping_fee', -1, 'Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim'],
  ['shopee_shipping_rebate', 1, 'Gratis Ongkir dari Shopee'],
  ['shipping_fee_discount_from_3pl', 1, 'Diskon Ongkir Ditanggung Jasa Kirim'],
  ['reverse_shipping_fee', -1, 'Ongkos Kirim Pengembalian Barang'],
  ['rsf_seller_protection_fee_claim_amount', 1, 'Pengembalian Biaya Kirim'],
  ['final_return_to_seller_shipping_fee', -1, 'Kembali ke Biaya Pengiriman Pengirim'],
  ['seller_transaction_fee', -1, 'Biaya Transaksi'],
  ['service_fee', -1, 'Biaya Layanan'],
  ['commission_fee', -1, 'Biaya Administrasi'],
  ['campaign_fee', -1, 'Biaya Kampanye'],
  ['shipping_seller_protection_fee_amount', -1, 'Biaya Program Hemat Biaya Kirim'],
  ['delivery_seller_protection_fee_premium_amount', -1, 'Premi'],
  ['order_ams_commission_fee', -1, 'Biaya Komisi AMS'],
  ['escrow_tax', -1, 'Bea Masuk, PPN & PPh'],
  // where Shopee books PPh 22 is not said; it has no key of its own
  ['withholding_tax', -1, 'PPh 22'],
  ['seller_order_processing_fee', -1, 'Biaya Proses Pesanan'],
  ['fbs_fee', -1, 'FBS Fee'],
  ['ads_escrow_top_up_fee_or_technical_support_fee', -1, 'Biaya Isi Saldo Otomatis (dari Penghasilan)'],
  ['final_escrow_product_gst', -1],
  ['sales_tax_on_lvg', -1],
  ['reverse_shipping_fee_sst', -1],
  ['shipping_fee_sst', -1],
  ['overseas_return_service_fee', -1],
  ['vat_on_imported_goods', -1],
  ['withholding_vat_tax', -1],
  ['withholding_pit_tax', -1],
  ['withholding_cit_tax', -1],
  ['buyer_paid_packaging_fee', 1],
  ['trade_in_bonus_by_seller', -1],
  ['th_import_duty', -1],
]
const UNEXPLAINED = 'Selisih yang tidak dirinci Shopee'
const REFUND = 'Jumlah Pengembalian Dana ke Pembeli'

const sumOf = (lines: readonly SettlementLine[]) => lines.reduce((sum, { amount }) => sum + amount, 0)

function termsOf(income: z.output<typeof Income>): SettlementLine[] {
  const amountOf = (field: string) => Amount.nullish().parse(income[field]) ?? 0
  const discount = Math.abs(income.seller_discount ?? 0)
  const byName = new Map<string, number>()
  const add = (name: string, amount: number) => byName.set(name, (byName.get(name) ?? 0) + amount)
  // the sum begins after the seller's own discount; the income file shows the price before it and the discount beside it
  add('Harga Asli Produk', amountOf('original_cost_of_goods_sold') + discount)
  add('Total Diskon Produk', -discount)
  for (const [field, sign, name = field] of TERMS) add(name, sign * amountOf(field))
  return [...byName].filter(([, amount]) => amount !== 0).map(([name, amount]) => ({ name, amount }))
}

/** Money taken back for a return may come with either sign: the one that makes the sum come out is meant. */
function withRefundSign(lines: SettlementLine[], escrow: number): SettlementLine[] {
  if (sumOf(lines) === escrow) return lines
  const turned = lines.map((line) => (line.name === REFUND ? { ...line, amount: -line.amount } : line))
  return sumOf(turned) === escrow ? turned : lines
}

/** Lines that come to what was released; the rest is a line of its own. */
const explained = (lines: SettlementLine[], released: number): SettlementLine[] => {
  const rest = released - sumOf(lines)
  return rest === 0 ? lines : [...lines, { name: UNEXPLAINED, amount: rest }]
}

export function readSettlements(payload: Payload, zone: Zone): SettlementStatement[] {
  const { release, escrow } = Released.parse(JSON.parse(payload.body))
  const income = escrow?.order_income
  const isCents =
    PAYOUT_MAY_BE_CENTS &&
    income !== undefined &&
    income.escrow_amount !== 0 &&
    release.payout_amount === income.escrow_amount * 100
  const released = isCents ? income.escrow_amount : release.payout_amount
  const on = businessDay(release.escrow_release_time * 1000, zone)
  const lines = income ? withRefundSign(termsOf(income), income.escrow_amount) : []
  const ofOrder = { orderNumber: release.order_sn, description: '' }
  const corrections = income?.order_adjustment ?? []
  const corrected = corrections.reduce((sum, { amount }) => sum + amount, 0)
  // corrections that were made before the release are in it; later ones are documents of their own
  const areInside = corrected !== 0 && income !== undefined && released === income.escrow_amount + corrected
  const inside = areInside
    ? corrections.map(({ amount, adjustment_reason }) => ({ name: adjustment_reason || 'Penyesuaian', amount }))
    : []
  return [
    {
      ...ofOrder,
      kind: 'order',
      reference: '',
      releasedOn: on,
      released,
      lines: explained([...lines, ...inside], released),
    },
    ...(areInside ? [] : corrections).map(({ amount, date, adjustment_reason }) => ({
      ...ofOrder,
      kind: 'adjustment' as const,
      reference: String(date ?? release.escrow_release_time),
      releasedOn: date ? businessDay(date * 1000, zone) : on,
      released: amount,
      lines: [{ name: adjustment_reason || 'Penyesuaian', amount }],
      description: adjustment_reason,
    })),
  ]
}

/** Kinds of movements, by name or by number: which of the two is on the wire is not documented. Words are those of the balance report. */
const WORDS: readonly [number: string, name: string, word: string][] = [
  ['101', 'ESCROW_VERIFIED_ADD', 'Penghasilan dari Pesanan'],
  ['102', 'ESCROW_VERIFIED_MINUS', 'Penghasilan dari Pesanan'],
  ['201', 'WITHDRAWAL_CREATED', 'Penarikan Dana'],
  ['202', 'WITHDRAWAL_COMPLETED', 'Penarikan Dana'],
  ['203', 'WITHDRAWAL_CANCELLED', 'Penarikan Dana'],
  ['401', 'ADJUSTMENT_ADD', 'Penyesuaian'],
  ['402', 'ADJUSTMENT_MINUS', 'Penyesuaian'],
]
const wordOf = (type: string) => WORDS.find(([number, name]) => type === number || type === name)?.[2] ?? type

const STATUSES: Record<string, WalletLine['status']> = { COMPLETED: 'done', FAILED: 'failed' }
const Movement = z.looseObject({
  status: Text,
  transaction_type: z.union([z.string(), z.number()]).nullish(),
  txn_title: Text,
  description: Text,
  reason: Text,
  amount: Amount,
  current_balance: Amount.nullish(),
  create_time: z.number().int(),
  order_sn: Text,
  withdrawal_id: z.union([z.string(), z.number()]).nullish(),
  money_flow: Text,
})

export function readWalletLine(payload: Payload, zone: Zone): WalletLine {
  const row = Movement.parse(JSON.parse(payload.body))
  const type = String(row.transaction_type ?? '')
  // amounts may come without a sign, the direction beside them
  const isOut = row.money_flow === 'MONEY_OUT' && row.amount > 0
  return {
    at: row.create_time * 1000,
    day: businessDay(row.create_time * 1000, zone),
    type: wordOf(type) || row.txn_title,
    description: row.description || row.reason,
    orderNumber: row.order_sn,
    amount: isOut ? -row.amount : row.amount,
    balance: row.current_balance ?? null,
    status: STATUSES[row.status] ?? 'pending',
    reference: row.withdrawal_id ? String(row.withdrawal_id) : '',
  }
}
