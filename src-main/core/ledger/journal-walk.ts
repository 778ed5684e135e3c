import type { Book } from '../../../src-shared/ledger/ledger.ts'
import { breathe, type Reader } from '../database/open.ts'
import { entriesAfter, type JournalRow } from './journal.repository.ts'

const AT_ONCE = 500

/** Hands over every entry in the order it was sealed, a handful at a time; the host breathes between handfuls. */
export async function walkJournal(
  reader: Reader,
  visit: (entries: readonly JournalRow[]) => void | Promise<void>,
  book?: Book | undefined,
): Promise<void> {
  let last = 0
  while (true) {
    const entries = await entriesAfter(reader, last, AT_ONCE, book)
    await visit(entries)
    if (entries.length < AT_ONCE) return
    last = entries.at(-1)!.id
    await breathe()
  }
}
