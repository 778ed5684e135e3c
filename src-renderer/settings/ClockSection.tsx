import { Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { Card } from '../design/Card.tsx'
import { DayField } from '../design/fields/DayField.tsx'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import type { SectionProps } from './BusinessSection.tsx'

/** The shop's clock, when its books begin, and whether the household has a book. */
export function ClockSection({ settings, onChange }: SectionProps) {
  const w = useWords(settingsWords)
  const startDay = useMutation(api.settings.changeStartDay.mutationOptions())
  return (
    <Section title={w.clock}>
      <Card>
        <div className="pair">
          <Select
            label={w.zone}
            data={['WIB', 'WITA', 'WIT']}
            value={settings.zone}
            allowDeselect={false}
            onChange={(zone) => zone && onChange({ zone: zone as 'WIB' })}
          />
          <DayField
            label={w.startDay}
            help={w.startDayHelp}
            value={settings.startDay}
            onChange={(day) => day && day !== settings.startDay && startDay.mutate({ startDay: day })}
          />
          <Select
            label={w.household}
            data={[
              { value: 'on', label: w.householdOn },
              { value: 'off', label: w.householdOff },
            ]}
            value={settings.keepsHousehold ? 'on' : 'off'}
            allowDeselect={false}
            onChange={(choice) => onChange({ keepsHousehold: choice === 'on' })}
          />
        </div>
        <RefusalNotice error={startDay.error} />
      </Card>
    </Section>
  )
}
