import { Group } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { firstRunWords } from '../../src-shared/settings/settings.words.ts'
import { RestoreDialog } from '../backup/RestoreDialog.tsx'
import { api, client } from '../base/api.ts'
import { openPractice } from '../base/practice.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { forget, useRemembered } from '../base/remembered.ts'
import { CHOSEN_ENDINGS, takeFiles } from '../channels/take-files.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { DropAnywhere, fittingFiles } from '../design/DropAnywhere.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import classes from './FirstRun.module.css'
import { FirstRunAside } from './FirstRunAside.tsx'
import { type Answers, blankAnswers, isAnswered, QUESTIONS } from './first-run.ts'
import { AskBusiness, AskHousehold, AskOwner, AskZone } from './questions.tsx'
import { StartChoices } from './StartChoices.tsx'

/** Where an unfinished first run waits. */
const UNFINISHED = 'mulai'
interface UnfinishedFirstRun {
  answers: Answers
  step: number
}

/** Five questions, one at a time. Enter goes on, Esc goes back, nothing is stored in the shop before the last one. */
export function FirstRunQuestions() {
  const w = useWords(firstRunWords)
  const parts = useWords(partsWords)
  const b = useWords(backupWords)
  const [, go] = useLocation()
  const [blank] = useState(() => blankAnswers(Date.now(), new Date().getTimezoneOffset()))
  // closing in the middle loses nothing: the answers wait on this laptop
  const [{ answers, step }, keep] = useRemembered<UnfinishedFirstRun>(UNFINISHED, { answers: blank, step: 0 })
  const [dropped, setDropped] = useState<readonly File[]>([])
  const [isAsked, setAsked] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const [isRestoring, setRestoring] = useState(false)
  const question = QUESTIONS[step]!
  const answer = (change: Partial<Answers>) => keep({ answers: { ...answers, ...change }, step })
  const setUp = useMutation(api.settings.setUp.mutationOptions())

  const next = () => {
    if (!isAnswered(question, answers)) return setAsked(true)
    setAsked(false)
    keep({ answers, step: Math.min(step + 1, QUESTIONS.length - 1) })
  }
  const back = () => keep({ answers, step: Math.max(0, step - 1) })
  useHotkey(standingShortcuts.main, next, { label: w.next, enabled: question !== 'start', inFields: true })
  useHotkey(standingShortcuts.back, back, { label: w.back, enabled: step > 0, inFields: true })

  const begin = async (path: string) => {
    go(path)
    await setUp.mutateAsync(answers)
    forget(UNFINISHED)
  }
  const takeIn = (files: readonly File[]) => {
    takeFiles(files)
    return begin('/impor')
  }
  /** Files wait until the names are known; with them they are all the answer the last question needs. */
  const drop = (files: File[]) => {
    const fitting = fittingFiles(files, CHOSEN_ENDINGS)
    setRefused(fitting.length === 0)
    setDropped(fitting)
    if (fitting.length > 0 && question === 'start') void takeIn(fitting)
  }
  const practise = useMutation({ mutationFn: () => openPractice(client) })
  const missing = isAsked ? w.needed : undefined
  const [first, ...others] = dropped
  const droppedSentence =
    first && (others.length > 0 ? w.droppedMany(formatNumber(dropped.length)) : w.dropped(first.name))

  return (
    <main className={classes.window}>
      <FirstRunAside answers={answers} answered={step} />
      <div className={classes.question}>
        <Group gap={16} mb={18} fz="sm" c="dimmed" aria-live="polite">
          {w.questionOf(formatNumber(step + 1), formatNumber(QUESTIONS.length))}
          <span className={classes.dashes} aria-hidden>
            {QUESTIONS.map((name, index) => (
              <span key={name} data-done={index < step || undefined} data-now={index === step || undefined} />
            ))}
          </span>
        </Group>
        <RefusalNotice error={setUp.error ?? practise.error} />
        <p className={classes.dropped} role="status">
          {isRefused ? parts.dropWrongKind : droppedSentence}
        </p>
        <DropAnywhere label={w.chooseFile} onFiles={drop} isMany isBusy={setUp.isPending} />
        {question === 'business' && <AskBusiness answers={answers} onAnswer={answer} missing={missing} />}
        {question === 'owner' && <AskOwner answers={answers} onAnswer={answer} missing={missing} />}
        {question === 'zone' && <AskZone answers={answers} onAnswer={answer} />}
        {question === 'household' && <AskHousehold answers={answers} onAnswer={answer} />}
        {question === 'start' && (
          <StartChoices
            answers={answers}
            onAnswer={answer}
            isBusy={setUp.isPending || practise.isPending}
            onFile={() => void (dropped.length > 0 ? takeIn(dropped) : begin('/impor'))}
            onConnect={() => begin('/toko/sambungan')}
            onOwnSales={() => begin('/')}
            onPractise={() => practise.mutate()}
          />
        )}
        <div className={classes.foot}>
          {step === 0 && (
            <ActionButton label={b.restoreFirst} icon={IconArrowBackUp} kind="quiet" onAct={() => setRestoring(true)} />
          )}
          {step > 0 && (
            <ActionButton label={w.back} shortcut={standingShortcuts.back} listens={false} kind="quiet" onAct={back} />
          )}
          {question !== 'start' && (
            <ActionButton
              label={w.next}
              shortcut={standingShortcuts.main}
              listens={false}
              kind="primary"
              size="large"
              onAct={next}
            />
          )}
        </div>
        {isRestoring && <RestoreDialog name={null} onClose={() => setRestoring(false)} />}
      </div>
    </main>
  )
}
