import {
  addDays,
  type BusinessDay,
  firstOfMonth,
  lastOfMonth,
  monthOf,
} from '../../../src-shared/kernel/business-day.ts'
import type { Naming } from '../../../src-shared/ledger/account-name.ts'
import type { Account, LabaRugi } from '../../../src-shared/ledger/ledger.ts'
import { monthsUpTo, type Period } from './compared-periods.ts'
import {
  addAmount,
  type Balances,
  balanceOf,
  isProfitLine,
  type LineAmounts,
  NO_BALANCES,
  PROFIT_SECTIONS,
  SECTION_LINES,
  sectionOf,
  totalOf,
} from './statement-lines.ts'

export interface LabaRugiFacts {
  period: Period
  compared: Period
  accounts: readonly Account[]
  /** Balances at the end of every day of `labaRugiDays`. */
  balances: ReadonlyMap<BusinessDay, Balances>
  costIncomplete: LabaRugi['costIncomplete']
  naming: Naming
}

/** Six months; the last one ends where the period does. */
const monthPeriods = ({ to }: Period): Period[] =>
  monthsUpTo(monthOf(to), 6).map((month) => ({
    from: firstOfMonth(month),
    to: month === monthOf(to) ? to : lastOfMonth(month),
  }))

const edges = ({ from, to }: Period): BusinessDay[] => [addDays(from, -1), to]

/** The days whose balances an income statement is made of. */
export const labaRugiDays = (period: Period, compared: Period): BusinessDay[] => [
  ...new Set([period, compared, ...monthPeriods(period)].flatMap(edges)),
]

/** Income and net profit count against costs. */
const ADDS = { revenue: 1, costOfGoods: -1, expenses: -1, otherIncome: 1, financeCost: -1, tax: -1 } as const

/** Laporan Laba Rugi of a period. Cost of goods and gross profit are lines of our own, which SAK EMKM 5.2 leaves free. */
export function labaRugiOf({ period, compared, accounts, balances, costIncomplete, naming }: LabaRugiFacts): LabaRugi {
  const income = accounts.filter(({ line }) => isProfitLine(line))
  const linesOf = ({ from, to }: Period) =>
    movementLines(income, balances.get(to) ?? NO_BALANCES, balances.get(addDays(from, -1)) ?? NO_BALANCES)
  const amounts = linesOf(period)
  const comparedAmounts = linesOf(compared)

  const section = (key: (typeof PROFIT_SECTIONS)[number], always: readonly string[] = []) =>
    sectionOf({ key, lines: SECTION_LINES[key], always }, amounts, comparedAmounts, income, naming)
  const sum = (sections: readonly (typeof PROFIT_SECTIONS)[number][]) => {
    const over = (lines: LineAmounts) =>
      sections.reduce((total, key) => total + ADDS[key] * totalOf(lines, SECTION_LINES[key]), 0)
    return { amount: over(amounts), compared: over(comparedAmounts) }
  }

  return {
    from: period.from,
    to: period.to,
    comparedFrom: compared.from,
    comparedTo: compared.to,
    revenue: section('revenue', ['sales']),
    costOfGoods: section('costOfGoods', ['cost of goods']),
    grossProfit: sum(['revenue', 'costOfGoods']),
    expenses: section('expenses'),
    otherIncome: section('otherIncome'),
    financeCost: section('financeCost'),
    profitBeforeTax: sum(['revenue', 'costOfGoods', 'expenses', 'otherIncome', 'financeCost']),
    tax: section('tax'),
    netProfit: sum(PROFIT_SECTIONS),
    costIncomplete,
    months: monthPeriods(period).map((month) => {
      const lines = linesOf(month)
      return {
        month: monthOf(month.to),
        revenue: totalOf(lines, SECTION_LINES.revenue),
        netProfit: PROFIT_SECTIONS.reduce((total, key) => total + ADDS[key] * totalOf(lines, SECTION_LINES[key]), 0),
      }
    }),
  }
}

function movementLines(accounts: readonly Account[], at: Balances, before: Balances): LineAmounts {
  const lines: LineAmounts = new Map()
  for (const { code, line } of accounts) {
    const debit = balanceOf(at, code) - balanceOf(before, code)
    const isIncome = [...SECTION_LINES.revenue, ...SECTION_LINES.otherIncome].some((key) => key === line)
    addAmount(lines, line, code, isIncome ? -debit : debit)
  }
  return lines
}
