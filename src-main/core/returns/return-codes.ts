import type { Reader } from '../database/open.ts'
import { orderIdByCode } from '../orders/order-view.repository.ts'
import { orderIdByReturnWaybill } from './returns.repository.ts'

/** A waybill without the blanks and dashes that printers and people put into it. */
export const waybillKey = (waybill: string): string => waybill.toUpperCase().replaceAll(/[\s-]/g, '')

/** The order that a code names: by the waybill it came back with, the one it left with, or its number. */
export const orderIdScanned = async (reader: Reader, code: string): Promise<string | null> =>
  (await orderIdByReturnWaybill(reader, waybillKey(code))) ?? (await orderIdByCode(reader, code))
