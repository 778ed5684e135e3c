import { type BusinessDay, firstOfMonth, monthOf } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { LabaRugi, Neraca, StatementLine, StatementSection } from '../../../src-shared/ledger/ledger.ts'
import type { FigureRows } from '../books-address.ts'

/** One row of a statement as it stands on the sheet and on paper. */
export interface SheetRow {
  /** `head` opens a section, `line` opens to its `accounts`, `sum` is ruled once, `total` twice. */
  kind: 'head' | 'line' | 'sum' | 'total'
  key: string
  name: string
  amount: Rupiah
  compared: Rupiah
  accounts: readonly SheetAccount[]
  /** What the figure is made of; absent when nothing stands behind it. */
  figure?: FigureRows | undefined
}

export interface SheetAccount {
  code: string
  name: string
  amount: Rupiah
  compared: Rupiah
  figure: FigureRows
}

interface Sums {
  totalAssets: string
  totalLiabilities: string
  totalEquity: string
  totalBoth: string
}

const head = ({ key, name }: StatementSection, title = name): SheetRow => ({
  kind: 'head',
  key: `head ${key}`,
  name: title,
  amount: 0,
  compared: 0,
  accounts: [],
})

const ruled = (kind: 'sum' | 'total', key: string, name: string, amount: Rupiah, compared: Rupiah): SheetRow => ({
  kind,
  key,
  name,
  amount,
  compared,
  accounts: [],
})

function lineRow({ key, name, amount, compared, accounts }: StatementLine, days: Pick<FigureRows, 'from' | 'to'>) {
  const row: SheetRow = {
    kind: 'line',
    key,
    name,
    amount,
    compared,
    figure: accounts.length > 0 ? { name, codes: accounts.map(({ code }) => code), ...days } : undefined,
    accounts: accounts.map((account) => ({
      ...account,
      figure: { name: account.name, codes: [account.code], ...days },
    })),
  }
  return row
}

/** Lines of the month count from its first day; what is owned and owed counts from the beginning. */
function daysOf(key: string, day: BusinessDay): Pick<FigureRows, 'from' | 'to'> {
  if (key === 'profit of the month' || key === 'drawings of the month')
    return { from: firstOfMonth(monthOf(day)), to: day }
  return { to: day }
}

/** Laporan Posisi Keuangan, top to bottom. */
export function neracaRows({ assets, liabilities, equity, day }: Neraca, say: Sums): SheetRow[] {
  const lines = ({ lines }: StatementSection) => lines.map((line) => lineRow(line, daysOf(line.key, day)))
  return [
    head(assets),
    ...lines(assets),
    ruled('total', 'total assets', say.totalAssets, assets.total, assets.comparedTotal),
    head(liabilities),
    ...lines(liabilities),
    ruled('sum', 'total liabilities', say.totalLiabilities, liabilities.total, liabilities.comparedTotal),
    head(equity),
    ...lines(equity),
    ruled('sum', 'total equity', say.totalEquity, equity.total, equity.comparedTotal),
    ruled(
      'total',
      'total both',
      say.totalBoth,
      liabilities.total + equity.total,
      liabilities.comparedTotal + equity.comparedTotal,
    ),
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
  const days = { from: report.from, to: report.to }
  const section = (of: StatementSection): SheetRow[] =>
    of.lines.length === 0
      ? []
      : [
          head(of),
          ...of.lines.map((line) => lineRow(line, days)),
          ruled('sum', `total ${of.key}`, say.total(of.name), of.total, of.comparedTotal),
        ]
  const { grossProfit, profitBeforeTax, netProfit } = report
  return [
    ...section(report.revenue),
    ...section(report.costOfGoods),
    ruled('sum', 'gross profit', say.grossProfit, grossProfit.amount, grossProfit.compared),
    ...section(report.expenses),
    ...section(report.otherIncome),
    ...section(report.financeCost),
    ...(report.tax.lines.length > 0
      ? [ruled('sum', 'before tax', say.beforeTax, profitBeforeTax.amount, profitBeforeTax.compared)]
      : []),
    ...section(report.tax),
    ruled('total', 'net profit', say.netProfit, netProfit.amount, netProfit.compared),
  ]
}
