import { type Icon, IconCircleCheckFilled, IconPlugConnectedX, IconProgressHelp } from '@tabler/icons-react'
import { useEffect } from 'react'
import { appWords } from '../../src-shared/app/app.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { unanswered, useUnanswered } from '../base/unanswered.ts'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import classes from './AnswerDoubt.module.css'

/** As long as a toast stands. */
const SHOWN_MS = 6_000

interface Doubt {
  tone: 'kunyit' | 'jolawe'
  icon: Icon
  sentence: string
}

/** Of an act whose answer was cut off: that nobody knows yet, and then for a while what the core said; else null. */
export function useAnswerDoubt(): Doubt | null {
  const w = useWords(appWords)
  const { asking, learnt } = useUnanswered()
  useEffect(() => {
    if (!learnt) return
    const timer = setTimeout(unanswered.putAside, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [learnt])
  if (asking > 0) return { tone: 'kunyit', icon: IconProgressHelp, sentence: w.answerAwaited }
  if (!learnt) return null
  return learnt.refused > 0
    ? { tone: 'kunyit', icon: IconPlugConnectedX, sentence: sentenceOf(learnt, w) }
    : { tone: 'jolawe', icon: IconCircleCheckFilled, sentence: sentenceOf(learnt, w) }
}

/** The doubt in the status line. What the act was about says the rest in its own place. */
export function DoubtInStatusBar({ tone, icon: IconPart, sentence }: Doubt) {
  return (
    <span className={classes.line} role="status" data-good={tone === 'jolawe' || undefined}>
      <IconPart size={15} color={`var(--lb-${tone})`} aria-hidden />
      <span className="cut">{sentence}</span>
    </span>
  )
}

/** The doubt above a desk, or the first questions, which have no status line. */
export function DoubtAfloat() {
  const doubt = useAnswerDoubt()
  return (
    <div className={classes.afloat} role="status">
      {doubt && (
        <Note tone={doubt.tone} icon={doubt.icon}>
          {doubt.sentence}
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
