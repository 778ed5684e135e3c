import type { OrdersOutcome } from '../../../../src-shared/channels/channels.ts'
import type { importWords } from '../../../../src-shared/channels/import.words.ts'

/** Goods were sold, and of none of them is it known what they cost. */
export const isWithoutCost = ({ sales, costOfGoods, piecesWithoutCost, unmappedListings }: OrdersOutcome): boolean =>
  sales !== 0 && costOfGoods === 0 && (piecesWithoutCost > 0 || unmappedListings > 0)

/** Some of what was sold has no cost yet. */
const isIncomplete = ({ piecesWithoutCost, unmappedListings }: OrdersOutcome): boolean =>
  piecesWithoutCost > 0 || unmappedListings > 0

/** What is left of the sales is a profit only once all its costs are known. */
export const profitName = (outcome: OrdersOutcome, w: (typeof importWords)['id']): string =>
  isWithoutCost(outcome) ? w.profitBeforeCost : isIncomplete(outcome) ? w.profitIncomplete : w.profit
