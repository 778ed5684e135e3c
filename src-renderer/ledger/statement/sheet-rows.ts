import { addDays, firstOfMonth, monthOf } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Account, LabaRugi, Neraca, StatementLine, StatementSection } from '../../../src-shared/ledger/ledger.ts'
import type { FigureRows } from '../books-address.ts'

/** One money cell of each column, and what either is made of; a figure is absent when nothing stands behind it. */
interface Amounts {
  name: string
  amount: Rupiah
  compared: Rupiah
  figure?: FigureRows | undefined
  comparedFigure?: FigureRows | undefined
}

/** One row of a statement as it stands on the sheet and on paper. */
export interface SheetRow extends Amounts {
  /** `head` opens a section, `line` opens to its `accounts`, `sum` is ruled once, `total` twice. */
  kind: 'head' | 'line' | 'sum' | 'total'
  key: string
  accounts: readonly SheetAccount[]
}

export interface SheetAccount extends Amounts {
  code: string
}

type Side = Account['normal']
type Days = Pick<FigureRows, 'from' | 'to'>
/** The days of the two columns; null where a line cannot hold anything in the compared one. */
interface ColumnDays {
  now: Days
  compared: Days | null
}
/** Which accounts a line counts, by column. */
type CodesOf = (line: StatementLine, column: 'amount' | 'compared') => string[]

const head = ({ key, name }: StatementSection): SheetRow => ({
  kind: 'head',
  key: `head ${key}`,
  name,
  amount: 0,
  compared: 0,
  accounts: [],
})

const figureOf = (name: string, codes: readonly string[], side: Side, days: Days | null): FigureRows | undefined =>
  codes.length > 0 && days ? { name, codes, side, ...days } : undefined

const figuresOf = (
  name: string,
  codes: readonly string[],
  comparedCodes: readonly string[],
  side: Side,
  { now, compared }: ColumnDays,
) => ({ figure: figureOf(name, codes, side, now), comparedFigure: figureOf(name, comparedCodes, side, compared) })

/**
 * An account that stands in this line alone always counts, even at zero; one that moved to another line of the sheet (a
 * wallet below zero is a debt) counts only where it holds something.
 */
function codesIn(sections: readonly StatementSection[]): CodesOf {
  const lines = sections.flatMap((section) => section.lines)
  return (line, column) =>
    line.accounts
      .filter(
        (account) =>
          account[column] !== 0 ||
          !lines.some(
            (other) => other !== line && other.accounts.some((one) => one.code === account.code && one[column] !== 0),
          ),
      )
      .map(({ code }) => code)
}

function lineRow(line: StatementLine, codesOf: CodesOf, side: Side, days: ColumnDays): SheetRow {
  const { key, name, amount, compared, accounts } = line
  return {
    kind: 'line',
    key,
    name,
    amount,
    compared,
    ...figuresOf(name, codesOf(line, 'amount'), codesOf(line, 'compared'), side, days),
    accounts: accounts.map((account) => ({
      ...account,
      ...figuresOf(account.name, [account.code], [account.code], side, days),
    })),
  }
}

/** A ruled row: what all these lines hold together. */
function sumRow(
  row: Pick<SheetRow, 'kind' | 'key' | 'name' | 'amount' | 'compared'>,
  lines: readonly StatementLine[],
  codesOf: CodesOf,
  side: Side,
  days: ColumnDays,
): SheetRow {
  const all = (column: 'amount' | 'compared') => [...new Set(lines.flatMap((line) => codesOf(line, column)))]
  return { ...row, accounts: [], ...figuresOf(row.name, all('amount'), all('compared'), side, days) }
}

/** The month's lines count from its first day, earlier profit stops the day before; all else counts from the beginning. */
function daysOf(key: string, { day, comparedDay }: Pick<Neraca, 'day' | 'comparedDay'>): ColumnDays {
  const first = firstOfMonth(monthOf(day))
  const before = addDays(first, -1)
  if (key === 'profit of the month' || key === 'drawings of the month')
    return { now: { from: first, to: day }, compared: comparedDay < first ? null : { from: first, to: comparedDay } }
  if (key === 'earlier profit')
    return { now: { to: before }, compared: { to: comparedDay < first ? comparedDay : before } }
  return { now: { to: day }, compared: { to: comparedDay } }
}

interface Sums {
  totalAssets: string
  totalLiabilities: string
  totalEquity: string
  totalBoth: string
}

/** Laporan Posisi Keuangan, top to bottom. */
export function neracaRows(neraca: Neraca, say: Sums): SheetRow[] {
  const { assets, liabilities, equity } = neraca
  const codesOf = codesIn([assets, liabilities])
  const lines = (section: StatementSection, side: Side) =>
    section.lines.map((line) => lineRow(line, codesOf, side, daysOf(line.key, neraca)))
  const sum = (
    kind: 'sum' | 'total',
    key: string,
    name: string,
    side: Side,
    sections: readonly StatementSection[],
  ): SheetRow =>
    sumRow(
      {
        kind,
        key,
        name,
        amount: sections.reduce((total, section) => total + section.total, 0),
        compared: sections.reduce((total, section) => total + section.comparedTotal, 0),
      },
      sections.flatMap((section) => section.lines),
      codesOf,
      side,
      daysOf(key, neraca),
    )
  return [
    head(assets),
    ...lines(assets, 'D'),
    sum('total', 'total assets', say.totalAssets, 'D', [assets]),
    head(liabilities),
    ...lines(liabilities, 'K'),
    sum('sum', 'total liabilities', say.totalLiabilities, 'K', [liabilities]),
    head(equity),
    ...lines(equity, 'K'),
    sum('sum', 'total equity', say.totalEquity, 'K', [equity]),
    sum('total', 'total both', say.totalBoth, 'K', [liabilities, equity]),
  ]
}

interface Results {
  total: (section: string) => string
  grossProfit: string
  beforeTax: string
  netProfit: string
}

/** Laporan Laba Rugi, top to bottom; empty sections are left out. */
export function labaRugiRows(report: LabaRugi, say: Results): SheetRow[] {
  const { revenue, costOfGoods, expenses, otherIncome, financeCost, tax } = report
  const beforeTax = [revenue, costOfGoods, expenses, otherIncome, financeCost]
  const codesOf = codesIn([...beforeTax, tax])
  const days: ColumnDays = {
    now: { from: report.from, to: report.to },
    compared: { from: report.comparedFrom, to: report.comparedTo },
  }
  const section = (of: StatementSection, side: Side): SheetRow[] =>
    of.lines.length === 0
      ? []
      : [
          head(of),
          ...of.lines.map((line) => lineRow(line, codesOf, side, days)),
          sumRow(
            {
              kind: 'sum',
              key: `total ${of.key}`,
              name: say.total(of.name),
              amount: of.total,
              compared: of.comparedTotal,
            },
            of.lines,
            codesOf,
            side,
            days,
          ),
        ]
  const result = (
    kind: 'sum' | 'total',
    key: string,
    name: string,
    amounts: LabaRugi['netProfit'],
    of: readonly StatementSection[],
  ): SheetRow =>
    sumRow(
      { kind, key, name, ...amounts },
      of.flatMap(({ lines }) => lines),
      codesOf,
      'K',
      days,
    )
  return [
    ...section(revenue, 'K'),
    ...section(costOfGoods, 'D'),
    result('sum', 'gross profit', say.grossProfit, report.grossProfit, [revenue, costOfGoods]),
    ...section(expenses, 'D'),
    ...section(otherIncome, 'K'),
    ...section(financeCost, 'D'),
    ...(tax.lines.length > 0 ? [result('sum', 'before tax', say.beforeTax, report.profitBeforeTax, beforeTax)] : []),
    ...section(tax, 'D'),
    result('total', 'net profit', say.netProfit, report.netProfit, [...beforeTax, tax]),
  ]
}
