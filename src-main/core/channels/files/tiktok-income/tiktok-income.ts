import type { SettlementFile } from '../../../../../src-shared/settlements/settlement-file.ts'
import type { FileKind } from '../file-kind.ts'
import { readTiktokIncome, recogniseTiktokIncome } from './read-tiktok-income.ts'

/** TikTok Shop's income report, 61 to 80 columns since 2025, in English and Indonesian; the settlements of Tokopedia since the merger. */
export const tiktokIncome: FileKind<SettlementFile> = {
  kind: 'tiktok income',
  recognise(head) {
    const found = recogniseTiktokIncome(head)
    return (
      found && {
        missing: found.income[0]!.layout.missing,
        rivals: found.income.map(({ sheet }) => sheet.name),
        read: (book) => readTiktokIncome(found, book),
      }
    )
  },
  isEmpty: ({ totals, keptOut, withdrawals = [] }) => totals.rows + keptOut.rows + withdrawals.length === 0,
  preview: ({ settlements: _, withdrawals: __, ...said }) => ({ about: 'settlements', ...said }),
}
