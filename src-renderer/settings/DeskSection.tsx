import { Group, Select, Slider, Stack, Switch, Text } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import type { LabelSize, TickByHand } from '../../src-shared/settings/settings.ts'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { PiecesField } from '../design/fields/PiecesField.tsx'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import { SCORE, type SoundName } from '../design/sounds/score.ts'
import { playSound } from '../design/sounds/sounds.ts'
import { PrintCommandCards } from '../fulfilment/PrintCommandCards.tsx'
import type { SectionProps } from './BusinessSection.tsx'

const SIZES: { value: LabelSize; label: string }[] = [
  { value: '100x150', label: '100 × 150 mm' },
  { value: 'A6', label: 'A6, 105 × 148 mm' },
  { value: '78x100', label: '78 × 100 mm' },
  { value: 'A4x4', label: 'A4, 4' },
]
const SOUNDS = Object.keys(SCORE) as SoundName[]

/** The packing corner: paper of the labels, the rules of the pack desk, and how loud a scan is answered. */
export function DeskSection({ settings, onChange }: SectionProps) {
  const w = useWords(settingsWords)
  const ticks: { value: TickByHand; label: string }[] = [
    { value: 'at once', label: w.tickAtOnce },
    { value: 'asked twice', label: w.tickAskedTwice },
    { value: 'never', label: w.tickNever },
  ]
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
              <Text component="div" fz={12} lh="20px" fw={600} c="dimmed" pt={2} mb={8} id="volume">
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
          <Group gap="6px 8px" role="group" aria-label={w.trySounds}>
            {SOUNDS.map((sound) => (
              <ActionButton
                key={sound}
                label={w.soundName(sound)}
                icon={IconVolume}
                size="small"
                onAct={() => playSound(sound)}
              />
            ))}
          </Group>
          <Switch
            label={w.verdictFlash}
            description={w.verdictFlashHow}
            checked={settings.verdictFlash}
            onChange={({ currentTarget: { checked } }) => onChange({ verdictFlash: checked })}
          />
          <Switch
            label={w.closesByLastScan}
            description={w.closesByLastScanHow}
            checked={settings.closesByLastScan}
            onChange={({ currentTarget: { checked } }) => onChange({ closesByLastScan: checked })}
          />
          <Select
            label={w.tickByHand}
            description={w.tickByHandHow}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={ticks}
            value={settings.tickByHand}
            allowDeselect={false}
            onChange={(tickByHand) => tickByHand && onChange({ tickByHand: tickByHand as TickByHand })}
          />
          <PrintCommandCards label={w.commandCards} how={w.commandCardsHow} />
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
