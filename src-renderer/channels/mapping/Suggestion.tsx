import { Kbd } from '../../design/hotkeys/Kbd.tsx'
import { ariaKeys, type Keys } from '../../design/hotkeys/key-combination.ts'
import { useHotkey } from '../../design/hotkeys/useHotkey.ts'
import classes from './mapping.module.css'

export interface SuggestionProps {
  sku: string
  label: string
  reason: string
  keys?: Keys | undefined
  isFirst?: boolean
  onTake: () => void
}

/** One SKU that a listing could be: its key, name, code, and why it was thought of. */
export function Suggestion({ sku, label, reason, keys, isFirst, onTake }: SuggestionProps) {
  useHotkey(keys, label, onTake)
  return (
    <button
      type="button"
      className={classes.suggestion}
      data-first={isFirst || undefined}
      aria-keyshortcuts={keys && ariaKeys(keys)}
      onClick={onTake}
    >
      <span>{keys && <Kbd keys={keys} />}</span>
      <span>
        <span className={classes.label}>{label}</span>
        <span className="kode">{sku}</span>
      </span>
      <span className={classes.reason}>{reason}</span>
    </button>
  )
}
