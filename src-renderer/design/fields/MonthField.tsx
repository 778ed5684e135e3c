import { MonthPickerInput } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { firstOfMonth, formatMonth, type Month, monthOf } from '../../../src-shared/kernel/business-day.ts'
import { useLocale } from '../language.tsx'
import { useCalendarLabels } from './calendar-labels.ts'

export interface MonthFieldProps {
  label: string
  value: Month | null
  onChange: (value: Month | null) => void
  latest?: Month
  help?: string
  isLabelHidden?: boolean
}

/** A month of the books, shown as `November 2026`. */
export function MonthField({ label, value, onChange, latest, help, isLabelHidden }: MonthFieldProps) {
  const { language } = useLocale()
  return (
    <MonthPickerInput
      label={isLabelHidden ? undefined : label}
      aria-label={isLabelHidden ? [label, value && formatMonth(value, language)].filter(Boolean).join(': ') : undefined}
      value={value && firstOfMonth(value)}
      onChange={(day) => onChange(day ? monthOf(day) : null)}
      maxDate={latest && firstOfMonth(latest)}
      valueFormat="MMMM YYYY"
      locale={language}
      ariaLabels={useCalendarLabels()}
      leftSection={<IconCalendar size={16} aria-hidden />}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={help}
    />
  )
}
