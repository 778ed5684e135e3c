import type { Account } from '../../../../src-shared/ledger/ledger.ts'
import type { JournalRow } from '../journal.repository.ts'
import type { Finding } from './finding.ts'

/** Two lines or more, the sum nothing, and every line in its entry's own book and day. */
export function balancedEntries(accounts: readonly Account[], finding: Finding) {
  const { say } = finding
  const bookOf = new Map(accounts.map(({ code, book }) => [code, book]))
  return {
    visit({ id, book, day, lines }: JournalRow): void {
      finding.counted++
      if (lines.length < 2) finding.fault(say.tooFewLines(id))
      const sum = lines.reduce((total, { amount }) => total + amount, 0)
      if (sum !== 0) finding.fault(say.unbalanced(id, sum))
      for (const line of lines) {
        if (bookOf.get(line.account) !== book) finding.fault(say.wrongBook(id, line.account))
        if (line.day !== day) finding.fault(say.wrongDay(id, line.account))
      }
    },
  }
}
