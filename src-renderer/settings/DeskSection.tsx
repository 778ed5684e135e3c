import { Group, Select, Slider, Stack, Text } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import type { LabelSize } from '../../src-shared/settings/settings.ts'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { PiecesField } from '../design/fields/PiecesField.tsx'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import { playSound } from '../design/sounds/sounds.ts'
import type { SectionProps } from './BusinessSection.tsx'

const SIZES: { value: LabelSize; label: string }[] = [
  { value: '100x150', label: '100 × 150 mm' },
  { value: 'A6', label: 'A6, 105 × 148 mm' },
  { value: '78x100', label: '78 × 100 mm' },
  { value: 'A4x4', label: 'A4, 4' },
]

/** The packing corner: paper of the labels and how loud a scan is answered. */
export function DeskSection({ settings, onChange }: SectionProps) {
  const w = useWords(settingsWords)
  return (
    <Section title={w.desk}>
      <Card>
        <Stack gap={12}>
          <div className="pair">
            <Select
              label={w.labelSize}
              data={SIZES}
              value={settings.labelSize}
              allowDeselect={false}
              onChange={(labelSize) => labelSize && onChange({ labelSize: labelSize as LabelSize })}
            />
            <div>
              <Text component="div" fz={12} fw={600} c="dimmed" mb={10} id="volume">
                {w.sound}
              </Text>
              <Slider
                defaultValue={settings.soundVolume}
                onChangeEnd={(soundVolume) => onChange({ soundVolume })}
                thumbProps={{ 'aria-labelledby': 'volume' }}
                label={(percent) => `${percent}%`}
              />
            </div>
          </div>
          <Group justify="space-between" gap="8px 16px" mih={34}>
            <ActionButton label={w.tryGood} icon={IconVolume} size="small" onAct={() => playSound('benar')} />
            <ActionButton label={w.tryStop} icon={IconVolume} size="small" onAct={() => playSound('batal')} />
          </Group>
          <PiecesField
            label={w.returnDays}
            value={settings.returnDays}
            least={1}
            most={90}
            unit=""
            onChange={(returnDays, isReadable) => isReadable && returnDays && onChange({ returnDays })}
          />
        </Stack>
      </Card>
    </Section>
  )
}
