import { type Icon, IconX } from '@tabler/icons-react'
import classes from './IconButton.module.css'

export interface IconButtonProps {
  /** Read out, and what the mouse is told. */
  label: string
  /** Default ×. */
  icon?: Icon
  /** Takes something away: madder under the mouse. */
  removes?: boolean
  keyShortcuts?: string
  onAct: () => void
}

/** A button that is only a picture: close, take a row away. */
export const IconButton = ({ label, icon: Sign = IconX, removes, keyShortcuts, onAct }: IconButtonProps) => (
  <button
    type="button"
    className={classes.button}
    data-removes={removes || undefined}
    aria-label={label}
    aria-keyshortcuts={keyShortcuts}
    onClick={onAct}
  >
    <Sign size={17} aria-hidden />
  </button>
)

/** × at the end of a row. */
export const RemoveButton = ({ label, onAct }: { label: string; onAct: () => void }) => (
  <IconButton label={label} onAct={onAct} removes />
)
