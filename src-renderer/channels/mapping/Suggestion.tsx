import type { GoodsName as Goods } from '../../../src-shared/catalog/goods-name.ts'
import { GoodsName } from '../../design/goods/GoodsName.tsx'
import { Kbd } from '../../design/hotkeys/Kbd.tsx'
import { ariaKeys } from '../../design/hotkeys/key-combination.ts'
import type { Shortcut } from '../../design/hotkeys/shortcuts.ts'
import { useHotkey } from '../../design/hotkeys/useHotkey.ts'
import classes from './mapping.module.css'

export interface SuggestionProps {
  sku: string
  goods: Goods
  reason: string
  shortcut?: Shortcut | undefined
  isFirst?: boolean
  onTake: () => void
}

/** One SKU that a listing could be: its key, name, code, and why it was thought of. */
export function Suggestion({ sku, goods, reason, shortcut, isFirst, onTake }: SuggestionProps) {
  useHotkey(shortcut, onTake)
  return (
    <button
      type="button"
      className={classes.suggestion}
      data-first={isFirst || undefined}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut.keys)}
      onClick={onTake}
    >
      <span>{shortcut && <Kbd keys={shortcut.keys} />}</span>
      <span>
        <GoodsName goods={goods} layout="stacked" />
        <span className="kode">{sku}</span>
      </span>
      <span className="quiet small">{reason}</span>
    </button>
  )
}
