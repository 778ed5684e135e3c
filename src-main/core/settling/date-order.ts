import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import { monthOf } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import {
  type Average,
  type DatedMovement,
  isSale,
  NO_AVERAGE,
  putIn,
  rankOf,
  takeOut,
  worth,
} from '../inventory/moving-average.ts'

/** Of one SKU: the average that stands after its last movement, and what tells whether the next one comes after it. */
export interface Shelf {
  average: Average
  /** Day and rank of the last movement that changed the value; no day when none ever did. */
  changed: { day: BusinessDay; rank: number }
  /** The latest movement that left. */
  last: { day: BusinessDay; at: Instant }
  /** The latest day on which goods left that were not sold. */
  lastLossDay: BusinessDay
  /** Movements that are still without (all of) their cost. */
  uncosted: number
  /** The first day from which goods that left still wait for (all of) their cost; null when nobody waits. */
  waitsSince: BusinessDay | null
  /** The first day of what is costed again later (`recost-later.ts`); null when everything stands as it should. */
  recostFrom: BusinessDay | null
  /** Pieces of all movements that stand, in and out. */
  moved: number
  /** What no receipt that stands cost more than, a piece, rounded up. */
  dearest: Rupiah
}

export const NEW_SHELF: Shelf = {
  average: NO_AVERAGE,
  changed: { day: '', rank: 0 },
  last: { day: '', at: 0 },
  lastLossDay: '',
  uncosted: 0,
  waitsSince: null,
  recostFrom: null,
  moved: 0,
  dearest: 0,
}

export const neverHadCost = ({ changed }: Shelf): boolean => changed.day === ''

/**
 * Whether nothing lay there on a day, and nothing came since: what left then takes of nobody, wherever it stands among the sales that
 * wait. While somebody waits from a day before, all that ever came has gone to them and to others.
 */
export const hasRunOut = ({ average, changed, waitsSince }: Shelf, day: BusinessDay): boolean =>
  average.left === 0 && waitsSince !== null && waitsSince < day && changed.day < day

interface Costed {
  shelf: Shelf
  costed: number
  cost: number
}

/**
 * What a movement costs when it comes after everything recorded of its SKU, or among sales of its own month that took the
 * same average; null when the SKU's later movements must be costed again. So ordinary days never pay for late papers.
 */
export function costInOrder(shelf: Shelf, movement: DatedMovement): Costed | null {
  const { day, pieces, cost } = movement
  if (cost === 'unknown') return { shelf, costed: 0, cost: 0 }
  if (typeof cost === 'object') return null
  if (pieces < 0) return leaving(shelf, movement)
  if (cost === 'average' && neverHadCost(shelf))
    return { shelf: { ...shelf, uncosted: shelf.uncosted + 1 }, costed: 0, cost: 0 }
  const rank = rankOf(movement)
  const isToday = day === shelf.changed.day
  // those who waited were paid of what this day brought: with more of it they would have been paid otherwise
  if (isToday && shelf.average.left < shelf.average.pieces) return null
  const after = day > shelf.changed.day || (isToday && rank > shelf.changed.rank)
  // receipts of one day may change places without a trace
  const beside = cost !== 'average' && isToday && rank === shelf.changed.rank
  if (shelf.uncosted > 0 || day <= shelf.last.day || !(after || beside)) return null
  if (cost === 'average' && shelf.average.left === 0) return null
  const value = cost === 'average' ? worth(shelf.average, pieces) : cost
  const average = putIn(shelf.average, pieces, value)
  return { shelf: { ...shelf, average, changed: { day, rank } }, costed: pieces, cost: value }
}

function leaving(shelf: Shelf, movement: DatedMovement): Costed | null {
  const { day, at, pieces } = movement
  const sale = isSale(movement)
  // of sales of one moment their pieces and names decide (`byDate`): that matters where the shelf cannot pay them all
  const isLast = day > shelf.last.day || (day === shelf.last.day && at > shelf.last.at)
  if (!neverHadCost(shelf)) {
    if (day < shelf.changed.day || (day === shelf.changed.day && shelf.changed.rank >= rankOf(movement))) return null
    if (day <= shelf.lastLossDay) return null
    const isCovered = shelf.uncosted === 0 && -pieces <= shelf.average.left
    // where a piece costs whole rupiah, sales may change places even between months
    const isWhole = shelf.average.value % shelf.average.pieces === 0
    const sameMonth = isWhole || monthOf(day) >= monthOf(shelf.last.day)
    const inOrder = sale ? isLast || (isCovered && sameMonth) || hasRunOut(shelf, day) : day >= shelf.last.day
    if (!inOrder) return null
  }
  const { average, costed, cost } = takeOut(shelf.average, -pieces)
  return {
    shelf: {
      ...shelf,
      average,
      last: isLast ? { day, at } : shelf.last,
      lastLossDay: sale || day < shelf.lastLossDay ? shelf.lastLossDay : day,
      uncosted: shelf.uncosted + (costed < -pieces ? 1 : 0),
    },
    costed: -costed,
    cost: -cost,
  }
}
