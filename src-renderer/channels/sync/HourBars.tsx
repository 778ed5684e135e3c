import { formatClock } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import type { SyncHour } from '../../../src-shared/sync/sync.ts'
import { syncWords } from '../../../src-shared/sync/sync.words.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import classes from './sync.module.css'

const HOUR = 3_600_000
const HOURS = 24

/** The last day, hour by hour: full where it went well, half where something failed, a line where nobody asked. */
export function HourBars({ hours, now }: { hours: readonly SyncHour[]; now: number }) {
  const w = useWords(syncWords)
  const { zone } = useLocale()
  const byHour = new Map(hours.map((each) => [each.hour, each]))
  const last = Math.floor(now / HOUR) * HOUR
  const shown = Array.from({ length: HOURS }, (_, at) => last - (HOURS - 1 - at) * HOUR)
  const failures = hours.reduce((sum, each) => sum + each.failures, 0)
  const rounds = hours.reduce((sum, each) => sum + each.rounds, 0)
  return (
    <span
      className={classes.hours}
      role="img"
      aria-label={`${w.hours}: ${formatNumber(rounds - failures)}/${formatNumber(rounds)}`}
    >
      {shown.map((hour) => {
        const told = byHour.get(hour)
        const clock = formatClock(hour, zone)
        const title = told
          ? told.failures > 0
            ? w.hourFailed(clock, formatNumber(told.failures))
            : w.hourFine(clock, formatNumber(told.rounds))
          : undefined
        return <i key={hour} data-went={!told ? 'none' : told.failures > 0 ? 'badly' : 'well'} title={title} />
      })}
    </span>
  )
}
