import { useState } from 'react'
import { frameShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { AppPalette } from './AppPalette.tsx'

/** Ctrl+K over the first questions: how the window speaks and looks, and what this question can do. */
export function FirstRunPalette() {
  const [{ isOpen, opening }, set] = useState({ isOpen: false, opening: 0 })
  useHotkey(frameShortcuts.keyFindAnything, () => set({ isOpen: true, opening: opening + 1 }), {
    reach: 'everywhere',
    inFields: true,
  })
  const close = () => set({ isOpen: false, opening })
  return (
    <AppPalette
      isOpen={isOpen}
      opening={opening}
      startWith=""
      onClose={close}
      pages={[]}
      personRole="owner"
      isBeforeSetUp
    />
  )
}
