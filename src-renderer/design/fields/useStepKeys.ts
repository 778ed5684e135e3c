import { fieldShortcuts } from '../hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../hotkeys/useHotkey.ts'

const IN_THE_FIELD = { reach: 'field', isOwn: true } as const

/** Lists under F1 that arrows count up and down in this field; the field itself does it while it has the focus. */
export function useStepKeys() {
  useHotkey(fieldShortcuts.up, () => undefined, IN_THE_FIELD)
  useHotkey(fieldShortcuts.down, () => undefined, IN_THE_FIELD)
}
