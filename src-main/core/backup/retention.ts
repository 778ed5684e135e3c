import { type BusinessDay, businessDay, type Instant, type Zone } from '../../../src-shared/kernel/business-day.ts'

/** How many are kept: of the newest day, and one a day, a week, a month. */
const KEPT = { ofToday: 3, days: 14, weeks: 8, months: 12 }

/**
 * The backups to keep, of any number in any order: the newest three of the newest day, then the newest of each of fourteen days,
 * eight weeks and twelve months. Days without a backup do not count, so a shop that rests for a month loses nothing by it.
 */
export function retained<Backup extends { at: Instant }>(backups: readonly Backup[], zone: Zone): Set<Backup> {
  const newestFirst = backups.toSorted((a, b) => b.at - a.at)
  const dayOf = ({ at }: Backup) => businessDay(at, zone)
  const newest = newestFirst[0]
  const today = newest ? newestFirst.filter((each) => dayOf(each) === dayOf(newest)) : []
  return new Set([
    ...today.slice(0, KEPT.ofToday),
    ...newestOfEach(newestFirst, dayOf, KEPT.days),
    ...newestOfEach(newestFirst, (each) => mondayOf(dayOf(each)), KEPT.weeks),
    ...newestOfEach(newestFirst, (each) => dayOf(each).slice(0, 7), KEPT.months),
  ])
}

function newestOfEach<Backup>(
  newestFirst: readonly Backup[],
  spanOf: (each: Backup) => string,
  most: number,
): Backup[] {
  const newest = new Map<string, Backup>()
  for (const each of newestFirst) if (!newest.has(spanOf(each))) newest.set(spanOf(each), each)
  return [...newest.values()].slice(0, most)
}

function mondayOf(day: BusinessDay): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}
