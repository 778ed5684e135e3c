import type { Part } from '../../src-shared/kernel/allocate.ts'
import type { BusinessDay, Instant } from '../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../src-shared/ledger/ledger.ts'
import type { Memo } from '../../src-shared/ledger/memo.words.ts'

export type Book = 'usaha' | 'rumah'

/** The kinds of document that may have effects. Each names its room's snapshot by id. */
export type DocumentKind =
  | 'order'
  | 'purchase'
  | 'stock-adjustment'
  | 'opening-stock'
  | 'opening-balance'
  | 'cash-record'
  | 'settlement'
  | 'wallet-line'

export interface DocumentRef {
  kind: DocumentKind
  id: string
}

/** Pieces promised but still on the shelf. */
export interface Reservation {
  effect: string
  variantId: string
  pieces: number
}

/**
 * Goods that come back at the cost with which they left: `part` of what the named issues of the same document, all of
 * this SKU, took off the shelf. Several parts of the same issues sum to the whole: one that does not say after how many
 * pieces it begins follows the one before it.
 */
export interface AsIssued {
  issuedBy: string[]
  part: Part
}

/** Why goods come or go. */
export const MOVEMENT_KINDS = ['opening', 'receipt', 'issue', 'return', 'adjustment', 'count'] as const
/** With what settling adds of itself: the difference by which an earlier cost was wrong. */
export const ALL_MOVEMENT_KINDS = [...MOVEMENT_KINDS, 'cost'] as const
export type MovementKind = (typeof ALL_MOVEMENT_KINDS)[number]

/**
 * Goods that come or go. `pieces` is signed. What a movement costs:
 * a number is the known value of goods received; `unknown` is goods received whose cost comes later;
 * `average` takes the moving average of its date (every issue, and surplus found in a count).
 */
export interface Movement {
  effect: string
  kind: (typeof MOVEMENT_KINDS)[number]
  variantId: string
  day: BusinessDay
  at: Instant
  pieces: number
  cost: Rupiah | 'unknown' | 'average' | AsIssued
}

/** One side of an entry: a known amount (debit positive), or the recorded cost of movements of the same document. */
export type EntryLine =
  | { account: AccountCode; amount: Rupiah }
  | { account: AccountCode; side: 'debit' | 'credit'; costOf: string[]; part?: Part }

/** A journal entry in one book. Lines whose amount is nothing are left out, and so is an entry without lines. */
export interface Entry {
  effect: string
  book: Book
  day: BusinessDay
  memo: Memo
  lines: EntryLine[]
  /** The same on both entries of an event that crosses the wall between the books. */
  pairId?: string
}

/** Everything that must stand in the ledgers because of one document, by keys that never change. */
export interface Effects {
  reservations: Reservation[]
  movements: Movement[]
  entries: Entry[]
}

export const NO_EFFECTS: Effects = { reservations: [], movements: [], entries: [] }
