import { type Language, monthOf } from '../../../../src-shared/kernel/business-day.ts'
import type { Account, Book } from '../../../../src-shared/ledger/ledger.ts'
import { journalHeadings } from '../../../../src-shared/ledger/ledger.words.ts'
import type { Doors } from '../../database/open.ts'
import { settingsOf } from '../../settings/settings.repository.ts'
import { documentLabels, labelKey } from '../document-labels.ts'
import type { JournalRow } from '../journal.repository.ts'
import { debitsFirst, documentOf, memoOf } from '../journal-view.ts'
import { walkJournal } from '../journal-walk.ts'
import { accountsIn } from '../ledger.repository.ts'
import { CSV_COLUMNS, type CsvShape, csvHead, csvRows, RFC_4180 } from './csv-journal.ts'
import type { Described } from './described.ts'
import { hledgerHead, hledgerTransaction } from './hledger-journal.ts'

export type JournalFormat = 'hledger' | 'csv' | 'excel'

export interface ExportedJournal {
  name: string
  mediaType: string
  text: string
  entries: number
}

interface JournalWriter {
  head: (accounts: readonly Account[]) => string
  write: (entry: JournalRow, described: Described, accounts: ReadonlyMap<string, Account>) => string
}

const asHledger: JournalWriter = { head: hledgerHead, write: hledgerTransaction }
const asCsv = (shape: CsvShape): JournalWriter => ({
  head: () => csvHead(shape),
  write: (entry, described, accounts) => csvRows(entry, described, accounts, shape),
})
const excelShape = (language: Language): CsvShape => ({
  separator: ';',
  headings: CSV_COLUMNS.map((column) => journalHeadings[language][column]),
  hasMark: true,
})

/** The whole journal, of one book or both, as text that other software reads. */
export function exportJournal(
  snapshot: Doors['snapshot'],
  format: JournalFormat,
  book?: Book,
): Promise<ExportedJournal> {
  return snapshot(async (reader) => {
    const settings = await settingsOf(reader)
    const { language } = settings
    const accounts = (await accountsIn(reader, settings)).filter((account) => !book || account.book === book)
    const byCode = new Map(accounts.map((account) => [account.code, account]))
    const { head, write } = format === 'hledger' ? asHledger : asCsv(format === 'csv' ? RFC_4180 : excelShape(language))
    const parts = [head(accounts)]
    let entries = 0
    let lastDay = ''
    await walkJournal(
      reader,
      async (some: readonly JournalRow[]) => {
        const labels = await documentLabels(reader, some.map(documentOf))
        for (const entry of some) {
          const described = { label: labels.get(labelKey(documentOf(entry)))!, memo: memoOf(entry, language) }
          parts.push(write({ ...entry, lines: debitsFirst(entry.lines) }, described, byCode))
          if (entry.day > lastDay) lastDay = entry.day
        }
        entries += some.length
      },
      book,
    )
    const name = ['jurnal', ...(book ? [book] : []), ...(lastDay ? [monthOf(lastDay)] : [])].join('-')
    return format === 'hledger'
      ? { name: `${name}.journal`, mediaType: 'text/plain', text: parts.join(''), entries }
      : { name: `${name}.csv`, mediaType: 'text/csv', text: parts.join(''), entries }
  })
}
