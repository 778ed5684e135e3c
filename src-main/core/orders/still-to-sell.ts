import { announcedPieces, goodsBack, inspectedPieces } from './goods-back.ts'
import type { OrderDocument } from './order-document.ts'
import type { GoodsByLine } from './order-goods.ts'
import { isCancelled, soldAt } from './order-life.ts'
import type { PiecesOfLine } from './returned-pieces.ts'

/** Goods that never reached their buyer earn nothing. */
export const earnsNothing = (order: OrderDocument): boolean =>
  isCancelled(order) || order.lines.every((line) => announcedPieces(order)(line) === line.pieces)

/** A channel's order whose sale is still to come, whatever the books hold of it already: a claim that was paid, a piece that came back spoilt. */
export const isStillToSell = (order: OrderDocument): boolean =>
  order.channel !== 'own' && soldAt(order) === null && !earnsNothing(order)

/**
 * Pieces of each line that are back, whether their channel told of them or they were only looked at here: nobody will pay for those.
 * A set of which a part is back is back.
 */
export function piecesBack(order: OrderDocument, goods: GoodsByLine): PiecesOfLine {
  const back = goodsBack(order, goods)
  if (back.length > 0 && back.every((kind) => inspectedPieces(kind) >= kind.issued)) return ({ pieces }) => pieces
  const left = new Map(back.map((kind) => [kind.variantId, Math.max(kind.announced, inspectedPieces(kind))]))
  const byLine = new Map(
    order.lines.map((line) => {
      const missing = (goods.get(line.line) ?? []).map(({ variantId, pieces }) => {
        const taken = Math.min(left.get(variantId) ?? 0, pieces * line.pieces)
        left.set(variantId, (left.get(variantId) ?? 0) - taken)
        return Math.ceil(taken / pieces)
      })
      return [line.line, Math.max(announcedPieces(order)(line), ...missing)]
    }),
  )
  return ({ line }) => byLine.get(line) ?? 0
}
