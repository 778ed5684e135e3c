import { divRound } from '../../../src-shared/kernel/allocate.ts'
import { channelAccounts } from '../ledger/channel-accounts.ts'
import type { OrderDocument, OrderDocumentLine } from './order-document.ts'
import { orderAmounts } from './order-money.ts'

/** How many pieces of a line something is said of. */
export type PiecesOfLine = (line: OrderDocumentLine) => number

/** How many pieces of a line the channel says came back. A return whose pieces it does not name is a return of everything. */
export function returnedPieces(order: OrderDocument): PiecesOfLine {
  const isNamed = order.lines.some((line) => line.returnedPieces > 0)
  const isWhole = order.channelState === 'returned' && !isNamed
  return (line) => (isWhole ? line.pieces : Math.min(line.returnedPieces, line.pieces))
}

/**
 * What a channel takes back of a sale because of the pieces it says came back: the buyer's share of them, but never more than
 * refunds recorded here have left of its claim. A refund typed first and told by the channel afterwards is paid once.
 */
export const channelRefund = (order: OrderDocument): number => refundOf(order, returnedPieces(order))

/** The same of any pieces of its lines. */
export function refundOf(order: OrderDocument, pieces: PiecesOfLine): number {
  if (order.channel === 'own') return 0
  const { receivable } = channelAccounts(order.channel)
  const { net, goodsValue } = orderAmounts(order)
  const byHand = order.returns.refunds
    .filter(({ account }) => account === receivable)
    .reduce((total, { amount }) => total + amount, 0)
  const share = divRound(net, paidFor(order, pieces), Math.max(1, goodsValue))
  return Math.max(0, Math.min(share, net - byHand))
}

/** What the buyer had paid for those pieces. */
const paidFor = (order: OrderDocument, pieces: PiecesOfLine): number =>
  order.lines.reduce((total, line) => total + line.price * pieces(line), 0)
