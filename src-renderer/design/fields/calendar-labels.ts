import type { Calendar } from '@mantine/dates'
import type { ComponentProps } from 'react'
import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { useWords } from '../language.tsx'

/** What the arrows of a calendar are called when read out; its headings say themselves. */
export function useCalendarLabels(): NonNullable<ComponentProps<typeof Calendar>['ariaLabels']> {
  const w = useWords(partsWords)
  return {
    nextMonth: w.nextMonth,
    previousMonth: w.previousMonth,
    nextYear: w.nextYear,
    previousYear: w.previousYear,
    nextDecade: w.nextDecade,
    previousDecade: w.previousDecade,
  }
}
