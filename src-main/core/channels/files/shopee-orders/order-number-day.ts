import type { Instant, Zone } from '../../../../../src-shared/kernel/business-day.ts'
import { midnightOf } from '../reading/moments.ts'

/** Midnight of the day in the first six digits of a Shopee order number, `260801UQ7B77DV`; null when they are no day. */
export function dayOfNumber(orderNumber: string, zone: Zone): Instant | null {
  const [, year, month, date] = /^(\d{2})(\d{2})(\d{2})[0-9A-Z]{8}$/.exec(orderNumber) ?? []
  return midnightOf(`20${year}-${month}-${date}`, zone)
}
