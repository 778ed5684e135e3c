import type { Instant, Zone } from '../../../../../src-shared/kernel/business-day.ts'
import { midnightOf } from '../reading/moments.ts'

/** `INV/20230506/MPL/2498592472` begins with the day it was placed; null when it does not. */
export function invoiceDay(number: string, zone: Zone): Instant | null {
  const [, year, month, date] = /^INV\/(\d{4})(\d{2})(\d{2})\//.exec(number) ?? []
  return year === undefined ? null : midnightOf(`${year}-${month}-${date}`, zone)
}

const DAY = 86_400_000

/** Nothing of an invoice comes before the day in its number, it is paid within days of it, and mostly done within weeks. */
export const daysOfInvoice = (numberedOn: Instant) => {
  const from = numberedOn - 2 * DAY
  return { paid: { from, to: numberedOn + 20 * DAY }, done: { from, to: numberedOn + 25 * DAY } }
}
