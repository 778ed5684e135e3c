import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Effects, Movement } from '../effects.ts'

/** Stock Awal of one SKU; its document id is the variant's id. */
export interface OpeningStock {
  variantId: string
  sku: string
  pieces: number
  /** Of one piece; null until someone knows it. */
  unitCost: Rupiah | null
  /** The start day of the shop's books, and its first moment. */
  day: BusinessDay
  at: Instant
}

/** Goods that were there when the books began, put in by the owner as capital. */
export function effectsOfOpening({ variantId, sku, pieces, unitCost, day, at }: OpeningStock): Effects {
  const value = pieces * (unitCost ?? 0)
  const cost = unitCost === null ? 'unknown' : value
  const goods: Movement = { effect: 'stock', kind: 'opening', variantId, day, at, pieces, cost }
  return {
    reservations: [],
    movements: pieces === 0 ? [] : [goods],
    entries: [
      {
        effect: 'stock',
        book: 'usaha',
        day,
        memo: memo('opening stock', { sku }),
        lines: [
          { account: '1301', amount: value },
          { account: '3101', amount: -value },
        ],
      },
    ],
  }
}
