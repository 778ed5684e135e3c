import { businessDay, firstOfMonth, formatDayLong, lastOfMonth } from '../../src-shared/kernel/business-day.ts'
import { formatStatement } from '../../src-shared/kernel/rupiah.ts'
import type { LabaRugi, Neraca, StatementSection } from '../../src-shared/ledger/ledger.ts'
import type { StatementNames } from '../../src-shared/ledger/statement.words.ts'
import type { Client } from './shop.ts'

const WIDTH = 52

const row = (name: string, amount: number, indent = 2) =>
  `${' '.repeat(indent)}${name}`.padEnd(WIDTH) + formatStatement(amount).padStart(20)

const section = ({ name, lines, total }: StatementSection, sum: string) => [
  name,
  ...lines.filter(({ amount }) => amount !== 0).map(({ name, amount }) => row(name, amount)),
  row(sum, total, 0),
  '',
]

/** Laporan posisi keuangan as plain text. */
export const neracaText = (shop: string, neraca: Neraca, say: StatementNames): string =>
  [
    `Neraca ${shop}, per ${formatDayLong(neraca.day)}`,
    '',
    ...section(neraca.assets, say.totalAssets),
    ...section(neraca.liabilities, say.totalLiabilities),
    ...section(neraca.equity, say.totalEquity),
    row(say.totalBoth, neraca.liabilities.total + neraca.equity.total, 0),
    neraca.difference === 0 ? 'Seimbang' : `TIDAK SEIMBANG, selisih ${formatStatement(neraca.difference)}`,
  ].join('\n')

export const labaRugiText = (shop: string, report: LabaRugi, say: StatementNames): string =>
  [
    `Laba Rugi ${shop}, ${formatDayLong(report.from)} s.d. ${formatDayLong(report.to)}`,
    '',
    ...section(report.revenue, say.total(report.revenue.name)),
    ...section(report.costOfGoods, say.total(report.costOfGoods.name)),
    row(say.grossProfit, report.grossProfit.amount, 0),
    '',
    ...section(report.expenses, say.total(report.expenses.name)),
    ...section(report.otherIncome, say.total(report.otherIncome.name)),
    ...section(report.financeCost, say.total(report.financeCost.name)),
    row(say.beforeTax, report.profitBeforeTax.amount, 0),
    ...section(report.tax, say.total(report.tax.name)),
    row(say.netProfit, report.netProfit.amount, 0),
  ].join('\n')

export interface ReportOptions {
  at?: string | undefined
  compared?: string | undefined
  month?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

export async function neracaOf(client: Client, { at, compared }: ReportOptions, now: number): Promise<Neraca> {
  const { zone } = await client.settings.get()
  return client.ledger.neraca({ day: at ?? businessDay(now, zone), ...(compared ? { comparedDay: compared } : {}) })
}

export async function labaRugiOf(client: Client, { month, from, to }: ReportOptions, now: number): Promise<LabaRugi> {
  const { zone } = await client.settings.get()
  const whole = month ?? businessDay(now, zone).slice(0, 7)
  return client.ledger.labaRugi({ from: from ?? firstOfMonth(whole), to: to ?? lastOfMonth(whole) })
}
