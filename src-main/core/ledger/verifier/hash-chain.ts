import { entryHash, FIRST_HASH } from '../entry-hash.ts'
import type { JournalRow } from '../journal.repository.ts'
import type { Finding } from './finding.ts'

/**
 * Each entry's hash over the stored hash before it, so that a changed row is named by its own number and not with
 * everything that follows. Entries are numbered without gaps.
 */
export function hashChain(finding: Finding) {
  const { say } = finding
  let previous: Uint8Array = FIRST_HASH
  let expected = 1
  return {
    visit(entry: JournalRow): void {
      finding.counted++
      for (; expected < entry.id; expected++) finding.fault(say.missingEntry(expected))
      expected = entry.id + 1
      if (!Buffer.from(entryHash(previous, entry)).equals(entry.hash)) finding.fault(say.brokenHash(entry.id))
      previous = entry.hash
    },
  }
}
