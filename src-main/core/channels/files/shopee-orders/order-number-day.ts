import {
  type BusinessDay,
  type Instant,
  isBusinessDay,
  type Zone,
} from '../../../../../src-shared/kernel/business-day.ts'
import { midnightOf } from '../reading/moments.ts'

/** The day in the first six digits of a Shopee order number, `260801UQ7B77DV`; null when they are no day. */
export function numberedDay(orderNumber: string): BusinessDay | null {
  const [, year, month, date] = /^(\d{2})(\d{2})(\d{2})[0-9A-Z]{8}$/.exec(orderNumber) ?? []
  const day = `20${year}-${month}-${date}`
  return year !== undefined && isBusinessDay(day) ? day : null
}

/** Midnight of that day. */
export function dayOfNumber(orderNumber: string, zone: Zone): Instant | null {
  const day = numberedDay(orderNumber)
  return day === null ? null : midnightOf(day, zone)
}
