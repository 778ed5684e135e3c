import type { WorkUnderWay } from '../../src-shared/work/work.ts'
import { workWords } from '../../src-shared/work/work.words.ts'
import { useWords } from '../design/language.tsx'
import { ProgressWithNumbers } from '../design/ProgressWithNumbers.tsx'

interface Props {
  work: WorkUnderWay
  isSmall?: boolean
  onCancel?: () => void
}

/** How far long work is, whoever asked for it. */
export function WorkProgress({ work, isSmall = false, onCancel }: Props) {
  const w = useWords(workWords)
  const { kind, about, done, total, isWaiting, isStopping, isHalted } = work
  const what = w[kind](about)
  if (isHalted) return <span>{w.halted(what)}</span>
  return (
    <ProgressWithNumbers
      label={isStopping ? w.stopping(what) : isWaiting ? w.waiting(what) : what}
      done={done}
      {...(isWaiting ? { total: null, numbers: '' } : { total })}
      isSmall={isSmall}
      {...(onCancel && !isStopping ? { onCancel } : {})}
    />
  )
}
