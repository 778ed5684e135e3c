import { businessDay, firstOfMonth, formatDayLong, lastOfMonth } from '../../src-shared/kernel/business-day.ts'
import { formatStatement } from '../../src-shared/kernel/rupiah.ts'
import type { LabaRugi, Neraca, StatementSection } from '../../src-shared/ledger/ledger.ts'
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
export const neracaText = (shop: string, neraca: Neraca): string =>
  [
    `Neraca ${shop}, per ${formatDayLong(neraca.day)}`,
    '',
    ...section(neraca.assets, 'Jumlah aset'),
    ...section(neraca.liabilities, 'Jumlah utang'),
    ...section(neraca.equity, 'Jumlah modal'),
    row('Jumlah utang dan modal', neraca.liabilities.total + neraca.equity.total, 0),
    neraca.difference === 0 ? 'Seimbang' : `TIDAK SEIMBANG, selisih ${formatStatement(neraca.difference)}`,
  ].join('\n')

export const labaRugiText = (shop: string, report: LabaRugi): string =>
  [
    `Laba Rugi ${shop}, ${formatDayLong(report.from)} s.d. ${formatDayLong(report.to)}`,
    '',
    ...section(report.revenue, 'Jumlah penjualan'),
    ...section(report.costOfGoods, 'Jumlah HPP'),
    row('Laba kotor', report.grossProfit.amount, 0),
    '',
    ...section(report.expenses, 'Jumlah beban usaha'),
    ...section(report.otherIncome, 'Jumlah pendapatan lain-lain'),
    ...section(report.financeCost, 'Jumlah beban keuangan'),
    row('Laba sebelum pajak', report.profitBeforeTax.amount, 0),
    ...section(report.tax, 'Jumlah beban pajak'),
    row('Laba bersih', report.netProfit.amount, 0),
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
