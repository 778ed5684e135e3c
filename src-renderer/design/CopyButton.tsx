import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import classes from './CopyButton.module.css'
import { Kbd } from './hotkeys/Kbd.tsx'
import { ariaKeys } from './hotkeys/key-combination.ts'
import type { Shortcut } from './hotkeys/shortcuts.ts'
import { useHotkey } from './hotkeys/useHotkey.ts'
import { useWords } from './language.tsx'
import { showToast } from './toast.tsx'

export interface CopyButtonProps {
  /** What is copied, by name: `No. Resi`. */
  what: string
  text: string
  shortcut?: Shortcut | undefined
}

const SHOWN_MS = 1_600

/** Puts a fact on the clipboard and says so. */
export function CopyButton({ what, text, shortcut }: CopyButtonProps) {
  const w = useWords(partsWords)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      showToast({ text: w.copiedThis(what) })
    } catch {
      // a page that did not come over a safe line has no clipboard
      showToast({ text: w.notCopied(what) })
    }
  }
  useHotkey(shortcut, () => void copy())
  const Sign = isCopied ? IconCheck : IconCopy
  return (
    <button
      type="button"
      className={classes.copy}
      aria-label={w.copyThis(what)}
      title={w.copyThis(what)}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut.keys)}
      onClick={() => void copy()}
    >
      <Sign size={16} stroke={1.75} aria-hidden />
      {shortcut && <Kbd keys={shortcut.keys} />}
    </button>
  )
}
