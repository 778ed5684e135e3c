import type { BusinessDay, Zone } from '../../../../../src-shared/kernel/business-day.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { readStatementDay, type StatementPeriod } from './statement-days.ts'

/** What a bank writes above its lines. */
export interface StatementTitle {
  accountNumber: string
  accountName: string
  period: StatementPeriod
}

/** A row as one text: titles and totals are not quoted by every bank, so that a sum may lie in several cells. */
const textOf = ({ cells }: SheetRow): string =>
  cells
    .map((cell) => String(contentOf(cell) ?? '').trim())
    .join(',')
    .replace(/[\s,:=']*[:=][\s,:=']*/, ': ')
    // a sheet may begin further right, and be wider than its titles
    .replace(/^,+|,+$/g, '')

const ACCOUNT = /^(?:no\.? ?(?:rekening|rek\.?)|nomor rekening|account (?:no|number)\.?)\s*[:,\s']*([\d -]{5,30})/i
const NAME = /^(?:nama(?: pemilik| rekening| nasabah)?|(?:account )?name)\s*[:,]\s*(.{1,120})$/i
const PERIOD = /^(?:periode?|period|tanggal mutasi)\s*[:,]\s*(\S+(?: \S+ \d{2,4})?)\s*(?:-|s\/d|to|sampai)\s*(\S.*)$/i

/** What the rows above the heading say of the account and the days; blank where they say nothing. */
export function readTitle(rows: readonly SheetRow[], zone: Zone): StatementTitle {
  const title: StatementTitle = { accountNumber: '', accountName: '', period: { from: null, to: null } }
  const day = (text: string): BusinessDay | null =>
    readStatementDay(text.replace(/[",]/g, ''), { from: null, to: null }, zone)?.day ?? null
  for (const row of rows) {
    const text = textOf(row)
    title.accountNumber ||= (ACCOUNT.exec(text)?.[1] ?? '').replace(/[^\d]/g, '')
    title.accountName ||= (NAME.exec(text)?.[1] ?? '').replace(/,+/g, ' ').trim()
    const [, from = '', to = ''] = PERIOD.exec(text) ?? []
    if (from && title.period.to === null) title.period = { from: day(from), to: day(to) }
  }
  return title
}

export type SumName = 'opening' | 'out' | 'in' | 'closing'

const SUMS: readonly [RegExp, SumName][] = [
  [/^(?:saldo awal|starting balance|opening balance)\b/i, 'opening'],
  [/^(?:mutasi debet|mutasi debit|total debet|total debit|debet|debit)\b/i, 'out'],
  [/^(?:mutasi kredit|total kredit|total credit|kredit|credit)\b/i, 'in'],
  [/^(?:saldo akhir|ending balance|closing balance)\b/i, 'closing'],
]

/** A line of totals below the lines: its name as the bank writes it, and the amount as text. Null for any other row. */
export function readSum(row: SheetRow): { sum: SumName; name: string; amount: string } | null {
  const text = textOf(row)
  for (const [pattern, sum] of SUMS) {
    const name = pattern.exec(text)?.[0]
    if (name === undefined) continue
    const amount = text.slice(name.length).replace(/^[\s:=,']+/, '')
    return /^[-+(]?\s*(?:rp\.?|idr)?\s*[-\d]/i.test(amount) ? { sum, name, amount } : null
  }
  return null
}
