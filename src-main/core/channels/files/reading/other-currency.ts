import type { SheetRow } from '../../../spreadsheet/sheet.ts'
import { headingTexts, normalHeading } from './heading-names.ts'

const OTHER_CURRENCY = /\((rm|myr|php|sgd|s\$|thb|vnd|twd|nt\$|brl|r\$|mxn|usd|₱|฿|₫|\$)\)\s*$/i

/** The currency of another country that a heading names, `Total Discount(PHP)`: the size of its amounts is not that of rupiah. */
export function otherCurrency(row: SheetRow): string | null {
  for (const heading of headingTexts(row)) {
    const [, currency] = OTHER_CURRENCY.exec(heading) ?? []
    if (currency) return currency.toUpperCase()
  }
  return null
}

const CURRENCY_OF: Readonly<Record<string, string>> = {
  malaysia: 'RM',
  singapore: 'SGD',
  philippines: 'PHP',
  thailand: 'THB',
  vietnam: 'VND',
  'viet nam': 'VND',
  taiwan: 'TWD',
  brazil: 'BRL',
  brasil: 'BRL',
  mexico: 'MXN',
}

/** The currency of the country that the first rows are sent to, where a column names it and it is never Indonesia. */
export function currencyByCountry(rows: readonly SheetRow[]): string | null {
  for (const [at, row] of rows.entries()) {
    const column = headingTexts(row).findIndex((heading) => ['country', 'negara'].includes(normalHeading(heading)))
    if (column < 0) continue
    const told = rows.slice(at + 1).flatMap((below) => headingTexts(below)[column]?.toLowerCase() || [])
    const [currency, ...others] = new Set(told.map((country) => CURRENCY_OF[country] ?? ''))
    return others.length === 0 ? currency || null : null
  }
  return null
}

const RUPIAH = /^(idr|rp\.?|rupiah)$/i
const CODE = /^([a-z]{3}|rm|s\$|nt\$|r\$|[$€£¥₱฿₫])$/i
const CURRENCY_HEADINGS = ['currency', 'mata uang', 'mata wang', 'ccy', 'kode mata uang', 'currency code']

/** What a column of that name says beside rupiah: amounts of both could not be added up. */
function currencyByColumn(rows: readonly SheetRow[]): string | null {
  for (const [at, row] of rows.entries()) {
    const column = headingTexts(row).findIndex((heading) => CURRENCY_HEADINGS.includes(normalHeading(heading)))
    if (column < 0) continue
    const told = rows.slice(at + 1).map((below) => (headingTexts(below)[column] ?? '').trim())
    return told.find((code) => CODE.test(code) && !RUPIAH.test(code))?.toUpperCase() ?? null
  }
  return null
}

/** The currency of another country that the first rows of a file tell of in any way. */
export const anyOtherCurrency = (rows: readonly SheetRow[]): string | null =>
  rows.reduce<string | null>((known, row) => known ?? otherCurrency(row), null) ??
  currencyByColumn(rows) ??
  currencyByCountry(rows)
