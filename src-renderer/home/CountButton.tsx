import { partsWords } from '../../src-shared/app/parts.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { useWords } from '../design/language.tsx'
import classes from './WorkList.module.css'

export interface CountButtonProps {
  count: number
  what: string
  isPressing?: boolean
  onOpen: () => void
}

/** How many wait; it opens them. Of none there is nothing to open. */
export function CountButton({ count, what, isPressing = false, onOpen }: CountButtonProps) {
  const w = useWords(partsWords)
  const text = formatNumber(count)
  if (count === 0) return <span className={classes.count}>{text}</span>
  return (
    <button
      type="button"
      className={isPressing ? `${classes.count} bad` : classes.count}
      aria-label={w.openRows(`${text} ${what}`)}
      onClick={onOpen}
    >
      {text}
    </button>
  )
}
