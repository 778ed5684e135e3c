import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { WalletKind, WalletLine } from '../../../src-shared/payouts/wallet-file.ts'
import type { WalletMeaning } from '../../../src-shared/payouts/wallet-meaning.ts'

interface MeaningRule {
  meaning: WalletMeaning
  /** The channel's words, in its type or its description. */
  says: RegExp
}

/** What a withdrawal costs never comes to a bank. */
const WITHDRAWAL_FEE = /^\W*(?:biaya|fee|potongan)\b.*(?:penarikan|\btarik|withdraw)|(?:penarikan|withdraw\w*)\s+fee/i

/** The first that fits counts: a payment that says what it was for is that. Words of Shopee, TikTok Shop and Tokopedia. */
const OF_BALANCE: readonly MeaningRule[] = [
  { meaning: 'adjustment', says: WITHDRAWAL_FEE },
  { meaning: 'withdrawal', says: /penarikan|tarik saldo|withdraw/i },
  { meaning: 'loan', says: /spinjam|pinjaman|cicilan|loan/i },
  { meaning: 'ads top-up', says: /iklan|\bads?\b|gmv max/i },
  { meaning: 'income', says: /penghasilan dari pesanan|transaksi penjualan|income from order|order income/i },
  { meaning: 'statement', says: /^earnings|^pendapatan$/i },
  {
    meaning: 'adjustment',
    says: /penyesuaian|adjustment|kompensasi|compensation|pengembalian|refund|ongkos kirim|ongkir|^platform (?:subsidy|deduction)$/i,
  },
  { meaning: 'payment', says: /pembayaran|payment|belanja/i },
]

/** What a line is, by the channel's own words for it. */
export function meaningOf(wallet: WalletKind, { type, description, amount }: WalletLine): WalletMeaning {
  if (wallet === 'ads') return amount < 0 ? 'ads used' : 'ads credit'
  const rule =
    OF_BALANCE.find(({ says }) => says.test(type)) ?? OF_BALANCE.find(({ says }) => says.test(description)) ?? null
  // a payment says in its description what it was for, and so does what a withdrawal took with it
  if (rule?.meaning === 'withdrawal' && WITHDRAWAL_FEE.test(description)) return 'adjustment'
  if (rule?.meaning === 'payment' && /iklan|\bads?\b/i.test(description)) return 'ads top-up'
  return rule?.meaning ?? 'other'
}

/**
 * What advertising costs beyond the credit that was used: PPN, which a seller who is no PKP cannot claim. 11 % of the price
 * since April 2022 (UU HPP 7/2021; from 2025 12 % of 11/12 of it, PMK 131/2024, which is the same).
 */
const ADS_TAX: readonly { from: BusinessDay; percent: number }[] = [
  { from: '2000-01-01', percent: 10 },
  { from: '2022-04-01', percent: 11 },
]

/** What used credit costs, with its tax, in whole rupiah. */
export function adsCost(day: BusinessDay, credit: number): number {
  const { percent } = ADS_TAX.findLast(({ from }) => from <= day)!
  return credit + Math.round((credit * percent) / 100)
}
