import { partsWords } from '../../src-shared/app/parts.words.ts'
import {
  addDays,
  businessDay,
  formatClock,
  formatDay,
  type Instant,
  type Language,
  type Zone,
} from '../../src-shared/kernel/business-day.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Calm beyond six hours, `soon` under six, `urgent` under two, `late` once it has passed. */
export type DeadlineTone = 'calm' | 'soon' | 'urgent' | 'late'

export interface DeadlineWords {
  tone: DeadlineTone
  /** `sisa 1 jam 26 mnt`, `terlambat 40 mnt`, `23.59 WIB`. */
  text: string
  /** `hari ini`, `besok` or the date; empty while counting down. */
  day: string
}

/**
 * How a ship-by deadline reads now. Marketplaces announce deadlines in WIB, so a shop elsewhere sees both clocks.
 * Minutes still to go are rounded down: "0 mnt" left is never promised as one.
 */
export function deadlineWords(at: Instant, now: Instant, zone: Zone, language: Language): DeadlineWords {
  const w = partsWords[language]
  const left = at - now
  if (left < 0) return { tone: 'late', text: w.late(lateness(-left, language)), day: '' }
  if (left < 6 * HOUR) {
    return { tone: left < 2 * HOUR ? 'urgent' : 'soon', text: w.timeLeft(duration(left, language)), day: '' }
  }
  const own = zone === 'WIB' ? '' : ` (${formatClock(at, zone)} ${zone})`
  const day = businessDay(at, zone)
  const today = businessDay(now, zone)
  const dayWord = day === today ? w.today : day === addDays(today, 1) ? w.tomorrow : shortDay(formatDay(day, language))
  return { tone: 'calm', text: `${formatClock(at, 'WIB')} WIB${own}`, day: dayWord }
}

/** `22 Nov 2026` → `22 Nov`: a deadline is never a year away. */
const shortDay = (day: string) => day.split(' ').slice(0, 2).join(' ')

function duration(ms: number, language: Language): string {
  const minutes = Math.floor(ms / MINUTE)
  return partsWords[language].hoursMinutes(Math.floor(minutes / 60), minutes % 60)
}

/** Once it is an hour late, minutes say nothing any more; after two days, hours neither. */
function lateness(ms: number, language: Language): string {
  const w = partsWords[language]
  const hours = Math.floor(ms / HOUR)
  if (hours >= 48) return w.days(Math.floor(hours / 24))
  return hours >= 1 ? w.hours(hours) : duration(ms, language)
}

/** `baru saja`, `5 menit lalu`, `3 jam lalu`, `kemarin 20.15`, older than that: the date. */
export function agoWords(at: Instant, now: Instant, zone: Zone, language: Language): string {
  const w = partsWords[language]
  const seconds = Math.max(0, Math.floor((now - at) / 1000))
  if (seconds < 5) return w.justNow
  if (seconds < 60) return w.secondsAgo(seconds)
  if (seconds < 3600) return w.minutesAgo(Math.floor(seconds / 60))
  const day = businessDay(at, zone)
  const today = businessDay(now, zone)
  if (day === today) return w.hoursAgo(Math.floor(seconds / 3600))
  if (day === addDays(today, -1)) return w.yesterdayAt(formatClock(at, zone))
  return formatDay(day, language)
}
