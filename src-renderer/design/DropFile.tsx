import { Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { DropAnywhere, fittingFiles } from './DropAnywhere.tsx'
import classes from './DropFile.module.css'
import { Kbd } from './hotkeys/Kbd.tsx'
import { ariaKeys } from './hotkeys/key-combination.ts'
import type { Shortcut } from './hotkeys/shortcuts.ts'
import { useHotkey } from './hotkeys/useHotkey.ts'
import { useWords } from './language.tsx'

export interface DropFileProps {
  label: string
  onFiles: (files: File[]) => void
  /** File endings with their dot: `['.xlsx', '.csv']`. The core decides what a file really is. */
  endings: readonly string[]
  shortcut?: Shortcut
  /** True accepts a file dropped anywhere in the window. */
  isEverywhere?: boolean
  isMany?: boolean
  isBusy?: boolean
}

/** A place for a file: dropped, or chosen by click, Enter or its key. */
export function DropFile(props: DropFileProps) {
  const { label, onFiles, endings, shortcut, isEverywhere = false, isMany = false, isBusy = false } = props
  const w = useWords(partsWords)
  const choose = useRef<() => void>(null)
  const [isRefused, setRefused] = useState(false)
  const take = (files: File[]) => {
    const fitting = fittingFiles(files, endings)
    setRefused(fitting.length < files.length)
    if (fitting.length > 0) onFiles(isMany ? fitting : fitting.slice(0, 1))
  }
  useHotkey(shortcut, () => choose.current?.(), { label, enabled: !isBusy })
  return (
    <div>
      <Dropzone
        openRef={choose}
        onDrop={take}
        multiple={isMany}
        disabled={isBusy}
        className={classes.box}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        tabIndex={-1}
        inputProps={{ accept: endings.join(','), 'aria-label': label, tabIndex: -1 }}
      >
        <button
          type="button"
          className={classes.line}
          aria-keyshortcuts={shortcut && ariaKeys(shortcut.keys)}
          disabled={isBusy}
          onClick={() => choose.current?.()}
        >
          <span className="hanya-terdengar">{label}.</span>
          <IconUpload size={18} aria-hidden stroke={1.75} />
          <span>{w.dropHere}</span>
          {shortcut && <Kbd keys={shortcut.keys} />}
          <span>{w.dropChoose}</span>
        </button>
      </Dropzone>
      {isRefused && (
        <Text component="p" mt={6} fz="sm" c="var(--lb-mengkudu)" role="alert">
          {w.dropWrongKind}
        </Text>
      )}
      {isEverywhere && <DropAnywhere label={label} onFiles={take} isMany={isMany} isBusy={isBusy} />}
    </div>
  )
}
