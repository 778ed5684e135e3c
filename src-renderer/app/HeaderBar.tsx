import { Flex, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { ReactNode, Ref } from 'react'
import { appWords } from '../../src-shared/app/app.words.ts'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { ariaKeys } from '../design/hotkeys/key-combination.ts'
import { frameShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import classes from './HeaderBar.module.css'

export interface HeaderBarProps {
  /** The place where the page puts its title. */
  slot: Ref<HTMLDivElement>
  onSearch: () => void
  person: ReactNode
  isPractice: boolean
}

/** 44 px, also the title bar: it drags the window, and leaves room for the system's window buttons. */
export function HeaderBar({ slot, onSearch, person, isPractice }: HeaderBarProps) {
  const w = useWords(appWords)
  useHotkey(frameShortcuts.keyFindAnything, onSearch, { reach: 'everywhere', inFields: true })
  return (
    <header className={classes.header} data-not-printed>
      <Flex gap={12} align="center" flex={1} miw={0} ref={slot} />
      {isPractice && (
        <Tooltip label={w.practiceExplained}>
          <span className={classes.practice}>{w.practice}</span>
        </Tooltip>
      )}
      <button
        type="button"
        className={classes.search}
        aria-keyshortcuts={ariaKeys(frameShortcuts.keyFindAnything.keys)}
        aria-haspopup="dialog"
        onClick={onSearch}
      >
        <IconSearch size={15} aria-hidden />
        <span className={classes.placeholder}>{w.searchPlaceholder}</span>
        <Kbd keys={frameShortcuts.keyFindAnything.keys} />
      </button>
      {person}
    </header>
  )
}
