import type { CashEvent } from '../../src-shared/cash/cash-record.ts'
import {
  addDays,
  addMonths,
  type BusinessDay,
  firstOfMonth,
  lastOfMonth,
  type Month,
  monthOf,
} from '../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../src-shared/ledger/ledger.ts'
import type { SettlementStatement } from '../../src-shared/settlements/settlement-file.ts'
import type { Dice } from './dice.ts'

export interface SampleCash {
  day: BusinessDay
  note: string
  event: CashEvent
}

const round = (amount: number, to: number) => Math.round(amount / to) * to

/** A month of the shop's ordinary costs, its loan, and what the family spends, on believable days. */
export function monthOfCash(dice: Dice, month: Month, today: BusinessDay): SampleCash[] {
  const on = (date: number) => `${month}-${String(date).padStart(2, '0')}`
  const about = (amount: number) => round(amount * (0.92 + 0.16 * dice.roll()), 500)
  const records: SampleCash[] = [
    {
      day: on(1),
      note: 'Sewa ruko',
      event: { what: 'business expense', wallet: '1110', account: '6203', amount: 850_000 },
    },
    {
      day: on(3),
      note: 'Plastik, lakban, kertas resi',
      event: { what: 'business expense', wallet: '1101', account: '6207', amount: about(320_000) },
    },
    {
      day: on(5),
      note: 'Cicilan KUR',
      event: { what: 'loan instalment', wallet: '1110', account: '2201', principal: 1_250_000, interest: 215_000 },
    },
    { day: on(6), note: 'Listrik PLN, 60 persen usaha', event: mixed(about(640_000), '6204', '9503') },
    {
      day: on(8),
      note: 'Internet dan pulsa',
      event: { what: 'business expense', wallet: '1120', account: '6205', amount: 385_000 },
    },
    {
      day: on(9),
      note: 'Bensin antar paket',
      event: { what: 'business expense', wallet: '1101', account: '6206', amount: about(240_000) },
    },
    {
      day: on(12),
      note: 'Saldo iklan',
      event: { what: 'business expense', wallet: '1130', account: '6106', amount: about(900_000) },
    },
    {
      day: on(17),
      note: 'Host live, empat sesi',
      event: { what: 'business expense', wallet: '1131', account: '6107', amount: 1_000_000 },
    },
    {
      day: on(25),
      note: 'Gaji Dimas',
      event: { what: 'business expense', wallet: '1110', account: '6201', amount: 2_400_000 },
    },
    {
      day: on(26),
      note: 'Upah bantu kemas',
      event: { what: 'business expense', wallet: '1101', account: '6202', amount: about(420_000) },
    },
    {
      day: on(27),
      note: 'Biaya bank',
      event: { what: 'business expense', wallet: '1110', account: '6211', amount: 15_000 },
    },
    {
      day: on(2),
      note: 'Jatah rumah tangga',
      event: { what: 'take home', wallet: '1110', householdWallet: '9110', amount: 3_500_000 },
    },
    {
      day: on(16),
      note: 'Jatah rumah tangga',
      event: { what: 'take home', wallet: '1110', householdWallet: '9110', amount: 2_000_000 },
    },
    {
      day: on(11),
      note: 'Belanja pasar dari dompet toko',
      event: { what: 'private expense', wallet: '1120', householdAccount: '9501', amount: about(260_000) },
    },
    {
      day: on(1),
      note: 'Gaji Pak Yusuf mengajar',
      event: { what: 'household income', householdWallet: '9110', amount: 2_600_000 },
    },
    {
      day: on(4),
      note: 'Belanja dapur',
      event: { what: 'household expense', householdWallet: '9110', householdAccount: '9501', amount: about(1_150_000) },
    },
    {
      day: on(18),
      note: 'Belanja dapur',
      event: { what: 'household expense', householdWallet: '9110', householdAccount: '9501', amount: about(1_100_000) },
    },
    {
      day: on(10),
      note: 'SPP dan les',
      event: { what: 'household expense', householdWallet: '9110', householdAccount: '9502', amount: 1_450_000 },
    },
    {
      day: on(7),
      note: 'Cicilan motor',
      event: { what: 'household expense', householdWallet: '9110', householdAccount: '9504', amount: 1_150_000 },
    },
    {
      day: on(20),
      note: 'Apotek dan kondangan',
      event: { what: 'household expense', householdWallet: '9110', householdAccount: '9599', amount: about(480_000) },
    },
    {
      day: on(13),
      note: 'Lampu live, uang pribadi, minta ganti',
      event: {
        what: 'expense from household',
        householdWallet: '9110',
        account: '6207',
        amount: 185_000,
        payBack: true,
      },
    },
    {
      day: on(21),
      note: 'Ganti talangan lampu',
      event: { what: 'repay household', wallet: '1110', householdWallet: '9110', amount: 185_000 },
    },
  ]
  return records.filter(({ day }) => day <= today)
}

function mixed(total: number, account: AccountCode, householdAccount: AccountCode): CashEvent {
  const businessAmount = round(total * 0.6, 100)
  return {
    what: 'mixed bill',
    wallet: '1110',
    account,
    businessAmount,
    householdAccount,
    householdAmount: total - businessAmount,
  }
}

/** What of the money that channels released goes on to the bank, once a week. */
export function withdrawals(
  channel: 'shopee' | 'tiktok',
  settlements: readonly SettlementStatement[],
  today: BusinessDay,
): SampleCash[] {
  const [wallet, name] = channel === 'shopee' ? (['1130', 'Shopee'] as const) : (['1131', 'TikTok Shop'] as const)
  const byWeek = Map.groupBy(settlements, ({ releasedOn }) => weekEnd(releasedOn))
  return [...byWeek]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([end, released]) => {
      const day = addDays(end, 1)
      const amount = released.reduce((total, each) => total + each.released, 0)
      const toBank = Math.floor(amount / 100_000) * 100_000 - 200_000
      if (day > today || toBank <= 0) return []
      return [
        {
          day,
          note: `Tarik dana ${name}`,
          event: { what: 'transfer' as const, wallet, toWallet: '1110' as const, amount: toBank, fee: 0 },
        },
      ]
    })
}

/** The Sunday that ends the week of a day. */
const weekEnd = (day: BusinessDay) => addDays(day, (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7)

/** The months from the shop's start to today. */
export function monthsUntil(
  start: BusinessDay,
  today: BusinessDay,
): { month: Month; from: BusinessDay; to: BusinessDay }[] {
  const months = []
  for (let month = monthOf(start); month <= monthOf(today); month = addMonths(month, 1))
    months.push({ month, from: firstOfMonth(month), to: lastOfMonth(month) < today ? lastOfMonth(month) : today })
  return months
}
