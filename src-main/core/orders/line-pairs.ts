import type { OrderDocumentLine } from './order-document.ts'
import type { LinePair } from './order-lines.ts'

/** Which lines of a statement are lines already known: by the channel's own id of the line, else by the listing. */
export function pairsOf(known: readonly OrderDocumentLine[], stated: readonly OrderDocumentLine[]): LinePair[] {
  const pairs: LinePair[] = []
  const left = { known: new Set(known), stated: new Set(stated) }
  const pair = (isSame: (a: OrderDocumentLine, b: OrderDocumentLine) => boolean) => {
    for (const line of left.stated)
      for (const other of left.known)
        if (isSame(line, other)) {
          pairs.push({ known: other.line, stated: line.line })
          left.known.delete(other)
          left.stated.delete(line)
          break
        }
  }
  pair((a, b) => a.lineId !== '' && a.lineId === b.lineId)
  // a listing that stands in an order at two prices has two lines
  pair((a, b) => a.listingId === b.listingId && a.price === b.price && a.pieces === b.pieces)
  pair((a, b) => a.listingId === b.listingId && a.price === b.price)
  pair((a, b) => a.listingId === b.listingId)
  return pairs
}
