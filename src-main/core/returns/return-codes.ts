import { waybillCode } from '../../../src-shared/orders/waybill.ts'
import type { Reader } from '../database/open.ts'
import { parcelsByCode } from '../orders/parcels.repository.ts'
import { orderIdByToldWaybill } from '../orders/told-returns.repository.ts'
import { waitingReturnOf } from './return-list.repository.ts'
import { orderIdByReturnWaybill } from './returns.repository.ts'

/**
 * The order that a code names: by the waybill it came back with, the one it left with, or its number. A number that a courier used
 * again, or that left on a bag of several orders, means an order whose goods are waited for before one that is done with.
 */
export async function orderIdScanned(reader: Reader, code: string): Promise<string | null> {
  const waybill = waybillCode(code)
  const byCode = await parcelsByCode(reader, code)
  const meant = [
    [await orderIdByReturnWaybill(reader, waybill)],
    [await orderIdByToldWaybill(reader, waybill)],
    byCode.filter(({ isNow }) => isNow).map(({ orderId }) => orderId),
    byCode.filter(({ isNow }) => !isNow).map(({ orderId }) => orderId),
  ].map((ids) => ids.filter((id) => id !== null))
  for (const ids of meant) {
    const waiting = ids.length > 0 ? await waitingReturnOf(reader, ids) : null
    if (waiting !== null) return waiting
  }
  return meant.flat()[0] ?? null
}
