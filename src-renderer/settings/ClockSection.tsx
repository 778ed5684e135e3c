import { Select } from '@mantine/core'
import type { AccountingTerms } from '../../src-shared/settings/settings.ts'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { Card } from '../design/Card.tsx'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import type { SectionProps } from './BusinessSection.tsx'
import { StartDay } from './StartDay.tsx'

/** The shop's clock, when its books begin, whether the household has a book, and what accounts are called. */
export function ClockSection({ settings, onChange }: SectionProps) {
  const w = useWords(settingsWords)
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
          <StartDay startDay={settings.startDay} />
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
          <Select
            label={w.accountingTerms}
            data={[
              { value: 'everyday', label: w.everydayTerms },
              { value: 'standard', label: w.standardTerms },
            ]}
            description={w.accountingTermsHow}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={settings.accountingTerms}
            allowDeselect={false}
            onChange={(terms) => terms && onChange({ accountingTerms: terms as AccountingTerms })}
          />
        </div>
      </Card>
    </Section>
  )
}
