import type { ListingName } from '../catalog/listing-names.ts'
import { pairsOf } from './line-pairs.ts'
import type { OrderDocument } from './order-document.ts'

/** The names an order is found by. */
export const goodsTextOf = ({ lines }: { lines: readonly ListingName[] }): string =>
  lines.map((line) => `${line.productName} ${line.variationName} ${line.sku}`).join(' ')

/**
 * A known order as if this were the first statement of it: what the channel was known to say before no longer counts. What was
 * done here stays, and so do the numbers of its lines.
 */
export function restated(known: OrderDocument, stated: OrderDocument): OrderDocument {
  const number = new Map(pairsOf(known.lines, stated.lines).map((pair) => [pair.stated, pair.known]))
  let next = Math.max(0, ...known.lines.map(({ line }) => line))
  return {
    ...stated,
    id: known.id,
    shopId: known.shopId,
    parcels: known.parcels,
    returns: known.returns,
    settlements: known.settlements,
    ownNote: known.ownNote,
    paidInto: known.paidInto,
    sentInstead: known.sentInstead,
    lines: stated.lines
      .map((line) => ({ ...line, line: number.get(line.line) ?? ++next }))
      .sort((a, b) => a.line - b.line),
  }
}
