import { waybillCode } from '../../../src-shared/orders/waybill.ts'
import type { Reader } from '../database/open.ts'
import { parcelsByCode } from '../orders/parcels.repository.ts'
import { orderIdByToldWaybill } from '../orders/told-returns.repository.ts'
import { waitingReturnOf } from './return-list.repository.ts'
import { orderIdByReturnWaybill } from './returns.repository.ts'

/**
 * The order that a code names: by the waybill it came back with, the one it left with, or its number. Of orders that left in one bag
 * it is one whose goods are waited for.
 */
export async function orderIdScanned(reader: Reader, code: string): Promise<string | null> {
  const told =
    (await orderIdByReturnWaybill(reader, waybillCode(code))) ?? (await orderIdByToldWaybill(reader, waybillCode(code)))
  if (told !== null) return told
  const ids = (await parcelsByCode(reader, code)).map(({ orderId }) => orderId)
  return (ids.length > 1 ? await waitingReturnOf(reader, ids) : null) ?? ids[0] ?? null
}
