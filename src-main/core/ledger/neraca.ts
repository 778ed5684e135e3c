import {
  addDays,
  type BusinessDay,
  firstOfMonth,
  formatMonth,
  lastOfMonth,
  monthOf,
} from '../../../src-shared/kernel/business-day.ts'
import type { Naming } from '../../../src-shared/ledger/account-name.ts'
import type { Account, Neraca } from '../../../src-shared/ledger/ledger.ts'
import type { StatementNames } from '../../../src-shared/ledger/statement.words.ts'
import { monthsUpTo } from './compared-periods.ts'
import {
  addAmount,
  type Balances,
  balanceOf,
  isProfitLine,
  type LineAmounts,
  NO_BALANCES,
  SECTION_LINES,
  sectionOf,
  totalOf,
} from './statement-lines.ts'

const LIABILITY_LINES = ['owed to channels', 'overdrawn', ...SECTION_LINES.liabilities]
const EQUITY_LINES = ['capital', 'earlier profit', 'profit of the month', 'drawings of the month']

export interface NeracaFacts {
  day: BusinessDay
  comparedDay: BusinessDay
  accounts: readonly Account[]
  /** Balances at the end of every day of `neracaDays`. */
  balances: ReadonlyMap<BusinessDay, Balances>
  costIncomplete: Neraca['costIncomplete']
  naming: Naming
}

const dayBeforeMonthOf = (day: BusinessDay): BusinessDay => addDays(firstOfMonth(monthOf(day)), -1)

/** Six month ends, the last of them the day itself. */
const historyDays = (day: BusinessDay): BusinessDay[] =>
  monthsUpTo(monthOf(day), 6).map((month) => (month === monthOf(day) ? day : lastOfMonth(month)))

/** The days whose balances a neraca is made of. */
export const neracaDays = (day: BusinessDay, comparedDay: BusinessDay): BusinessDay[] => [
  ...new Set([day, comparedDay, dayBeforeMonthOf(day), ...historyDays(day)]),
]

/**
 * Laporan Posisi Keuangan at the end of a day. Profit is never an account: it is what the income accounts hold, told apart
 * into earlier months and the month of `day`, in both columns alike. A wallet below zero is shown as a liability, what a channel
 * is owed apart from what was overdrawn, in the report only: the books themselves are not touched.
 */
export function neracaOf({ day, comparedDay, accounts, balances, costIncomplete, naming }: NeracaFacts): Neraca {
  const shop = accounts.filter(({ book }) => book === 'usaha')
  const monthStart = dayBeforeMonthOf(day)
  const linesAt = (at: BusinessDay) =>
    positionLines(shop, balances.get(at) ?? NO_BALANCES, balances.get(at < monthStart ? at : monthStart) ?? NO_BALANCES)
  const amounts = linesAt(day)
  const compared = linesAt(comparedDay)

  const month = formatMonth(monthOf(day), naming.language).replace(/ \d+$/, '')
  const ofTheMonth = (say: StatementNames, line: string) => {
    if (line === 'profit of the month') return say['profit of the month'](month, day === lastOfMonth(monthOf(day)))
    return line === 'drawings of the month' ? say['drawings of the month'](month) : undefined
  }
  const section = (key: 'assets' | 'liabilities' | 'equity', lines: readonly string[], always: readonly string[]) =>
    sectionOf({ key, lines, always, nameOf: ofTheMonth }, amounts, compared, shop, naming)

  const assets = section('assets', SECTION_LINES.assets, ['cash', 'inventory'])
  const liabilities = section('liabilities', LIABILITY_LINES, ['trade payables'])
  const equity = section('equity', EQUITY_LINES, EQUITY_LINES)
  return {
    day,
    comparedDay,
    assets,
    liabilities,
    equity,
    difference: assets.total - liabilities.total - equity.total,
    comparedDifference: assets.comparedTotal - liabilities.comparedTotal - equity.comparedTotal,
    costIncomplete,
    history: historyDays(day).map((at) => {
      const lines = linesAt(at)
      return { day: at, liabilities: totalOf(lines, LIABILITY_LINES), equity: totalOf(lines, EQUITY_LINES) }
    }),
  }
}

/** @param before balances at the end of the month before, to tell the month's profit and prive from earlier ones. */
function positionLines(accounts: readonly Account[], now: Balances, before: Balances): LineAmounts {
  const lines: LineAmounts = new Map()
  for (const { code, kind, line, isCash, roles } of accounts) {
    const amount = balanceOf(now, code)
    const earlier = balanceOf(before, code)
    if (isProfitLine(line)) {
      addAmount(lines, 'earlier profit', code, -earlier)
      addAmount(lines, 'profit of the month', code, earlier - amount)
    } else if (line === 'drawings') {
      addAmount(lines, 'earlier profit', code, -earlier)
      addAmount(lines, 'drawings of the month', code, earlier - amount)
    } else if (line === 'retained earnings') addAmount(lines, 'earlier profit', code, -amount)
    else if (isCash && amount < 0)
      addAmount(lines, roles.includes('channel balance') ? 'owed to channels' : 'overdrawn', code, -amount)
    else addAmount(lines, line, code, kind === 'asset' ? amount : -amount)
  }
  return lines
}
