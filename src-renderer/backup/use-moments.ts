import { formatMoment, type Instant } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { useNow } from '../design/clock.ts'
import { agoWords } from '../design/deadline.ts'
import { useLocale } from '../design/language.tsx'

/** How this room says when something was: how long ago, and as a day with its clock. */
export function useMoments() {
  const { language, zone } = useLocale()
  const now = useNow()
  return {
    ago: (at: Instant) => agoWords(at, now, zone, language),
    moment: (at: Instant) => formatMoment(at, zone, language),
  }
}

/** `2,4 MB`; below a tenth of one it is a tenth. */
export const megabytes = (bytes: number): string => {
  const tenths = Math.max(1, Math.round(bytes / 100_000))
  return tenths >= 100 ? `${formatNumber(Math.round(tenths / 10))} MB` : `${Math.floor(tenths / 10)},${tenths % 10} MB`
}
