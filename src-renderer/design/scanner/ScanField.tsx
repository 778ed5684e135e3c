import { Box } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheckFilled, IconCopy, IconHandStop, IconScan } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { partsWords } from '../../../src-shared/app/parts.words.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { ActionButton } from '../ActionButton.tsx'
import { useNow } from '../clock.ts'
import { agoWords } from '../deadline.ts'
import { Kbd } from '../hotkeys/Kbd.tsx'
import { ariaKeys } from '../hotkeys/key-combination.ts'
import type { Shortcut } from '../hotkeys/shortcuts.ts'
import { standingShortcuts } from '../hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../hotkeys/useHotkey.ts'
import { sendsCode } from '../keyboard.ts'
import { useLocale, useWords } from '../language.tsx'
import classes from './ScanField.module.css'
import { useScanner } from './useScanner.ts'

/** What became of the last scan: right, wrong, cancelled order, scanned twice, or a code nobody knows. */
export type ScanOutcome = 'right' | 'wrong' | 'stop' | 'twice' | 'unknown'

export interface LastScan {
  code: string
  at: Instant
  outcome: ScanOutcome
  /** One sentence: `Kemeja Kawung Alit M, 1 lagi`. */
  note?: string
}

const ICONS = {
  right: IconCircleCheckFilled,
  wrong: IconAlertTriangle,
  stop: IconHandStop,
  twice: IconCopy,
  unknown: IconAlertTriangle,
}

const TONES: Readonly<Record<ScanOutcome, string>> = {
  right: 'good',
  wrong: 'bad',
  stop: 'bad',
  twice: 'doubtful',
  unknown: 'doubtful',
}

export interface ScanFieldProps {
  label: string
  /** Gets scanned codes, and typed ones after Enter (or the learned key). */
  onScan: (code: string) => void
  last?: LastScan | null
  /** Offered when the last code is unknown. */
  onPair?: (code: string) => void
  size?: 'normal' | 'desk'
  /** False steps aside, for instance while a dialog asks for a scan of its own. */
  isListening?: boolean
  /** The key that comes here to type a code; another than `/` beside a search in a list. */
  focusWith?: Shortcut
}

/** Always listening while on screen, wherever focus is. Shows the last code, what became of it, and how long ago. */
export function ScanField(props: ScanFieldProps) {
  const {
    label,
    onScan,
    last,
    onPair,
    size = 'normal',
    isListening = true,
    focusWith = standingShortcuts.search,
  } = props
  const { language, zone } = useLocale()
  const w = useWords(partsWords)
  const now = useNow()
  const id = useId()
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useHotkey(focusWith, () => field.current?.focus(), { label: label, enabled: isListening })
  useScanner(onScan, isListening)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!sendsCode(event) || typed.trim() === '') return
    event.preventDefault()
    onScan(typed.trim())
    setTyped('')
    field.current?.blur()
  }
  const OutcomeIcon = last ? ICONS[last.outcome] : null
  return (
    <div className={classes.field} data-size={size}>
      <label className={`label ${classes.label}`} htmlFor={id}>
        {label}
      </label>
      <div className={classes.box}>
        <IconScan size={size === 'desk' ? 30 : 18} color="var(--lb-nila-teks)" aria-hidden stroke={1.75} />
        <input
          id={id}
          ref={field}
          aria-keyshortcuts={ariaKeys(focusWith.keys)}
          className={classes.input}
          value={typed}
          placeholder={w.scanReady}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Kbd keys={focusWith.keys} />
      </div>
      <output className={classes.last}>
        {last && OutcomeIcon && (
          <>
            <OutcomeIcon size={size === 'desk' ? 28 : 16} className={TONES[last.outcome]} aria-hidden />
            <span>
              {last.outcome === 'unknown' ? w.scanUnknown(last.code) : (last.note ?? last.code)}{' '}
              <Box component="span" fw={400} className="quiet">
                {w.scanLast(last.code, agoWords(last.at, Math.max(now, last.at), zone, language))}
              </Box>
            </span>
          </>
        )}
      </output>
      {last?.outcome === 'unknown' && onPair && (
        <ActionButton label={w.scanPair} size={size === 'desk' ? 'desk' : 'small'} onAct={() => onPair(last.code)} />
      )}
    </div>
  )
}
