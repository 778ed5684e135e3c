import type { OrderDocument, OrderDocumentLine } from './order-document.ts'

/** How many pieces of a line the channel says came back. A return whose pieces it does not name is a return of everything. */
export function returnedPieces(order: OrderDocument): (line: OrderDocumentLine) => number {
  const isNamed = order.lines.some((line) => line.returnedPieces > 0)
  const isWhole = order.channelState === 'returned' && !isNamed
  return (line) => (isWhole ? line.pieces : Math.min(line.returnedPieces, line.pieces))
}

/** What the buyer had paid for those pieces. */
export function returnedValue(order: OrderDocument): number {
  const piecesOf = returnedPieces(order)
  return order.lines.reduce((total, line) => total + line.price * piecesOf(line), 0)
}
