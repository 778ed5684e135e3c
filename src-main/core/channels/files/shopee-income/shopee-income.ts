import type { SettlementFile } from '../../../../../src-shared/settlements/settlement-file.ts'
import type { FileKind } from '../file-kind.ts'
import { readShopeeIncome, recogniseShopeeIncome } from './read-shopee-income.ts'

/** Shopee's Laporan Penghasilan, layouts of 2023 to 2026: what was released for each order, and what was set right after. */
export const shopeeIncome: FileKind<SettlementFile> = {
  kind: 'shopee income',
  recognise(head) {
    const found = recogniseShopeeIncome(head)
    const amounts = found?.income.flatMap(({ layout }) => layout.amounts) ?? []
    return (
      found && {
        missing: found.missing,
        known: amounts.filter(({ isKnown }) => isKnown).length,
        read: (book) => readShopeeIncome(found, book),
      }
    )
  },
  isEmpty: ({ totals, keptOut }) => totals.rows + keptOut.rows === 0,
  preview: ({ settlements: _, ...said }) => ({ about: 'settlements', ...said, kind: 'shopee income' }),
}
