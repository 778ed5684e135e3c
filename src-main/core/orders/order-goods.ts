import type { Component } from '../catalog/goods.ts'
import type { OrderDocument, OrderDocumentLine } from './order-document.ts'

/** Goods of each line by line number; a line whose listing is not mapped to a SKU yet is absent. */
export type GoodsByLine = ReadonlyMap<number, readonly Component[]>

/** Pieces of one SKU. */
export interface SkuPieces {
  variantId: string
  pieces: number
}

/**
 * What the lines of an order come to, by SKU: all pieces, or as many of each line as `piecesOf` says. Effects are named by
 * goods and not by lines, so that a listing renamed at the channel, or lines in another order, move nothing.
 */
export function piecesBySku(
  order: OrderDocument,
  goods: GoodsByLine,
  piecesOf: (line: OrderDocumentLine) => number = ({ pieces }) => pieces,
): SkuPieces[] {
  const bySku = new Map<string, number>()
  for (const line of order.lines)
    for (const { variantId, pieces } of goods.get(line.line) ?? [])
      bySku.set(variantId, (bySku.get(variantId) ?? 0) + pieces * piecesOf(line))
  return [...bySku].filter(([, pieces]) => pieces > 0).map(([variantId, pieces]) => ({ variantId, pieces }))
}

/** The effect key of the movement that takes goods of one SKU off the shelf, in the first parcel or in a further one. */
export const issueKey = (variantId: string, parcel = 1): string =>
  parcel === 1 ? `issue/${variantId}` : `issue/parcel/${parcel}/${variantId}`
