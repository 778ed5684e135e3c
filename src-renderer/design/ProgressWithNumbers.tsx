import { useId } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { ActionButton } from './ActionButton.tsx'
import { standingShortcuts } from './hotkeys/standing.shortcuts.ts'
import { useWords } from './language.tsx'
import { Meter } from './Meter.tsx'
import classes from './ProgressWithNumbers.module.css'

export interface ProgressWithNumbersProps {
  /** What is under way: `Membaca berkas`. */
  label: string
  done: number
  /** Null while the end is not known: the bar stays empty, the count runs. */
  total: number | null
  /** Says the numbers in other words: `40.000 baris`. */
  numbers?: string
  onCancel?: () => void
  /** Esc is Batal: where the work is all that this page is about. */
  isPageWork?: boolean
  /** One line, for the status bar. */
  isSmall?: boolean
}

/** A bar with its numbers (`412 dari 1.250`) and Batal. No spinner ever stands in for it. */
export function ProgressWithNumbers({
  label,
  done,
  total,
  numbers: said,
  onCancel,
  isSmall,
  isPageWork = false,
}: ProgressWithNumbersProps) {
  const w = useWords(partsWords)
  const id = useId()
  const numbers = said ?? (total === null ? formatNumber(done) : w.progress(formatNumber(done), formatNumber(total)))
  const share = total ? Math.min(1, done / total) : 0
  return (
    <div className={classes.progress} data-small={isSmall || undefined}>
      <div className={classes.line}>
        <span id={id}>{label}</span>
        <span className="strong nowrap">{numbers}</span>
      </div>
      <Meter
        percent={share * 100}
        isThin={isSmall}
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={total === null ? undefined : done}
        aria-valuetext={numbers}
      />
      {onCancel && (
        <ActionButton
          label={w.cancel}
          shortcut={isPageWork ? standingShortcuts.back : undefined}
          size="small"
          onAct={onCancel}
        />
      )}
    </div>
  )
}
