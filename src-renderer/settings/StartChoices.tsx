import { Group, Text } from '@mantine/core'
import { IconFileImport, IconPlugConnected, IconSchool } from '@tabler/icons-react'
import { firstRunWords } from '../../src-shared/settings/settings.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { DayField } from '../design/fields/DayField.tsx'
import { choiceAt } from '../design/hotkeys/shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { ChoiceCard } from './ChoiceCard.tsx'
import classes from './FirstRun.module.css'
import type { Answers } from './first-run.ts'

export interface StartChoicesProps {
  answers: Answers
  onAnswer: (change: Partial<Answers>) => void
  isBusy: boolean
  onFile: () => void
  onConnect: () => void
  onOwnSales: () => void
  onPractise: () => void
}

/** The last question: a file, practice, a shop to connect, or direct sales first. */
export function StartChoices({
  answers,
  onAnswer,
  isBusy,
  onFile,
  onPractise,
  onConnect,
  onOwnSales,
}: StartChoicesProps) {
  const w = useWords(firstRunWords)
  return (
    <>
      <h1 className="screen-title">{w.askStart}</h1>
      <Text component="p" mt={4} mb={20} fz="15px" lh="22px" c="dimmed">
        {w.askStartHelp}
      </Text>
      <div className={classes.choices}>
        <ChoiceCard
          title={w.dropFile}
          position={0}
          icon={IconFileImport}
          aside={w.dropFileTime}
          onChoose={onFile}
          isChosen
        >
          {w.dropFileHow}
        </ChoiceCard>
        <ChoiceCard title={w.practise} position={1} icon={IconSchool} aside={w.practiseTime} onChoose={onPractise}>
          {w.practiseHow}
        </ChoiceCard>
        <ChoiceCard title={w.connect} position={2} icon={IconPlugConnected} aside={w.connectTime} onChoose={onConnect}>
          {w.connectHow}
        </ChoiceCard>
      </div>
      <Group justify="space-between" gap="10px 20px" mt={20}>
        <DayField
          label={w.startDay}
          help={w.startDayHelp}
          value={answers.startDay}
          onChange={(startDay) => startDay && onAnswer({ startDay })}
        />
        <ActionButton
          label={w.ownSalesOnly}
          shortcut={choiceAt(3, w.ownSalesOnly)}
          kind="quiet"
          isBusy={isBusy}
          busyLabel={w.saving}
          onAct={onOwnSales}
        />
      </Group>
    </>
  )
}
