import { compositionsOf, type GoodsAt, variantsOfListings } from '../catalog/goods.ts'
import type { Reader } from '../database/open.ts'
import type { OrderDocument, OrderDocumentLine } from './order-document.ts'
import type { GoodsByLine } from './order-goods.ts'
import { parcelLeftAt, parcelOfLine } from './order-parcels.ts'

/** What the catalog knows, as far as it matters for some orders. */
export interface GoodsKnown {
  /** The SKU a listing is mapped to today; what was mapped wrongly was another SKU all along. */
  variantOf: ReadonlyMap<string, string>
  goodsAt: GoodsAt
}

/**
 * Which goods each line of an order stands for: the one answer that import, mapping, bundles, own sales and returns ask
 * for. It depends on dated facts alone and never on the order in which they were heard: on what is sent instead, on the mapping as
 * it stands, and on what a bundle was made of when the goods left, or is made of now while they are still here.
 */
export function goodsOfLines(order: OrderDocument, { variantOf, goodsAt }: GoodsKnown): GoodsByLine {
  return new Map(
    order.lines.flatMap((line) => {
      const variantId = insteadOf(order, line) ?? variantOfLine(line, variantOf)
      return variantId ? [[line.line, goodsAt(variantId, parcelLeftAt(order, parcelOfLine(order, line)))] as const] : []
    }),
  )
}

/** The SKU that is sent in place of a line's own. */
export const insteadOf = ({ sentInstead }: OrderDocument, { line }: OrderDocumentLine): string | undefined =>
  sentInstead.find((each) => each.line === line)?.variantId

const variantOfLine = ({ variantId, listingId }: OrderDocumentLine, variantOf: GoodsKnown['variantOf']) =>
  variantId ?? variantOf.get(listingId!)

/** Goods of many orders with two queries. */
export async function goodsOfOrders(
  reader: Reader,
  orders: readonly OrderDocument[],
): Promise<Map<string, GoodsByLine>> {
  const lines = orders.flatMap((order) => order.lines)
  const variantOf = await variantsOfListings(reader, [...new Set(lines.flatMap(({ listingId }) => listingId ?? []))])
  const skus = new Set([
    ...variantOf.values(),
    ...lines.flatMap(({ variantId }) => variantId ?? []),
    ...orders.flatMap(({ sentInstead }) => sentInstead.map(({ variantId }) => variantId)),
  ])
  const known = { variantOf, goodsAt: await compositionsOf(reader, [...skus]) }
  return new Map(orders.map((order) => [order.id, goodsOfLines(order, known)]))
}
