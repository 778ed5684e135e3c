import { type Instant, ZONES, type Zone } from '../../src-shared/kernel/business-day.ts'
import type { homeWords } from '../../src-shared/reports/reports.words.ts'

const hourAt = (now: Instant, zone: Zone): number => new Date(now + ZONES[zone] * 3_600_000).getUTCHours()

/** When a shop closes its day. */
export const isEvening = (now: Instant, zone: Zone): boolean => hourAt(now, zone) >= 18

/** Pagi until 11, siang until 15, sore until 18, then malam, on the shop's own clock. */
export function greeting(w: (typeof homeWords)['id'], name: string, now: Instant, zone: Zone): string {
  const hour = hourAt(now, zone)
  if (hour < 11) return w.morning(name)
  if (hour < 15) return w.noon(name)
  return isEvening(now, zone) ? w.evening(name) : w.afternoon(name)
}
