import { Flex, Group, Stack, Text } from '@mantine/core'
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
  onOwnSales: () => void
  onPractise: () => void
}

/** The last question: a file, practice, or direct sales first. Connecting comes later and says so instead of pretending. */
export function StartChoices({ answers, onAnswer, isBusy, onFile, onOwnSales, onPractise }: StartChoicesProps) {
  const w = useWords(firstRunWords)
  return (
    <>
      <h1 className={classes.title}>{w.askStart}</h1>
      <Text component="p" mt={4} mb={20} fz="15px" lh="22px" c="dimmed">
        {w.askStartHelp}
      </Text>
      <Stack gap={14}>
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
        <div className={classes.later}>
          <span className={classes.icon}>
            <IconPlugConnected size={28} stroke={1.6} aria-hidden />
          </span>
          <Flex component="span" direction="column" gap={3} flex={1}>
            <Text span fz="lg" lh="22px" fw={650}>
              {w.connect}
            </Text>
            <Text span c="dimmed">
              {w.connectHow}
            </Text>
          </Flex>
          <span className="quiet small nowrap">{w.connectLater}</span>
        </div>
      </Stack>
      <Group justify="space-between" gap={20} mt={20} wrap="nowrap">
        <DayField
          label={w.startDay}
          help={w.startDayHelp}
          value={answers.startDay}
          onChange={(startDay) => startDay && onAnswer({ startDay })}
        />
        <ActionButton
          label={w.ownSalesOnly}
          shortcut={choiceAt(2, w.ownSalesOnly)}
          kind="quiet"
          isBusy={isBusy}
          busyLabel={w.saving}
          onAct={onOwnSales}
        />
      </Group>
    </>
  )
}
