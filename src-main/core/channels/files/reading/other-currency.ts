import type { SheetRow } from '../../../spreadsheet/sheet.ts'
import { headingTexts } from './recognise.ts'

const OTHER_CURRENCY = /\((rm|myr|php|sgd|s\$|thb|vnd|twd|nt\$|brl|r\$|mxn|usd|₱|฿|₫|\$)\)\s*$/i

/** The currency of another country that a heading names, `Total Discount(PHP)`: the size of its amounts is not that of rupiah. */
export function otherCurrency(row: SheetRow): string | null {
  for (const heading of headingTexts(row)) {
    const [, currency] = OTHER_CURRENCY.exec(heading) ?? []
    if (currency) return currency.toUpperCase()
  }
  return null
}
