import type { OrderDocumentLine } from './order-document.ts'

/** A line that is known and a line of a statement that are the same one, by their numbers. */
export interface LinePair {
  known: number
  stated: number
}

/**
 * The lines of two statements as one. Goods, pieces and prices stand as the newer statement has them; pieces that came back
 * only grow in number, and what one of the two does not know comes from the other. Lines keep the number they first had.
 */
export function joinedLines(
  known: readonly OrderDocumentLine[],
  stated: readonly OrderDocumentLine[],
  pairs: readonly LinePair[],
  isNewer: boolean,
): OrderDocumentLine[] {
  const knownByNumber = new Map(known.map((line) => [line.line, line]))
  const statedByNumber = new Map(stated.map((line) => [line.line, line]))
  if (!isNewer) {
    const twin = new Map(pairs.map((pair) => [pair.known, statedByNumber.get(pair.stated)!]))
    return known.map((line) => withTwin(line, twin.get(line.line)))
  }
  const twin = new Map(pairs.map((pair) => [pair.stated, knownByNumber.get(pair.known)!]))
  let next = Math.max(0, ...known.map(({ line }) => line))
  return stated
    .map((line) => {
      const same = twin.get(line.line)
      return { ...withTwin(line, same), line: same?.line ?? ++next }
    })
    .sort((a, b) => a.line - b.line)
}

const withTwin = (line: OrderDocumentLine, twin: OrderDocumentLine | undefined): OrderDocumentLine =>
  twin === undefined
    ? line
    : {
        ...line,
        lineId: line.lineId || twin.lineId,
        returnedPieces: Math.max(line.returnedPieces, twin.returnedPieces),
        askedPieces: Math.max(line.askedPieces, twin.askedPieces),
        weightGrams: line.weightGrams ?? twin.weightGrams,
        waybill: line.waybill || twin.waybill,
        isShipped: line.isShipped || twin.isShipped,
      }

/** The same pieces at the same prices, whatever they are called. */
export const linesText = (lines: readonly OrderDocumentLine[]): string =>
  JSON.stringify(
    lines
      .map(({ pieces, returnedPieces, listPrice, price, sellerDiscount, channelDiscount, weightGrams }) => [
        pieces,
        returnedPieces,
        listPrice,
        price,
        sellerDiscount,
        channelDiscount,
        weightGrams,
      ])
      .map((line) => JSON.stringify(line))
      .sort(),
  )

/** True when a statement tells of other goods, pieces or prices than those that stand. */
export function tellsOtherGoods(
  stated: readonly OrderDocumentLine[],
  standing: readonly OrderDocumentLine[],
  pairs: readonly LinePair[],
): boolean {
  const standingByNumber = new Map(standing.map((line) => [line.line, line]))
  const twin = new Map(pairs.map((pair) => [pair.stated, standingByNumber.get(pair.known)]))
  return (
    stated.length !== standing.length ||
    stated.some((line) => {
      const same = twin.get(line.line)
      return (
        !same ||
        same.listingId !== line.listingId ||
        same.pieces !== line.pieces ||
        same.price !== line.price ||
        same.returnedPieces > line.returnedPieces
      )
    })
  )
}
