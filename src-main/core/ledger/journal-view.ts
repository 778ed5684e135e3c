import type { Language } from '../../../src-shared/kernel/business-day.ts'
import type { Account, EntryRow } from '../../../src-shared/ledger/ledger.ts'
import { type MemoKey, memoText, storedMemo } from '../../../src-shared/ledger/memo.words.ts'
import type { Reader } from '../database/open.ts'
import { readEach } from '../readable-rows.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { documentLabels, labelKey } from './document-labels.ts'
import { type JournalRow, reversalsOf } from './journal.repository.ts'

export const REVERSAL_ON_ITS_DAY: MemoKey = 'reversal on its day'

export const debitOf = (amount: number): number => Math.max(amount, 0)
export const creditOf = (amount: number): number => Math.max(-amount, 0)

/** What an entry is about, in the reader's words. */
export const memoOf = ({ memoKey, memoFacts }: Pick<JournalRow, 'memoKey' | 'memoFacts'>, language: Language): string =>
  memoText(storedMemo(memoKey, memoFacts), language)

export const documentOf = ({ documentKind, documentId }: { documentKind: string; documentId: string }) => ({
  kind: documentKind,
  id: documentId,
})

/** What an entry that corrects another does to it: mend its cost, or, when that is a reversal, move it to its day. */
const linksOf = ({ corrects, memoKey, reverses }: JournalRow) =>
  memoKey === REVERSAL_ON_ITS_DAY
    ? { corrects: null, moves: reverses === null ? corrects : null }
    : { corrects, moves: null }

/** Debits first, as every bookkeeper writes them. */
export const debitsFirst = <L extends { amount: number }>(lines: readonly L[]): L[] =>
  lines.toSorted((a, b) => Number(b.amount > 0) - Number(a.amount > 0))

/** Entries as people read them: named accounts, debits first, the document behind each. */
export async function entryRows(
  reader: Reader,
  entries: readonly JournalRow[],
  accounts: readonly Account[],
): Promise<EntryRow[]> {
  const { language } = await settingsOf(reader)
  const nameOf = new Map(accounts.map(({ code, name }) => [code, name]))
  const labels = await documentLabels(reader, entries.map(documentOf))
  const reversed = await reversalsOf(
    reader,
    entries.map(({ id }) => id),
  )
  const known = (entry: JournalRow): Omit<EntryRow, 'memo'> => ({
    id: entry.id,
    book: entry.book,
    day: entry.day,
    document: { ...documentOf(entry), label: labels.get(labelKey(documentOf(entry)))! },
    effect: entry.effect,
    isReversal: entry.reverses !== null,
    reversedBy: reversed.get(entry.id) ?? null,
    ...linksOf(entry),
    lines: debitsFirst(entry.lines).map(({ account, amount }) => ({
      account,
      name: nameOf.get(account) ?? account,
      debit: debitOf(amount),
      credit: creditOf(amount),
    })),
  })
  return readEach(
    entries,
    (entry) => ({ ...known(entry), memo: memoOf(entry, language) }),
    (entry) => ({ ...known(entry), memo: '' }),
  )
}
