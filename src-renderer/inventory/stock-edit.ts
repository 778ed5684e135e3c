import type { AdjustmentKind } from '../../src-shared/inventory/inventory.ts'

/** What was typed over a stock number: a count of what lies there, or a change. */
export type StockEntry = { kind: 'count'; counted: number } | { kind: 'change'; pieces: number }

const TYPED = /^([+\-−]?)\s*(\d{1,3}(?:\.\d{3})+|\d{1,8})$/

/** `40` is a count, `-2` and `+3` are changes; null when it is neither. */
export function readStockEntry(typed: string): StockEntry | null {
  const match = TYPED.exec(typed.trim())
  if (!match) return null
  const pieces = Number(match[2]?.replaceAll('.', ''))
  if (match[1] === '') return { kind: 'count', counted: pieces }
  if (pieces === 0) return null
  return { kind: 'change', pieces: match[1] === '+' ? pieces : -pieces }
}

/** The change of stock on hand an entry means. */
export const changeOf = (entry: StockEntry, onHand: number): number =>
  entry.kind === 'count' ? entry.counted - onHand : entry.pieces

/** The reasons that fit: a count explains itself, what leaves and what is found need a word. */
export function reasonsFor(entry: StockEntry | null, onHand: number): AdjustmentKind[] {
  if (!entry) return ['count']
  const change = changeOf(entry, onHand)
  const leaving: AdjustmentKind[] = ['damaged', 'lost', 'sample', 'household']
  if (entry.kind === 'count') return change < 0 ? ['count', ...leaving] : change > 0 ? ['count', 'found'] : ['count']
  return change < 0 ? leaving : ['found']
}
