import { Stack } from '@mantine/core'
import type { Settings, SettingsChange } from '../../src-shared/settings/settings.ts'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { Card } from '../design/Card.tsx'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import { SettingText } from './SettingText.tsx'

export interface SectionProps {
  settings: Settings
  onChange: (change: SettingsChange) => void
}

/** Who the shop is: on labels, on the neraca, in the greeting. */
export function BusinessSection({ settings, onChange }: SectionProps) {
  const w = useWords(settingsWords)
  return (
    <Section title={w.business}>
      <Card>
        <Stack gap={12}>
          <div className="pair">
            <SettingText
              label={w.businessName}
              value={settings.businessName}
              maxLength={120}
              isNeeded
              onKeep={(businessName) => onChange({ businessName })}
            />
            <SettingText label={w.city} value={settings.city} maxLength={80} onKeep={(city) => onChange({ city })} />
            <SettingText
              label={w.ownerName}
              value={settings.ownerName}
              maxLength={80}
              isNeeded
              onKeep={(ownerName) => onChange({ ownerName })}
            />
            <SettingText
              label={w.partnerName}
              value={settings.partnerName}
              maxLength={80}
              onKeep={(partnerName) => onChange({ partnerName })}
            />
            <SettingText
              label={w.phone}
              value={settings.phone}
              maxLength={30}
              onKeep={(phone) => onChange({ phone })}
            />
            <SettingText
              label={w.businessNumber}
              value={settings.businessNumber}
              maxLength={40}
              help={w.businessNumberHelp}
              onKeep={(businessNumber) => onChange({ businessNumber })}
            />
          </div>
          <SettingText
            label={w.address}
            value={settings.address}
            maxLength={500}
            isLong
            onKeep={(address) => onChange({ address })}
          />
        </Stack>
      </Card>
    </Section>
  )
}
