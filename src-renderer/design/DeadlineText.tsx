import { IconAlarm, IconClock } from '@tabler/icons-react'
import type { Instant } from '../../src-shared/kernel/business-day.ts'
import { useNow } from './clock.ts'
import classes from './DeadlineText.module.css'
import { type DeadlineWords, deadlineWords } from './deadline.ts'
import { useLocale } from './language.tsx'

export interface DeadlineTextProps {
  at: Instant
  /** A fixed moment instead of the clock, for pictures and print. */
  now?: Instant
}

const LOOKS: Readonly<Record<DeadlineWords['tone'], string>> = {
  calm: '',
  soon: 'doubtful',
  urgent: 'bad',
  late: 'bad',
}

/** A ship-by deadline that counts down: clock under six hours, alarm under two, "terlambat" afterwards. */
export function DeadlineText({ at, now }: DeadlineTextProps) {
  const { language, zone } = useLocale()
  const clock = useNow()
  const { tone, text, day } = deadlineWords(at, now ?? clock, zone, language)
  return (
    <span className={`${classes.deadline} ${LOOKS[tone]}`}>
      {tone === 'soon' && <IconClock size={15} aria-hidden />}
      {(tone === 'urgent' || tone === 'late') && <IconAlarm size={15} aria-hidden />}
      <span className="strong">{text}</span>
      {day && <span className={classes.day}>{day}</span>}
    </span>
  )
}
