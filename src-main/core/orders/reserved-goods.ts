import type { Reservation } from '../effects.ts'
import type { OrderDocument } from './order-document.ts'
import { type GoodsByLine, piecesBySku } from './order-goods.ts'
import { isOpen } from './order-life.ts'
import { parcelLeftAt, parcelOfLine } from './order-parcels.ts'

/**
 * When stock is reserved: from the moment an order is to be sent until its goods leave, parcel by parcel. What waits for
 * payment, was cancelled, or has left reserves nothing.
 */
export function reservedGoods(order: OrderDocument, goods: GoodsByLine): Reservation[] {
  if (!isOpen(order)) return []
  const stillHere = piecesBySku(order, goods, (line) =>
    parcelLeftAt(order, parcelOfLine(order, line)) === null ? line.pieces : 0,
  )
  return stillHere.map(({ variantId, pieces }) => ({ effect: `reserve/${variantId}`, variantId, pieces }))
}
