import {
  addDays,
  type BusinessDay,
  businessDay,
  type Instant,
  type Zone,
} from '../../src-shared/kernel/business-day.ts'

const DAYS = 14

/** The last two weeks, oldest first, today among them. */
export function salesChartDays(now: Instant, zone: Zone): BusinessDay[] {
  const today = businessDay(now, zone)
  return Array.from({ length: DAYS }, (_, index) => addDays(today, index - DAYS + 1))
}
