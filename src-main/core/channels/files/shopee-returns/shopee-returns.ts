import type { ReturnFile } from '../../../../../src-shared/returns/return-file.ts'
import type { FileKind } from '../file-kind.ts'
import { headingSheets } from '../reading/heading-sheets.ts'
import { COLUMNS } from './columns.ts'
import { readShopeeReturns } from './read-shopee-returns.ts'

/** Shopee's list of returns and refunds (46 columns in 2026; an XLSX that may be called .xls). */
export const shopeeReturns: FileKind<ReturnFile> = {
  kind: 'shopee returns',
  recognise(head) {
    const found = headingSheets(head, COLUMNS)
    const [first] = found
    if (!first) return null
    return {
      missing: first.layout.missing,
      known: first.layout.columns.size,
      rivals: found.map(({ sheet }) => sheet.name),
      read: (book) => readShopeeReturns(first, book),
    }
  },
  isEmpty: ({ totals, keptOut }) => totals.rows + keptOut.rows === 0,
  preview: ({ returns: _, toldAt: __, ...said }) => ({ about: 'returns', ...said }),
}
