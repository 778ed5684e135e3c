import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Kbd } from '../hotkeys/Kbd.tsx'
import { ariaKeys } from '../hotkeys/key-combination.ts'
import { standingShortcuts } from '../hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../hotkeys/useHotkey.ts'
import { focusList } from '../table/focus-list.ts'

export interface SearchInListProps {
  label: string
  hint: string
  query: string
  /** Called once typing rests, trimmed. */
  onQuery: (query: string) => void
}

/** Search in a list: `/` comes here, Enter or Down goes into the list, Esc empties it. */
export function SearchInList({ label, hint, query, onQuery }: SearchInListProps) {
  const [typed, setTyped] = useState(query)
  const field = useRef<HTMLInputElement>(null)
  const ask = useDebouncedCallback((text: string) => onQuery(text.trim()), 160)
  useHotkey(standingShortcuts.search, () => field.current?.select(), { label: label })
  // what the address says goes before what stood here, but never before what is being typed
  useEffect(() => {
    if (query === '' || document.activeElement !== field.current) setTyped(query)
  }, [query])
  return (
    <TextInput
      ref={field}
      flex="0 1 auto"
      w={260}
      miw={96}
      size="xs"
      aria-label={label}
      aria-keyshortcuts={ariaKeys(standingShortcuts.search.keys)}
      placeholder={hint}
      maxLength={100}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={typed === '' && <Kbd keys={standingShortcuts.search.keys} />}
      rightSectionPointerEvents="none"
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        ask(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'ArrowDown') {
          event.preventDefault()
          focusList()
        }
        if (event.key !== 'Escape' || typed === '') return
        event.preventDefault()
        setTyped('')
        onQuery('')
      }}
    />
  )
}
