import { Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { useContext, useId, useState } from 'react'
import classes from './ActionButton.module.css'
import { Kbd } from './hotkeys/Kbd.tsx'
import { ariaKeys } from './hotkeys/key-combination.ts'
import type { Shortcut } from './hotkeys/shortcuts.ts'
import { useHotkey } from './hotkeys/useHotkey.ts'
import { useLocale } from './language.tsx'
import { InsideGrid } from './table/inside-grid.ts'

/** A button says its shortcut's label, or a label of its own (`Simpan 3 baris`). */
type Named = { label: string; shortcut?: Shortcut | undefined } | { label?: undefined; shortcut: Shortcut }

export type ActionButtonProps = Named & {
  onAct: () => void
  /** One primary per view or panel; destructive only inside a dialog that names the loss. Default `secondary`. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'destructive'
  /** 20, 28, 32, 40 or 60 px high: status line, rows, default, foot of a panel, pack desk. */
  size?: 'line' | 'small' | 'normal' | 'large' | 'desk'
  icon?: Icon
  /** The shortcut is printed and acts while the button is on screen. False only prints it, where the list or the page itself handles it. */
  listens?: boolean
  /** False while its key belongs to something else: the button then neither prints nor hears it. */
  hasKey?: boolean
  /** Shown instead of the label while the act is under way; the width stays. */
  busyLabel?: string
  isBusy?: boolean
  /** Present when the button cannot act now: a sentence saying why. */
  disabledBecause?: string
  /** For the accessible name when the label alone is not enough. */
  title?: string
  isWide?: boolean
  /** Focus goes here when a dialog or page opens. */
  hasFocusFirst?: boolean
}

/** Label, then key cap. A button that cannot act says why instead of hiding. */
export function ActionButton(props: ActionButtonProps) {
  const { onAct, kind = 'secondary', size = 'normal', icon: IconPart, listens = true, hasKey = true } = props
  const { isBusy = false, busyLabel, disabledBecause, title, isWide = false, hasFocusFirst = false } = props
  const { language } = useLocale()
  const label = props.label ?? props.shortcut?.label[language]
  const shortcut = hasKey ? props.shortcut : undefined
  const isInGrid = useContext(InsideGrid)
  const [isExplained, setExplained] = useState(false)
  const reasonId = useId()
  const act = () => {
    if (isBusy) return
    if (disabledBecause) setExplained(true)
    else onAct()
  }
  useHotkey(shortcut, act, { label: title ?? label, enabled: listens })

  const button = (
    <button
      type="button"
      className={classes.button}
      data-kind={kind}
      data-size={size}
      data-wide={isWide || undefined}
      data-busy={isBusy || undefined}
      data-autofocus={hasFocusFirst || undefined}
      aria-disabled={disabledBecause || isBusy ? true : undefined}
      aria-describedby={disabledBecause ? reasonId : undefined}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut.keys)}
      aria-busy={isBusy || undefined}
      aria-label={title}
      tabIndex={isInGrid ? -1 : undefined}
      onClick={act}
      onBlur={() => setExplained(false)}
    >
      {IconPart && <IconPart className={classes.icon} aria-hidden stroke={1.75} />}
      <span className="stack">
        <span className={classes.label} data-hidden={isBusy || undefined}>
          {label}
        </span>
        {busyLabel && (
          <span className={classes.label} data-hidden={!isBusy || undefined}>
            {busyLabel}
          </span>
        )}
      </span>
      {shortcut && (
        <Kbd keys={shortcut.keys} isOnFill={!disabledBecause && (kind === 'primary' || kind === 'destructive')} />
      )}
      {disabledBecause && (
        <span id={reasonId} className="hanya-terdengar">
          {disabledBecause}
        </span>
      )}
    </button>
  )
  if (!disabledBecause) return button
  return (
    <Tooltip
      label={disabledBecause}
      opened={isExplained || undefined}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: true }}
    >
      {button}
    </Tooltip>
  )
}
