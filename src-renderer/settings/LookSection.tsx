import { Select } from '@mantine/core'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { Card } from '../design/Card.tsx'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import type { SectionProps } from './BusinessSection.tsx'

export function LookSection({ settings, onChange }: SectionProps) {
  const w = useWords(settingsWords)
  return (
    <Section title={w.look}>
      <Card>
        <div className="pair">
          <Select
            label={w.language}
            data={[
              { value: 'id', label: w.indonesian },
              { value: 'en', label: w.english },
            ]}
            value={settings.language}
            allowDeselect={false}
            onChange={(language) => language && onChange({ language: language as 'id' })}
          />
          <Select
            label={w.scheme}
            data={[
              { value: 'light', label: w.light },
              { value: 'dark', label: w.dark },
              { value: 'auto', label: w.auto },
            ]}
            value={settings.scheme}
            allowDeselect={false}
            onChange={(scheme) => scheme && onChange({ scheme: scheme as 'light' })}
          />
        </div>
      </Card>
    </Section>
  )
}
