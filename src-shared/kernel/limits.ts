/**
 * How large things may be: one table for contracts, files and ledgers. No limit is near what a shop does; each is low enough
 * that what is computed from values within it (pieces × price, the sum of 100,000 documents, a whole statement) stays a safe
 * integer of JavaScript (9.007 × 10^15) and so is exact and can be shown.
 */

/** Rp10 miliar: the price or cost of one piece, and each amount in the cell of an order file. A 13-digit barcode is larger. */
export const LARGEST_PRICE = 10_000_000_000

/** Rp1 triliun: one amount that somebody states, and the sum of one document. */
export const LARGEST_AMOUNT = 1_000_000_000_000

/** Rp100 triliun: what documents come to together, as the balance of an account, the sales of the shop, the cost of a movement. */
export const LARGEST_SUM = 100_000_000_000_000

/** Rp9.000 triliun: what the books can hold at all, whatever is taken back; the largest exact integer is little more. */
export const LARGEST_STORED = 9_000_000_000_000_000

/** What may come to one side of an account, debit or credit, in all: half, so that each of it can be taken back. */
export const LARGEST_TURNOVER = LARGEST_STORED / 2

/** Pieces on one line. */
export const MOST_PIECES = 10_000_000
/** Pieces of one order. */
export const MOST_PIECES_IN_ORDER = 1_000_000
/** Pieces of one component in a bundle: with the most of an order, a movement has a milliard of them at most. */
export const MOST_PIECES_IN_BUNDLE = 1_000

/** The calendar: any day before or after it was mistyped. */
export const FIRST_DAY = '2000-01-01'
export const LAST_DAY = '2099-12-31'
