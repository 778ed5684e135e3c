import { waybillCode } from '../../../src-shared/orders/waybill.ts'
import type { Reader } from '../database/open.ts'
import { parcelByCode } from '../orders/parcels.repository.ts'
import { orderIdByToldWaybill } from '../orders/told-returns.repository.ts'
import { orderIdByReturnWaybill } from './returns.repository.ts'

/** The order that a code names: by the waybill it came back with, the one it left with, or its number. */
export const orderIdScanned = async (reader: Reader, code: string): Promise<string | null> =>
  (await orderIdByReturnWaybill(reader, waybillCode(code))) ??
  (await orderIdByToldWaybill(reader, waybillCode(code))) ??
  (await parcelByCode(reader, code))?.orderId ??
  null
