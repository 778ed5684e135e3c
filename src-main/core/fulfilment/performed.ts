import type { Tx } from '../database/open.ts'
import type { OrderDocument } from '../orders/order-document.ts'
import type { EventToRecord } from '../orders/orders.repository.ts'
import { saveActs } from '../orders/settle-orders.ts'
import type { Settle } from '../settling/settle.ts'
import type { ParcelOfOrder } from './packing.ts'

/** Applies one act to these parcels, one after another where an order has several, and records where it changed something. */
export async function performed(
  tx: Tx,
  settle: Settle,
  parcels: readonly ParcelOfOrder[],
  act: (parcel: ParcelOfOrder) => OrderDocument,
  event: Omit<EventToRecord, 'orderId'>,
): Promise<OrderDocument[]> {
  const before = new Map(parcels.map(({ order }) => [order.id, order]))
  const after = new Map(before)
  for (const each of parcels) {
    const order = after.get(each.order.id)!
    const parcel = order.parcels.find(({ id }) => id === each.parcel.id)!
    after.set(order.id, act({ ...each, order, parcel }))
  }
  const changed = [...after.values()].filter((order) => order !== before.get(order.id))
  await saveActs(tx, settle, changed, event)
  return [...after.values()]
}
