import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Naming } from '../../../src-shared/ledger/account-name.ts'
import type { Account, AccountCode, StatementSection } from '../../../src-shared/ledger/ledger.ts'
import { type StatementNames, statementNames } from '../../../src-shared/ledger/statement.words.ts'

/** Balance of each account at the end of a day, debit positive; an account without a balance is absent. */
export type Balances = ReadonlyMap<AccountCode, Rupiah>
export const NO_BALANCES: Balances = new Map()

export const balanceOf = (balances: Balances, code: AccountCode): Rupiah => balances.get(code) ?? 0

/**
 * Which lines of the chart stand in which section, in print order. SAK EMKM 4.2 to 4.4 and 5.2 name the items and leave
 * format and order free; assets stand by liquidity, liabilities by due date.
 */
export const SECTION_LINES = {
  assets: [
    'cash',
    'marketplace receivables',
    'trade receivables',
    'clearing',
    'other receivables',
    'owner receivables',
    'inventory',
    'prepaid',
    'advances',
    'prepaid tax',
    'fixed assets',
    'accumulated depreciation',
  ],
  liabilities: ['trade payables', 'other liabilities', 'tax payables', 'owner payables', 'loans'],
  equity: ['capital', 'retained earnings', 'drawings'],
  revenue: ['sales', 'sales reductions', 'shipping income'],
  costOfGoods: ['cost of goods'],
  expenses: ['marketplace costs', 'selling costs', 'general costs', 'other costs'],
  otherIncome: ['other income'],
  financeCost: ['finance cost'],
  tax: ['income tax'],
} as const

export const PROFIT_SECTIONS = ['revenue', 'costOfGoods', 'expenses', 'otherIncome', 'financeCost', 'tax'] as const

/** The accounts whose sum is the profit, by their line in the chart. */
export const isProfitLine = (line: string): boolean =>
  PROFIT_SECTIONS.some((section) => (SECTION_LINES[section] as readonly string[]).includes(line))

/** What each account adds to a line, by line key. */
export type LineAmounts = Map<string, Map<AccountCode, Rupiah>>

export function addAmount(lines: LineAmounts, key: string, code: AccountCode, amount: Rupiah): void {
  if (amount === 0) return
  const accounts = lines.get(key) ?? new Map<AccountCode, Rupiah>()
  lines.set(key, accounts.set(code, (accounts.get(code) ?? 0) + amount))
}

export const totalOf = (lines: LineAmounts, keys: readonly string[]): Rupiah =>
  keys.reduce((sum, key) => sum + [...(lines.get(key)?.values() ?? [])].reduce((a, b) => a + b, 0), 0)

interface SectionShape {
  key: keyof typeof SECTION_LINES
  lines: readonly string[]
  /** Lines that are printed even when they hold nothing. */
  always?: readonly string[]
  nameOf?: (say: StatementNames, key: string) => string | undefined
}

/** One section with its lines beside those of the compared day; lines that hold nothing on both days are left out. */
export function sectionOf(
  { key, lines, always = [], nameOf }: SectionShape,
  amounts: LineAmounts,
  compared: LineAmounts,
  accounts: readonly Account[],
  naming: Naming,
): StatementSection {
  const say = statementNames(naming)
  const formal = statementNames({ ...naming, accountingTerms: 'standard' })
  const shown = lines.filter((line) => amounts.has(line) || compared.has(line) || always.includes(line))
  return {
    key,
    name: say[key as 'assets'],
    formalName: formal[key as 'assets'],
    total: totalOf(amounts, lines),
    comparedTotal: totalOf(compared, lines),
    lines: shown.map((line) => ({
      key: line,
      name: nameOf?.(say, line) ?? say[line as 'cash'],
      formalName: nameOf?.(formal, line) ?? formal[line as 'cash'],
      amount: totalOf(amounts, [line]),
      compared: totalOf(compared, [line]),
      accounts: accounts
        .filter(({ code }) => amounts.get(line)?.has(code) || compared.get(line)?.has(code))
        .map(({ code, name }) => ({
          code,
          name,
          amount: amounts.get(line)?.get(code) ?? 0,
          compared: compared.get(line)?.get(code) ?? 0,
        })),
    })),
  }
}
