import { createHash } from 'node:crypto'

export interface HashedEntry {
  id: number
  book: string
  day: string
  documentKind: string
  documentId: string
  effect: string
  generation: number
  reverses: number | null
  corrects: number | null
  pairId: string | null
  memoKey: string
  /** JSON, to the letter as stored. */
  memoFacts: string
  actor: string
  recordedAt: number
  lines: readonly { account: string; amount: number }[]
}

export const FIRST_HASH = new Uint8Array(32)

/**
 * SHA-256 over the previous entry's hash and this entry in one fixed spelling, so that changing any sealed row breaks
 * every hash after it.
 */
export function entryHash(previous: Uint8Array, entry: HashedEntry): Uint8Array {
  const lines = entry.lines.map(({ account, amount }) => `${account}=${amount}`).sort()
  const text = JSON.stringify([
    entry.id,
    entry.book,
    entry.day,
    entry.documentKind,
    entry.documentId,
    entry.effect,
    entry.generation,
    entry.reverses,
    entry.corrects,
    entry.pairId,
    entry.memoKey,
    entry.memoFacts,
    entry.actor,
    entry.recordedAt,
    lines,
  ])
  return createHash('sha256').update(previous).update(text).digest()
}
