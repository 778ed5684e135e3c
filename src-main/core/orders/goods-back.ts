import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { WhyBack } from '../../../src-shared/orders/return.ts'
import { comesBackWhole } from './cancel-after-handover.ts'
import { goodsLeaving, leftBySku } from './goods-leaving.ts'
import type { Inspection, OrderDocument } from './order-document.ts'
import { type GoodsByLine, piecesBySku } from './order-goods.ts'
import { isCancelled, leftAt, soldAt } from './order-life.ts'
import { type PiecesOfLine, returnedPieces } from './returned-pieces.ts'

/** Goods of one SKU in an order that come back, or may. Bundles come back by their components. */
export interface GoodsBack {
  /** Null for a line that has no SKU yet: its own pieces are counted. */
  variantId: string | null
  /** The first line that holds these goods. */
  line: number
  /** The movements they left with; none without a SKU. */
  issues: string[]
  /** Pieces that left. */
  issued: number
  /** Pieces that the channel says came back, or never reached the buyer. */
  announced: number
  /** Pieces that wait to be looked at, or were: announced ones, those asked back, or all of a parcel that is here early. */
  expected: number
  /** What was looked at, in the order it was done; `after` pieces had been looked at before. */
  inspected: (Inspection & { after: number })[]
}

/** Why goods of this order come back; null when nothing is expected. An own sale comes back by what is recorded here. */
export function whyBack(order: OrderDocument): WhyBack | null {
  if (leftAt(order) === null || order.withdrawnAt !== null) return null
  const isHere = order.returns.receivedAt !== null || order.returns.inspections.length > 0
  if (order.channel === 'own') return isHere && !isCancelled(order) ? 'brought back' : null
  if (isCancelled(order)) return 'cancelled'
  if (order.channelState === 'delivery_failed') return 'delivery failed'
  if (order.lines.some((line) => announcedPieces(order)(line) > 0)) return 'returned'
  if (order.channelState === 'return_open' || order.returns.askedBack !== null) return 'return open'
  return isHere ? 'not announced' : null
}

const NONE: PiecesOfLine = () => 0
const ALL: PiecesOfLine = ({ pieces }) => pieces

/** Pieces that a channel says came back. A parcel that never reached its buyer comes back whole; asking is no return yet. */
export function announcedPieces(order: OrderDocument): PiecesOfLine {
  if (order.channel === 'own' || leftAt(order) === null) return NONE
  if (comesBackWhole(order)) return ALL
  return order.channelState === 'returned' || soldAt(order) !== null ? returnedPieces(order) : NONE
}

/** Pieces that are, or will be, here to be looked at. */
function expectedPieces(order: OrderDocument, goods: GoodsByLine): PiecesOfLine {
  const why = whyBack(order)
  // a buyer brings back what he brings back: only what was looked at counts
  if (why === null || why === 'brought back') return NONE
  if (why === 'not announced') return order.returns.receivedAt === null ? NONE : ALL
  const announced = announcedPieces(order)
  if (why === 'returned') return withThoseUnderWay(order, goods, announced)
  if (why !== 'return open') return announced
  const asked: PiecesOfLine = (line) => Math.min(line.pieces, Math.max(line.askedPieces, line.returnedPieces))
  if (order.lines.some((line) => asked(line) > 0)) return asked
  return order.returns.askedBack?.pieces ? withThoseUnderWay(order, goods, announced) : ALL
}

/**
 * Besides the announced pieces those that the lists of returns tell of beyond them: a second return of an order may be on its way
 * when the first is back. Of several kinds of goods the lists do not say which, so all may come, until as many were looked at.
 */
function withThoseUnderWay(order: OrderDocument, goods: GoodsByLine, announced: PiecesOfLine): PiecesOfLine {
  const told = order.returns.askedBack?.pieces ?? 0
  if (told <= order.lines.reduce((total, line) => total + announced(line), 0)) return announced
  if (order.lines.length === 1) return ({ pieces }) => Math.min(pieces, told)
  // a set comes back in pieces of its own, which no list counts
  const isEachOne = order.lines.every(({ line }) =>
    goods.get(line)?.every(({ pieces }, _, all) => pieces * all.length === 1),
  )
  const seen = order.returns.inspections.reduce((total, { pieces }) => total + pieces, 0)
  return isEachOne && seen >= told ? announced : ALL
}

/** When the goods began to come back, as far as anyone knows; null while they are here. */
export function backSince(order: OrderDocument): Instant | null {
  const left = leftAt(order)
  if (left === null) return null
  const stated = [order.statedBackAt, order.comesBackAt].filter((at) => at !== null)
  const told =
    (isCancelled(order) ? order.cancelledAt : null) ??
    (stated.length > 0 ? Math.min(...stated) : (order.returns.askedBack?.at ?? null))
  return Math.max(left, told ?? soldAt(order) ?? order.deliveredAt ?? left)
}

/** Every SKU of the order with what is announced and what was looked at; lines without a SKU stand by themselves. */
export function goodsBack(order: OrderDocument, goods: GoodsByLine): GoodsBack[] {
  const pieces = (of: PiecesOfLine) =>
    new Map(piecesBySku(order, goods, of).map(({ variantId, pieces }) => [variantId, pieces]))
  const [announced, expected] = [pieces(announcedPieces(order)), pieces(expectedPieces(order, goods))]
  const isWhole = comesBackWhole(order)
  const left = leftBySku(goodsLeaving(order, goods))
  const leftSkus = new Set(left.map(({ variantId }) => variantId))
  const named = left.map(({ variantId, pieces: issued, issues }): GoodsBack => {
    // what was packed comes back, also when it was not what the order asked for
    const back = (asked: Map<string, number>) => Math.min(issued, isWhole ? issued : (asked.get(variantId) ?? 0))
    const inspected = inspectionsOf(order, goods, { variantId, issued, leftSkus })
    return {
      variantId,
      line: (
        order.lines.find(({ line }) => goods.get(line)?.some((each) => each.variantId === variantId)) ?? order.lines[0]!
      ).line,
      issues,
      issued,
      announced: back(announced),
      expected: Math.max(back(expected), inspectedPieces({ inspected })),
      inspected,
    }
  })
  const unnamed = order.lines
    .filter(({ line }) => !goods.has(line))
    .map(
      (line): GoodsBack => ({
        variantId: null,
        line: line.line,
        issues: [],
        issued: line.pieces,
        announced: announcedPieces(order)(line),
        expected: expectedPieces(order, goods)(line),
        inspected: [],
      }),
    )
  return [...named, ...unnamed]
}

/**
 * Inspections of one SKU. What was looked at before a listing was mapped anew follows its line, as long as that line is one
 * kind of goods; what left without standing in any line is itself.
 */
function inspectionsOf(
  order: OrderDocument,
  goods: GoodsByLine,
  { variantId, issued, leftSkus }: { variantId: string; issued: number; leftSkus: ReadonlySet<string> },
): GoodsBack['inspected'] {
  const skuOf = (inspection: Inspection) => {
    const ofLine = goods.get(inspection.line) ?? []
    return leftSkus.has(inspection.variantId) || ofLine.length !== 1 ? inspection.variantId : ofLine[0]!.variantId
  }
  let after = 0
  return order.returns.inspections
    .filter((each) => skuOf(each) === variantId)
    .flatMap((each) => {
      // an order that was corrected to fewer pieces cannot have more looked at than left
      const pieces = Math.min(each.pieces, issued - after)
      if (pieces <= 0) return []
      const found = { ...each, pieces, after }
      after += pieces
      return [found]
    })
}

export const inspectedPieces = ({ inspected }: Pick<GoodsBack, 'inspected'>): number =>
  inspected.reduce((total, { pieces }) => total + pieces, 0)
