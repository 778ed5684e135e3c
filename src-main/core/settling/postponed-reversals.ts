import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Book, DocumentRef, Movement } from '../effects.ts'
import type { LedgerWriter } from './ledger-writer.ts'
import { broughtBackKey, type PostponedEntry, type PostponedMovement, type Standing } from './standing.ts'

/**
 * What was corrected or cancelled while its period was closed is reversed on the first open day. Once that period is open again
 * the reversal belongs on the day of what it reverses, else the month shows both what was wrong and what is right:
 * where it waited it is taken away, and on its own day it stands again. Such a pair moves nothing but the day, so no cost
 * changes by it.
 */
export function bringBackReversals(writer: LedgerWriter, ref: DocumentRef, { postponed }: Standing): void {
  const isOpen = ({ belongsOn }: { belongsOn: string }) => !writer.isClosed(belongsOn)
  for (const reversal of postponed.movements.filter(isOpen)) bringBackMovement(writer, ref, reversal)
  for (const reversal of postponed.entries.filter(isOpen)) bringBackEntry(writer, ref, reversal)
}

function bringBackMovement(writer: LedgerWriter, document: DocumentRef, reversal: PostponedMovement): void {
  const { id, kind, variant_id: variantId, at, pieces, costed, cost, day, belongsOn } = reversal
  const same = {
    document,
    effect: broughtBackKey(reversal),
    corrects: id,
    kind: kind as Movement['kind'] | 'cost',
    basis: null,
    variantId,
    at,
  }
  writer.move({ ...same, generation: -1, reverses: id, day, pieces: 0 - pieces, costed: 0 - costed, cost: 0 - cost })
  writer.move({ ...same, generation: 1, reverses: null, day: belongsOn, pieces, costed, cost })
}

function bringBackEntry(writer: LedgerWriter, document: DocumentRef, reversal: PostponedEntry): void {
  const { id, book, pairId, day, belongsOn, lines } = reversal
  const same = {
    document,
    effect: broughtBackKey(reversal),
    corrects: id,
    book: book as Book,
    memo: memo('reversal on its day'),
    pairId,
  }
  const opposite = lines.map(({ account, amount }) => ({ account, amount: -amount }))
  writer.post({ ...same, generation: -1, reverses: id, day, lines: opposite })
  writer.post({ ...same, generation: 1, reverses: null, day: belongsOn, lines })
}
