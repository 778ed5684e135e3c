import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { ActionButton } from './ActionButton.tsx'
import { standingShortcuts } from './hotkeys/standing.shortcuts.ts'
import { useWords } from './language.tsx'
import classes from './toast.module.css'
import { createToastPile, type Shown, type Toast } from './toast-pile.ts'

const toasts = createToastPile()

/** Says that something is done, in the status line. Never for faults that need an act. */
export const showToast = (toast: Toast): void => toasts.say(toast)

/** At the pack desk nothing is said in passing; what would be said must then stand on the screen. */
export const quietToasts = (quiet: boolean): void => toasts.quiet(quiet)

export const useToast = (): Shown => useSyncExternalStore(toasts.subscribe, toasts.read)

/**
 * The place where the app says what is done: a strip of its own in the status line, so that it never lies over a field, a button or
 * a row. Empty, it takes no room; a screen reader hears it all the same.
 */
export function ToastStrip() {
  const w = useWords(partsWords)
  const { said, others, isLast } = useToast()
  return (
    <div
      className={said ? classes.said : classes.silent}
      role="status"
      onPointerEnter={() => toasts.hold(true)}
      onPointerLeave={() => toasts.hold(false)}
      onFocus={() => toasts.hold(true)}
      onBlur={() => toasts.hold(false)}
    >
      {said && (
        <>
          <IconCircleCheckFilled size={15} color="var(--lb-jolawe)" aria-hidden />
          <span className="cut" title={said.text}>
            {said.text}
          </span>
          {said.undo && (
            <ActionButton
              label={w.undo}
              shortcut={standingShortcuts.undo}
              hasKey={isLast}
              size="line"
              onAct={() => toasts.undo(said)}
            />
          )}
          {others > 0 && (
            <ActionButton
              label={w.andOthers(formatNumber(others))}
              title={`${w.andOthers(formatNumber(others))}: ${w.sayEarlier}`}
              size="line"
              kind="quiet"
              onAct={toasts.earlier}
            />
          )}
        </>
      )}
    </div>
  )
}
