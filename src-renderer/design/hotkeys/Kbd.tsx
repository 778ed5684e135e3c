import classes from './Kbd.module.css'
import type { Keys } from './key-combination.ts'

const SHOWN: Record<string, string> = { up: '↑', down: '↓', left: '←', right: '→' }

export interface KbdProps {
  keys: Keys
  /** On an indigo or red field the cap is drawn in the field's own light ink. */
  isOnFill?: boolean
  /** Read out, where the cap is the content (a list of keys) and not the ornament of a button. */
  isSpoken?: boolean
}

/** A key cap. Screen readers hear the key through `aria-keyshortcuts` of its button, so the cap itself is silent. */
export function Kbd({ keys, isOnFill = false, isSpoken = false }: KbdProps) {
  const shown =
    keys.length === 1 ? keys.toUpperCase() : keys.split('+').map((name) => SHOWN[name.toLowerCase()] ?? name)
  return (
    <kbd className={classes.cap} data-on-fill={isOnFill || undefined} aria-hidden={isSpoken ? undefined : true}>
      {typeof shown === 'string' ? shown : shown.join(' ')}
    </kbd>
  )
}
