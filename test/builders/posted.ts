import type { Doors } from '../../src-main/core/database/open.ts'
import { type DocumentKind, NO_EFFECTS } from '../../src-main/core/effects.ts'
import { createSettle, type EffectSources, type SettledDocument } from '../../src-main/core/settling/settle.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { AccountCode } from '../../src-shared/ledger/ledger.ts'
import { type Memo, memo } from '../../src-shared/ledger/memo.words.ts'
import { SUNDAY } from './a-core.ts'

const anyMemo = memo('opening balance')

export interface PostedEntry {
  day: string
  lines: Record<string, number>
  book?: 'usaha' | 'rumah'
  memo?: Memo
  kind?: DocumentKind
  id?: string
}

/** A document that no room keeps; several entries are the sides of one pair. */
function documentOf(entries: readonly PostedEntry[]): SettledDocument {
  const { kind = 'order', id = newId() } = entries[0]!
  return {
    ref: { kind, id },
    effects: {
      ...NO_EFFECTS,
      entries: entries.map(({ day, lines, book = 'usaha', memo = anyMemo }) => ({
        effect: book,
        book,
        day,
        memo,
        lines: Object.entries(lines).map(([account, amount]) => ({ account: account as AccountCode, amount })),
        ...(entries.length > 1 ? { pairId: id } : {}),
      })),
    },
  }
}

const settleAll = (doors: Doors, documents: SettledDocument[]) =>
  doors.write(['ledger'], (tx) => createSettle({} as EffectSources, () => SUNDAY).settle(tx, documents))

/** Posts one document through the real settling, for tests about the ledger alone. */
export const posted = (doors: Doors, ...sides: PostedEntry[]) => settleAll(doors, [documentOf(sides)])

/** Posts many documents of one entry each in one commit. */
export const manyPosted = (doors: Doors, entries: readonly PostedEntry[]) =>
  settleAll(
    doors,
    entries.map((entry) => documentOf([entry])),
  )
