import { divRound } from '../../../src-shared/kernel/allocate.ts'
import type { ProfitLadder } from '../../../src-shared/orders/orders.ts'
import type { OrderDocument } from './order-document.ts'
import type { GoodsByLine } from './order-goods.ts'
import { isCancelled, leftAt } from './order-life.ts'
import { orderAmounts } from './order-money.ts'

export interface RecordedCost {
  cost: number
  pieces: number
  costed: number
}

/**
 * Tangga laba: from gross sales to what one order leaves. The cost is the recorded one once goods left, before that
 * today's average. History took no cost from the shelf, so its profit is never complete. Channel fees stay unknown until a settlement names them; they are never guessed.
 */
export function profitLadder(
  order: OrderDocument,
  goods: GoodsByLine,
  recorded: RecordedCost,
  shelves: ReadonlyMap<string, { costed: number; value: number }>,
  isHistory: boolean,
): ProfitLadder {
  const amounts = orderAmounts(order)
  const hasLeft = leftAt(order) !== null
  const pieces = order.lines.flatMap((line) =>
    (goods.get(line.line) ?? []).map(({ variantId, pieces }) => ({ variantId, pieces: pieces * line.pieces })),
  )
  const unmapped = order.lines.some(({ line }) => !goods.has(line))
  const estimated = pieces.map(({ variantId, pieces }) => {
    const shelf = shelves.get(variantId)
    return shelf && shelf.costed > 0 ? divRound(shelf.value, pieces, shelf.costed) : null
  })
  const costOfGoods = hasLeft ? recorded.cost : estimated.reduce<number>((total, cost) => total + (cost ?? 0), 0)
  const costIncomplete =
    isHistory || unmapped || (hasLeft ? recorded.costed < recorded.pieces : estimated.includes(null))
  const returnedValue = order.lines.reduce(
    (total, line) => total + line.price * Math.min(line.returnedPieces, line.pieces),
    0,
  )
  const returned = isCancelled(order) ? amounts.net : returnedSales({ ...amounts, returnedValue })
  const netSales = amounts.net - returned
  const lost = isCancelled(order) ? 0 : costOfGoods
  return {
    grossSales: amounts.grossSales,
    sellerDiscount: amounts.sellerDiscount,
    sellerVoucher: amounts.sellerVoucher + amounts.sellerCoins,
    returned,
    netSales,
    channelFees: null,
    costOfGoods: lost,
    costIncomplete: !isCancelled(order) && costIncomplete,
    costIsEstimate: !hasLeft,
    profit: netSales - lost,
  }
}

/** What returned goods take out of an order's net sales: their share of the goods' value. */
export const returnedSales = (sales: { net: number; goodsValue: number; returnedValue: number }): number =>
  sales.goodsValue > 0 ? divRound(sales.net, sales.returnedValue, sales.goodsValue) : 0
