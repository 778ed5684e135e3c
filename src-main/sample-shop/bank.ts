import type { BankFile } from '../../src-shared/bank/bank-file.ts'
import { addDays, type BusinessDay } from '../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../src-shared/ledger/ledger.ts'

export const SECOND_BANK = '1111' as AccountCode

/** Three weeks of a second account on which shop and family meet: days before today, what the bank writes, and how much. */
const MOVES: readonly (readonly [daysAgo: number, description: string, amount: number])[] = [
  [20, 'SETORAN TUNAI CABANG JEPARA', 6_000_000],
  [19, 'TRSF E-BANKING DB 0311/FTSCY/WS95051 CV TROSO JAYA', -2_400_000],
  [17, 'TRANSAKSI DEBIT QR INDOMARET TAHUNAN', -86_500],
  [16, 'PLN PREPAID VA 52 2711 0088', -302_500],
  [14, 'TRSF E-BANKING CR 0811/FTSCY/WS95031 DEWI LESTARI PELUNASAN SERAGAM', 1_750_000],
  [12, 'TARIKAN ATM 10/11', -500_000],
  [11, 'TRANSAKSI DEBIT QR APOTEK JEPARA', -74_000],
  [9, 'TRSF E-BANKING DB 1311/FTSCY/WS95051 CV TROSO JAYA', -1_850_000],
  [7, 'BIAYA ADM', -15_000],
  [5, 'TRANSAKSI DEBIT QR SPBU 44.594.11 TAHUNAN', -150_000],
  [4, 'BUNGA', 1_250],
  [2, 'TRANSAKSI DEBIT QR INDOMARET PEMUDA', -112_300],
]

/** A statement of BCA, so that the inbox has something to answer. */
export function sampleStatement(
  today: BusinessDay,
): Pick<BankFile, 'bank' | 'accountNumber' | 'accountName' | 'lines' | 'totals'> {
  let balance = 0
  const lines = MOVES.map(([daysAgo, description, amount]) => {
    balance += amount
    return { day: addDays(today, -daysAgo), at: null, description, amount, balance, reference: '', isPending: false }
  })
  const sum = (of: (amount: number) => boolean) =>
    MOVES.reduce((total, [, , amount]) => (of(amount) ? total + amount : total), 0)
  return {
    bank: 'bca',
    accountNumber: '0123456789',
    accountName: 'RATNA SARI',
    lines,
    totals: {
      rows: lines.length,
      opening: 0,
      in: sum((amount) => amount > 0),
      out: sum((amount) => amount < 0),
      closing: balance,
      pending: 0,
      from: lines[0]!.day,
      to: today,
    },
  }
}
