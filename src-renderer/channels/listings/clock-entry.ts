import { atWallClock, type BusinessDay, type Instant, type Zone } from '../../../src-shared/kernel/business-day.ts'

/** The moment of a day and a time as people write it: `9`, `09.00`, `9:30`; null while it cannot be read. */
export function momentOf(day: BusinessDay | null, clock: string, zone: Zone): Instant | null {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(clock.trim()) ?? []
  if (day === null || hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null
  return atWallClock(day, Number(hours), Number(minutes), 0, zone)
}
