import { DateInput } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { type BusinessDay, businessDay } from '../../../src-shared/kernel/business-day.ts'
import { clockNow } from '../clock.ts'
import { useLocale, useWords } from '../language.tsx'
import { useCalendarLabels } from './calendar-labels.ts'
import { readDay } from './day-entry.ts'

export interface DayFieldProps {
  label: string
  value: BusinessDay | null
  onChange: (value: BusinessDay | null) => void
  earliest?: BusinessDay
  latest?: BusinessDay
  help?: string
  error?: string
  isRequired?: boolean
  /** An empty day means something here ("sampai sekarang"), so it may be cleared. */
  isClearable?: boolean
  hasFocusFirst?: boolean
  /** The label is read out alone; in a row of filters the placeholder says it. */
  isLabelHidden?: boolean
  placeholder?: string
}

/** A day: typed day-first (`22/11/26`, `22 nov`) or picked; shown as `22 Nov 2026`; weeks start on Monday. */
export function DayField(props: DayFieldProps) {
  const { language, zone } = useLocale()
  const w = useWords(partsWords)
  return (
    <DateInput
      label={props.isLabelHidden ? undefined : props.label}
      aria-label={props.isLabelHidden ? props.label : undefined}
      size={props.isLabelHidden ? 'xs' : undefined}
      value={props.value}
      onChange={(day) => props.onChange(day)}
      dateParser={(typed) => readDay(typed, businessDay(clockNow(), zone))}
      valueFormat="D MMM YYYY"
      locale={language}
      firstDayOfWeek={1}
      ariaLabels={useCalendarLabels()}
      minDate={props.earliest}
      maxDate={props.latest}
      clearable={props.isClearable}
      clearButtonProps={{ 'aria-label': w.clearSelection }}
      required={props.isRequired}
      withAsterisk={false}
      data-autofocus={props.hasFocusFirst || undefined}
      placeholder={props.placeholder ?? w.dayPlaceholder}
      // in a row of filters a day that can be cleared has no room for both signs
      leftSection={
        props.isLabelHidden && props.isClearable && props.value ? null : <IconCalendar size={16} aria-hidden />
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={props.help}
      error={props.error}
      popoverProps={{ withinPortal: true }}
    />
  )
}
