import { Select, Stack } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { bankWords } from '../../src-shared/bank/bank.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { choiceAt } from '../design/hotkeys/shortcuts.ts'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { type MeaningChoice, type MeaningsAsked, meaningsOf } from './meanings.ts'

export interface MeaningPickerProps {
  side: 'usaha' | 'pribadi' | 'pindah'
  asked: MeaningsAsked
  onChoose: (choice: MeaningChoice) => void
  onBack: () => void
}

const WITH_KEYS = 9

/** What the money was for: a number key answers at once, the rest stands in a list. */
export function MeaningPicker({ side, asked, onChoose, onBack }: MeaningPickerProps) {
  const w = useWords(bankWords)
  const choices = meaningsOf(side, asked, w)
  const others = choices.slice(WITH_KEYS)
  const box = useRef<HTMLDivElement>(null)
  // Enter takes the first of them
  useEffect(() => box.current?.querySelector<HTMLElement>('button')?.focus(), [])
  return (
    <Stack gap={6} ref={box}>
      {choices.length === 0 && <p className="quiet">{w.noChoice}</p>}
      {choices.slice(0, WITH_KEYS).map((choice, index) => (
        <ActionButton
          key={choice.code}
          shortcut={choiceAt(index, choice.label)}
          size="small"
          isWide
          onAct={() => onChoose(choice)}
        />
      ))}
      {others.length > 0 && (
        <Select
          size="xs"
          aria-label={w.otherChoices}
          placeholder={w.otherChoices}
          searchable
          data={others.map(({ code, label }) => ({ value: code, label }))}
          value={null}
          onChange={(code) => {
            const chosen = others.find((each) => each.code === code)
            if (chosen) onChoose(chosen)
          }}
        />
      )}
      <ActionButton label={w.back} kind="quiet" shortcut={standingShortcuts.back} onAct={onBack} />
    </Stack>
  )
}
