import { useRef, useState } from 'react'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { ariaKeys } from '../design/hotkeys/key-combination.ts'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { sendsCode } from '../design/keyboard.ts'
import { useWords } from '../design/language.tsx'
import classes from './desk.module.css'

/** For a code that will not scan: `/` comes here, Enter sends it, Esc lets go. */
export function TypedCode({ hint, onCode }: { hint: string; onCode: (code: string) => void }) {
  const w = useWords(packWords)
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useHotkey(standingShortcuts.search, () => field.current?.focus(), { label: w.typeCode })
  return (
    <div className={classes.typedCode}>
      <input
        ref={field}
        className={classes.typed}
        value={typed}
        aria-label={w.typeCode}
        aria-keyshortcuts={ariaKeys(standingShortcuts.search.keys)}
        placeholder={hint}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault()
            setTyped('')
            field.current?.blur()
          }
          const code = typed.trim()
          if (!sendsCode(event) || (event.key !== 'Enter' && !code)) return
          event.preventDefault()
          if (!code) return
          onCode(code)
          setTyped('')
          field.current?.blur()
        }}
      />
      <Kbd keys={standingShortcuts.search.keys} />
    </div>
  )
}
