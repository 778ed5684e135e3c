import { sql } from 'kysely'

/**
 * How much of a SKU may be sold, written once. Each is a piece of SQL over `variant` and `stock_level` (left-joined, so that a
 * SKU which never moved counts as nothing); whatever else holds goods back one day, a live session for one, joins here.
 */

/** On hand less what is promised; below zero where more is promised than is there. */
export const FREE = sql<number>`(coalesce(on_hand, 0) - coalesce(reserved, 0))`

/** Free less the safety stock; below zero when even that is promised. */
export const TO_SPARE = sql<number>`(${FREE} - safety_stock)`

/** What every channel may still sell. */
export const AVAILABLE = sql<number>`max(0, ${TO_SPARE})`

/** Pieces promised beyond what is on hand. */
export const SHORT = sql<number>`max(0, -${FREE})`
export const isShort = sql<boolean>`${FREE} < 0`

/** Something can be sold still, and no more than its reorder point: Menipis, on Stok and on Beranda, of goods that are not archived. */
export const IS_LOW = sql<boolean>`(${TO_SPARE} between 1 and reorder_point)`
