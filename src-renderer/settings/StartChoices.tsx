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
      <p className={classes.help}>{w.askStartHelp}</p>
      <div>
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
          <span>
            <span>{w.connect}</span>
            <span>{w.connectHow}</span>
          </span>
          <span>{w.connectLater}</span>
        </div>
      </div>
      <div>
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
      </div>
    </>
  )
}
