import type { OrderDocument, OrderDocumentLine } from './order-document.ts'
import { isOpen } from './order-life.ts'
import { parcelLeftAt, parcelOfLine } from './order-parcels.ts'

/** Whether other goods may still be sent for a line: sold at a channel, to be sent, and its parcel neither closed nor gone. Pure. */
export function isToBeFilled(order: OrderDocument, line: OrderDocumentLine): boolean {
  if (order.channel === 'own' || !isOpen(order)) return false
  const parcel = parcelOfLine(order, line)
  return parcel.packedAt === null && parcelLeftAt(order, parcel) === null
}
