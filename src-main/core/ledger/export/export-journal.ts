import { monthOf } from '../../../../src-shared/kernel/business-day.ts'
import type { Book } from '../../../../src-shared/ledger/ledger.ts'
import { settingsOf } from '../../settings/settings.repository.ts'
import { documentLabels, labelKey } from '../document-labels.ts'
import type { JournalRow } from '../journal.repository.ts'
import { documentOf } from '../journal-view.ts'
import { walkJournal } from '../journal-walk.ts'
import { accountsIn } from '../ledger.repository.ts'
import { onSnapshot } from '../snapshot.ts'
import { csvHead, csvRows } from './csv-journal.ts'
import { hledgerHead, hledgerTransaction } from './hledger-journal.ts'

export type JournalFormat = 'hledger' | 'csv'

export interface ExportedJournal {
  name: string
  mediaType: string
  text: string
  entries: number
}

/** The whole journal, of one book or both, as text that other software reads. */
export function exportJournal(file: string, format: JournalFormat, book?: Book): Promise<ExportedJournal> {
  return onSnapshot(file, async (reader) => {
    const { language } = await settingsOf(reader)
    const accounts = (await accountsIn(reader, language)).filter((account) => !book || account.book === book)
    const byCode = new Map(accounts.map((account) => [account.code, account]))
    const parts = [format === 'hledger' ? hledgerHead(accounts) : csvHead()]
    const write = format === 'hledger' ? hledgerTransaction : csvRows
    let entries = 0
    let lastDay = ''
    await walkJournal(
      reader,
      async (some: readonly JournalRow[]) => {
        const labels = await documentLabels(reader, some.map(documentOf))
        for (const entry of some) {
          parts.push(write(entry, labels.get(labelKey(documentOf(entry)))!, byCode))
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
