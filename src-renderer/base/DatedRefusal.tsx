import { ORPCError } from '@orpc/client'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { addDays, type BusinessDay, formatDay } from '../../src-shared/kernel/business-day.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { RefusalNotice } from './RefusalNotice.tsx'

export interface DatedRefusalProps {
  error: unknown
  /** Takes the first day on which the document may be recorded. */
  onDay: (day: BusinessDay) => void
}

/** A refusal in a form with a day: when the day is the trouble, one button takes the nearest day that is open. */
export function DatedRefusal({ error, onDay }: DatedRefusalProps) {
  const w = useWords(partsWords)
  const { language } = useLocale()
  const day = firstOpenDay(error)
  return (
    <RefusalNotice
      error={error}
      actions={
        day && (
          <ActionButton
            label={w.takeDay(formatDay(day, language))}
            size="small"
            shortcut={standingShortcuts.takeAllowedDay}
            onAct={() => onDay(day)}
          />
        )
      }
    />
  )
}

function firstOpenDay(error: unknown): BusinessDay | null {
  if (!(error instanceof ORPCError)) return null
  if (error.code === 'PERIOD_CLOSED') return addDays((error.data as { closedThrough: BusinessDay }).closedThrough, 1)
  if (error.code === 'DAY_BEFORE_START') return (error.data as { startDay: BusinessDay }).startDay
  return null
}
