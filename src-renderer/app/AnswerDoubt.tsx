import { IconCircleCheckFilled, IconPlugConnectedX, IconProgressHelp } from '@tabler/icons-react'
import { useEffect } from 'react'
import { appWords } from '../../src-shared/app/app.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { unanswered, useUnanswered } from '../base/unanswered.ts'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import classes from './AnswerDoubt.module.css'

/** As long as a toast stands. */
const SHOWN_MS = 6_000

/**
 * Says of an act whose answer was cut off that nobody knows yet, and then what the core said. It floats above every page, dialog and
 * desk; what the act was about says the rest in its own place.
 */
export function AnswerDoubt() {
  const w = useWords(appWords)
  const { asking, learnt } = useUnanswered()
  useEffect(() => {
    if (!learnt) return
    const timer = setTimeout(unanswered.putAside, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [learnt])
  return (
    <div className={classes.place} role="status">
      {asking > 0 && (
        <Note tone="kunyit" icon={IconProgressHelp}>
          {w.answerAwaited}
        </Note>
      )}
      {learnt && (
        <Note
          tone={learnt.refused > 0 ? 'kunyit' : 'jolawe'}
          icon={learnt.refused > 0 ? IconPlugConnectedX : IconCircleCheckFilled}
        >
          {sentenceOf(learnt, w)}
        </Note>
      )}
    </div>
  )
}

function sentenceOf({ stand, refused }: { stand: number; refused: number }, w: (typeof appWords)['id']): string {
  if (refused === 0) return w.answerStands
  if (stand === 0) return w.answerRefused
  return w.answersDiffer(formatNumber(stand), formatNumber(refused))
}
